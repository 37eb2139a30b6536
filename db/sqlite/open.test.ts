import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, personIn, TEST_KEY, usersIn } from '@/db/store-tests/harness';
import { systemClock } from '@/shared/kit/clock';
import { checkDatabase } from './check';
import { connectForReading, connectForWriting, type DatabaseKey } from './connection';
import { guarded } from './errors';
import { migrate, SCHEMA_VERSION } from './migrate';
import {
  databasePathIn,
  openForReading,
  openWorkspaceDatabase,
  type WorkspaceDatabase,
} from './open';
import { createSqliteStore } from './stores/store';

const clock = systemClock;

describe.each([
  ['encrypted', TEST_KEY],
  ['in clear', 'plain'],
] as const)('opening a workspace that is %s', (_, KEY) => {
  let dir: string;
  let file: string;
  const opened: WorkspaceDatabase[] = [];
  const open = (): WorkspaceDatabase => {
    const workspace = openWorkspaceDatabase(dir, { clock, key: KEY });
    opened.push(workspace);
    return workspace;
  };
  /** A closed workspace with people in it. */
  const filled = async (): Promise<void> => {
    const workspace = open();
    await createSqliteStore(workspace.db, { clock }).commit({
      actor: ADMIN,
      action: 'resume.imported',
      changes: [
        ...usersIn,
        ...Array.from({ length: 40 }, (_, n) =>
          personIn({ name: `Person ${n}`, text: 'word '.repeat(2000) }),
        ).flatMap((made) => made.changes),
      ],
    });
    workspace.close();
  };
  const people = (workspace: WorkspaceDatabase): unknown =>
    workspace.db.prepare('SELECT count(*) FROM candidate').pluck().get();
  const refusal = (work: () => unknown): unknown => {
    try {
      work();
    } catch (error) {
      return error;
    }
    return 'it opened';
  };

  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-open-'));
    file = databasePathIn(dir);
  });
  afterEach(() => {
    for (const workspace of opened.splice(0)) workspace.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('makes a database with the settings that keep it safe, and opens it again as the same one', async () => {
    const first = open();
    expect(first.created).toBe(true);
    expect(first.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(first.db.pragma('synchronous', { simple: true })).toBe(2);
    expect(first.db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(first.db.pragma('page_size', { simple: true })).toBe(16384);
    first.close();
    const again = open();
    expect(again).toMatchObject({ created: false, databaseId: first.databaseId, notices: [] });
  });

  it('keeps a second opening out, in this process and from another, until the first is gone', async () => {
    const first = open();
    expect(refusal(open)).toMatchObject({ code: 'WORKSPACE_BUSY' });
    first.close();
    const holder = await holdLock(path.join(dir, 'lock.db'));
    expect(refusal(open)).toMatchObject({ code: 'WORKSPACE_BUSY' });
    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('exit', resolve));
    expect(open().db.open).toBe(true);
  });

  it.each<[string, (file: string) => void]>([
    ['an empty file', (place) => writeFileSync(place, '')],
    ['a text file', (place) => writeFileSync(place, 'hello '.repeat(100))],
    ['a database of somebody else', (place) => makeForeign(place)],
  ])(
    'refuses %s and leaves it as it is (it would become a new database over an old one)',
    (_, make) => {
      mkdirSync(dir, { recursive: true });
      make(file);
      const before = readFileSync(file);
      expect(refusal(open)).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
      expect(refusal(() => openForReading(file, KEY))).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
      expect(readFileSync(file).equals(before)).toBe(true);
    },
  );

  it('refuses a file cut short and leaves it as it is', async () => {
    await filled();
    truncateSync(file, Math.floor(statSync(file).size / 2 / 16384) * 16384);
    const before = readFileSync(file);
    expect(refusal(open)).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('does not make a new database where one is missing beside its journal, backups or original files', async () => {
    await filled();
    rmSync(file);
    mkdirSync(path.join(dir, 'backups'));
    writeFileSync(path.join(dir, 'backups', 'nightly.db'), 'x');
    expect(refusal(open)).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    rmSync(path.join(dir, 'backups'), { recursive: true });
    mkdirSync(path.join(dir, 'originals', 'ab'), { recursive: true });
    expect(refusal(open)).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    rmSync(path.join(dir, 'originals'), { recursive: true });
    writeFileSync(`${file}-wal`, 'x');
    expect(refusal(open)).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    expect(existsSync(file)).toBe(false);
  });

  it('politely refuses a newer schema, and changes nothing', async () => {
    await filled();
    const later = connectForWriting(file, KEY);
    later.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    later.close();
    const before = readFileSync(file);
    expect(refusal(open)).toMatchObject({ code: 'WORKSPACE_TOO_NEW' });
    expect(refusal(() => openForReading(file, KEY))).toMatchObject({ code: 'WORKSPACE_TOO_NEW' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('notices after a crash that the journal was removed, and says so when the rest is whole', async () => {
    await filled();
    const crashed = await crashWithJournal(dir, KEY);
    expect(crashed).toBe(true);
    rmSync(`${file}-wal`);
    const workspace = open();
    expect(workspace.notices).toEqual(['journal-missing']);
    expect(people(workspace)).toBe(40);
    workspace.close();
    expect(open().notices).toEqual([]);
  });

  it('reports a flipped page as damage when it is read', async () => {
    await filled();
    const bytes = readFileSync(file);
    // Past the schema and the smallest tables: it opens, and reading the CVs meets the damage.
    bytes.fill(0xa5, Math.floor(bytes.length / 2));
    writeFileSync(file, bytes);
    const result = refusal(() => {
      const workspace = open();
      expect(checkDatabase(workspace.db).length).toBeGreaterThan(0);
      return guarded(() => workspace.db.prepare('SELECT count(text || parsed) FROM resume').get());
    });
    expect(result).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
  });

  it('says that the disk is full, keeps what was there and goes on when there is room', async () => {
    await filled();
    const workspace = open();
    const store = createSqliteStore(workspace.db, { clock });
    const pages = Number(workspace.db.pragma('page_count', { simple: true }));
    workspace.db.pragma(`max_page_count = ${pages}`);
    const more = Array.from({ length: 50 }, (_, n) =>
      personIn({ name: `More ${n}`, text: 'long '.repeat(5000) }),
    );
    const changes = more.flatMap((made) => made.changes);
    const write = () => store.commit({ actor: ADMIN, action: 'resume.imported', changes });
    await expect(write()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
    expect(people(workspace)).toBe(40);
    expect(checkDatabase(workspace.db)).toEqual([]);
    workspace.db.pragma('max_page_count = 1073741823');
    await write();
    expect(people(workspace)).toBe(90);
  });

  it('says that it cannot write where it may only read', async () => {
    await filled();
    const db = openForReading(file, KEY);
    const write = createSqliteStore(db, { clock }).commit({
      actor: ADMIN,
      action: 'resume.imported',
      changes: personIn({ name: 'No' }).changes,
    });
    await expect(write).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
    db.close();
  });

  it('backs an older database up, verified, before it migrates it', () => {
    mkdirSync(dir, { recursive: true });
    const old = connectForWriting(file, KEY);
    old.pragma('application_id = 1280074850');
    migrate(old, SCHEMA_VERSION - 1);
    old
      .prepare('INSERT INTO database_identity VALUES (?, ?)')
      .run('old-one', '2026-01-01T00:00:00.000Z');
    old.close();
    const workspace = open();
    expect(workspace.databaseId).toBe('old-one');
    expect(workspace.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    const backups = readdirSync(path.join(dir, 'backups'));
    expect(backups).toHaveLength(1);
    const backup = connectForReading(path.join(dir, 'backups', backups[0] ?? ''), KEY);
    expect(backup.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION - 1);
    expect(backup.prepare('SELECT id FROM database_identity').pluck().get()).toBe('old-one');
    backup.close();
  });

  it('leaves nothing that looks like a workspace when it crashes while making one', () => {
    mkdirSync(dir, { recursive: true });
    writeFileSync(`${file}.new`, 'half a database');
    writeFileSync(`${file}.new-wal`, 'and its journal');
    expect(open().created).toBe(true);
    expect(readdirSync(dir).filter((name) => name.includes('.new'))).toEqual([]);
  });
});

function makeForeign(place: string): void {
  const db = new Database(place);
  db.exec('CREATE TABLE contacts (name TEXT)');
  db.close();
}

/** A process that holds the lock as another Longlist would. */
async function holdLock(lockPath: string): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      '-e',
      `const D = require('better-sqlite3'); const d = new D(${JSON.stringify(lockPath)}); d.exec('BEGIN EXCLUSIVE'); console.log('held'); setTimeout(() => d.close(), 60000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise((resolve, reject) => {
    child.stdout?.once('data', resolve);
    child.once('exit', () => reject(new Error('the holder ended')));
  });
  return child;
}

/** A process that writes and is killed, so that its journal stays. The marker is put as the application puts it. */
async function crashWithJournal(dir: string, key: DatabaseKey): Promise<boolean> {
  const file = databasePathIn(dir);
  writeFileSync(path.join(dir, 'longlist.open'), '');
  const child = spawn(
    process.execPath,
    [
      '-e',
      `const D = require('better-sqlite3'); const d = new D(${JSON.stringify(file)}); ${unlocking(key)} d.exec("UPDATE user SET name = 'x'"); process.kill(process.pid, 'SIGKILL');`,
    ],
    { stdio: 'inherit' },
  );
  await new Promise((resolve) => child.once('exit', resolve));
  return existsSync(`${file}-wal`);
}

/** In the words of the driver, apart from ours. */
const unlocking = (key: DatabaseKey): string =>
  key === 'plain'
    ? ''
    : `d.pragma("cipher='aegis'"); d.pragma("key='raw:${Buffer.from(key).toString('hex')}'");`;
