import type { CandidateList } from '@/shared/domain/lists/records';
import type { ListReader } from '@/shared/usecases/ports/list-reader';
import type { Sqlite } from '../connection';
import { decode, selectList } from '../entities';
import { guarded } from '../errors';
import { statementsOf } from '../statements';
import { reaches } from './candidate-reader';
import { candidateScope, worksAtDesk } from './scope';

const MOST_LISTS = 2000;
const BY_NAME = `ORDER BY l.name COLLATE NOCASE, l.id LIMIT ${MOST_LISTS}`;

export function createListReader(db: Sqlite): ListReader {
  const sql = statementsOf(db);
  return {
    counted: async (actor) =>
      guarded(() => {
        const scope = candidateScope(actor, 'c');
        return sql(
          `SELECT ${selectList('candidateList', 'l')},
             (SELECT count(*) FROM list_member m JOIN candidate c ON c.id = m.candidate_id
              WHERE m.list_id = l.id AND c.archived_at IS NULL AND c.merged_into_id IS NULL AND ${scope.where}) AS candidates
           FROM candidate_list l WHERE ${worksAtDesk(actor) ? '1' : '0'} ${BY_NAME}`,
        )
          .all(...scope.params)
          .map((row) => decode('candidateList', row) as CandidateList & { candidates: number }); // `candidates` is counted in the statement.
      }),
    all: async (actor) =>
      guarded(() =>
        sql(
          `SELECT ${selectList('candidateList', 'l')} FROM candidate_list l WHERE ${worksAtDesk(actor) ? '1' : '0'} ${BY_NAME}`,
        )
          .all()
          .map((row) => decode('candidateList', row)),
      ),
    of: async (actor, candidateId) =>
      guarded(() =>
        worksAtDesk(actor) && reaches(sql, actor, candidateId)
          ? sql(
              `SELECT ${selectList('candidateList', 'l')} FROM list_member m JOIN candidate_list l ON l.id = m.list_id
               WHERE m.candidate_id = ? ${BY_NAME}`,
            )
              .all(candidateId)
              .map((row) => decode('candidateList', row))
          : [],
      ),
    members: async (listId, limit) =>
      guarded(
        () =>
          sql('SELECT id, version FROM list_member WHERE list_id = ? LIMIT ?').all(
            listId,
            limit,
          ) as readonly { readonly id: string; readonly version: number }[], // The columns named in the statement.
      ),
  };
}
