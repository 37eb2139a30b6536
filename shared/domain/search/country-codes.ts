import { fold, squeeze } from '@/shared/kit/text';

/** The languages whose names of countries are understood. */
const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'tr',
  'ru',
  'zh',
  'ja',
  'ar',
];
/** Names in daily use that the list of the Unicode consortium has otherwise. */
const ALSO: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  usa: 'US',
  america: 'US',
  holland: 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  uae: 'AE',
};

let byName: ReadonlyMap<string, string> | null = null;

/** The ISO 3166-1 code of a country by its code or its name in one of many languages, whatever its case and accents; null for no country. */
export function countryCode(typed: string): string | null {
  const name = fold(squeeze(typed));
  byName ??= load();
  return byName.get(name) ?? null;
}

function load(): ReadonlyMap<string, string> {
  const names = new Map<string, string>(Object.entries(ALSO));
  const shown = LANGUAGES.map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  for (const first of ALPHABET) {
    for (const second of ALPHABET) {
      const code = first + second;
      // Codes that are no country of ISO 3166-1 but of the list: groups of countries, and ones given up.
      if (NO_COUNTRY.has(code) || shown[0]?.of(code) === undefined) continue;
      if (!names.has(code.toLowerCase())) names.set(code.toLowerCase(), code);
      for (const list of shown) {
        const name = list.of(code);
        if (name !== undefined && !names.has(fold(name))) names.set(fold(name), code);
      }
    }
  }
  return names;
}

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const NO_COUNTRY = new Set(
  'AC AN BU CP CQ CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO RH SU TA TP UK UN VD WK XA XB XK YD YU ZR ZZ'.split(
    ' ',
  ),
);
