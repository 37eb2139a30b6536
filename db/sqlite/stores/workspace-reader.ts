import type { WorkspaceReader } from '@/shared/usecases/ports/readers';
import type { Sqlite } from '../connection';
import { decode, entityTable } from '../entities';
import { guarded } from '../errors';
import { countPeople } from '../search/count-people';
import { statementsOf } from '../statements';
import { readActors } from './actors';
import { candidateScope, reachedBesideOwn } from './scope';

const MOST_OWNERS = 1000;

export function createWorkspaceReader(db: Sqlite): WorkspaceReader {
  const sql = statementsOf(db);
  return {
    workspace: async () =>
      guarded(() => {
        const row = sql(
          `SELECT ${entityTable('workspace').select} FROM workspace ORDER BY id LIMIT 1`,
        ).get();
        return row === undefined ? null : decode('workspace', row);
      }),
    /** The person this computer's desk belongs to: the first user, made with the workspace. */
    localUser: async () =>
      guarded(() => {
        const row = sql(
          `SELECT ${entityTable('user').select} FROM user WHERE status = 'active' ORDER BY id LIMIT 1`,
        ).get();
        return row === undefined ? null : decode('user', row);
      }),
    actor: async (userId) => guarded(() => readActors(sql, 'u.id = ?', userId)[0] ?? null),
    owners: async () =>
      guarded(() =>
        sql(
          `SELECT ${entityTable('user').select} FROM user WHERE status = 'active' AND role IN ('admin', 'recruiter')
           ORDER BY name COLLATE NOCASE, id LIMIT ${MOST_OWNERS}`,
        )
          .all()
          .map((row) => decode('user', row)),
      ),
    countCandidates: async (actor) =>
      guarded(() => {
        const { where, params } = candidateScope(actor, 'c');
        if (where === '1') return countPeople(sql, false);
        const beside = reachedBesideOwn(actor);
        if (where === '0' || beside === null) return 0;
        // Those who can be theirs by an index each, then the condition itself for these.
        return Number(
          sql(
            `SELECT count(*) FROM candidate_document d WHERE d.archived = 0 AND d.num IN (SELECT c.num FROM candidate c WHERE c.num IN (
               SELECT o.num FROM candidate o WHERE o.owner_id = ? UNION ${beside.where}) AND ${where})`,
          )
            .pluck()
            .get(actor.id, ...beside.params, ...params),
        );
      }),
  };
}
