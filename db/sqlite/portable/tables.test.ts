import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../migrate';
import { tablesIn } from './copy-tables';
import { EXPORTED_TABLES, LEFT_OUT_TABLES } from './tables';

describe('the tables of a full export', () => {
  it('are decided for every table there is: a new one goes out, or stays for a reason', () => {
    const db = new Database(':memory:');
    migrate(db);
    const tables = tablesIn(db).filter((name) => !name.startsWith('candidate_fts'));
    expect([...EXPORTED_TABLES, ...LEFT_OUT_TABLES].toSorted()).toEqual(tables.toSorted());
    db.close();
  });
});
