import type { Change } from '@/shared/domain/history/change';
import { entityTable } from '../entities';
import type { Statements } from '../statements';

/** Records that stand for themselves: changing one touches no candidate's text. */
const APART: ReadonlySet<Change['entity']> = new Set([
  'workspace',
  'user',
  'watchedFolder',
  'task',
  'importItem',
  'duplicatePair',
  'reparse',
  'reparseItem',
  'candidateList',
  'savedSearch',
  'searchEntry',
  'customField',
  'merge',
  'notification',
  'tableImport',
]);

/**
 * The candidates whose lists and search text a commit changes: those in the database now, by row number, and all of them by id (an id
 * that has no number yet is about to be put in). A renamed or deleted tag touches everyone who has it.
 */
export function touchedBy(
  sql: Statements,
  changes: readonly Change[],
): {
  readonly nums: ReadonlySet<number>;
  readonly candidateIds: ReadonlySet<string>;
  /** Candidates whose page shows a pair of possible duplicates that changed, without a change of their own. */
  readonly pairedIds: ReadonlySet<string>;
} {
  const candidateIds = new Set<string>();
  const pairedIds = new Set<string>();
  for (const change of changes) {
    if (change.entity === 'duplicatePair') {
      for (const id of pairOf(sql, change)) pairedIds.add(id);
    }
    if (APART.has(change.entity)) continue;
    if (change.entity === 'tag') {
      if (change.op !== 'insert') {
        for (const id of sql('SELECT candidate_id FROM candidate_tag WHERE tag_id = ?')
          .pluck()
          .all(change.id)) {
          candidateIds.add(String(id));
        }
      }
      continue;
    }
    if (change.entity === 'candidate') {
      candidateIds.add(change.op === 'insert' ? change.row.id : change.id);
      continue;
    }
    if (change.op === 'insert') {
      if ('candidateId' in change.row && change.row.candidateId !== null)
        candidateIds.add(change.row.candidateId);
      continue;
    }
    const owner = sql(`SELECT candidate_id FROM ${entityTable(change.entity).sql} WHERE id = ?`)
      .pluck()
      .get(change.id);
    if (typeof owner === 'string') candidateIds.add(owner);
    if (
      change.op === 'update' &&
      'candidateId' in change.patch &&
      typeof change.patch.candidateId === 'string'
    ) {
      candidateIds.add(change.patch.candidateId);
    }
  }
  const nums = new Set<number>();
  for (const id of candidateIds) {
    const num = sql('SELECT num FROM candidate WHERE id = ?').pluck().get(id);
    if (typeof num === 'number') nums.add(num);
  }
  return { nums, candidateIds, pairedIds };
}

function pairOf(
  sql: Statements,
  change: Extract<Change, { readonly entity: 'duplicatePair' }>,
): readonly string[] {
  if (change.op === 'insert') return [change.row.candidateId, change.row.otherId];
  const pair = sql('SELECT candidate_id, other_id FROM duplicate_pair WHERE id = ?')
    .raw()
    .get(change.id);
  return Array.isArray(pair) ? pair.map(String) : [];
}
