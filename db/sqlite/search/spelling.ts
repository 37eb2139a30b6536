import type { Expansion } from '@/shared/domain/search/expand';
import { type KnownWord, mistakesIn, nearestWords } from '@/shared/domain/search/nearest-words';
import { type Query, type WordsNode, wantedWords } from '@/shared/domain/search/query';
import { tokensOf } from '@/shared/domain/search/tokens';
import type { Statements } from '../statements';
import { type Presence, stampOf } from './presence';
import { makeWordTables } from './word-tables';

/** Words taken for one that nobody has. */
const MOST_NEAR = 3;
/** Of these, so many are looked up in their field. */
const MOST_ASKED = 8;
const LONGEST = 24;
/** Words that begin with one letter and are kept, at most. */
const MOST_KEPT = 60_000;
/** A list is read again when it is so old, in ms, and the database has changed. A word that is new meanwhile is found all the same. */
const FRESH_FOR = 10 * 60_000;
const FRESH_IN_NEED = 5_000;

/** The words nearest to those of a query that no candidate has. */
export type Spelling = (query: Query) => readonly Expansion[];

/**
 * Knows the words of the index. A misspelt word is looked for among those that begin with the same letter: they are read from the index
 * when such a word is first met, which takes some hundredths of a second at 100,000 candidates, and kept.
 */
export function createSpelling(sql: Statements, isFound: Presence): Spelling {
  const lists = new Map<
    string,
    { readonly words: readonly KnownWord[]; readonly readAt: number; readonly stamp: number }
  >();

  const wordsWith = (letter: string, freshFor: number): readonly KnownWord[] => {
    const kept = lists.get(letter);
    const stamp = stampOf(sql);
    const isFresh =
      kept !== undefined && (kept.stamp === stamp || performance.now() - kept.readAt < freshFor);
    if (isFresh) return kept.words;
    const words = readWords(sql, letter);
    lists.set(letter, { words, readAt: performance.now(), stamp });
    return words;
  };

  const nearestTo = (node: WordsNode, word: string): readonly string[] => {
    const letter = word.charAt(0);
    const near = (freshFor: number): readonly string[] =>
      nearestWords(word, wordsWith(letter, freshFor), node.field === null ? MOST_NEAR : MOST_ASKED)
        .filter((other) => node.field === null || isFound({ ...node, text: other, kind: 'term' }))
        .slice(0, MOST_NEAR);
    const found = near(FRESH_FOR);
    return found.length > 0 ? found : near(FRESH_IN_NEED);
  };

  return (query) =>
    wantedWords(query).flatMap((node) => {
      if (node.kind === 'near') return [];
      const word = correctable(node);
      if (word === null || isFound(node)) return [];
      const words = [...nearestTo(node, word)];
      const { start, end } = node;
      return words.length === 0 ? [] : [{ start, end, words, why: 'spelling' as const }];
    });
}

/** The word of a part that may be misspelt; null for phrases in quotes, short words, and words with digits and signs, which are names or numbers. */
function correctable(node: WordsNode): string | null {
  if (node.kind === 'phrase' || node.field === 'tag' || node.text.length > LONGEST) return null;
  const [first, second] = [...tokensOf(node.text)];
  if (first === undefined || second !== undefined || mistakesIn(first.folded) === 0) return null;
  return /^\p{L}+$/u.test(first.folded) && !UNSPACED.test(first.folded) ? first.folded : null;
}
const UNSPACED = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

function readWords(sql: Statements, letter: string): readonly KnownWord[] {
  makeWordTables(sql);
  // The columns named in the statement.
  const rows = sql(
    `SELECT term AS word, doc AS count FROM temp.indexed_word WHERE term >= ? AND term < ? LIMIT ${MOST_KEPT}`,
  ).iterate(letter, `${letter}\u{10ffff}`) as IterableIterator<KnownWord>;
  const words: KnownWord[] = [];
  for (const row of rows) {
    if (row.word.length >= 3 && row.word.length <= LONGEST + 2 && !/[\d+#]/.test(row.word))
      words.push(row);
  }
  return words;
}
