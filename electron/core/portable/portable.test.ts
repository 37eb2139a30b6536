import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditFile } from '@/electron/core/audit/verify-file';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { PASSPHRASE } from '@/electron/core/test-support/workspace-key';
import { schemaVersionOf, SCHEMA_VERSION } from '@/db/sqlite/migrate';
import { applicationIn, interviewIn, jobIn } from '@/db/store-tests/jobs';
import { FIRST_EXPORTED, makePlainSchema } from '@/db/sqlite/portable/plain-database';
import { EXPORT_FILES, MANIFEST, manifestSchema } from '@/shared/domain/portable/manifest';
import { newId } from '@/shared/kit/ids';

const CHEAP = { memory: 64, passes: 1 };
const ADMIN = { email: 'tess@example.org', password: 'a boat of seven oars' };
const BEFORE = 'the one of before, 77';
const HOSTILE =
  'Robert"); DROP TABLE candidate;-- <img onerror> =cmd|\u202e \u0301\u0301 __proto__';
const LISTS = ['candidates', 'applications', 'jobs', 'clients'] as const;

const jsonLines = (folder: string, name: string): readonly Record<string, unknown>[] =>
  readFileSync(path.join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>); // What the export wrote.

describe('a full export', () => {
  let place: TestPlace;
  let core: Core;
  let folder: string;
  beforeAll(async () => {
    place = testPlace();
    core = await openDesk(place, { passwordCost: CHEAP });
    await fill(core, place);
    folder = path.join(place.dir, 'everything');
    await exportTo(core, folder);
  });
  afterAll(async () => {
    await core.close();
    place.remove();
  });

  it('has every file with its hash, and opens with any tool', () => {
    const manifest = manifestSchema.parse(
      JSON.parse(readFileSync(path.join(folder, MANIFEST), 'utf8')),
    );
    for (const { path: name, bytes, sha256 } of manifest.files) {
      const content = readFileSync(path.join(folder, name));
      expect([name, content.length, hashOf(content)]).toEqual([name, bytes, sha256]);
    }
    expect(filesUnder(folder).toSorted()).toEqual(
      [MANIFEST, ...manifest.files.map((file) => file.path)].toSorted(),
    );
    const db = new Database(path.join(folder, EXPORT_FILES.database), { readonly: true });
    expect(db.prepare('SELECT name FROM candidate ORDER BY name').pluck().all()).toEqual([
      'Ada Example',
      HOSTILE,
    ]);
    db.close();
  });

  it('has no secret: no password, no key, no private note of somebody else, in no file', () => {
    const db = new Database(path.join(folder, EXPORT_FILES.database), { readonly: true });
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    for (const name of ['credential', 'record_key', 'erased_fingerprint', 'candidate_document']) {
      expect(tables).not.toContain(name);
    }
    db.close();
    const everything = filesUnder(folder).map((name) => readFileSync(path.join(folder, name)));
    for (const text of ['$argon2', 'CANARY-PRIVATE', 'CANARY-GONE']) {
      expect([text, everything.some((bytes) => bytes.includes(text))]).toEqual([text, false]);
    }
    expect(everything.some((bytes) => bytes.includes('CANARY-OWN'))).toBe(true);
  });

  it('gives hostile names back as they are, in files whose own names are tame', () => {
    const people = jsonLines(folder, EXPORT_FILES.candidates);
    expect(people.map(({ candidate }) => (candidate as { name: string }).name)).toContain(HOSTILE);
    for (const name of filesUnder(path.join(folder, 'originals'))) {
      expect(name).toMatch(/^[\p{L}\p{M}\p{N} _.\-/]+$/u);
    }
    expect(jsonLines(folder, EXPORT_FILES.originals).map(({ fileName }) => fileName)).toContain(
      'ada =cmd|.txt',
    );
  });

  it('has an audit log that proves itself, and stands in the one of the workspace', async () => {
    expect(await verifyAuditFile(path.join(folder, EXPORT_FILES.audit))).toMatchObject({
      ok: true,
    });
    const { lines } = await core.client().audit.list({ filters: { group: 'exports' } });
    expect(lines[0]?.entry).toMatchObject({
      action: 'export.made',
      metadata: {
        kind: 'everything',
        candidates: 2,
        manifest: hashOf(readFileSync(path.join(folder, MANIFEST))),
      },
    });
  });

  it('is made only for who proves who they are, and typed the name', async () => {
    const { portable } = core.client();
    // The same handle: the folder is not chosen again for a slip.
    const handle = core.grantHandle([place.dir]);
    const asked = { handle, name: 'proved', typed: 'Test', password: BEFORE };
    await expect(
      portable.export({ ...asked, password: 'not this one at all' }),
    ).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    await expect(portable.export({ ...asked, typed: 'Tset' })).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(existsSync(path.join(place.dir, 'proved'))).toBe(false);
    expect(await portable.export(asked)).toMatchObject({ folder: 'proved' });
    await expect(portable.export(asked)).rejects.toMatchObject({ code: 'HANDLE_EXPIRED' });
  });

  it('leaves nothing where it was cancelled, and never writes over anything', async () => {
    const target = path.join(place.dir, 'cancelled');
    const stop = new AbortController();
    const made = exportTo(core, target, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(made).rejects.toThrow();
    expect(readdirSync(place.dir).filter((name) => /cancelled|part$/.test(name))).toEqual([]);
    await expect(exportTo(core, folder)).rejects.toMatchObject({ code: 'INVALID' });
    await expect(exportTo(core, path.join(place.workspaceDir, 'x'))).rejects.toMatchObject({
      code: 'INVALID',
    });
  });

  describe('opened where there is no workspace', () => {
    let other: TestPlace;
    let opened: Core;
    beforeAll(async () => {
      other = testPlace();
      opened = await other.openCore({ passwordCost: CHEAP });
      await open(opened, folder);
    });
    afterAll(async () => {
      await opened.close();
      other.remove();
    });

    it('is the same workspace: exported again, the lists are the same byte by byte', async () => {
      const again = path.join(other.dir, 'again');
      await exportTo(opened, again, undefined, ADMIN.password);
      for (const list of [...LISTS, 'originals' as const]) {
        expect([list, readFileSync(path.join(again, EXPORT_FILES[list]), 'utf8')]).toEqual([
          list,
          readFileSync(path.join(folder, EXPORT_FILES[list]), 'utf8'),
        ]);
      }
      const before = readFileSync(path.join(folder, EXPORT_FILES.audit), 'utf8')
        .split('\n')
        .slice(1, -1);
      const after = readFileSync(path.join(again, EXPORT_FILES.audit), 'utf8').split('\n').slice(1);
      expect(after.slice(0, before.length)).toEqual(before);
      expect(await verifyAuditFile(path.join(again, EXPORT_FILES.audit))).toMatchObject({
        ok: true,
      });
    });

    it('is encrypted, finds people, and has its originals', async () => {
      const header = readFileSync(path.join(other.workspaceDir, 'longlist.db')).subarray(0, 16);
      expect(header.toString('latin1')).not.toContain('SQLite');
      const { candidates } = opened.client();
      await expect
        .poll(async () => (await candidates.search({ text: 'typescript ', limit: 10 })).total)
        .toBe(1);
      const found = await candidates.search({ text: 'typescript ', limit: 10 });
      const detail = await candidates.get({ id: found.rows[0]?.id ?? newId() });
      const original = await opened
        .client()
        .resumes.original({ id: detail.resumes[0]?.id ?? newId() });
      expect(original).toBeTruthy();
    });

    it('says in its log what it was made of, and nothing is missing in it', async () => {
      const { lines } = await opened.client().audit.list({ filters: { group: 'exports' } });
      expect(
        lines.find(({ entry }) => entry.action === 'export.opened')?.entry.metadata,
      ).toMatchObject({
        log: 'unbroken',
        manifest: hashOf(readFileSync(path.join(folder, MANIFEST))),
      });
      expect(opened.session().audit.state()).toMatchObject({ head: { kind: 'agrees' }, gaps: [] });
    });

    it('lets in the administrator with the new password, and others when they are given one', async () => {
      const { auth, users } = opened.client();
      const rita = (await users.list({})).find(({ email }) => email === 'rita@example.org');
      expect(rita).toMatchObject({ hasPassword: false });
      const { oneTimePassword } = await users.resetPassword({ id: rita?.id ?? newId() });
      await auth.signOut();
      await expect(auth.signIn({ email: ADMIN.email, password: BEFORE })).rejects.toMatchObject({
        code: 'SIGN_IN_REFUSED',
      });
      expect(
        await auth.signIn({ email: 'rita@example.org', password: oneTimePassword }),
      ).toMatchObject({
        state: 'signed-in',
      });
      await auth.signOut();
      await auth.signIn(ADMIN);
    });

    it('opens nowhere where there is a workspace', async () => {
      await expect(open(opened, folder)).rejects.toMatchObject({ code: 'CONFLICT' });
    });
  });

  describe('that somebody changed', () => {
    const cases: readonly (readonly [string, (copy: string) => void, string])[] = [
      [
        'a file that is missing',
        (copy) => rmSync(path.join(copy, EXPORT_FILES.jobs)),
        'jobs.jsonl',
      ],
      [
        'a list that was changed',
        (copy) => writeFileSync(path.join(copy, EXPORT_FILES.clients), 'x'),
        'clients.jsonl',
      ],
      [
        'an original that was exchanged for one of the same length',
        (copy) => {
          const file = path.join(
            copy,
            'originals',
            filesUnder(path.join(copy, 'originals'))[0] ?? '',
          );
          const bytes = readFileSync(file);
          bytes[0] = (bytes[0] ?? 0) ^ 1;
          writeFileSync(file, bytes);
        },
        'originals/',
      ],
      [
        'an original that is a link',
        (copy) => {
          const file = path.join(
            copy,
            'originals',
            filesUnder(path.join(copy, 'originals'))[0] ?? '',
          );
          renameSync(file, path.join(copy, 'elsewhere'));
          symlinkSync(path.join(copy, 'elsewhere'), file);
        },
        'originals/',
      ],
      ['a path that leaves the folder', (copy) => rename(copy, '../../etc/passwd'), MANIFEST],
      ['a path with a backslash', (copy) => rename(copy, 'originals\\..\\..\\x'), MANIFEST],
      [
        'a database with a trigger of its own',
        (copy) => change(copy, TRIGGER),
        'tables of its database',
      ],
      ['a view in place of a table', (copy) => change(copy, VIEW), 'tables of its database'],
      [
        'a record that breaks a rule',
        (copy) =>
          change(
            copy,
            `PRAGMA ignore_check_constraints = ON; UPDATE candidate SET source = 'stolen'`,
          ),
        'breaks a rule',
      ],
      [
        'a record that is no JSON',
        (copy) => change(copy, `UPDATE candidate SET provenance = '{"a":'`),
        'cannot be read',
      ],
      ['a database that is none', (copy) => exchange(copy, Buffer.alloc(4096, 7)), 'SQLite'],
      ['a database of nothing', (copy) => exchange(copy, Buffer.alloc(0)), 'SQLite'],
    ];
    it.each(cases)('is refused, says why, and leaves nothing: %s', async (_name, spoil, says) => {
      const empty = testPlace();
      const copy = path.join(empty.dir, 'copy');
      cpSync(folder, copy, { recursive: true });
      spoil(copy);
      const core = await empty.openCore({ passwordCost: CHEAP });
      await expect(open(core, copy)).rejects.toMatchObject({
        code: 'INVALID',
        message: expect.stringContaining(says),
      });
      expect(await core.client().workspace.status()).toEqual({ state: 'none' });
      await core.close();
      expect(existsSync(empty.workspaceDir)).toBe(false);
      expect(existsSync(`${empty.workspaceDir}.opening`)).toBe(false);
      empty.remove();
    });

    it('opens for an administrator of it alone, and says so before anything is made', async () => {
      const empty = testPlace();
      const core = await empty.openCore({ passwordCost: CHEAP });
      const { portable } = core.client();
      const { handle } = await portable.look({ handle: core.grantHandle([folder]) });
      const admin = (email: string, password = ADMIN.password) => ({ email, password });
      // The same handle: what was refused can be mended.
      for (const [given, reason] of [
        [undefined, 'admin-needed'],
        [admin('rita@example.org'), 'no-such-admin'],
        [admin(ADMIN.email, 'password1234'), 'common'],
      ] as const) {
        await expect(
          portable.open({ handle, passphrase: PASSPHRASE, ...(given && { admin: given }) }),
        ).rejects.toMatchObject({ code: 'INVALID', data: { reason } });
      }
      expect(existsSync(empty.workspaceDir)).toBe(false);
      await core.close();
      empty.remove();
    });

    it('opens when an earlier Longlist made it, with its tables brought up to date; what is older than exports are is refused', async () => {
      for (const version of [FIRST_EXPORTED, FIRST_EXPORTED - 1]) {
        const empty = testPlace();
        const copy = path.join(empty.dir, 'copy');
        cpSync(folder, copy, { recursive: true });
        asOfSchema(copy, version);
        const core = await empty.openCore({ passwordCost: CHEAP });
        if (version < FIRST_EXPORTED) {
          await expect(open(core, copy)).rejects.toMatchObject({
            code: 'INVALID',
            message: expect.stringContaining('older than full exports'),
          });
        } else {
          await open(core, copy);
          const { rows } = await core.client().candidates.search({ limit: 10 });
          expect(rows.map(({ name }) => name).toSorted()).toEqual(['Ada Example', HOSTILE]);
          expect(schemaVersionOf(core.session().database.db)).toBe(SCHEMA_VERSION);
          expect(core.session().audit.state()).toMatchObject({ gaps: [] });
        }
        await core.close();
        empty.remove();
      }
    });

    it('is refused politely when a newer Longlist made it', async () => {
      const empty = testPlace();
      const copy = path.join(empty.dir, 'copy');
      mkdirSync(copy);
      const manifest = readFileSync(path.join(folder, MANIFEST), 'utf8');
      writeFileSync(path.join(copy, MANIFEST), manifest.replace('"format": 1', '"format": 2'));
      const core = await empty.openCore();
      await expect(open(core, copy)).rejects.toMatchObject({ code: 'WORKSPACE_TOO_NEW' });
      await core.close();
      empty.remove();
    });
  });
});

const TRIGGER = 'CREATE TRIGGER stolen AFTER INSERT ON note BEGIN DELETE FROM candidate; END';
const VIEW = `ALTER TABLE tag RENAME TO tag_of; CREATE VIEW tag AS SELECT * FROM tag_of`;

/** A desk with two candidates, a job, a client, notes of two people and a password. */
async function fill(core: Core, place: TestPlace): Promise<void> {
  const client = core.client();
  await importAll(core, [
    place.file('ada =cmd|.txt', cvText({ name: 'Ada Example', email: 'ada@example.org' })),
  ]);
  await client.auth.setFirstPassword({ ...ADMIN, password: BEFORE });
  await client.auth.signIn({ email: ADMIN.email, password: BEFORE }).catch(() => undefined);
  const { store, workspace } = core.session().deps;
  const rita = await client.users.create({
    name: 'Rita',
    email: 'rita@example.org',
    role: 'recruiter',
    roleId: null,
    clientId: null,
    phone: null,
  });
  const actor = await workspace.actor(rita.id);
  if (actor === null) throw new Error('Nobody is there');
  const candidateId = newId();
  await store.commit({
    actor: core.session().actor,
    action: 'candidate.added',
    changes: [
      {
        op: 'insert',
        entity: 'candidate',
        row: {
          id: candidateId,
          name: HOSTILE,
          headline: null,
          location: null,
          city: null,
          region: null,
          country: null,
          summary: null,
          totalYears: null,
          noticePeriod: null,
          workPermission: null,
          ownerId: core.session().actor.id,
          source: 'manual',
          consentBasis: null,
          consentGivenAt: null,
          consentExpiresAt: null,
          doNotContact: false,
          archivedAt: null,
          mergedIntoId: null,
          currentResumeId: null,
          provenance: {},
        },
      },
    ],
  });
  const note = (authorId: string, body: string, visibility: 'private' | 'team') => ({
    op: 'insert' as const,
    entity: 'note' as const,
    row: {
      id: newId(),
      candidateId,
      body,
      authorId,
      authorName: 'Rita',
      visibility,
      applicationId: null,
    },
  });
  const own = note(core.session().actor.id, 'CANARY-OWN', 'private');
  const hers = note(actor.id, 'CANARY-PRIVATE', 'private');
  const gone = note(actor.id, 'CANARY-GONE', 'private');
  await store.commit({ actor, action: 'note.added', changes: [own, hers, gone] });
  await store.commit({
    actor,
    action: 'note.deleted',
    changes: [{ op: 'delete', entity: 'note', id: gone.row.id, version: 1 }],
  });
  const { id: clientId } = await client.clients.create({ companyName: 'Example Works' });
  const job = jobIn(clientId, 'Nurse');
  const applicationId = newId();
  const interviewerIds = [actor.id, core.session().actor.id];
  await store.commit({
    actor: core.session().actor,
    action: 'interview.planned',
    changes: [
      job,
      ...applicationIn(candidateId, job.row.id, 'shortlisted', { id: applicationId }),
      interviewIn({ id: applicationId, candidateId, jobId: job.row.id }, { interviewerIds }),
    ],
  });
}

function exportTo(core: Core, target: string, signal?: AbortSignal, password = BEFORE) {
  return core.client().portable.export(
    {
      handle: core.grantHandle([path.dirname(target)]),
      name: path.basename(target),
      typed: 'Test',
      password,
    },
    signal === undefined ? {} : { signal },
  );
}

async function open(core: Core, folder: string) {
  const { portable } = core.client();
  const { handle } = await portable.look({ handle: core.grantHandle([folder]) });
  return portable.open({ handle, admin: ADMIN, passphrase: PASSPHRASE });
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    );

/** Changes the database and puts the new hash into the manifest, as somebody would who wants it opened. */
function change(copy: string, sql: string): void {
  const file = path.join(copy, EXPORT_FILES.database);
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
  exchange(copy, readFileSync(file));
}

function exchange(copy: string, bytes: Buffer): void {
  writeFileSync(path.join(copy, EXPORT_FILES.database), bytes);
  withManifest(copy, (files) =>
    files.map((file) =>
      file.path === EXPORT_FILES.database
        ? { ...file, bytes: bytes.length, sha256: hashOf(bytes) }
        : file,
    ),
  );
}

/** The same people in the tables of an earlier version, as far as those have a place for what is known of them. */
function asOfSchema(copy: string, version: number): void {
  const file = path.join(copy, EXPORT_FILES.database);
  renameSync(file, `${file}.new`);
  const db = new Database(file);
  makePlainSchema(db, version);
  db.exec('DELETE FROM database_identity');
  db.prepare('ATTACH ? AS new').run(`${file}.new`);
  const columnsOf = (schema: string, table: string): readonly string[] =>
    db.prepare('SELECT name FROM pragma_table_info(?, ?)').pluck().all(table, schema).map(String);
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  for (const table of tables.map(String)) {
    const there = new Set(columnsOf('new', table));
    const list = columnsOf('main', table)
      .filter((column) => there.has(column))
      .map((column) => `"${column}"`)
      .join(', ');
    if (list === '' || table === 'sqlite_sequence') continue;
    const triggers = db
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?")
      .all(table) as readonly { readonly name: string; readonly sql: string }[]; // The columns named.
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
    db.exec(`INSERT INTO main."${table}" (${list}) SELECT ${list} FROM new."${table}"`);
    for (const { sql } of triggers) db.exec(sql);
  }
  db.close();
  rmSync(`${file}.new`);
  exchange(copy, readFileSync(file));
  const manifest = path.join(copy, MANIFEST);
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(text), schema: version }));
}

const rename = (copy: string, name: string): void =>
  withManifest(copy, ([first, ...files]) => [
    ...files,
    ...(first === undefined ? [] : [first, { ...first, path: name }]),
  ]);

type Files = readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];

function withManifest(copy: string, edit: (files: Files) => Files): void {
  const file = path.join(copy, MANIFEST);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, JSON.stringify({ ...manifest, files: edit(manifest.files) }));
}
