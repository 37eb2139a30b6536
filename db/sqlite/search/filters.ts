import type { CandidateFilters } from '@/shared/domain/candidates/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { FacetKind } from '../schema/search';
import { candidateScope } from '../stores/scope';
import { sortKey } from './index-candidate';

/** A condition of a search as SQL over a row number, with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * The conditions of a search, but for the archived flag, which the caller asks of the table it walks. `over` is that table: the documents
 * (alias `d`) or the full-text index (alias `f`). The plus sign before the row number keeps SQLite from driving a full-text search by the
 * list of a subquery, which took 18 s instead of 12 ms.
 */
export function conditionsOf(
  actor: Actor,
  filters: CandidateFilters,
  over: 'documents' | 'index',
): readonly Condition[] {
  const walksDocuments = over === 'documents';
  const num = walksDocuments ? '+d.num' : '+f.rowid';
  const conditions: Condition[] = [];
  const scope = candidateScope(actor, 's');
  if (scope.where !== '1') {
    conditions.push({
      sql: `${num} IN (SELECT s.num FROM candidate s WHERE ${scope.where})`,
      params: scope.params,
    });
  }
  // Everyone must have each of the skills and tags; one of the cities and one of the companies is enough.
  for (const { name } of filters.skills) {
    conditions.push(facetCondition(num, 'skill', [folded(name)]));
  }
  for (const tagId of filters.tagIds) conditions.push(facetCondition(num, 'tag', [tagId]));
  if (filters.cities.length > 0) {
    conditions.push(facetCondition(num, 'city', filters.cities.map(folded)));
  }
  if (filters.companies.length > 0) {
    conditions.push(facetCondition(num, 'company', filters.companies.map(folded)));
  }
  if (filters.sources.length > 0) {
    conditions.push({
      sql: `${num} IN (SELECT num FROM candidate WHERE source IN (${marks(filters.sources)}))`,
      params: filters.sources,
    });
  }
  if (filters.minYears !== null || filters.maxYears !== null) {
    const between = 'total_years BETWEEN ? AND ?';
    conditions.push({
      sql: walksDocuments
        ? `d.${between}`
        : `${num} IN (SELECT num FROM candidate_document WHERE archived IN (0, 1) AND ${between})`,
      params: [filters.minYears ?? 0, filters.maxYears ?? 1000],
    });
  }
  for (const what of filters.missing) conditions.push(facetCondition(num, 'missing', [what]));
  if (filters.review) conditions.push(facetCondition(num, 'review', ['low']));
  if (filters.taskId !== null) {
    conditions.push({
      sql: `${num} IN (SELECT c.num FROM import_item i JOIN candidate c ON c.id = i.candidate_id
             WHERE i.task_id = ? AND i.outcome IN ('loaded', 'updated', 'missing_information', 'possible_duplicate'))`,
      params: [filters.taskId],
    });
  }
  return conditions;
}

function facetCondition(num: string, kind: FacetKind, keys: readonly string[]): Condition {
  return {
    sql: `${num} IN (SELECT num FROM candidate_facet WHERE term_id IN (SELECT id FROM facet_term WHERE kind = ? AND key IN (${marks(keys)})))`,
    params: [kind, ...keys],
  };
}

const folded = (text: string): string => sortKey(text) ?? '';
const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
