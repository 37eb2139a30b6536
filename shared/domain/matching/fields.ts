import { cosineThousandths } from './integers';
import { fieldTable } from './matching-data';
import { countTerms, rarityOf } from './terms';
import { compileTitle, type PreparedTitle, prepareTitle, titleLikeness } from './title-likeness';

interface Field {
  readonly id: string;
  readonly titles: readonly PreparedTitle[];
  readonly terms: ReadonlyMap<number, number>;
  readonly squares: number;
}

/** A field of work a job belongs to, 0 to 1000. */
export interface FieldLikeness {
  readonly id: string;
  readonly likeness: number;
  readonly terms: ReadonlyMap<number, number>;
}

const LEAST = 350;
const MOST_FIELDS = 2;
/** A second field must be as near as the first, or nearly, in thousandths of it. */
const NEARLY = 900;

/** The fields of work that a job's title and words speak of, the nearest first; at most two. */
export function fieldsOf(
  title: string | null,
  description: string | null,
): readonly FieldLikeness[] {
  const compiled = title === null ? null : compileTitle(title);
  const words = vectorOf(`${title ?? ''}\n${description ?? ''}`);
  const found = load().map((field) => {
    let byTitle = 0;
    if (compiled !== null)
      for (const each of field.titles) byTitle = Math.max(byTitle, titleLikeness(compiled, each));
    let dot = 0;
    for (const [term, weight] of words.terms) dot += weight * (field.terms.get(term) ?? 0);
    const byWords = Math.min(1000, 3 * cosineThousandths(dot, words.squares, field.squares));
    const likeness = title === null ? byWords : Math.floor((6 * byTitle + 4 * byWords) / 10);
    return { id: field.id, likeness, terms: field.terms };
  });
  const near = found
    .filter(({ likeness }) => likeness >= LEAST)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
  const best = near[0]?.likeness ?? 0;
  return near.filter(({ likeness }) => likeness * 1000 >= best * NEARLY).slice(0, MOST_FIELDS);
}

function vectorOf(text: string): {
  readonly terms: ReadonlyMap<number, number>;
  readonly squares: number;
} {
  const terms = new Map<number, number>();
  let squares = 0;
  for (const [term, count] of countTerms(text)) {
    const weight = rarityOf(term) * Math.min(count, 3);
    terms.set(term, weight);
    squares += weight * weight;
  }
  return { terms, squares };
}

let known: readonly Field[] | null = null;

function load(): readonly Field[] {
  known ??= Object.entries(fieldTable).map(([id, { titles, words }]) => ({
    id,
    titles: titles.split(', ').map(prepareTitle),
    ...vectorOf(words.replace(/-/g, ' ')),
  }));
  return known;
}
