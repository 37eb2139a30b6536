import { remembering } from '@/shared/kit/remembering';
import { fold } from '@/shared/kit/text';
import { readJobTitles, type JobTitle } from './title-data';
import { formsOf, keyOfName } from './title-words';

/** A word of fewer letters names too many things to be taken for a job. */
const SHORTEST = 4;
/** Names taken of a language: the first of the table are the usual ones. */
const NAMES_OF_A_LANGUAGE = 3;

interface Index {
  readonly titles: readonly JobTitle[];
  /** Key of a name → the title's place; -1 for a name of several titles. */
  readonly byKey: ReadonlyMap<string, number>;
}

let index: Index | null = null;

/**
 * The usual names of the same job in the languages of the table, those first that are used most: for "Krankenschwester" nurse, infirmier, infirmière …
 * None for what is no whole name of one title.
 */
export const otherTitles = remembering((words: string): readonly string[] => {
  const key = keyOfName(fold(words).trim());
  if (key.length < SHORTEST) return [];
  index ??= load();
  const at = index.byKey.get(key) ?? -1;
  const parts = index.titles[at]?.parts ?? [];
  const byLanguage = parts.map(({ names }) =>
    names.split(', ').filter((name) => !/^[A-Z]{2,5}$/.test(name)),
  );
  // The first of each language, then the second of each.
  return Array.from({ length: NAMES_OF_A_LANGUAGE }, (_, nth) =>
    byLanguage.flatMap((names) => formsOf(names[nth] ?? '')),
  )
    .flat()
    .filter((name) => name !== '');
});

function load(): Index {
  const titles = readJobTitles();
  const byKey = new Map<string, number>();
  for (const [at, { parts }] of titles.entries()) {
    for (const { names } of parts) {
      for (const name of names.split(', ')) {
        for (const form of formsOf(name)) {
          const key = keyOfName(fold(form));
          const known = byKey.get(key);
          byKey.set(key, known === undefined || known === at ? at : -1);
        }
      }
    }
  }
  return { titles, byKey };
}
