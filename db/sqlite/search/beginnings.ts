import type { Statements } from '../statements';
import { makeWordTables } from './word-tables';

/** Words, or longer beginnings, that one beginning is put together from; the index itself is asked where there are more. */
const MOST_PARTS = 250;

/** One beginning in plain letters, in any column, as `leafExpression` writes it. */
const BEGINNING = /^((?:\w+ : )?)"([a-z0-9+#]+)" \*$/;

/**
 * The expressions that together find what a beginning of words finds; null for what is best asked of FTS5 as it stands. Beginnings of two
 * and three letters are in its index. For others it merges the lists of all their words with every place in them, each time anew: those of
 * one letter are put together from those of two, and longer ones from whole words, whose sets are kept and which need no places.
 */
export function partsOfBeginning(sql: Statements, expression: string): readonly string[] | null {
  if (!isPutTogether(expression)) return null;
  const [, column = '', beginning = ''] = BEGINNING.exec(expression) ?? [];
  makeWordTables(sql);
  const parts: string[] = [];
  for (let word = wordFrom(sql, beginning); word?.startsWith(beginning) === true; ) {
    if (parts.length === MOST_PARTS) return null;
    if (beginning.length > 1 || word === beginning) {
      parts.push(`${column}"${word}"`);
      word = wordFrom(sql, `${word}\u0001`);
    } else {
      const next = word.codePointAt(1) ?? 0;
      parts.push(`${column}"${beginning}${String.fromCodePoint(next)}" *`);
      word = wordFrom(sql, beginning + String.fromCodePoint(after(next)));
    }
  }
  return parts;
}

/** Whether an expression is a beginning that `partsOfBeginning` takes apart. */
export function isPutTogether(expression: string): boolean {
  const length = BEGINNING.exec(expression)?.[2]?.length ?? 0;
  return length === 1 || length > 3;
}

/** The next code point that may stand in a text: none of those that are half a pair. */
const after = (code: number): number => (code === 0xd7ff ? 0xe000 : code + 1);

/** The first word of the index that is not before `least`, without counting who has it. */
function wordFrom(sql: Statements, least: string): string | undefined {
  const word = sql('SELECT term FROM temp.word_place WHERE term >= ? LIMIT 1').pluck().get(least);
  return typeof word === 'string' ? word : undefined;
}
