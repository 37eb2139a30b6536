import type Database from 'better-sqlite3';
import type { Sqlite } from './connection';

/** Prepared statements of a connection by their text, so that each is compiled once. */
export type Statements = (sql: string) => Database.Statement<unknown[]>;

const MOST_KEPT = 500;

export function statementsOf(db: Sqlite): Statements {
  const kept = new Map<string, Database.Statement<unknown[]>>();
  return (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare<unknown[]>(sql);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(sql, made);
    return made;
  };
}
