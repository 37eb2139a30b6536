import type { WordsNode } from '@/shared/domain/search/query';
import { isEmpty } from './bits';
import { leafExpression } from './match';
import { peopleMatching, type WordDeps } from './word-sets';

/** Whether any candidate has the words of a part, in its field. */
export type Presence = (node: WordsNode) => boolean;

/** As many answers are kept; then all are let go. */
const MOST_KEPT = 5000;

/** Asks the index, and keeps its answers until something is written. */
export function createPresence(deps: WordDeps): Presence {
  const { sql } = deps;
  const known = new Map<string, boolean>();
  let stamp = 0;
  return (node) => {
    const now = stampOf(sql);
    if (now !== stamp || known.size >= MOST_KEPT) known.clear();
    stamp = now;
    const expression = leafExpression(node);
    let found = known.get(expression);
    if (found === undefined) {
      found =
        node.kind === 'prefix'
          ? // The search that follows needs them all, and the first costs as much.
            !isEmpty(peopleMatching(deps, expression))
          : sql('SELECT 1 FROM candidate_fts WHERE candidate_fts MATCH ? LIMIT 1')
              .pluck()
              .get(expression) === 1;
      known.set(expression, found);
    }
    return found;
  };
}

/** Changes with every commit of other connections, and of this one. */
export const stampOf = (sql: WordDeps['sql']): number =>
  Number(sql('PRAGMA data_version').pluck().get()) * 2 ** 32 +
  Number(sql('SELECT total_changes()').pluck().get());
