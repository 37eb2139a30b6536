import { tokensOf } from '@/shared/domain/search/tokens';
import type { Statements } from '../statements';
import type { PeopleIndex } from './people-index';

/** People whose texts are looked at. */
const SAMPLE = 128;
/** Words and beginnings that fewer have are found fast enough when they are asked for. */
const LEAST_SHARE = 0.1;
/** Sets worth so many bytes are made beforehand: half of those that are kept, and never more than are of use. */
const MOST_BYTES = 6 * 1024 * 1024;
const MOST_BYTES_A_PERSON = 60;
const MOST_SETS = 2000;

/**
 * The words most people have and the beginnings of two and three letters of most words, as expressions of FTS5, the most frequent first: to find them
 * all for the first time takes longest. They are judged by the texts of some people, for to count everybody's takes seconds.
 */
export function commonExpressions(sql: Statements, people: PeopleIndex): readonly string[] {
  const counts = new Map<string, number>();
  const text = sql(
    'SELECT name, title, company, skill, school, city, note, detail, cv FROM candidate_text WHERE num = ?',
  ).raw();
  const largest = people.largest();
  const bytes = Math.max(MOST_BYTES, MOST_BYTES_A_PERSON * largest);
  for (let n = 0; n < SAMPLE; n++) {
    const row = text.get(Math.ceil(((n + 0.5) * largest) / SAMPLE));
    if (!Array.isArray(row)) continue;
    const own = new Set<string>();
    for (const { folded } of tokensOf(row.join('\n'))) {
      own.add(`"${folded}"`);
      for (const length of [2, 3]) {
        if (folded.length >= length) own.add(`"${folded.slice(0, length)}" *`);
      }
    }
    for (const expression of own) counts.set(expression, (counts.get(expression) ?? 0) + 1);
  }
  return [...counts]
    .filter(([expression, count]) => count >= SAMPLE * LEAST_SHARE && PLAIN.test(expression))
    .sort((a, b) => b[1] - a[1])
    .slice(0, Math.min(MOST_SETS, Math.floor(bytes / (largest / 8 + 1))))
    .map(([expression]) => expression);
}

const PLAIN = /^"[a-z0-9+#]+"(?: \*)?$/;
