import { resumeShownTo } from '@/shared/domain/access/shown-to';
import type { EntityMap, EntityName } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { CandidateReader } from '@/shared/usecases/ports/readers';
import type { Sqlite } from '../connection';
import { decode, entityTable, selectList } from '../entities';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { readDetailFor } from './candidate-detail';
import { readLevels } from './levels';
import { rootOf } from './merge-state';
import {
  applicationScope,
  candidateScope,
  interviewScope,
  noteScope,
  type Scope,
  worksAtDesk,
} from './scope';
import { readStandings } from './standings';
import { reachesSubject, subjectKindOf, subjectOf } from './subject';

const MOST_TAGS = 2000;

export function createCandidateReader(db: Sqlite): CandidateReader {
  const sql = statementsOf(db);
  return {
    levels: async (actor, about, ids) => guarded(() => readLevels(sql, actor, about, ids)),
    get: async (actor, id) =>
      guarded(() => {
        const shown = rootOf(sql, id);
        return shown !== null && reaches(sql, actor, shown)
          ? readDetailFor(sql, actor, shown)
          : null;
      }),
    resume: async (actor, resumeId) =>
      guarded(() => {
        const resume = readRecord(sql, actor, 'resume', resumeId);
        return resume && resumeShownTo(actor, resume);
      }),
    record: async (actor, entity, id) => guarded(() => readRecord(sql, actor, entity, id)),
    standings: async (actor, ids, about) => guarded(() => readStandings(sql, actor, ids, about)),
    tags: async (actor) =>
      guarded(() => {
        const scope = candidateScope(actor, 'c');
        return sql(
          `SELECT ${selectList('tag', 't')},
             (SELECT count(*) FROM candidate_tag ct JOIN candidate c ON c.id = ct.candidate_id
              WHERE ct.tag_id = t.id AND c.archived_at IS NULL AND c.merged_into_id IS NULL AND ${scope.where}) AS candidates
           FROM tag t WHERE ${worksAtDesk(actor) ? '1' : '0'} ORDER BY t.name COLLATE NOCASE, t.id LIMIT ${MOST_TAGS}`,
        )
          .all(...scope.params)
          .map((row) => decode('tag', row) as EntityMap['tag'] & { candidates: number }); // `candidates` is counted in the statement.
      }),
  };
}

/** Whether a candidate exists for this actor. */
export function reaches(sql: Statements, actor: Actor, candidateId: Id): boolean {
  const scope = candidateScope(actor, 'c');
  return (
    sql(`SELECT 1 FROM candidate c WHERE c.id = ? AND ${scope.where}`)
      .pluck()
      .get(candidateId, ...scope.params) === 1
  );
}

function readRecord<E extends EntityName>(
  sql: Statements,
  actor: Actor,
  entity: E,
  id: Id,
): EntityMap[E] | null {
  const table = entityTable(entity);
  const row = sql(table.selectById).get(id);
  if (row === undefined) return null;
  const record = decode(entity, row);
  const subject = subjectOf(entity, { ...record });
  if (!seesRow(sql, actor, entity, record)) return null;
  // What belongs to somebody who was merged into another is shown nowhere, and so it is nobody's to change.
  const visible =
    subject === null
      ? worksAtDesk(actor)
      : reachesSubject(sql, actor, entity, subject) &&
        (subjectKindOf(entity) !== 'candidate' || rootOf(sql, subject) === subject);
  return visible ? record : null;
}

/** Of what is about a candidate one reaches, what all the same not everybody is shown. */
function seesRow(
  sql: Statements,
  actor: Actor,
  entity: EntityName,
  record: { readonly id?: Id } & object,
): boolean {
  const isThere = (from: string, { where, params }: Scope): boolean =>
    sql(`SELECT 1 FROM ${from} AND ${where}`)
      .pluck()
      .get(record.id, ...params) === 1;
  switch (entity) {
    case 'note':
      return isThere('note n WHERE n.id = ?', noteScope(actor, 'n'));
    case 'application':
      return isThere(
        'application a JOIN candidate c ON c.id = a.candidate_id WHERE a.id = ?',
        applicationScope(actor, { application: 'a', candidate: 'c' }),
      );
    case 'interview':
      return isThere(
        'interview i JOIN application a ON a.id = i.application_id JOIN candidate c ON c.id = i.candidate_id WHERE i.id = ?',
        interviewScope(actor, { interview: 'i', application: 'a', candidate: 'c' }),
      );
    case 'duplicatePair':
      // The first of the two is who the pair is about.
      return isThere(
        'duplicate_pair p JOIN candidate o ON o.id = p.other_id WHERE p.id = ?',
        candidateScope(actor, 'o'),
      );
    default:
      return true;
  }
}
