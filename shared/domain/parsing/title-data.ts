/**
 * The door through which the parser reads the job titles and the words of titles and employers under `resources/titles/`:
 * plain data, bundled with the code. Apart from `reference-data`, which the core reads too and which starts faster without them.
 */
import business from '@/resources/titles/business.json';
import care from '@/resources/titles/care.json';
import culture from '@/resources/titles/culture.json';
import engineering from '@/resources/titles/engineering.json';
import groups from '@/resources/titles/groups.json';
import management from '@/resources/titles/management.json';
import office from '@/resources/titles/office.json';
import operations from '@/resources/titles/operations.json';
import science from '@/resources/titles/science.json';
import service from '@/resources/titles/service.json';
import technology from '@/resources/titles/technology.json';
import trades from '@/resources/titles/trades.json';
import words from '@/resources/titles/words.json';

const FILES = [
  management,
  business,
  office,
  technology,
  engineering,
  science,
  care,
  culture,
  service,
  trades,
  operations,
];

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
  /** The names of each language as the table has them, behind commas; `formsOf` tells the forms behind a slash. */
  readonly parts: readonly { readonly language: TitleLanguage; readonly names: string }[];
}

/** Occupation group → its English name and the sub-major group of ISCO-08 it corresponds to. */
export const titleGroups: Readonly<Record<string, readonly string[]>> = groups;

export const titleWordData = words;

/** Every title of the table. Reads the table anew: ask once. */
export const readJobTitles = (): readonly JobTitle[] =>
  FILES.flatMap((file) =>
    Object.entries<Readonly<Record<string, string>>>(file).flatMap(([group, titles]) =>
      Object.entries(titles).map(([id, line]) => titleOf(id, group, line)),
    ),
  );

/** A line of the table: `Nurse, RN | de Krankenpfleger/-in | fr infirmier/infirmière`; English comes first and unnamed. */
function titleOf(id: string, group: string, line: string): JobTitle {
  const parts = line.split(' | ').map((text, index) => {
    const language = index === 0 ? 'en' : LANGUAGES.get(text.slice(0, 2));
    if (language === undefined) throw new Error(`Unknown language in job title ${id}: ${text}`);
    return { language, names: index === 0 ? text : text.slice(3) };
  });
  const comma = line.search(/,| \|/);
  return { id, name: comma < 0 ? line : line.slice(0, comma), group, parts };
}

const LANGUAGES: ReadonlyMap<string, TitleLanguage> = new Map(
  TITLE_LANGUAGES.map((language) => [language, language]),
);
