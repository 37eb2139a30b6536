import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspaceDatabase, type WorkspaceDatabase } from '@/db/sqlite/open';
import { createAuditChain } from '@/db/sqlite/stores/audit-chain';
import { sha256 } from '@/db/sqlite/stores/audit-hash';
import { createAuditReader } from '@/db/sqlite/stores/audit-reader';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { ADMIN, personIn, RECRUITER, TEST_KEY, usersIn } from '@/db/store-tests/harness';
import { canonicalJson } from '@/shared/domain/audit/canonical';
import { chained } from '@/shared/domain/audit/entry';
import { type AuditFilters, NO_AUDIT_FILTERS } from '@/shared/domain/audit/views';
import { exportAudit } from './export-audit';
import { createSigner, fingerprint } from './signer';
import { type FileVerdict, verifyAuditFile } from './verify-file';

describe('an exported audit log', () => {
  let dir: string;
  let database: WorkspaceDatabase;
  const clock = { now: () => new Date('2026-03-01T10:00:00.000Z') };
  const signer = createSigner(Buffer.alloc(32, 7));
  const ours = fingerprint(signer.publicKey);
  let jsonl: string;
  let csv: string;
  let narrowed: string;

  const write = async (format: 'jsonl' | 'csv', filters: AuditFilters): Promise<string> => {
    const chain = createAuditChain(database.db);
    const reader = createAuditReader(database.db);
    const target = path.join(dir, `log.${format}`);
    const tail = chain.tail() ?? chain.genesis();
    const audit = {
      sign: () =>
        signer.sign({
          ...tail,
          databaseId: database.databaseId,
          at: clock.now().toISOString(),
        }),
      genesis: () => chain.genesis().hash,
    };
    // Of the desk only these are asked.
    const desk = { deps: { audit: reader, clock }, audit } as unknown as Parameters<
      typeof exportAudit
    >[0];
    await exportAudit(desk, { format, filters }, target);
    return readFileSync(target, 'utf8');
  };
  const verify = (text: string | Buffer, key?: string): Promise<FileVerdict> => {
    const file = path.join(dir, 'given');
    writeFileSync(file, text);
    return verifyAuditFile(file, { key });
  };
  const lines = (text: string): string[] => text.trimEnd().split('\n');
  const joined = (all: readonly string[]): string => `${all.join('\n')}\n`;

  beforeAll(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-audit-file-'));
    database = openWorkspaceDatabase(dir, { clock, key: TEST_KEY });
    const store = createSqliteStore(database.db, { clock });
    await store.commit({ actor: ADMIN, action: 'workspace.created', changes: usersIn });
    const ana = personIn({ name: 'Ana Canary' });
    await store.commit({ actor: ADMIN, action: 'candidate.added', changes: ana.changes });
    for (const [version, headline] of ['Falconer', '=cmd|calc', 'Nürnberg 👩‍💻'].entries()) {
      await store.commit({
        actor: version === 1 ? RECRUITER : ADMIN,
        action: 'candidate.edited',
        changes: [
          {
            op: 'update',
            entity: 'candidate',
            id: ana.id,
            version: version + 1,
            patch: { headline },
          },
        ],
      });
    }
    await store.commit({
      actor: ADMIN,
      action: 'audit.noted',
      changes: [],
      audit: [
        {
          action: 'export.made',
          entityType: 'candidates',
          entityId: null,
          metadata: { format: 'csv', rows: 3, said: '=cmd|"a,b"' },
        },
      ],
    });
    jsonl = await write('jsonl', NO_AUDIT_FILTERS);
    csv = await write('csv', NO_AUDIT_FILTERS);
    narrowed = await write('jsonl', { ...NO_AUDIT_FILTERS, actorId: RECRUITER.id });
  });
  afterAll(() => {
    database.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('is found unbroken with nothing but the file, in both forms, and names the key', async () => {
    for (const text of [jsonl, csv]) {
      expect(await verify(text)).toMatchObject({
        ok: true,
        header: { entries: 8, shown: 8, filter: null },
        fingerprint: ours,
        from: '2026-03-01T10:00:00.000Z',
      });
      expect(text).not.toMatch(/Canary|Falconer|Nürnberg/);
    }
    expect(await verify(jsonl, ours.toUpperCase())).toMatchObject({ ok: true });
    expect(await verify(jsonl, 'abcd'.repeat(8))).toMatchObject({ ok: false, line: 1 });
  });

  it('no cell of the CSV is a formula', () => {
    for (const cell of csv.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+\-@\t]/);
  });

  it('says what it was narrowed to, and still proves every entry that is shown up to the head', async () => {
    expect(await verify(narrowed)).toMatchObject({
      ok: true,
      header: { entries: 8, shown: 1, filter: { actorId: RECRUITER.id } },
    });
    // Rehashing the shown entry alone would go unseen if the others were only their hashes.
    const all = lines(narrowed);
    const at = all.findIndex((line) => line.startsWith('{"entry"'));
    const line = JSON.parse(all[at] ?? '');
    line.entry.actorId = ADMIN.id;
    line.hash = chained(sha256, line.previousHash, sha256.ofText(canonicalJson(line.entry)));
    all[at] = canonicalJson(line);
    expect(await verify(joined(all))).toMatchObject({
      ok: false,
      what: /do not end in the hash that was signed/,
    });
    // Leaving an entry out although nothing was left out.
    const whole = lines(jsonl);
    whole[3] = all[3] ?? '';
    expect(await verify(joined(whole))).toMatchObject({ ok: false, line: 4, seq: 3 });
    const csvNarrowed = await write('csv', { ...NO_AUDIT_FILTERS, group: 'exports' });
    expect(await verify(csvNarrowed)).toMatchObject({ ok: true, header: { shown: 1 } });
  });

  it('is the same after mail and editors changed the ends of its lines', async () => {
    for (const text of [
      jsonl.replaceAll('\n', '\r\n'),
      `\ufeff${jsonl}`,
      jsonl.trimEnd(),
      csv.replaceAll('\r\n', '\n'),
      `\ufeff${csv}`,
    ]) {
      expect(await verify(text)).toMatchObject({ ok: true });
    }
  });

  const changes: readonly (readonly [
    string,
    (all: string[]) => string | Buffer,
    number,
    RegExp,
  ])[] = [
    [
      'a changed field',
      (all) =>
        joined(all.with(4, (all[4] ?? '').replace('"candidate.added"', '"candidate.edited"'))),
      5,
      /is not what was written/,
    ],
    [
      'a changed hash',
      (all) => joined(all.with(4, (all[4] ?? '').replace(/"hash":"./, '"hash":"_'))),
      5,
      /not an entry as Longlist/,
    ],
    ['a deleted entry', (all) => joined(all.toSpliced(4, 1)), 5, /Entry 4 is missing: entry 5/],
    [
      'an inserted entry',
      (all) => joined(all.toSpliced(4, 0, all[6] ?? '')),
      5,
      /Entry 4 is missing/,
    ],
    [
      'a doubled line',
      (all) => joined(all.toSpliced(5, 0, all[4] ?? '')),
      6,
      /Entry 4 stands here although/,
    ],
    [
      'two entries in each other’s place',
      (all) => joined(all.with(4, all[5] ?? '').with(5, all[4] ?? '')),
      5,
      /missing/,
    ],
    ['a cut tail', (all) => joined(all.slice(0, -2)), 8, /ends after entry 6; 8 were signed/],
    ['a missing header', (all) => joined(all.slice(1)), 1, /not the header/],
    [
      'a changed header',
      (all) => joined(all.with(0, (all[0] ?? '').replace('"seq":8', '"seq":7'))),
      1,
      /signature/,
    ],
    [
      'fewer entries, with the number changed too',
      (all) =>
        joined(
          all
            .slice(0, -2)
            .with(
              0,
              (all[0] ?? '')
                .replace('"entries":8', '"entries":6')
                .replace('"shown":8', '"shown":6'),
            ),
        ),
      7,
      /do not end in the hash/,
    ],
    [
      'a flipped byte of what is sealed',
      (all) =>
        joined(
          all.with(
            5,
            (all[5] ?? '').replace(
              /"sealed":"(.)/,
              (_, sign) => `"sealed":"${sign === 'A' ? 'B' : 'A'}`,
            ),
          ),
        ),
      6,
      /is not what was written/,
    ],
    ['a line that is not JSON', (all) => joined(all.with(4, '{"entry":')), 5, /not JSON/],
    [
      'a line of something else',
      (all) => joined(all.with(4, '{"__proto__":{"polluted":1}}')),
      5,
      /not an entry as Longlist/,
    ],
    ['an empty line', (all) => joined(all.toSpliced(4, 0, '')), 5, /empty/],
    [
      'a line of ten million signs',
      (all) => joined(all.with(4, 'x'.repeat(10_000_000))),
      5,
      /longer than any entry/,
    ],
    ['deep JSON', (all) => joined(all.with(4, '['.repeat(10_000))), 5, /not JSON/],
    [
      'spaces in an entry',
      (all) => joined(all.with(4, (all[4] ?? '').replace('{"action":', '{ "action":'))),
      5,
      /is not what was written/,
    ],
    [
      'random bytes',
      () => Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 131) % 256)),
      1,
      /not the header/,
    ],
    ['nothing', () => '', 1, /empty/],
    [
      'an entry after the end',
      (all) => joined([...all, (all.at(-1) ?? '').replace('"seq":8', '"seq":9')]),
      10,
      /does not follow|is not what was written/,
    ],
  ];
  for (const [name, change, line, what] of changes) {
    it(`names the first broken line: ${name}`, async () => {
      const verdict = await verify(change(lines(jsonl)));
      expect(verdict).toMatchObject({ ok: false, line });
      expect(verdict.ok ? '' : verdict.what).toMatch(what);
    });
  }

  it('shows a chain that was written anew from the middle, also with a head that another key signed', async () => {
    const all = lines(jsonl);
    let hash = JSON.parse(all[4] ?? '').previousHash;
    for (let at = 4; at < all.length; at++) {
      const line = JSON.parse(all[at] ?? '');
      if (at === 4) line.entry.actorId = RECRUITER.id;
      line.previousHash = hash;
      hash = chained(sha256, hash, sha256.ofText(canonicalJson(line.entry)));
      all[at] = canonicalJson({ ...line, hash });
    }
    expect(await verify(joined(all))).toMatchObject({ ok: false, what: /do not end in the hash/ });
    const header = JSON.parse(all[0] ?? '');
    const { seq, databaseId, at } = header.head;
    const head = createSigner(Buffer.alloc(32, 8)).sign({ seq, hash, databaseId, at });
    all[0] = canonicalJson({ ...header, head });
    // By itself such a file is whole: only the fingerprint of the key tells, which is why it is named.
    expect(await verify(joined(all))).toMatchObject({
      ok: true,
      fingerprint: expect.not.stringMatching(ours),
    });
    expect(await verify(joined(all), ours)).toMatchObject({
      ok: false,
      line: 1,
      what: /Another key/,
    });
  });

  it('names what is broken in a CSV: a cell, a row, the columns, the head', async () => {
    const rows = csv.trimEnd().split('\r\n');
    const csvOf = (all: readonly string[]) => `${all.join('\r\n')}\r\n`;
    const cell = rows.with(5, (rows[5] ?? '').replace('candidate.added', 'candidate.edited'));
    expect(await verify(csvOf(cell))).toMatchObject({ ok: false, line: 6, seq: 4 });
    expect(await verify(csvOf(rows.toSpliced(5, 1)))).toMatchObject({ ok: false, what: /missing/ });
    expect(await verify(csvOf(rows.slice(0, -1)))).toMatchObject({ ok: false, what: /ends after/ });
    expect(await verify(csvOf(rows.toSpliced(1, 1)))).toMatchObject({ ok: false, what: /header/ });
    expect(await verify(csvOf(rows.with(0, 'seq,at')))).toMatchObject({ ok: false, line: 1 });
    expect(await verify(csvOf(rows.with(4, `"never closed`)))).toMatchObject({ ok: false });
  });
});
