import type { EntityName } from '@/shared/domain/history/change';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { ErasureOrder } from '@/shared/usecases/ports/erasure';
import { ENTITY_NAMES, entityTable } from '../entities';
import { eraseWords } from '../search/index-candidate';
import type { Statements } from '../statements';
import { readTree, rootOf } from './merge-state';
import { eraseMentions } from './privacy-mentions';
import { earlierSelves, namesOfTree } from './privacy-names';

/**
 * Takes somebody out of the database within the caller's transaction: every row that is theirs, theirs before a merge or about them, the
 * lines of the history, the words of the index, the keys of what the audit log sealed, and mentions in what others kept (searches, imports,
 * notifications). Made anonymous, the candidate stays without an identity, with their applications, stages and skills of the taxonomy.
 * Answers with the row numbers that have to be indexed anew. Errors: NOT_FOUND; CONFLICT under a legal hold.
 */
export function erasePeople(
  sql: Statements,
  { candidateId, kind }: ErasureOrder,
  at: string,
): readonly number[] {
  const root = rootOf(sql, candidateId);
  if (root === null) throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  const tree = readTree(sql, root);
  refuseHeld(sql, tree);
  return eraseTree(sql, tree, kind === 'anonymise' ? root : null, at);
}

/** The same for just these, whatever holds them; `kept` is the one who stays, anonymous. */
export function eraseTree(
  sql: Statements,
  tree: readonly Id[],
  kept: Id | null,
  at: string,
): readonly number[] {
  const names = namesOfTree(sql, tree);
  const nums = numbersOf(sql, tree);
  eraseWords(sql, nums);
  const everybody = [...tree, ...earlierSelves(sql, names)];
  eraseKeys(sql, everybody);
  eraseMentions(sql, everybody, names);
  eraseHistory(sql, everybody);
  eraseRows(sql, tree, kept);
  if (kept !== null) stripIdentity(sql, kept, at);
  return nums;
}

/** Kinds of records with a `candidateId` that are somebody's own. An item of an import and what says that somebody was erased are not. */
export const OWN_ENTITIES: readonly EntityName[] = ENTITY_NAMES.filter(
  (entity) =>
    entityTable(entity).byKey.has('candidateId') && entity !== 'importItem' && entity !== 'erasure',
);
/** What figures are counted from. */
const KEPT_ANONYMOUS: ReadonlySet<EntityName> = new Set([
  'application',
  'stageEvent',
  'interview',
  'candidateSkill',
]);

function refuseHeld(sql: Statements, tree: readonly Id[]): void {
  const held = sql(
    `SELECT 1 FROM legal_hold WHERE released_at IS NULL AND ${AMONG('candidate_id')}`,
  ).get(JSON.stringify(tree));
  if (held !== undefined) {
    throw new AppError(
      'CONFLICT',
      'A legal hold keeps this candidate. Nothing was erased; release the hold first.',
    );
  }
}

const numbersOf = (sql: Statements, tree: readonly Id[]): readonly number[] =>
  sql(`SELECT num FROM candidate WHERE ${AMONG('id')}`)
    .pluck()
    .all(JSON.stringify(tree))
    .map(Number);

/** What the audit log sealed about them opens for nobody any more. */
const eraseKeys = (sql: Statements, ids: readonly Id[]): void => {
  sql(`DELETE FROM record_key WHERE ${AMONG('subject_id')}`).run(JSON.stringify(ids));
};

/**
 * The lines about them; and of merges that were taken apart again the lines about the other, through which their values passed. A commit
 * of which nothing is left goes too, so that nobody is offered to take nothing back.
 */
function eraseHistory(sql: Statements, ids: readonly Id[]): void {
  const json = JSON.stringify(ids);
  const passed = sql(
    `SELECT DISTINCT l.commit_id FROM merge m JOIN change_log l ON l.commit_id = m.commit_id
       OR (l.entity = 'merge' AND l.row_ids = json_array(m.id))
     WHERE ${AMONG('m.survivor_id')} OR ${AMONG('m.merged_id')}`,
  )
    .pluck()
    .all(json, json)
    .map(String);
  const commits = sql(
    `SELECT DISTINCT commit_id FROM change_log WHERE ${AMONG('subject_id')} UNION SELECT value FROM json_each(?)`,
  )
    .pluck()
    .all(json, JSON.stringify(passed))
    .map(String);
  sql(`DELETE FROM change_log WHERE ${AMONG('commit_id')}`).run(JSON.stringify(passed));
  sql(`DELETE FROM change_log WHERE ${AMONG('subject_id')}`).run(json);
  sql(
    `DELETE FROM commit_log WHERE ${AMONG('id')} AND NOT EXISTS (SELECT 1 FROM change_log l WHERE l.commit_id = commit_log.id)`,
  ).run(JSON.stringify(commits));
}

function eraseRows(sql: Statements, tree: readonly Id[], kept: Id | null): void {
  const json = JSON.stringify(tree);
  for (const entity of OWN_ENTITIES) {
    const spared = kept !== null && KEPT_ANONYMOUS.has(entity) ? ' AND candidate_id <> ?' : '';
    sql(`DELETE FROM ${entityTable(entity).sql} WHERE ${AMONG('candidate_id')}${spared}`).run(
      json,
      ...(spared === '' ? [] : [kept]),
    );
  }
  sql(`DELETE FROM duplicate_pair WHERE ${AMONG('other_id')}`).run(json);
  sql(`DELETE FROM merge WHERE ${AMONG('survivor_id')} OR ${AMONG('merged_id')}`).run(json, json);
  sql(`DELETE FROM candidate WHERE ${AMONG('id')} AND id IS NOT ?`).run(json, kept);
}

/** What stays of somebody made anonymous: owner, source, country, whole years, stages and their dates, skills of the taxonomy. */
function stripIdentity(sql: Statements, id: Id, at: string): void {
  sql(
    `UPDATE candidate SET name = '', headline = NULL, location = NULL, city = NULL, region = NULL, summary = NULL,
       total_years = round(total_years), notice_period = NULL, work_permission = NULL, consent_basis = NULL, consent_given_at = NULL,
       consent_expires_at = NULL, do_not_contact = 1, archived_at = ?, merged_into_id = NULL, current_resume_id = NULL, provenance = '{}',
       version = version + 1, updated_at = ? WHERE id = ?`,
  ).run(at, at, id);
  sql('DELETE FROM candidate_skill WHERE candidate_id = ? AND skill_id IS NULL').run(id);
  // The name as it stood in the CV gives way to that of the taxonomy; where it stood is nobody's any more.
  sql(
    `UPDATE candidate_skill SET name = key, years = round(years), version = version + 1,
       provenance = json_object('source', 'person', 'by', created_by, 'byName', '', 'at', created_at) WHERE candidate_id = ?`,
  ).run(id);
  sql(
    `UPDATE application SET match_id = NULL, reason_note = NULL, override_reason = NULL, write_up = '', salary_offered = NULL,
       salary_currency = NULL, shortlist_position = NULL, version = version + 1, updated_at = ? WHERE candidate_id = ?`,
  ).run(at, id);
  sql(
    `UPDATE interview SET round_name = '', meeting_link = '', location = '', instructions = '', status_note = '', feedback = '',
       version = version + 1, updated_at = ? WHERE candidate_id = ?`,
  ).run(at, id);
  sql('UPDATE stage_event SET reason = NULL, version = version + 1 WHERE candidate_id = ?').run(id);
}

/** A condition on a column, with a JSON list of ids as its parameter. */
const AMONG = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;
