import type { Resume } from '@/shared/domain/candidates/records';
import type { ReparseItem } from '@/shared/domain/reparse/records';
import type { Id } from '@/shared/kit/ids';
import type { ReparseReader } from '@/shared/usecases/ports/readers';
import type { Sqlite } from '../connection';
import { decode, entityTable, selectList } from '../entities';
import { guarded } from '../errors';
import { statementsOf } from '../statements';
import { candidateScope } from './scope';

/** As many as the candidate's page shows. */
const MOST_RESUMES = 200;
const MOST_ITEMS = 500;

const OLDER = 'CAST(parser_version AS INTEGER) < CAST(? AS INTEGER)';
/** Applied: by a commit that was not taken back. */
const APPLIED =
  'EXISTS (SELECT 1 FROM commit_log k WHERE k.id = i.commit_id AND k.undone_by IS NULL)';
const STATE = `CASE WHEN ${APPLIED} THEN 'applied' ELSE i.state END`;

/** What reading anew asks of the database. The casts in this file name the columns their statements select. */
export function createReparseReader(db: Sqlite): ReparseReader {
  const sql = statementsOf(db);
  return {
    latest: async () =>
      guarded(() => {
        const row = sql(
          `SELECT ${entityTable('reparse').select} FROM reparse ORDER BY id DESC LIMIT 1`,
        ).get();
        return row === undefined ? null : decode('reparse', row);
      }),
    countOutdated: async (parserVersion, actor) =>
      guarded(() => {
        if (actor !== undefined) {
          const scope = candidateScope(actor, 'c');
          return Number(
            sql(
              `SELECT count(*) FROM candidate c WHERE ${scope.where} AND EXISTS (SELECT 1 FROM resume WHERE candidate_id = c.id AND ${OLDER})`,
            )
              .pluck()
              .get(...scope.params, parserVersion),
          );
        }
        return Number(
          sql(
            // This index alone answers it; by the other one every row would be read.
            `SELECT count(DISTINCT candidate_id) FROM resume INDEXED BY resume_parser WHERE ${OLDER}`,
          )
            .pluck()
            .get(parserVersion),
        );
      }),
    outdated: async (parserVersion, afterId, limit) =>
      guarded(() =>
        sql(
          `SELECT DISTINCT candidate_id FROM resume WHERE ${OLDER} AND candidate_id > ? ORDER BY candidate_id LIMIT ?`,
        )
          .pluck()
          .all(parserVersion, afterId ?? '', limit)
          .map(String),
      ),
    resumes: async (candidateId) =>
      guarded((): readonly Resume[] =>
        sql(
          `SELECT ${entityTable('resume').select} FROM resume WHERE candidate_id = ? ORDER BY stored_at DESC, id DESC LIMIT ${MOST_RESUMES}`,
        )
          .all(candidateId)
          .map((row) => decode('resume', row))
          .reverse(),
      ),
    counts: async (reparseId, actor) =>
      guarded(() => {
        const counts = { same: 0, open: 0, left: 0, applied: 0 };
        const scope = actor === undefined ? null : candidateScope(actor, 'c');
        const reached =
          scope === null ? '' : `JOIN candidate c ON c.id = i.candidate_id AND ${scope.where}`;
        const rows = sql(
          `SELECT ${STATE} AS state, count(*) AS count FROM reparse_item i ${reached} WHERE i.reparse_id = ? GROUP BY 1`,
        ).all(...(scope?.params ?? []), reparseId) as readonly {
          readonly state: keyof typeof counts;
          count: number;
        }[];
        for (const { state, count } of rows) counts[state] = count;
        return counts;
      }),
    views: async (actor, query) =>
      guarded(() => {
        const scope = candidateScope(actor, 'c');
        return sql(
          `SELECT i.id AS id, i.candidate_id AS "candidateId", i.candidate_name AS "candidateName", ${STATE} AS state, i.differences AS differences
           FROM reparse_item i JOIN candidate c ON c.id = i.candidate_id AND c.merged_into_id IS NULL AND ${scope.where}
           WHERE i.reparse_id = ? AND i.state <> 'same' AND ${STATE} = coalesce(?, ${STATE}) AND i.id > ? ORDER BY i.id LIMIT ?`,
        )
          .all(
            ...scope.params,
            query.reparseId,
            query.state,
            query.afterId ?? '',
            Math.min(query.limit, MOST_ITEMS),
          )
          .map((row) => {
            // The columns named above; `differences` was written by the store in this shape.
            const { differences, ...view } = row as { readonly differences: string } & Omit<
              Awaited<ReturnType<ReparseReader['views']>>[number],
              'differences'
            >;
            return { ...view, differences: JSON.parse(differences) as ReparseItem['differences'] };
          });
      }),
    toApply: async (reparseId, afterId, limit) =>
      guarded(() =>
        sql(
          `SELECT ${selectList('reparseItem', 'i')} FROM reparse_item i
           WHERE i.reparse_id = ? AND i.state IN ('same', 'open') AND NOT ${APPLIED} AND i.id > ? ORDER BY i.id LIMIT ?`,
        )
          .all(reparseId, afterId ?? '', limit)
          .map((row) => decode('reparseItem', row)),
      ),
    item: async (id: Id) =>
      guarded(() => {
        const row = sql(entityTable('reparseItem').selectById).get(id);
        return row === undefined ? null : decode('reparseItem', row);
      }),
    itemVersions: async (reparseId, limit) =>
      guarded(
        () =>
          sql('SELECT id, version FROM reparse_item WHERE reparse_id = ? LIMIT ?').all(
            reparseId,
            limit,
          ) as readonly { readonly id: Id; readonly version: number }[],
      ),
  };
}
