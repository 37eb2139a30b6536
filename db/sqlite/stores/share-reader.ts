import type { Share } from '@/shared/domain/access/records';
import type { Id } from '@/shared/kit/ids';
import type {
  OwnAccess,
  Receiver,
  ShareNews,
  ShareReader,
  ShareView,
} from '@/shared/usecases/ports/share-reader';
import type { Sqlite } from '../connection';
import { decode, selectList } from '../entities';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { readActors } from './actors';
import { candidateScope, clientScope, sharedBy, sharingScope, worksAtDesk } from './scope';

const MOST_SHARES = 500;
const MOST_RECEIVERS = 2000;

/** Who is shown which candidates. The casts in this file name the columns their statements select. */
export function createShareReader(db: Sqlite): ShareReader {
  const sql = statementsOf(db);
  return {
    access: async (actor, candidateId) =>
      guarded((): OwnAccess | null => {
        const scope = candidateScope(actor, 'c');
        const sharing = sharingScope(actor, 'c');
        const row = sql(
          `SELECT u.name AS "ownerName", ${sharing.where} AS "mayShare"
           FROM candidate c JOIN user u ON u.id = c.owner_id WHERE c.id = ? AND c.merged_into_id IS NULL AND ${scope.where}`,
        ).get(...sharing.params, candidateId, ...scope.params) as
          | { readonly ownerName: string; readonly mayShare: 0 | 1 }
          | undefined;
        if (row === undefined) return null;
        const shared = sharedBy(actor, 'c');
        const by = sql(
          `SELECT f.name AS name, s.permission AS permission, s.expires_at AS "expiresAt"
           FROM candidate c JOIN share s ON s.id = ${shared.where} JOIN user f ON f.id = s.from_user_id WHERE c.id = ?`,
        ).get(...shared.params, candidateId) as OwnAccess['sharedBy'] | undefined;
        return {
          ...row,
          ownerName: worksAtDesk(actor) ? row.ownerName : '',
          mayShare: row.mayShare === 1,
          sharedBy: by ?? null,
        };
      }),
    of: async (actor, candidateId) =>
      guarded(() => {
        const scope = sharingScope(actor, 'c');
        return sql(
          `SELECT s.id AS id, s.version AS version, s.candidate_id AS "candidateId", s.permission AS permission,
             s.expires_at AS "expiresAt", s.created_at AS "createdAt", s.to_user_id AS "toUserId", s.client_id AS "clientId",
             coalesce(u.name, cl.company_name) AS "receiverName", f.name AS "fromName"
           FROM share s JOIN candidate c ON c.id = s.candidate_id JOIN user f ON f.id = s.from_user_id
             LEFT JOIN user u ON u.id = s.to_user_id LEFT JOIN client cl ON cl.id = s.client_id
           WHERE s.candidate_id = ? AND s.revoked_at IS NULL AND ${scope.where}
           ORDER BY "receiverName" COLLATE NOCASE, s.id LIMIT ${MOST_SHARES}`,
        ).all(candidateId, ...scope.params) as readonly ShareView[];
      }),
    one: async (actor, id) =>
      guarded((): Share | null => {
        const scope = sharingScope(actor, 'c');
        const row = sql(
          `SELECT ${selectList('share', 's')} FROM share s JOIN candidate c ON c.id = s.candidate_id
           WHERE s.id = ? AND s.revoked_at IS NULL AND ${scope.where}`,
        ).get(id, ...scope.params);
        return row === undefined ? null : decode('share', row);
      }),
    receivers: async (actor) =>
      guarded(() => {
        const scope = clientScope(actor, 'c');
        return {
          users: sql(
            `SELECT u.id AS id, u.name AS name, u.role AS role, c.company_name AS "clientName"
             FROM user u LEFT JOIN client c ON c.id = u.client_id
             WHERE u.status = 'active' AND u.role IN ('recruiter', 'client_user', 'interviewer') AND u.id <> ?
             ORDER BY u.name COLLATE NOCASE, u.id LIMIT ${MOST_RECEIVERS}`,
          ).all(actor.id) as readonly Receiver[],
          clients: sql(
            `SELECT c.id AS id, c.company_name AS name FROM client c WHERE c.status = 'active' AND ${scope.where}
             ORDER BY c.company_name COLLATE NOCASE, c.id LIMIT ${MOST_RECEIVERS}`,
          ).all(...scope.params) as readonly { readonly id: Id; readonly name: string }[],
        };
      }),
    news: async (commitIds) => guarded(() => readNews(sql, commitIds)),
  };
}

/** To whom, by whom, and of how many; a share that was taken back or has ended meanwhile is no news. */
function readNews(sql: Statements, commitIds: readonly Id[]): readonly ShareNews[] {
  const rows = sql(
    `SELECT u.id AS "toId", s.from_user_id AS "fromId", f.name AS "fromName", count(DISTINCT s.candidate_id) AS candidates
     FROM json_each(?) wanted JOIN change_log l ON l.commit_id = wanted.value AND l.entity = 'share' AND l.op = 'insert'
       JOIN json_each(l.row_ids) made JOIN share s ON s.id = made.value AND s.revoked_at IS NULL
         AND (s.expires_at IS NULL OR s.expires_at > moment_now())
       JOIN user f ON f.id = s.from_user_id
       JOIN user u ON u.status = 'active' AND u.id <> s.from_user_id
         AND (u.id = s.to_user_id OR (u.role = 'client_user' AND u.client_id = s.client_id))
     GROUP BY u.id, s.from_user_id LIMIT ${MOST_RECEIVERS}`,
  ).all(JSON.stringify(commitIds)) as readonly {
    readonly toId: Id;
    readonly fromId: Id;
    readonly fromName: string;
    readonly candidates: number;
  }[];
  return rows.flatMap(({ toId, ...news }) =>
    readActors(sql, 'u.id = ?', toId).map((to) => ({ to, ...news })),
  );
}
