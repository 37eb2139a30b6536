import type { WorkspaceReader } from '@/shared/usecases/ports/readers';
import type { Sqlite } from '../connection';
import { decode, entityTable } from '../entities';
import { guarded } from '../errors';
import { statementsOf } from '../statements';
import { candidateScope } from './scope';

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
        const scope = candidateScope(actor, 'c');
        return Number(
          sql(
            // The search's own table has the flag in an index; a candidate's row is a page of the database each.
            `SELECT count(*) FROM candidate_document d WHERE d.archived = 0${
              scope.where === '1'
                ? ''
                : ` AND d.num IN (SELECT c.num FROM candidate c WHERE ${scope.where})`
            }`,
          )
            .pluck()
            .get(...scope.params),
        );
      }),
  };
}
