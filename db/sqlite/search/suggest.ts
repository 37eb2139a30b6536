import type { Actor } from '@/shared/domain/workspace/records';
import { fold, squeeze } from '@/shared/kit/text';
import type { CandidateSearch } from '@/shared/usecases/ports/readers';
import type { Statements } from '../statements';
import { candidateScope } from '../stores/scope';

const MOST_SUGGESTED = 100;

interface Suggestion {
  readonly value: string;
  readonly count: number;
}

/** Values that begin with what was typed and that somebody has, most frequent first. Archived candidates do not count. */
export function suggestFacets(
  sql: Statements,
  actor: Actor,
  request: Parameters<CandidateSearch['suggest']>[1],
): readonly Suggestion[] {
  const prefix = fold(squeeze(request.prefix));
  const limit = Math.min(request.limit, MOST_SUGGESTED);
  const scope = candidateScope(actor, 's');
  // Everybody's counts are kept; the counts of one person's candidates are made.
  const [count, params] =
    scope.where === '1'
      ? ['t.candidates', []]
      : [
          `(SELECT count(*) FROM candidate_facet f JOIN candidate s ON s.num = f.num
            WHERE f.term_id = t.id AND s.archived_at IS NULL AND ${scope.where})`,
          scope.params,
        ];
  if (request.kind === 'tag') {
    const tags = sql(
      `SELECT g.name AS value, ${count} AS count FROM tag g JOIN facet_term t ON t.kind = 'tag' AND t.key = g.id`,
    ).all(...params) as readonly Suggestion[]; // The columns named in the statement.
    return tags
      .filter((tag) => tag.count > 0 && fold(tag.value).startsWith(prefix))
      .toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value))
      .slice(0, limit);
  }
  return sql(
    `SELECT * FROM (SELECT t.name AS value, ${count} AS count FROM facet_term t WHERE t.kind = ? AND t.key >= ? AND t.key < ?)
     WHERE count > 0 ORDER BY count DESC, value LIMIT ?`,
  ).all(...params, request.kind, prefix, `${prefix}\u{10ffff}`, limit) as readonly Suggestion[]; // The columns named in the statement.
}
