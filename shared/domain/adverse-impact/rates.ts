import { fisherTwoSided } from './fisher';
import { type Answers, categoriesOf, type QuestionId } from './questions';
import type { GroupRates, Rates, RateTable } from './views';
import { FEWEST_SHOWN, type Line, withheldCells } from './withheld';

/** One application as the workbook sees it: what became of it, and what that person said of themselves. */
export interface Outcome {
  readonly answers: Answers | null;
  readonly selected: boolean;
  /** The match score of the candidate for the job, 0–100; null for none. */
  readonly score: number | null;
}

const FEW = 30;
const SMALL_SHARE = 0.02;

/** The questions the workbook has tables for: each alone, and sex with ethnicity together. */
const TABLES: readonly (readonly QuestionId[])[] = [
  ['sex'],
  ['ethnicity'],
  ['sex', 'ethnicity'],
  ['ageGroup'],
  ['disability'],
];

/**
 * Selection and scoring rates of each group, with its impact ratio: the group's rate by the highest rate of a group that is compared
 * (6 RCNY 5-300 and 5-301; the four-fifths rule of 29 CFR 1607.4 D looks at the same ratio). A scoring rate is the share of those with a
 * score above the median of everybody with one. What is withheld, and why: docs/adverse-impact.md.
 */
export function rateTables(outcomes: readonly Outcome[]): {
  readonly medianScore: number | null;
  readonly tables: readonly RateTable[];
} {
  const scores = outcomes.flatMap(({ score }) => (score === null ? [] : [score]));
  const median = medianOf(scores);
  const withheld = new Map<QuestionId, ReadonlySet<string>>();
  const tables = TABLES.map((questions) => {
    const { table, hidden } = tableOf(questions, outcomes, median, withheld);
    const [question] = questions;
    if (questions.length === 1 && question !== undefined) withheld.set(question, hidden);
    return table;
  });
  return { medianScore: scores.length < FEWEST_SHOWN ? null : median, tables };
}

interface Group {
  readonly categories: readonly string[];
  readonly members: Outcome[];
}

/** Of one question those whose category is withheld come with it, so that a table of two says nothing of them either. */
function tableOf(
  questions: readonly QuestionId[],
  outcomes: readonly Outcome[],
  median: number | null,
  alone: ReadonlyMap<QuestionId, ReadonlySet<string>>,
): { readonly table: RateTable; readonly hidden: ReadonlySet<string> } {
  const { groups, partly } = sorted(questions, outcomes);
  const answered = groups.reduce((sum, { members }) => sum + members.length, 0);
  const already = new Set(
    [...groups.keys()].filter((at) =>
      questions.some((question, place) =>
        alone.get(question)?.has(groups[at]?.categories[place] ?? ''),
      ),
    ),
  );
  const linesFor = (counts: (outcome: Outcome) => boolean): readonly Line[] =>
    linesOf(questions, groups, partly.filter(counts));
  const sizes = groups.map(({ members }) => members.length);
  const hidden = withheldCells(
    sizes,
    linesFor(() => true),
    already,
  );
  const hasScore = ({ score }: Outcome): boolean => score !== null;
  const scored = groups.map(({ members }) => members.filter(hasScore));
  const hiddenScores = withheldCells(
    scored.map(({ length }) => length),
    linesFor(hasScore),
    hidden,
  );
  const isExcluded = (at: number): boolean => (sizes[at] ?? 0) < answered * SMALL_SHARE;
  const isAbove = ({ score }: Outcome): boolean =>
    score !== null && median !== null && score > median;
  const isSelected = (outcome: Outcome): boolean => outcome.selected;
  const isSelectionWithheld = isTooFew(outcomes, isSelected);
  const isScoringWithheld = isTooFew(outcomes.filter(hasScore), isAbove);
  const selection = compared(
    groups.map(({ members }, at) => ({
      of: members.length,
      yes: members.filter(isSelected).length,
      isHidden: hidden.has(at),
      isExcluded: isExcluded(at),
    })),
    isSelectionWithheld,
  );
  const scoring = compared(
    scored.map((members, at) => ({
      of: members.length,
      yes: members.filter(isAbove).length,
      isHidden: hiddenScores.has(at),
      isExcluded: isExcluded(at),
    })),
    isScoringWithheld,
  );
  const gone = [...hidden].reduce((sum, at) => sum + (sizes[at] ?? 0), 0);
  return {
    table: {
      questions: [...questions],
      groups: groups.map(
        ({ categories }, at): GroupRates => ({
          categories: [...categories],
          mark: hidden.has(at)
            ? 'withheld'
            : isExcluded(at)
              ? 'excluded'
              : (sizes[at] ?? 0) < FEW
                ? 'few'
                : null,
          selection: selection[at] ?? NOTHING,
          scoring: scoring[at] ?? NOTHING,
        }),
      ),
      rest: { people: outcomes.length - answered + gone, holdsWithheld: gone > 0 },
      isSelectionWithheld,
      isScoringWithheld,
    },
    hidden: new Set([...hidden].map((at) => groups[at]?.categories[0] ?? '')),
  };
}

