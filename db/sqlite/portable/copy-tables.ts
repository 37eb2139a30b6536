import type { Sqlite } from '../connection';

/** Rows between two moments in which is told how far it is. */
const A_STRETCH = 500;

/** Rows of a table that are not copied. */
export interface LeftOut {
  readonly where: string;
  readonly params: readonly string[];
}

/**
 * Copies the rows of the named tables from one database into another of the same schema, in one transaction. Triggers and references are
 * not asked row by row: the references are looked at at the end. `onRows` hears how many rows have been copied. Throws where a row refers
 * to one that is not there, or a value breaks a rule of its table.
 */
export function copyTables(
  from: Sqlite,
  to: Sqlite,
  tables: readonly string[],
  {
    leftOut = () => null,
    onRows = () => undefined,
  }: {
    readonly leftOut?: (table: string) => LeftOut | null;
    readonly onRows?: (rows: number) => void;
  } = {},
): void {
  to.pragma('foreign_keys = OFF');
  const triggers = triggersOf(to);
  let rows = 0;
  to.transaction(() => {
    for (const { name } of triggers) to.exec(`DROP TRIGGER ${quoted(name)}`);
    for (const table of tables) {
      const columns = columnsOf(to, table);
      const list = columns.map(quoted).join(', ');
      const without = leftOut(table);
      const read = from
        .prepare(
          `SELECT ${list} FROM ${quoted(table)}${without === null ? '' : ` WHERE NOT (${without.where})`} ORDER BY rowid`,
        )
        .raw();
      const put = to.prepare(
        `INSERT INTO ${quoted(table)} (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of read.iterate(...(without?.params ?? []))) {
        put.run(...(row as readonly unknown[])); // `raw` rows are lists.
        rows += 1;
        if (rows % A_STRETCH === 0) onRows(rows);
      }
    }
    for (const { sql } of triggers) to.exec(sql);
    const loose = to.pragma('foreign_key_check');
    if (Array.isArray(loose) && loose.length > 0) {
      throw new Error(`${loose.length} rows refer to nothing`);
    }
  }).immediate();
  to.pragma('foreign_keys = ON');
  onRows(rows);
}

/** How many rows these tables have together. */
export const countRows = (db: Sqlite, tables: readonly string[]): number =>
  tables.reduce(
    (sum, table) =>
      sum +
      Number(
        db
          .prepare(`SELECT count(*) FROM ${quoted(table)}`)
          .pluck()
          .get(),
      ),
    0,
  );

/** The tables there are, without those of SQLite's own. */
export const tablesIn = (db: Sqlite): readonly string[] =>
  db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all()
    .map(String);

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Those that hold something themselves: what is generated is computed where it comes to. */
const columnsOf = (db: Sqlite, table: string): readonly string[] =>
  db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);

const triggersOf = (db: Sqlite): readonly { readonly name: string; readonly sql: string }[] =>
  db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as readonly {
    readonly name: string;
    readonly sql: string;
  }[]; // The columns named.
