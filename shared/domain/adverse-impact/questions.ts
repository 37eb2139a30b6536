/** What people are asked of themselves, if they like to answer. */
export interface Question {
  readonly id: QuestionId;
  /** What stands for it in a file of answers, beside its id. */
  readonly names: readonly string[];
  readonly categories: readonly Category[];
}

export const QUESTION_IDS = ['sex', 'ethnicity', 'ageGroup', 'disability'] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

export interface Category {
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
      { id: 'hispanic', names: ['hispanic or latino', 'hispanic', 'latino', 'latina'] },
      { id: 'white', names: ['white'] },
      { id: 'black', names: ['black or african american', 'black', 'african american'] },
      {
        id: 'pacific',
        names: ['native hawaiian or pacific islander', 'native hawaiian', 'pacific islander'],
      },
      { id: 'asian', names: ['asian'] },
      {
        id: 'native',
        names: ['native american or alaska native', 'native american', 'american indian'],
      },
      { id: 'mixed', names: ['two or more races', 'two or more', 'mixed', 'multiple'] },
    ],
  },
  {
    id: 'ageGroup',
    names: ['age group', 'age', 'agegroup'],
    categories: [
      { id: 'under40', names: ['under 40', '<40', 'under40'] },
      { id: 'from40', names: ['40 and over', '40 or over', '>=40', '40+', 'from40'] },
    ],
  },
  {
    id: 'disability',
    names: ['disability', 'disabled'],
    categories: [
      { id: 'yes', names: ['yes', 'y', 'disabled'] },
      { id: 'no', names: ['no', 'n', 'not disabled'] },
    ],
  },
];

/** What somebody said of themselves; a question they did not answer is absent. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** The category that an answer in a file means; null for none, as for "prefer not to say". */
export function categoryOf(question: QuestionId, answer: string): string | null {
  const said = plain(answer);
  const found = QUESTIONS.find(({ id }) => id === question)?.categories.find(
    ({ id, names }) => plain(id) === said || names.some((name) => plain(name) === said),
  );
  return found?.id ?? null;
}

/** The question a column of a file is about; null for none. */
export const questionOf = (column: string): QuestionId | null =>
  QUESTIONS.find(
    ({ id, names }) =>
      plain(id) === plain(column) || names.some((name) => plain(name) === plain(column)),
  )?.id ?? null;

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