/** Everybody by what they said, the groups that there are in the order of the questions; and those who left one of the questions open. */
function sorted(
  questions: readonly QuestionId[],
  outcomes: readonly Outcome[],
): { readonly groups: readonly Group[]; readonly partly: readonly Outcome[] } {
  const groups = new Map<string, Group>(
    combinations(questions).map((categories) => [
      categories.join(' '),
      { categories, members: [] },
    ]),
  );
  const partly: Outcome[] = [];
  for (const outcome of outcomes) {
    const said = questions.map((question) => outcome.answers?.[question] ?? '');
    const group = groups.get(said.join(' '));
    if (group === undefined) partly.push(outcome);
    else group.members.push(outcome);
  }
  return { groups: [...groups.values()].filter(({ members }) => members.length > 0), partly };
}

/** The sums that somebody knows: of the whole table, and of each category of a table of two questions, which has a table of its own. */
function linesOf(
  questions: readonly QuestionId[],
  groups: readonly Group[],
  partly: readonly Outcome[],
): readonly Line[] {
  const whole: Line = { cells: [...groups.keys()], open: partly.length };
  if (questions.length === 1) return [whole];
  const ofCategories = questions.flatMap((question, place) =>
    categoriesOf(question).map(
      (category): Line => ({
        cells: [...groups.keys()].filter((at) => groups[at]?.categories[place] === category),
        open: partly.filter(({ answers }) => answers?.[question] === category).length,
      }),
    ),
  );
  return [whole, ...ofCategories];
}

interface Counted {
  readonly of: number;
  readonly yes: number;
  readonly isHidden: boolean;
  /** Under 2 %: its rate is told, and it is not compared. */
  readonly isExcluded: boolean;
}

const NOTHING: Rates = { of: null, yes: null, rate: null, ratio: null, isBelow: false, p: null };

/** Each group's rate and how it compares with the highest. A single group has nothing to be compared with. */
function compared(groups: readonly Counted[], isWithheld: boolean): readonly Rates[] {
  const shown = groups.filter(({ of, isHidden, isExcluded }) => of > 0 && !isHidden && !isExcluded);
  const [best] = shown.toSorted((a, b) => b.yes * a.of - a.yes * b.of);
  const isComparable = best !== undefined && best.yes > 0 && shown.length > 1;
  return groups.map((group) => {
    const { of, yes, isHidden } = group;
    if (isHidden) return NOTHING;
    if (isWithheld || of === 0) return { ...NOTHING, of };
    const rate = yes / of;
    if (!isComparable || !shown.includes(group)) return { ...NOTHING, of, yes, rate };
    return {
      of,
      yes,
      rate,
      ratio: (yes * best.of) / (best.yes * of),
      // In whole numbers: four fifths exactly are not below.
      isBelow: 5 * yes * best.of < 4 * best.yes * of,
      p: group === best ? null : fisherTwoSided(group, best),
    };
  });
}

/** Who was selected is known by name: of one alone, the group that has one selected tells what they said. */
function isTooFew(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): boolean {
  const yes = outcomes.filter(is).length;
  const fewest = Math.min(yes, outcomes.length - yes);
  return fewest > 0 && fewest < FEWEST_SHOWN;
}

const combinations = (questions: readonly QuestionId[]): readonly (readonly string[])[] =>
  questions.reduce<readonly (readonly string[])[]>(
    (made, question) =>
      made.flatMap((start) => categoriesOf(question).map((category) => [...start, category])),
    [[]],
  );

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const inOrder = Float64Array.from(values).sort();
  const middle = Math.floor(inOrder.length / 2);
  const upper = inOrder[middle] ?? 0;
  return inOrder.length % 2 === 1 ? upper : ((inOrder[middle - 1] ?? 0) + upper) / 2;
}
