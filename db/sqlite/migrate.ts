import type { Sqlite } from './connection';
import { MIGRATIONS } from './migrations';

/** The schema this program writes: the number of migrations, kept in the database's `user_version`. */
export const SCHEMA_VERSION = MIGRATIONS.length;

export const schemaVersionOf = (db: Sqlite): number =>
  Number(db.pragma('user_version', { simple: true }));

/**
 * Brings a database to `target` (for tests; else to the newest schema), a transaction per migration: a crash leaves it at one whole
 * version or the other. Foreign keys are checked at the end of each migration and not on the way, so that tables can be rebuilt.
 */
export function migrate(db: Sqlite, target: number = SCHEMA_VERSION): void {
  const from = schemaVersionOf(db);
  if (from >= target) return;
  db.pragma('foreign_keys = OFF');
  try {
    for (const [index, migration] of MIGRATIONS.slice(0, target).entries()) {
      if (index < from) continue;
      db.transaction(() => {
        db.exec(migration.sql);
        const broken = db.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0) {
          throw new Error(`Migration ${migration.name} leaves rows that refer to nothing.`);
        }
        db.pragma(`user_version = ${index + 1}`);
      }).immediate();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
