/**
 * The door through which the parser reads the job titles and the words of titles and employers under `resources/titles/`:
 * plain data, bundled with the code. Apart from `reference-data`, which the core reads too and which starts faster without them.
 */
import care from '@/resources/titles/care.json';
import groups from '@/resources/titles/groups.json';
import words from '@/resources/titles/words.json';

export const TITLE_LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'sv',
  'zh',
  'ja',
] as const;
export type TitleLanguage = (typeof TITLE_LANGUAGES)[number];

export interface JobTitle {
  /** Stable: stored with candidates; never reused for another title. */
  readonly id: string;
  /** Canonical English name. */
  readonly name: string;
  /** Id of the occupation group, a key of `titleGroups`. */
  readonly group: string;
  /** Every name as the table has it, in the order written; `formsOf` tells the forms behind a slash. */
  readonly names: readonly { readonly language: TitleLanguage; readonly name: string }[];
}

/** Occupation group → its English name and the sub-major group of ISCO-08 it corresponds to. */
export const titleGroups: Readonly<Record<string, readonly string[]>> = groups;

export const titleWordData = words;

/** Every title of the table. Builds the list anew: ask once. */
export const readJobTitles = (): readonly JobTitle[] =>
  [care].flatMap((file) =>
    Object.entries<Readonly<Record<string, string>>>(file).flatMap(([group, titles]) =>
      Object.entries(titles).map(([id, line]) => titleOf(id, group, line)),
    ),
  );

/** A line of the table: `Nurse, RN | de Krankenpfleger/-in | fr infirmier/infirmière`; English comes first and unnamed. */
function titleOf(id: string, group: string, line: string): JobTitle {
  const names = line.split('|').flatMap((part, index) => {
    const text = part.trim();
    const language =
      index === 0 ? 'en' : TITLE_LANGUAGES.find((code) => text.startsWith(`${code} `));
    if (language === undefined) throw new Error(`Unknown language in job title ${id}: ${text}`);
    return (index === 0 ? text : text.slice(3))
      .split(',')
      .map((name) => ({ language, name: name.trim() }));
  });
  return { id, name: names[0]?.name ?? id, group, names };
}
