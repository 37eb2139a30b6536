import { cosineThousandths } from './integers';
import { fieldTable } from './matching-data';
import type { TermFact } from './facts';
import { countTerms, fieldTerm, rarityOf } from './terms';
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
/** Fields that a CV may be of: within so much of the first. An engineer may be of three. */
const NEAR = 700;
const MOST_NEAR = 6;

/** The fields of work that a job's title and words speak of, the nearest first: its own, at most two, and all that are near, at most six. */
export function fieldsOf(
  title: string | null,
  description: string | null,
): { readonly own: readonly FieldLikeness[]; readonly near: readonly FieldLikeness[] } {
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
  const within = (share: number, most: number): readonly FieldLikeness[] =>
    near.filter(({ likeness }) => likeness * 1000 >= best * share).slice(0, most);
  return { own: within(NEARLY, MOST_FIELDS), near: within(NEAR, MOST_NEAR) };
}

/**
 * The fields of work that a CV's words speak of most, each as a term: its likeness beside that of the nearest field, squared, so that only what comes
 * close to the nearest counts. Read from all words, not only from those that are kept. At most eight, ascending, weights 1 to 255.
 */
export function fieldTerms(counts: ReadonlyMap<number, number>): readonly TermFact[] {
  const words = [...counts].map(([term, count]) => ({
    term,
    weight: rarityOf(term) * Math.min(count, MOST_TIMES),
  }));
  const dots = new Map<Field, number>();
  for (const { term, weight } of words)
    for (const [field, own] of fieldsWith().get(term) ?? [])
      dots.set(field, (dots.get(field) ?? 0) + weight * own);
  const squares = words.reduce((sum, { weight }) => sum + weight * weight, 0);
  const found = [...dots].map(([field, dot]) => ({
    id: field.id,
    likeness: cosineThousandths(dot, squares, field.squares),
  }));
  const best = found.reduce((most, { likeness }) => Math.max(most, likeness), 0);
  return found
    .map(({ id, likeness }) => ({
      term: fieldTerm(id),
      weight: best === 0 ? 0 : Math.floor((255 * likeness * likeness) / (best * best)),
    }))
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, MOST_OF_CV)
    .sort((a, b) => a.term - b.term);
}
const LEAST_WEIGHT = 8;
const MOST_OF_CV = 8;
/** A word that stands there oftener says no more. What somebody calls their work is counted three times more than it stands there. */
const MOST_TIMES = 6;

let byTerm: ReadonlyMap<number, readonly (readonly [Field, number])[]> | null = null;

/** Term → the fields whose words have it, with its weight there. */
function fieldsWith(): ReadonlyMap<number, readonly (readonly [Field, number])[]> {
  if (byTerm !== null) return byTerm;
  const found = new Map<number, (readonly [Field, number])[]>();
  for (const field of load()) {
    for (const [term, weight] of field.terms) {
      const list = found.get(term);
      if (list === undefined) found.set(term, [[field, weight]]);
      else list.push([field, weight]);
    }
  }
  byTerm = found;
  return found;
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
