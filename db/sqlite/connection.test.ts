import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { assertSqliteVersion, connectForWriting } from './connection';

it.each([
  ['3.51.2', false],
  ['3.50.9', false],
  ['2.99.99', false],
  ['3.51.3', true],
  ['3.52.0', true],
  ['4.0.0', true],
])(
  'SQLite %s: is it taken? %s (versions before 3.51.3 can corrupt a database whose journal is reset while others read)',
  (version, isTaken) => {
    const db = new Database(':memory:');
    try {
      db.function('sqlite_version', () => version);
      if (isTaken) assertSqliteVersion(db);
      else expect(() => assertSqliteVersion(db)).toThrow(/too old/);
    } finally {
      db.close();
    }
  },
);

it('the SQLite that Longlist comes with is taken', () => {
  connectForWriting(':memory:', 'plain').close();
});
