import { cellText } from '@/shared/domain/tables/safe-cell';
import { readCode } from './codes';
import { plain, type QuestionId, questionOf, readAnswer } from './questions';

/** What one line says: a category, or null for a question the person would rather not answer. */
export interface AnswerLine {
  readonly code: string;
  readonly said: Readonly<Partial<Record<QuestionId, string | null>>>;
}

/** Where a file cannot be read as it stands. What stands there is nobody's business, so it is not told. */
export interface Unreadable {
  /** As a spreadsheet counts them: the heads of the columns are 1. */
  readonly line: number;
  readonly what: QuestionId | 'code';
}

export interface AnswersRead {
  readonly questions: readonly QuestionId[];
  /** One for each code that something is said under; of several lines with one code the last. */
  readonly answers: readonly AnswerLine[];
  readonly lines: number;
  readonly repeated: number;
  readonly unreadable: readonly Unreadable[];
}

const CODE_NAMES: ReadonlySet<string> = new Set(
  ['code', 'reference', 'reference code', 'ref', 'your code', 'your reference code'].map(plain),
);

/**
 * Reads the rows of a file of answers: a column with the codes and one for each question, in any order; others are passed over. Null when
 * there is no column of codes, none of a question, or two for the same.
 */
export function readAnswersFile(rows: readonly (readonly string[])[]): AnswersRead | null {
  const columns = (rows[0] ?? []).map((head): QuestionId | 'code' | null => {
    const name = cellText(head);
    return CODE_NAMES.has(plain(name)) ? 'code' : questionOf(name);
  });
  const named = columns.filter((column) => column !== null);
  const questions = named.filter((column) => column !== 'code');
  if (new Set(named).size < named.length || !named.includes('code') || questions.length === 0)
    return null;
  const answers = new Map<string, AnswerLine>();
  const unreadable: Unreadable[] = [];
  let lines = 0;
  let repeated = 0;
  for (const [at, row] of rows.entries()) {
    if (at === 0 || row.every((cell) => cell.trim() === '')) continue;
    lines += 1;
    const line = at + 1;
    const code = readCode(cellText(row[columns.indexOf('code')] ?? ''));
    if (code === null) {
      unreadable.push({ line, what: 'code' });
      continue;
    }
    const said: Partial<Record<QuestionId, string | null>> = {};
    for (const question of questions) {
      const read = readAnswer(question, cellText(row[columns.indexOf(question)] ?? ''));
      if (read.kind === 'category') said[question] = read.category;
      else if (read.kind === 'declined') said[question] = null;
      else if (read.kind === 'unreadable') unreadable.push({ line, what: question });
    }
    if (Object.keys(said).length === 0) continue;
    if (answers.has(code)) repeated += 1;
    answers.set(code, { code, said });
  }
  return { questions, answers: [...answers.values()], lines, repeated, unreadable };
}
