import { type Answers, QUESTIONS, type QuestionId } from './questions';

/** One application as the workbook sees it: what became of it, and what that person said of themselves. */
export interface Outcome {
  readonly answers: Answers | null;
  readonly selected: boolean;
  /** The match score when the candidate was put on the job, 0–100; null for none. */
  readonly score: number | null;
}

/** How one group fared. Every figure but `small` is null where the group is so small that it would tell of single people. */
export interface GroupRates {
  /** A category of each question of the table. */
  readonly categories: readonly string[];
  readonly people: number | null;
  readonly selected: number | null;
  /** Selected of people, 0–1. */
  readonly selectionRate: number | null;
  /** Its selection rate by that of the group selected most; null for a small group's own part in that comparison too. */
  readonly impactRatio: number | null;
  readonly scored: number | null;
  /** Those with a score above the median of everybody with one, by those with a score. */
  readonly scoringRate: number | null;
  readonly scoringImpactRatio: number | null;
  /** Too few for the figures to say much: under 2 % of those who answered, or under thirty people. */
  readonly small: boolean;
}

/** The rates by one question, or by two together. */
export interface RateTable {
  readonly questions: readonly QuestionId[];
  readonly groups: readonly GroupRates[];
  /** Who did not answer, or not all of the questions. Null where it would tell of single people. */
  readonly unknown: { readonly people: number; readonly selected: number } | null;
  /** The median score of everybody who answered and has a score. */
  readonly medianScore: number | null;
}

/** Groups of fewer people than this are not counted in the open: a figure on two people tells what each of them said. */
export const FEWEST_SHOWN = 5;
const FEW = 30;
const SMALL_SHARE = 0.02;

/** The questions the workbook has tables for: each alone, and sex with ethnicity together. */
export const TABLES: readonly (readonly QuestionId[])[] = [
  ['sex'],
  ['ethnicity'],
  ['sex', 'ethnicity'],
  ['ageGroup'],
  ['disability'],
];

/**
 * Selection and scoring rates of each group, with its impact ratio: the group's rate by the highest rate of a group that is not small
 * (6 RCNY 5-300 and 5-301; the four-fifths rule of 29 CFR 1607.4 D looks at the same ratio). Groups under five people are withheld, and
 * the smallest of the others with them where a single one could be found by subtracting from the whole.
 */
export function ratesBy(questions: readonly QuestionId[], outcomes: readonly Outcome[]): RateTable {
  const groups = new Map<string, Outcome[]>(
    combinations(questions).map((categories) => [categories.join(' '), []]),
  );
  const unknown: Outcome[] = [];
  for (const outcome of outcomes) {
    const said = questions.map((question) => outcome.answers?.[question] ?? null);
    const group = groups.get(said.join(' '));
    if (group === undefined || said.includes(null)) unknown.push(outcome);
    else group.push(outcome);
  }
  const answered = [...groups.values()].flat();
  const medianScore = medianOf(answered.flatMap(({ score }) => (score === null ? [] : [score])));
  const counted = [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([key, members]) => count(key, members, { answered: answered.length, medianScore }));
  const known = counted.filter(({ small }) => !small);
  const compared = known.length > 0 ? known : counted;
  const bestSelection = highest(compared.map(({ selectionRate }) => selectionRate));
  const bestScoring = highest(compared.map(({ scoringRate }) => scoringRate));
  const withheld = withheldOf([...counted.map(({ people }) => people), unknown.length]);
  return {
    questions,
    groups: counted.map((group, index): GroupRates => {
      const { key, ...figures } = group;
      const categories = key.split(' ');
      if (withheld.has(index)) return { ...WITHHELD, categories };
      return {
        ...figures,
        categories,
        impactRatio: ratio(group.selectionRate, bestSelection),
        scoringImpactRatio: ratio(group.scoringRate, bestScoring),
      };
    }),
    unknown: withheld.has(counted.length)
      ? null
      : { people: unknown.length, selected: unknown.filter(({ selected }) => selected).length },
    medianScore: answered.length < FEWEST_SHOWN ? null : medianScore,
  };
}

const WITHHELD: Omit<GroupRates, 'categories'> = {
  people: null,
  selected: null,
  selectionRate: null,
  impactRatio: null,
  scored: null,
  scoringRate: null,
  scoringImpactRatio: null,
  small: true,
};

function count(
  key: string,
  members: readonly Outcome[],
  whole: { readonly answered: number; readonly medianScore: number | null },
) {
  const people = members.length;
  const selected = members.filter((outcome) => outcome.selected).length;
  const scores = members.flatMap(({ score }) => (score === null ? [] : [score]));
  const above = scores.filter((score) => whole.medianScore !== null && score > whole.medianScore);
  return {
    key,
    people,
    selected,
    selectionRate: selected / people,
    scored: scores.length,
    scoringRate: scores.length === 0 ? null : above.length / scores.length,
    small: people < FEW || people < whole.answered * SMALL_SHARE,
  };
}

/** Which of the groups are withheld, by index. One alone would be what is missing from the whole, so it takes the next smallest along. */
function withheldOf(sizes: readonly number[]): ReadonlySet<number> {
  const present = [...sizes.entries()].filter(([, size]) => size > 0).sort((a, b) => a[1] - b[1]);
  const few = present.filter(([, size]) => size < FEWEST_SHOWN);
  const second = few.length === 1 ? present.slice(1, 2) : [];
  return new Set([...few, ...second].map(([index]) => index));
}

const combinations = (questions: readonly QuestionId[]): readonly (readonly string[])[] =>
  questions.reduce<readonly (readonly string[])[]>(
    (made, question) =>
      made.flatMap((start) => categoriesOf(question).map((category) => [...start, category])),
    [[]],
  );

const categoriesOf = (question: QuestionId): readonly string[] =>
  QUESTIONS.find(({ id }) => id === question)?.categories.map(({ id }) => id) ?? [];

const highest = (rates: readonly (number | null)[]): number | null =>
  rates.reduce(
    (best, rate) => (rate !== null && (best === null || rate > best) ? rate : best),
    null,
  );

/** Null where nobody was selected at all: there is nothing to compare with. */
const ratio = (rate: number | null, best: number | null): number | null =>
  rate === null || best === null || best === 0 ? null : rate / best;

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
