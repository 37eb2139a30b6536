import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { personIn } from '@/db/store-tests/harness';
import { HOSTILE_TEXTS } from '@/db/store-tests/hostile-texts';
import { applicationIn, clientIn, jobIn } from '@/db/store-tests/jobs';
import { readXlsx } from '@/electron/workers/parse/table/read-xlsx';
import type { Core } from '@/electron/core/core';
import { openDesk, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { PASSPHRASE } from '@/electron/core/test-support/workspace-key';
import type { ImpactRequest } from '@/shared/domain/adverse-impact/views';
import type { Change } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';
import { ANSWERS_FILE } from './impact-desk';

const EVER = { from: '2000-01-01T00:00:00.000Z', before: '2099-01-01T00:00:00.000Z', jobIds: [] };
const REQUEST: ImpactRequest = { ...EVER, stage: 'selected' };

let place: TestPlace;
let core: Core;
let jobId: Id;
let people: readonly { readonly id: Id; readonly email: string }[];
const begin = async (): Promise<void> => {
  place = testPlace();
  core = await openDesk(place, { background: false });
  ({ jobId, people } = await makeApplicants(core));
};
const end = async (): Promise<void> => {
  await core.close();
  place.remove();
};
const api = () => core.client().adverseImpact;
const at = (name: string): string => path.join(place.dir, name);
const codes = async (): Promise<ReadonlyMap<string, string>> => {
  const file = at('codes.csv');
  await api().saveCodes({ handle: core.grantHandle([file]), selection: EVER });
  const rows: string[][] = parse(readFileSync(file), { bom: true });
  return new Map(rows.slice(1).map(([code = '', , email = '']) => [email, code]));
};
const bring = async (lines: readonly string[], name = 'answers.csv') => {
  const file = place.file(name, lines.join('\n'));
  return api().preview({ handle: core.grantHandle([file]) });
};
/** The first twenty women, the second twenty men; five of each said more. */
const answerAll = async (): Promise<void> => {
  const known = await codes();
  const lines = people.map(
    ({ email }, n) =>
      `${known.get(email)},${n < 20 ? 'Female' : 'Male'},${n % 2 === 0 ? 'Asian' : 'White'}`,
  );
  const { id } = await bring(['code,sex,ethnicity', ...lines]);
  expect(await api().accept({ id })).toEqual({ people: 40 });
};
const bySex = async () => {
  const { tables } = await api().report(REQUEST);
  return tables[0];
};

describe('the workbook of selection rates', () => {
  beforeEach(begin);
  afterEach(end);

  it('goes from codes by way of answers to figures, a workbook and a CSV', async () => {
    expect(await api().status()).toEqual({ people: 0, newest: null });
    expect((await bySex())?.rest).toEqual({ people: 40, holdsWithheld: false });
    await answerAll();
    expect((await api().status()).people).toBe(40);
    // 5 of 20 women and 10 of 20 men.
    const table = await bySex();
    expect(
      table?.groups.map(({ categories, selection }) => [categories[0], selection.ratio]),
    ).toEqual([
      ['female', 0.5],
      ['male', 1],
    ]);
    const xlsx = at('workbook.xlsx');
    const ask = { handle: core.grantHandle([xlsx]), format: 'xlsx', request: REQUEST } as const;
    expect(await api().save(ask)).toEqual({ tables: 5 });
    const sheets = [...readXlsx(readFileSync(xlsx))];
    expect(sheets.map(({ name }) => name)).toEqual([
      'How to read',
      'Data',
      'Sex',
      'Ethnicity',
      'Sex and ethnicity',
      'Age group',
      'Disability',
    ]);
    expect(JSON.stringify([...(sheets[0]?.lines ?? [])])).toContain(
      'It is not an independent audit',
    );
    const csv = at('workbook.csv');
    await api().save({ ...ask, handle: core.grantHandle([csv]), format: 'csv' });
    const rows: string[][] = parse(readFileSync(csv), { bom: true });
    expect(rows[1]?.slice(0, 7)).toEqual(['Sex', 'Female', '20', '5', '0.25', '0.5', 'yes']);
  });

  it('looks at a file before it keeps any of it, and at the same file', async () => {
    const known = await codes();
    const [anna = '', otto = ''] = people.map(({ email }) => known.get(email));
    const lines = [
      'Your code;Gender;Disability',
      `${anna.toLowerCase()};woman;yes`,
      `${otto};unsure;`,
      '0000-0000-0000;man;no',
      'nothing;man;no',
    ];
    const preview = await bring(lines);
    expect(preview).toMatchObject({
      questions: ['sex', 'disability'],
      lines: 4,
      known: 1,
      unknown: 1,
      replaced: 0,
      unreadable: {
        total: 2,
        first: [
          { line: 3, what: 'sex' },
          { line: 5, what: 'code' },
        ],
      },
    });
    expect((await api().status()).people).toBe(0);
    writeFileSync(path.join(place.files, 'answers.csv'), `${lines.join('\n')}\n${otto};man;no`);
    await expect(api().accept({ id: preview.id })).rejects.toMatchObject({ code: 'CONFLICT' });
    const again = await bring(lines);
    await expect(api().accept({ id: preview.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await api().accept({ id: again.id });
    expect((await api().status()).people).toBe(1);
    // A later answer takes the place of the earlier, and "prefer not to say" of both.
    expect((await bring(lines)).replaced).toBe(1);
    const { id } = await bring(['code,sex,disability', `${anna},prefer not to say,declined`]);
    await api().accept({ id });
    expect((await api().status()).people).toBe(0);
  });

  it('refuses what is no file of answers, and keeps nothing of it', async () => {
    const texts = [
      '',
      'code\n',
      'a,b\n1,2',
      'code,sex,gender\n',
      'code,"sex\n',
      '\0\0\0\0',
      '%PDF-1.7',
    ];
    for (const [at, text] of texts.entries()) {
      await expect(bring([text], `bad-${at}.csv`)).rejects.toMatchObject({ code: 'INVALID' });
    }
    const odd = await bring(['code,sex', ...HOSTILE_TEXTS.map(([, text]) => JSON.stringify(text))]);
    expect(odd.known).toBe(0);
    expect(readdirSync(place.workspaceDir)).not.toContain(ANSWERS_FILE);
  });

  it('takes answers out by code, of who is erased, and all of them; the person gets theirs', async () => {
    await answerAll();
    const known = await codes();
    const [first, second] = people;
    if (first === undefined || second === undefined) throw new Error('There are forty');
    expect(await api().withdraw({ codes: [known.get(first.email) ?? '', 'no code'] })).toEqual({
      people: 1,
    });
    expect((await api().status()).people).toBe(39);

    const bundle = at('bundle.zip');
    await core
      .client()
      .privacy.dataRequest({ candidateId: second.id, handle: core.grantHandle([bundle]) });
    const data: unknown = JSON.parse(
      strFromU8(unzipSync(readFileSync(bundle))['data.json'] ?? new Uint8Array()),
    );
    expect(data).toMatchObject({
      selfIdentification: [
        { question: 'ethnicity', category: 'white' },
        { question: 'sex', category: 'female' },
      ],
    });
    const erase = (candidateId: Id, kind: 'erase' | 'anonymise', typed: string) =>
      core.client().privacy.erase({ candidateIds: [candidateId], kind, reason: 'Asked', typed });
    await erase(second.id, 'erase', 'Person 1');
    expect((await api().status()).people).toBe(38);
    await erase(people[2]?.id ?? '', 'anonymise', 'Person 2');
    expect((await api().status()).people).toBe(37);

    expect(await api().removeAll({ confirmed: true })).toEqual({ people: 37 });
    expect((await api().status()).people).toBe(0);
  });

  it('finishes forgetting somebody after an end in the middle, and keeps who was not erased', async () => {
    await answerAll();
    const [gone, stays] = people;
    if (gone === undefined || stays === undefined) throw new Error('There are forty');
    const { traces } = core.session().privacy.erasure;
    await traces.begin([], [gone.id, stays.id]);
    const { deps, actor } = core.session();
    await deps.store.commit({
      actor,
      action: 'candidate.erased',
      changes: [],
      erases: { candidateId: gone.id, kind: 'erase' },
    });
    expect((await api().status()).people).toBe(40);
    await core.close();
    core = await place.openCore({ background: false });
    expect((await api().status()).people).toBe(39);
  });

  it('keeps answers through a merge and through another key, and knows the codes of letters', async () => {
    await answerAll();
    const before = await codes();
    const [survivor, merged] = people;
    if (survivor === undefined || merged === undefined) throw new Error('There are forty');
    await api().withdraw({ codes: [before.get(survivor.email) ?? ''] });
    const { commitId } = await mergeOf(core, survivor.id, merged.id);
    // Both were on the job: the one who stays has the answers that were given under the other's code.
    const { applications, answered } = await api().report(REQUEST);
    expect([applications, answered]).toEqual([39, 39]);
    await core.client().history.undo({ commitId });
    expect(await api().report(REQUEST)).toMatchObject({ applications: 40, answered: 39 });

    await core.client().keys.rotate({ passphrase: PASSPHRASE });
    await isOpen(core);
    expect((await api().status()).people).toBe(39);
    expect(await codes()).toEqual(before);
  });

  it('is in backups, and a restored one has nothing of who was erased since', async () => {
    await answerAll();
    const { backup, privacy } = core.client();
    mkdirSync(at('vault'));
    await backup.change({ handle: core.grantHandle([at('vault')]) });
    await backup.make({});
    const [first, second] = people;
    const order = { reason: 'Asked', kind: 'erase' as const };
    await privacy.erase({ ...order, candidateIds: [first?.id ?? ''], typed: 'Person 0' });
    await api().withdraw({ codes: [(await codes()).get(second?.email ?? '') ?? ''] });
    expect((await api().status()).people).toBe(38);
    const [made] = await backup.list();
    await backup.restore({ id: made?.id ?? '', key: null, typed: 'test' });
    await isOpen(core);
    expect(await backup.outcome()).toMatchObject({ failed: null });
    expect((await api().status()).people).toBe(39);
    expect(await api().report(REQUEST)).toMatchObject({ applications: 39, answered: 39 });
  });
});

describe('answers that are there', () => {
  beforeAll(async () => {
    await begin();
    await answerAll();
  });
  afterAll(end);

  it('has nothing in the workspace database, and nothing in clear on the disk', async () => {
    const known = [...(await codes()).values()];
    const { db } = core.session().database;
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%candidate_text%'",
      )
      .pluck()
      .all();
    const words = JSON.stringify(
      tables.flatMap((table) => {
        try {
          return db.prepare(`SELECT * FROM "${String(table)}"`).all();
        } catch {
          // A virtual table without content of its own.
          return [];
        }
      }),
    );
    for (const word of ['"Asian"', 'asian', 'self_identification', ...known.slice(0, 5)])
      expect(words).not.toContain(word);
    expect(words).toContain('self-identification.changed');
    const file = readFileSync(path.join(place.workspaceDir, ANSWERS_FILE)).toString('latin1');
    for (const word of ['SQLite', 'asian', 'female', 'subject']) expect(file).not.toContain(word);
  });

  it('is for who may see it alone, of what they reach, and files for who may take something out', async () => {
    const { actor } = core.session();
    const asked = { handle: 'none', format: 'csv', request: REQUEST } as const;
    const reader = core.client({ ...actor, permissions: ['adverse-impact.read'] }).adverseImpact;
    expect((await reader.report(REQUEST)).answered).toBe(40);
    await expect(reader.save(asked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(reader.saveCodes({ handle: 'none', selection: EVER })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const recruiter = core.client({ ...actor, role: 'recruiter' }).adverseImpact;
    await expect(recruiter.report(REQUEST)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const elsewhere = core.client({ ...actor, id: jobId, clientId: jobId }).adverseImpact;
    expect((await elsewhere.report(REQUEST)).applications).toBe(0);
  });

  it('says that a file of answers is damaged, and leaves it and everything else as it is', async () => {
    const file = path.join(place.workspaceDir, ANSWERS_FILE);
    for (const bytes of [Buffer.alloc(4096, 7), Buffer.from('SQLite format 3\0, they say')]) {
      writeFileSync(file, bytes);
      await expect(api().status()).rejects.toMatchObject({ code: 'WORKSPACE_DAMAGED' });
      expect(readFileSync(file)).toEqual(bytes);
    }
    expect((await core.client().candidates.search({})).total).toBe(40);
  });
});

/** Forty people on one job: of the first twenty five were selected, of the others ten. */
async function makeApplicants(core: Core): Promise<{
  readonly jobId: Id;
  readonly people: readonly { readonly id: Id; readonly email: string }[];
}> {
  const { deps, actor } = core.session();
  const client = clientIn('Aster');
  const job = jobIn(client.row.id, 'Engineer');
  const made = Array.from({ length: 40 }, (_, n) => ({
    email: `person${n}@example.org`,
    ...personIn({ name: `Person ${n}`, email: `person${n}@example.org`, ownerId: actor.id }),
  }));
  const applications = made.flatMap(({ id }, n): readonly Change[] =>
    applicationIn(id, job.row.id, n < 5 || (n >= 20 && n < 30) ? 'selected' : 'new'),
  );
  await deps.store.commit({
    actor,
    action: 'candidate.added',
    changes: [client, job, ...made.flatMap(({ changes }) => changes), ...applications],
  });
  return { jobId: job.row.id, people: made.map(({ id, email }) => ({ id, email })) };
}

async function isOpen(core: Core): Promise<void> {
  while ((await core.client().workspace.status()).state === 'working')
    await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Two into the first of them. */
async function mergeOf(core: Core, a: Id, b: Id): Promise<{ readonly commitId: Id }> {
  const { duplicates } = core.client();
  const { choice, stamp } = await duplicates.preview({ candidateIds: [a, b] });
  return duplicates.merge({
    candidateIds: [a, b],
    choice: { ...choice, survivorId: a, fields: { ...choice.fields, name: a } },
    stamp,
  });
}
