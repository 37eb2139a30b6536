import { readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { zipSync, strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import type { TableDraft } from '@/shared/contract/api/tables';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

describe('a table from another system', () => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place);
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client();
  const open = (...paths: string[]) => api().tables.open({ handle: core.grantHandle(paths) });
  const openText = (text: string | Uint8Array, name = 'people.csv') => open(place.file(name, text));
  const targetsOf = (draft: TableDraft) => draft.columns.map(({ target }) => target);
  const checked = async (draft: TableDraft, targets = targetsOf(draft)) => {
    let view = await api().tables.check({ id: draft.id, targets });
    while (view.check.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 20));
      view = await api().tables.draft({ id: draft.id });
    }
    return view.check;
  };
  const imported = async (draft: TableDraft, targets = targetsOf(draft)) => {
    const { id } = await api().tables.start({ id: draft.id, targets });
    await core.session().tables.ended();
    return api().tables.get({ id });
  };
  const people = async (): Promise<readonly CandidateDetail[]> => {
    const { rows } = await api().candidates.search({ sort: { by: 'name', direction: 'asc' } });
    return Promise.all(rows.map(({ id }) => api().candidates.get({ id })));
  };
  const fates = async (id: string) => (await api().tables.fates({ id, limit: 200 })).fates;

  it('comes in by its headers, after a look at what would happen, and goes with one undo', async () => {
    const draft = await openText(
      [
        'First Name;Last Name;E-Mail;Handy;Company;Job Title;City;Skills;Tags;Notes',
        'Anna;Lindqvist;anna@example.org;+49 170 1234567;Acme GmbH;Engineer;Hamburg, Germany;"TypeScript, Docker";hot;"Met her, twice."',
        'Jörg;Müller;joerg@example.org;;;;;Welding;;',
        ';;;;;;;;;just a remark',
      ].join('\r\n'),
    );
    expect(draft).toMatchObject({
      format: 'csv',
      choices: { encoding: 'utf-8', delimiter: ';', hasHeader: true },
      remembered: false,
    });
    expect(targetsOf(draft)).toEqual([
      'firstName',
      'lastName',
      'email',
      'phone',
      'company',
      'title',
      'location',
      'skills',
      'tags',
      'notes',
    ]);
    expect(await checked(draft)).toMatchObject({
      state: 'done',
      rows: 3,
      counts: { created: 2, updated: 0, skipped: 1 },
      leftOut: 1,
    });
    expect(await people()).toEqual([]);
    expect(await fates(draft.id)).toMatchObject([
      { row: 2, kind: 'create', why: 'new', name: 'Anna Lindqvist' },
      { row: 3, kind: 'create', name: 'Jörg Müller' },
      { row: 4, kind: 'skip', why: 'nobody' },
    ]);

    const view = await imported(draft);
    expect(view).toMatchObject({ state: 'done', counts: { created: 2, updated: 0, skipped: 1 } });
    const [anna] = await people();
    expect(anna).toMatchObject({
      candidate: {
        name: 'Anna Lindqvist',
        city: 'Hamburg',
        country: 'DE',
        source: 'upload',
        provenance: { name: { source: 'person', byName: 'Tess' } },
      },
      experience: [{ company: 'Acme GmbH', title: 'Engineer', end: 'present' }],
      tags: [{ name: 'hot' }],
      notes: [{ body: 'Met her, twice.', authorName: 'Tess' }],
    });
    expect(anna?.contactPoints.map(({ key }) => key)).toEqual([
      'anna@example.org',
      '+491701234567',
    ]);
    expect(anna?.skills.map(({ name }) => name)).toEqual(['TypeScript', 'Docker']);

    expect(await api().history.undo({})).toMatchObject({ undid: 'table.imported', candidates: 2 });
    expect(await people()).toEqual([]);
    expect((await api().tables.get({ id: view.id })).undoCommitId).toBeNull();
  });

  it('fills what is empty of someone known, adds what is new, and overwrites nothing', async () => {
    await importAll(core, [
      place.file('Anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' })),
    ]);
    const [before] = await people();
    const { candidate } = before ?? {};
    await api().candidates.edit({
      id: candidate?.id ?? '',
      version: candidate?.version ?? 0,
      patch: { summary: 'Known to the desk.', noticePeriod: '' },
    });
    const draft = await openText(
      [
        'Name,Email,Phone,Headline,Summary,Notice,City,Skills,Company',
        '"Lindqvist, Anna",ANNA@example.org,+46 8 123456,Chief,Unknown,now,Lund,"Docker,Rust",Example Works',
      ].join('\n'),
    );
    expect(await checked(draft)).toMatchObject({ counts: { created: 0, updated: 1 } });
    const [fate] = await fates(draft.id);
    expect(fate).toMatchObject({
      kind: 'update',
      why: 'email-and-name',
      candidateId: candidate?.id,
    });
    expect(fate?.taken.map(({ field }) => field)).toEqual(['location', 'phone', 'skills']);
    expect(fate?.kept).toMatchObject([
      { field: 'headline', value: 'Chief', here: 'Software Engineer' },
      { field: 'summary', value: 'Unknown', here: 'Known to the desk.' },
    ]);
    expect(await imported(draft)).toMatchObject({ counts: { updated: 1 } });
    const [after] = await people();
    expect(after?.candidate).toMatchObject({
      headline: 'Software Engineer',
      summary: 'Known to the desk.',
      noticePeriod: null,
      location: 'Lund',
      country: 'SE',
    });
    expect(after?.skills.map(({ name }) => name)).toEqual([
      'TypeScript',
      'PostgreSQL',
      'Docker',
      'Rust',
    ]);
    // The employer of the CV says it more fully: there is no second job.
    expect(after?.experience).toHaveLength(1);

    // The second time there is nothing left to do, and the columns are remembered.
    const again = await openText(readFileSync(path.join(place.files, 'people.csv')), 'again.csv');
    expect(again.remembered).toBe(true);
    expect(await checked(again)).toMatchObject({ counts: { updated: 0, skipped: 1 } });
    expect(await fates(again.id)).toMatchObject([{ kind: 'skip', why: 'unchanged' }]);
  });

  it('knows a person again within the table, by address, or by number and name', async () => {
    const draft = await openText(
      [
        'name,email,phone,skills',
        'Bo Ek,bo@example.org,+46 70 1112223,Java',
        'Bo Ek,,+46701112223,Go',
        'Bo Ek,bo@example.org,,Ada',
        'Someone Else,bo@example.org,,Perl',
      ].join('\n'),
    );
    expect(await checked(draft)).toMatchObject({ counts: { created: 2, updated: 2 } });
    expect(await fates(draft.id)).toMatchObject([
      { kind: 'create' },
      { kind: 'update', why: 'row', sameAs: 2 },
      { kind: 'update', why: 'row', sameAs: 2 },
      { kind: 'create' },
    ]);
    const view = await imported(draft);
    expect(view.counts).toEqual({ created: 2, updated: 2, skipped: 0 });
    expect(await fates(view.id)).toMatchObject([
      { kind: 'create' },
      { kind: 'update', why: 'phone-and-name' },
      { kind: 'update', why: 'email-and-name' },
      { kind: 'create', why: 'possible-duplicate' },
    ]);
    const [bo, other] = await people();
    expect(bo?.skills.map(({ name }) => name)).toEqual(['Java', 'Go', 'Ada']);
    expect(other?.possibleDuplicates).toMatchObject([{ name: 'Bo Ek', reasons: ['email'] }]);
  });

  it('takes custom fields by their names, and names every cell that it cannot take', async () => {
    const make = (
      label: string,
      kind: 'number' | 'date' | 'choice' | 'yes-no',
      options: string[] = [],
    ) => api().customFields.create({ label, kind, options });
    const salary = await make('Salary', 'number');
    const start = await make('Start', 'date');
    const level = await make('Level', 'choice', ['Junior', 'Senior']);
    const relocates = await make('Relocates', 'yes-no');
    const draft = await openText(
      [
        'Name,Salary,Start,Level,Relocates,Consent date',
        'Anna Ek,"52,000",03/25/2026,senior,yes,2026-02-01',
        'Bo Ek,plenty,02/31/2026,Chief,perhaps,sometime',
      ].join('\n'),
    );
    expect(draft.choices.dateOrder).toBe('month-first');
    expect(targetsOf(draft)).toEqual([
      'name',
      `custom:${salary.id}`,
      `custom:${start.id}`,
      `custom:${level.id}`,
      `custom:${relocates.id}`,
      'consentGiven',
    ]);
    const view = await imported(draft);
    expect(view).toMatchObject({ counts: { created: 2 }, leftOut: 1 });
    const [anna, bo] = await people();
    const of = (one: CandidateDetail | undefined, fieldId: string) =>
      one?.custom.find((value) => value.fieldId === fieldId);
    expect(of(anna, salary.id)?.number).toBe(52_000);
    expect(of(anna, start.id)?.text).toBe('2026-03-25');
    expect(of(anna, level.id)?.text).toBe('Senior');
    expect(of(anna, relocates.id)?.number).toBe(1);
    expect(anna?.candidate).toMatchObject({ consentGivenAt: '2026-02-01T00:00:00.000Z' });
    expect(bo?.custom).toEqual([]);

    const target = path.join(place.dir, 'left-out.csv');
    const saved = await api().tables.saveLeftOut({
      id: view.id,
      handle: core.grantHandle([target]),
    });
    expect(saved).toEqual({ rows: 1 });
    const csv = readFileSync(target, 'utf8');
    expect(csv).toContain('Salary: “plenty” is no number');
    expect(csv).toContain('Start: “02/31/2026” is no day that there is.');
    expect(csv).toContain('Level: “Chief” is none of the choices.');
  });

  it('takes hostile cells as text, and gives the same text back', async () => {
    const cells = {
      name: "'; DROP TABLE candidate; --",
      __proto__: 'polluted',
      constructor: '{}',
      headline: `=cmd|' /C calc'!A0`,
      summary: 'before\u0000after \u202Egnp.exe <img src=x onerror=alert(1)>',
      notes: 'x'.repeat(19_000),
      email: 'a@example.org',
    };
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const text = `${Object.keys(cells).map(quoted).join(',')}\n${Object.values(cells).map(quoted).join(',')}\n`;
    const draft = await openText(text);
    expect(draft.columns.map(({ header }) => header)).toEqual(Object.keys(cells));
    await imported(draft);
    const [one] = await people();
    expect(one).toMatchObject({
      candidate: { name: cells.name, headline: cells.headline, summary: cells.summary },
      notes: [{ body: cells.notes }],
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('leaves out a cell of a million letters, and takes the rest of its row', async () => {
    const view = await imported(await openText(`name,summary\nAnna Ek,${'x'.repeat(1_000_000)}\n`));
    expect(view).toMatchObject({ counts: { created: 1 }, leftOut: 1 });
    expect((await fates(view.id))[0]?.leftOut).toMatchObject([
      { column: 'summary', problem: 'too-long' },
    ]);
  });

  it('tells encodings apart and shows which', async () => {
    const text = 'Name;E-Mail\nZoë Ångström;zoe@example.org\n';
    for (const [encoding, bytes] of [
      ['utf-8', iconv.encode(text, 'utf-8', { addBOM: true })],
      ['windows-1252', iconv.encode(text, 'windows-1252')],
      ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
      ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ] as const) {
      const draft = await openText(bytes, `${encoding}.csv`);
      expect(draft.choices).toMatchObject({ encoding, delimiter: ';' });
      expect(draft.rows).toEqual([['Zoë Ångström', 'zoe@example.org']]);
    }
    // The wrong one, chosen by a person, is shown as it reads, and can be chosen back.
    const draft = await openText(iconv.encode(text, 'windows-1252'), 'wrong.csv');
    const wrong = await api().tables.choose({
      id: draft.id,
      choices: { encoding: 'windows-1251' },
    });
    expect(wrong.rows[0]?.[0]).not.toBe('Zoë Ångström');
    const right = await api().tables.choose({
      id: draft.id,
      choices: { encoding: 'windows-1252' },
    });
    expect(right.rows[0]?.[0]).toBe('Zoë Ångström');
  });

  it('reads duplicate headers, ragged rows, tabs, bars and several lines in a cell', async () => {
    const draft = await openText(
      'Email|Name|Email|\n a@example.org|"Anna\nEk"|b@example.org|x|more\nc@example.org\n',
    );
    expect(draft.choices.delimiter).toBe('|');
    expect(draft.columns.map(({ header }) => header)).toEqual(['Email', 'Name', 'Email (2)', '#4']);
    const view = await imported(draft);
    expect(view).toMatchObject({ counts: { created: 2 }, leftOut: 1 });
    const [anna, nameless] = await people();
    expect(anna?.candidate.name).toBe('Anna Ek');
    expect(anna?.contactPoints.map(({ value }) => value)).toEqual([
      'a@example.org',
      'b@example.org',
    ]);
    expect(nameless?.candidate.name).toBe('');
    expect((await openText('Name\tMail\nA\ta@b.co\n', 't.csv')).choices.delimiter).toBe('\t');
  });

  it.each([
    ['an empty file', ''],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex')],
    ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
    ['a ZIP that is no workbook', zipSync({ 'a.txt': strToU8('x') })],
    ['half a JSON', '{"basics": {"name": "An'],
    ['a JSON of something else', '{"hello": "world"}'],
  ])('refuses %s with a sentence, and keeps nothing', async (_what, bytes) => {
    const result = openText(bytes, 'odd.csv').then((draft) => checked(draft));
    await result.then(
      (check) => expect(check.counts).toEqual({ created: 0, updated: 0, skipped: 1 }),
      (error: unknown) => expect(error).toMatchObject({ code: 'INVALID' }),
    );
    expect(await people()).toEqual([]);
  });

  it('says at which row a quotation mark is never closed, and counts what it kept', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => `Person ${at},p${at}@example.org`);
    const text = `name,email\n${rows.join('\n')}\n"Never closed,x@example.org\nY,y@example.org\n`;
    const draft = await openText(text);
    expect(draft.columns).toHaveLength(2);
    const check = await checked(draft);
    expect(check.state).toBe('failed');
    expect(check.error).toMatch(/^Row 402 goes on to the end of the file/);
    const view = await imported(draft);
    expect(view.state).toBe('failed');
    expect(view.error).toBe(check.error);
    const { total } = await api().candidates.search({});
    expect(view.counts.created).toBe(total);
  });

  it('opens a file that no sign suits, so that another can be chosen', async () => {
    const draft = await openText('"name,email\nA,a@example.org\n');
    expect(draft.rows).toEqual([]);
  });

  it('goes on after an end in the middle, and does no row twice', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => `Person ${at},p${at}@example.org,tag`);
    const draft = await openText(`name,email,tags\n${rows.join('\n')}\n`);
    const { id } = await api().tables.start({ id: draft.id, targets: targetsOf(draft) });
    while ((await api().tables.get({ id })).cursor < 100) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await core.close();
    core = await openDesk(place);
    const [between] = await api().tables.imports({});
    expect(between).toMatchObject({ id, state: 'running' });
    await core.session().tables.ended();
    expect(await api().tables.get({ id })).toMatchObject({
      state: 'done',
      rows: 400,
      counts: { created: 400, updated: 0, skipped: 0 },
    });
    expect((await api().candidates.search({})).total).toBe(400);
    expect((await api().candidates.tags()).map(({ candidates }) => candidates)).toEqual([400]);
    expect(await api().history.undo({})).toMatchObject({ candidates: 400, kept: 0 });
    expect((await api().candidates.search({})).total).toBe(0);
  });

  it('stops when it is told to; what came in stays until it is taken back', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `Person ${at},p${at}@example.org`);
    const draft = await openText(`name,email\n${rows.join('\n')}\n`);
    const { id } = await api().tables.start({ id: draft.id, targets: targetsOf(draft) });
    await expect(
      openText('name\nX\n', 'other.csv').then((other) =>
        api().tables.start({ id: other.id, targets: ['name'] }),
      ),
    ).rejects.toMatchObject({ code: 'INVALID' });
    const view = await api().tables.cancel({ id });
    expect(view.state).toBe('cancelled');
    expect((await api().candidates.search({})).total).toBe(view.counts.created);
    expect(view.counts.created).toBeLessThan(1500);
  });
});
