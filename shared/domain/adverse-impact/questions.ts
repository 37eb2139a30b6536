/** What people are asked of themselves, if they like to answer. */
interface Question {
  readonly id: QuestionId;
  /** What stands for it in a file of answers, beside its id. */
  readonly names: readonly string[];
  readonly categories: readonly Category[];
}

export const QUESTION_IDS = ['sex', 'ethnicity', 'ageGroup', 'disability'] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

interface Category {
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * The questions of the EEO-1 report of the United States (29 CFR 1602.7), which New York City's rule on automated employment decision
 * tools asks for too (6 RCNY 5-301), with those on age and disability that other countries' monitoring forms have.
 */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'sex',
    names: ['sex', 'gender'],
    categories: [
      { id: 'female', names: ['female', 'woman', 'f', 'w'] },
      { id: 'male', names: ['male', 'man', 'm'] },
      { id: 'other', names: ['other', 'non-binary', 'nonbinary', 'diverse', 'another', 'x'] },
    ],
  },
  {
    id: 'ethnicity',
    names: ['ethnicity', 'race', 'race/ethnicity', 'race ethnicity', 'ethnic group'],
    categories: [
      {
        id: 'hispanic',
        names: ['hispanic or latino', 'hispanic', 'latino', 'latina', 'hispanic/latino'],
      },
      { id: 'white', names: ['white'] },
      {
        id: 'black',
        names: ['black or african american', 'black', 'african american', 'black/african american'],
      },
      {
        id: 'pacific',
        names: [
          'native hawaiian or pacific islander',
          'native hawaiian or other pacific islander',
          'native hawaiian',
          'pacific islander',
        ],
      },
      { id: 'asian', names: ['asian'] },
      {
        id: 'native',
        names: [
          'native american or alaska native',
          'american indian or alaska native',
          'native american',
          'american indian',
          'alaska native',
        ],
      },
      { id: 'mixed', names: ['two or more races', 'two or more', 'mixed', 'multiple'] },
    ],
  },
  {
    id: 'ageGroup',
    names: ['age group', 'age', 'agegroup'],
    categories: [
      { id: 'under40', names: ['under 40', '<40', 'under40', 'younger than 40'] },
      {
        id: 'from40',
        names: ['40 and over', '40 or over', '40 or older', '>=40', '40+', 'from40'],
      },
    ],
  },
  {
    id: 'disability',
    names: ['disability', 'disabled'],
    categories: [
      { id: 'yes', names: ['yes', 'y', 'disabled', 'true'] },
      { id: 'no', names: ['no', 'n', 'not disabled', 'none', 'false'] },
    ],
  },
];

/** What somebody said of themselves; a question they did not answer is absent. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

export const categoriesOf = (question: QuestionId): readonly string[] =>
  QUESTIONS.find(({ id }) => id === question)?.categories.map(({ id }) => id) ?? [];

/**
 * What an answer in a file means: a category; `declined` for "prefer not to say", which takes an earlier answer back; `none` for an empty
 * cell; `unreadable` for what is in no list.
 */
export type AnswerRead =
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'declined' | 'none' | 'unreadable' };

export function readAnswer(question: QuestionId, answer: string): AnswerRead {
  const said = plain(answer);
  if (said === '') return { kind: 'none' };
  if (DECLINED.has(said)) return { kind: 'declined' };
  const found = QUESTIONS.find(({ id }) => id === question)?.categories.find(
    ({ id, names }) => plain(id) === said || names.some((name) => plain(name) === said),
  );
  const category = found?.id ?? (question === 'ageGroup' ? ageGroupOf(said) : null);
  return category === null ? { kind: 'unreadable' } : { kind: 'category', category };
}

/** The question a column of a file is about; null for none. */
export const questionOf = (column: string): QuestionId | null =>
  QUESTIONS.find(
    ({ id, names }) =>
      plain(id) === plain(column) || names.some((name) => plain(name) === plain(column)),
  )?.id ?? null;

/** Small letters without signs that only differ in looks, spaces and hyphens as one space. */
export const plain = (text: string): string =>
  text
    .slice(0, LONGEST_ANSWER)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s_-]+/g, ' ')
    .trim();
/** More than any name has; what is longer is no answer. */
const LONGEST_ANSWER = 200;

const DECLINED: ReadonlySet<string> = new Set(
  [
    'prefer not to say',
    'prefer not to answer',
    'prefer not to disclose',
    'rather not say',
    'decline to answer',
    'declined',
    'decline to self-identify',
    'i do not wish to answer',
    "i don't wish to answer",
    'i do not want to answer',
    "i don't want to answer",
    'not stated',
    'not disclosed',
    'undisclosed',
    'no answer',
    'unknown',
    'n/a',
  ].map(plain),
);

const FORTY = 40;

/** An age in years, or a range of them that does not go across forty. */
function ageGroupOf(said: string): string | null {
  const [, from = '', to = from] = /^(\d{2,3})(?: ?(?:–|to)? ?(\d{2,3}))?$/.exec(said) ?? [];
  const [youngest, oldest] = [Number(from), Number(to)];
  if (from === '' || youngest < 14 || oldest > 120 || youngest > oldest) return null;
  if (oldest < FORTY) return 'under40';
  return youngest >= FORTY ? 'from40' : null;
}
