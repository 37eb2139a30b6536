import type { TableReader } from '@/shared/usecases/ports/table-reader';
import type { Sqlite } from '../connection';
import { decode, entityTable } from '../entities';
import { guarded } from '../errors';
import { statementsOf } from '../statements';

const MOST_RUNNING = 100;

export function createTableReader(db: Sqlite): TableReader {
  const sql = statementsOf(db);
  const { select } = entityTable('tableImport');
  return {
    imports: async (limit) =>
      guarded(() =>
        sql(`SELECT ${select} FROM table_import ORDER BY id DESC LIMIT ?`)
          .all(limit)
          .map((row) => decode('tableImport', row)),
      ),
    import: async (id) =>
      guarded(() => {
        const row = sql(entityTable('tableImport').selectById).get(id);
        return row === undefined ? null : decode('tableImport', row);
      }),
    running: async () =>
      guarded(() =>
        sql(
          `SELECT ${select} FROM table_import WHERE state = 'running' ORDER BY id LIMIT ${MOST_RUNNING}`,
        )
          .all()
          .map((row) => decode('tableImport', row)),
      ),
  };
}
