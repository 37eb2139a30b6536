import type { Standing, Tie } from '@/shared/domain/candidates/bulk';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';
import { candidateScope, sharingScope } from './scope';

/** How candidates stand to a bulk action: those the actor reaches, in the order given. A merged one is shown nowhere, so it is not there. */
export function readStandings(
  sql: Statements,
  actor: Actor,
  ids: readonly Id[],
  { tie, readBefore }: { readonly tie: Tie | null; readonly readBefore: string | null },
): readonly Standing[] {
  const scope = candidateScope(actor, 'c');
  const editing = candidateScope(actor, 'c', 'edit');
  const sharing = sharingScope(actor, 'c');
  const rows = sql(
    `SELECT c.id AS "candidateId", c.name AS name, c.version AS version, c.owner_id AS "ownerId",
       c.archived_at AS "archivedAt", c.do_not_contact AS "doNotContact",
       ${tie === null ? 'NULL' : 't.id'} AS "tieId", ${tie === null ? 'NULL' : 't.version'} AS "tieVersion",
       ${readBefore === null ? '0' : OUTDATED} AS outdated, ${editing.where} AS "mayEdit", ${sharing.where} AS "mayShare",
       ${tie?.entity === 'share' ? 't.permission' : 'NULL'} AS "sharedFor", ${tie?.entity === 'share' ? 't.expires_at' : 'NULL'} AS "sharedUntil"
     FROM json_each(?) wanted CROSS JOIN candidate c ON c.id = wanted.value
     ${tie === null ? '' : `LEFT JOIN ${TIES[tie.entity]} = ?`}
     WHERE ${scope.where} AND c.merged_into_id IS NULL ORDER BY wanted.key`,
  ).all(
    ...(readBefore === null ? [] : [readBefore]),
    ...editing.params,
    ...sharing.params,
    JSON.stringify(ids),
    ...(tie === null ? [] : [tie.id]),
    ...scope.params,
  ) as readonly StandingRow[]; // The columns named above.
  return rows.map((row) => ({
    ...row,
    doNotContact: row.doNotContact === 1,
    outdated: row.outdated === 1,
    mayEdit: row.mayEdit === 1,
    mayShare: row.mayShare === 1,
  }));
}

type Flag = 'doNotContact' | 'outdated' | 'mayEdit' | 'mayShare';
type StandingRow = Omit<Standing, Flag> & { readonly [F in Flag]: number };

const TIES: Readonly<Record<Tie['entity'], string>> = {
  candidateTag: 'candidate_tag t ON t.candidate_id = c.id AND t.tag_id',
  listMember: 'list_member t ON t.candidate_id = c.id AND t.list_id',
  // One that has expired is changed rather than given a second time.
  share:
    '(SELECT s.*, coalesce(s.to_user_id, s.client_id) AS receiver FROM share s WHERE s.revoked_at IS NULL) t ON t.candidate_id = c.id AND t.receiver',
};

const OUTDATED =
  'EXISTS (SELECT 1 FROM resume r WHERE r.candidate_id = c.id AND CAST(r.parser_version AS INTEGER) < CAST(? AS INTEGER))';
