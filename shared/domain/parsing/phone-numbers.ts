import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** A telephone number: E.164 where its country could be told, else its digits. */
export interface PhoneNumber {
  readonly value: string;
  /** ISO 3166-1 of the number, where it could be told. */
  readonly country: string | null;
  readonly confidence: number;
}

/** Ways of writing that are one country's alone, for CVs that say nothing else of a country. */
const SHAPES: readonly (readonly [CountryCode, RegExp])[] = [
  ['US', /^\(?[2-9]\d{2}\)?[ .\/-]{0,3}\d{3}[ .-]{0,3}\d{4}$/],
  ['IN', /^0?[6-9]\d{4}[ -]?\d{5}$/],
  ['GB', /^07\d{3}[ -]?\d{3}[ -]?\d{3}$|^\(?0(?:1|2|3)\d{2,3}\)?[ -]\d{3}[ -]\d{3,4}$/],
  ['AU', /^04\d{2}[ -]?\d{3}[ -]?\d{3}$/],
  ['FR', /^0[1-9](?:[ .-]\d{2}){4}$/],
  ['DE', /^01[5-7]\d{1,2}[ \/-]{1,3}\d/],
  ['ES', /^[67]\d{2}(?: \d{3}){2}$|^[67]\d{2}(?: \d{2}){3}$/],
  ['BR', /^\(?\d{2}\)? ?9\d{4}-\d{4}$/],
  ['CN', /^1[3-9]\d[ -]?\d{4}[ -]?\d{4}$/],
];

/**
 * The number in `raw`, read as dialled in the first of `homes` (ISO 3166-1, likeliest first) where it is a number; null where
 * it can be none. `labelled`: a word such as "Tel." stands in front, so that less is asked of its looks.
 */
export function phoneNumber(
  raw: string,
  homes: readonly string[],
  labelled: boolean,
): PhoneNumber | null {
  const written = raw
    .normalize('NFKC')
    .replace(/[_\u2010-\u2015]/g, '-')
    .trim();
  const digits = written.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 16 || /^(\d)\1+$/.test(digits)) return null;
  const dialled = written.replace(/^\(?(?:\+\s?|00)(?=[1-9])/, '+').replace(/\(0\)/, '');
  if (dialled.startsWith('+')) return international(dialled, digits);
  const countries = homes.filter((home) => isSupportedCountry(home));
  const shaped = shapesOf(written, countries);
  for (const country of [...countries, ...shaped]) {
    const parsed = parsePhoneNumberFromString(dialled, country);
    if (parsed?.isValid())
      return { value: parsed.number, country: parsed.country ?? country, confidence: 0.93 };
  }
  // "91-9876543210": the code of a country without its plus.
  if (digits.length >= 11 && (labelled || looksGrouped(written))) {
    const parsed = parsePhoneNumberFromString(`+${digits}`);
    if (parsed?.isValid() && !digits.startsWith('0'))
      return { value: parsed.number, country: parsed.country ?? null, confidence: 0.8 };
  }
  const home = countries[0] ?? shaped[0];
  const parsed = home === undefined ? undefined : parsePhoneNumberFromString(dialled, home);
  const grouped = looksGrouped(written);
  if (!labelled && POSTCODE.test(written)) return null;
  if (parsed?.isPossible() && (labelled || (grouped && digits.length >= 9)))
    return { value: parsed.number, country: home ?? null, confidence: labelled ? 0.8 : 0.65 };
  if (digits.length > 15 || !(labelled || (grouped && digits.length >= 9))) return null;
  return { value: digits, country: null, confidence: labelled ? 0.7 : 0.5 };
}

function international(dialled: string, digits: string): PhoneNumber | null {
  const parsed = parsePhoneNumberFromString(dialled);
  const country = parsed?.country ?? null;
  if (parsed?.isValid()) return { value: parsed.number, country, confidence: 0.97 };
  if (parsed?.isPossible()) return { value: parsed.number, country, confidence: 0.85 };
  const plain = digits.replace(/^00/, '');
  return plain.length < 8 || plain.length > 15
    ? null
    : { value: `+${plain}`, country, confidence: 0.7 };
}

/** 13010-040, 78205-1234 */
const POSTCODE = /^\d{5}-\d{3,4}$/;

const shapesOf = (written: string, known: readonly string[]): readonly CountryCode[] =>
  known.length > 0 ? [] : SHAPES.filter(([, shape]) => shape.test(written)).map(([code]) => code);

const looksGrouped = (written: string): boolean =>
  /\d[ ().\/-]{1,3}\d{2,}/.test(written) || /^[+0]\d{8,}/.test(written);
