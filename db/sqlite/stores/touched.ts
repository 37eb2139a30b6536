import type { Change } from '@/shared/domain/history/change';
import { entityTable } from '../entities';
import { MARK_FIELDS } from '../search/marks';
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
  'client',
  'contact',
  'job',
  'jobSkill',
  'jobMember',
  'jobTemplate',
  'stageEvent',
  'applicationTag',
  'interview',
  'match',
  'matchRun',
  'savedView',
  'role',
  'credential',
  'share',
  'retentionRule',
  'quarantine',
  'legalHold',
  'erasure',
  'erasedFingerprint',
  'searchLogEntry',
]);

/** Records that lists show and filters ask for, but whose values are no words of the search index. */
const WORDLESS: ReadonlySet<Change['entity']> = new Set([
  'candidateTag',
  'listMember',
  'customValue',
  'application',
]);
/** Records that only mark a candidate. */
const TIES: ReadonlySet<Change['entity']> = new Set(['candidateTag', 'listMember']);
/** The fields of a candidate that are words of the index, or take the candidate out of it. */
const WORD_FIELDS = [
  'name',
  'headline',
  'location',
  'city',
  'region',
  'summary',
  'currentResumeId',
  'mergedIntoId',
] as const;

/**
 * The candidates whose lists and search text a commit changes: those in the database now, by row number, and all of them by id (an id
 * that has no number yet is about to be put in).
 */
export function touchedBy(
  sql: Statements,
  changes: readonly Change[],
): {
  readonly nums: ReadonlySet<number>;
  /** Those of them whose words may change. */
  readonly wordNums: ReadonlySet<number>;
  /** Those of whom nothing changes but marks. */
  readonly markedNums: ReadonlySet<number>;
  readonly candidateIds: ReadonlySet<string>;
  /** Candidates whose page shows a tag that was renamed or deleted. The lists read tags by their ids. */
  readonly taggedIds: ReadonlySet<string>;
  /** Candidates whose page shows a pair of possible duplicates that changed, without a change of their own. */
  readonly pairedIds: ReadonlySet<string>;
} {
  const candidateIds = new Set<string>();
  const wordIds = new Set<string>();
  const deepIds = new Set<string>();
  const taggedIds = new Set<string>();
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
          taggedIds.add(String(id));
        }
      }
      continue;
    }
    const touch = (id: string): void => {
      candidateIds.add(id);
      if (!WORDLESS.has(change.entity)) wordIds.add(id);
      if (!TIES.has(change.entity)) deepIds.add(id);
    };
    if (change.entity === 'candidate') {
      if (change.op !== 'update') touch(change.op === 'insert' ? change.row.id : change.id);
      else {
        candidateIds.add(change.id);
        if (WORD_FIELDS.some((field) => change.patch[field] !== undefined)) wordIds.add(change.id);
        if (!Object.keys(change.patch).every((field) => MARK_FIELDS.has(field)))
          deepIds.add(change.id);
      }
      continue;
    }
    if (change.op === 'insert') {
      if ('candidateId' in change.row && change.row.candidateId !== null)
        touch(change.row.candidateId);
      continue;
    }
    const owner = sql(`SELECT candidate_id FROM ${entityTable(change.entity).sql} WHERE id = ?`)
      .pluck()
      .get(change.id);
    if (typeof owner === 'string') touch(owner);
    if (
      change.op === 'update' &&
      'candidateId' in change.patch &&
      typeof change.patch.candidateId === 'string'
    ) {
      touch(change.patch.candidateId);
    }
  }
  const nums = new Set<number>();
  const wordNums = new Set<number>();
  const markedNums = new Set<number>();
  for (const id of candidateIds) {
    const num = sql('SELECT num FROM candidate WHERE id = ?').pluck().get(id);
    if (typeof num !== 'number') continue;
    nums.add(num);
    if (wordIds.has(id)) wordNums.add(num);
    if (!deepIds.has(id)) markedNums.add(num);
  }
  return { nums, wordNums, markedNums, candidateIds, taggedIds, pairedIds };
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
