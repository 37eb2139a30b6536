import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { NO_AUDIT_FILTERS } from '@/shared/domain/audit/views';
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';
import { recordColumns } from '@/shared/domain/tables/record-exports';
import type { Actor } from '@/shared/domain/workspace/records';
import { newId } from '@/shared/kit/ids';

const HOSTILE = "=cmd|' /C calc'!A1";

describe('jobs and applications as files', () => {
  let place: TestPlace;
  let core: Core;
  let jobId: string;
  beforeAll(async () => {
    place = testPlace();
    core = await openDesk(place);
    await importAll(core, [
      place.file('Anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' })),
    ]);
    const { id: clientId } = await api().clients.create({ companyName: HOSTILE });
    const draft = { ...EMPTY_DRAFT, title: 'Nurse', salaryMin: 4_200_000, salaryCurrency: 'EUR' };
    ({ id: jobId } = await api().jobs.create({ clientId, draft }));
    await api().jobs.create({ clientId, draft: { ...EMPTY_DRAFT, title: 'Cook' } });
    const candidateIds = (await api().candidates.search({})).rows.map(({ id }) => id);
    await api().pipeline.put({ jobId, candidateIds, despiteWarnings: true });
  });
  afterAll(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client();
  const to = (name: string) => {
    const file = path.join(place.files, name);
    return { file, handle: core.grantHandle([file]) };
  };

  it('hold the chosen columns and nothing that a spreadsheet would run', async () => {
    const { file, handle } = to('jobs.csv');
    const columns = ['client', 'title', 'salaryMin', 'made up', '__proto__'];
    expect(await api().exports.jobs({ columns, format: 'csv', handle })).toEqual({
      rows: 2,
      cut: 0,
    });
    expect(parse(readFileSync(file, 'utf8'), { bom: true })).toEqual([
      ['Client', 'Title', 'Salary from (minor units)'],
      [`'${HOSTILE}`, 'Cook', ''],
      [`'${HOSTILE}`, 'Nurse', '4200000'],
    ]);
  });

  it('hold what the list on screen is narrowed to', async () => {
    const { file, handle } = to('jobs.json');
    await api().exports.jobs({ columns: ['title'], text: 'nurse', format: 'json', handle });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([{ Title: 'Nurse' }]);
  });

  it('have every column there is, of every application, in each format', async () => {
    const columns = [...recordColumns('applications')];
    const json = to('a.json');
    await api().exports.applications({ columns, jobId: null, format: 'json', handle: json.handle });
    expect(JSON.parse(readFileSync(json.file, 'utf8'))).toMatchObject([
      { Candidate: 'Anna Lindqvist', Job: 'Nurse', Client: HOSTILE, Stage: 'new', 'Job ID': jobId },
    ]);
    const book = to('a.xlsx');
    await api().exports.applications({ columns, jobId, format: 'xlsx', handle: book.handle });
    const sheet = unzipSync(readFileSync(book.file))['xl/worksheets/sheet1.xml'];
    expect(Buffer.from(sheet ?? []).toString()).toContain('Anna Lindqvist');
  });

  it('have interviews with every column, the time there and in UTC, and nothing that a spreadsheet would run', async () => {
    const [row] = (await api().pipeline.board({ jobId })).cards;
    const { id } = await api().interviews.plan({
      applicationId: row?.id ?? '',
      details: {
        roundName: HOSTILE,
        mode: 'onsite',
        meetingLink: '',
        location: '+1 Station Road',
        instructions: '@all',
        interviewerIds: [core.session().actor.id],
      },
      durationMinutes: 50,
      timeZone: 'Asia/Kolkata',
      when: { date: '2026-07-01', time: '09:30' },
    });
    const columns = [...recordColumns('interviews')];
    const json = to('i.json');
    expect(
      await api().exports.interviews({ columns, format: 'json', handle: json.handle }),
    ).toMatchObject({ rows: 1 });
    expect(JSON.parse(readFileSync(json.file, 'utf8'))).toMatchObject([
      {
        Candidate: 'Anna Lindqvist',
        Round: 1,
        'Round name': HOSTILE,
        Status: 'draft',
        'Time there': '2026-07-01 09:30',
        'Time zone': 'Asia/Kolkata',
        'Start (UTC)': '2026-07-01T04:00:00.000Z',
        'End (UTC)': '2026-07-01T04:50:00.000Z',
        Interviewers: core.session().actor.name,
        'Longlist ID': id,
      },
    ]);
    const csv = to('i.csv');
    const some = ['roundName', 'location', 'instructions', 'duration', 'made up'];
    await api().exports.interviews({ columns: some, format: 'csv', handle: csv.handle });
    expect(parse(readFileSync(csv.file, 'utf8'), { bom: true })).toEqual([
      ['Round name', 'Location', 'Instructions', 'Minutes'],
      [`'${HOSTILE}`, "'+1 Station Road", "'@all", '50'],
    ]);
    const { lines } = await api().audit.list({ filters: NO_AUDIT_FILTERS, before: null, limit: 1 });
    expect(lines[0]?.entry).toMatchObject({
      action: 'export.made',
      entityType: 'interviews',
      metadata: { kind: 'interviews', format: 'csv', rows: 1, columns: 4 },
    });
    const other: Actor = { id: newId(), name: 'Other', role: 'recruiter' };
    const none = to('n.json');
    expect(
      await core.client(other).exports.interviews({ columns, format: 'json', handle: none.handle }),
    ).toMatchObject({ rows: 0 });
    await api().interviews.remove({ id, version: 1 });
  });

  it('have the audit log as a table, narrowed, its facts as texts', async () => {
    const { file, handle } = to('audit.json');
    const columns = ['entry', 'action', 'record', 'facts', 'made up'];
    const filters = { ...NO_AUDIT_FILTERS, group: 'jobs' as const };
    await api().exports.audit({ columns, filters, format: 'json', handle });
    // As read back from the file.
    const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly Record<string, unknown>[];
    expect(rows.at(-1)).toEqual({
      Entry: expect.any(Number),
      Action: 'client.created',
      Record: HOSTILE,
      Facts: expect.stringContaining('{'),
    });
    const recruiter: Actor = { id: newId(), name: 'Other', role: 'recruiter' };
    await expect(
      core.client(recruiter).exports.audit({ columns, format: 'csv', handle: to('y').handle }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('do not go out at all for a client’s person, whose role has no exports', async () => {
    const { handle } = to('client.csv');
    const guest: Actor = {
      id: newId(),
      name: 'Guest',
      role: 'client_user',
      clientId: (await api().jobs.get({ id: jobId })).job.clientId,
    };
    const asked = { columns: ['candidate'], jobId: null, format: 'csv' as const };
    await expect(
      core.client(guest).exports.applications({ ...asked, handle }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      core
        .client(guest)
        .exports.jobs({ columns: ['title'], format: 'csv', handle: to('z').handle }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('hold nothing that whoever asks does not reach', async () => {
    const other: Actor = { id: newId(), name: 'Other', role: 'recruiter' };
    const { file, handle } = to('none.json');
    const columns = ['candidate'];
    const written = await core
      .client(other)
      .exports.applications({ columns, jobId: null, format: 'json', handle });
    expect(written.rows).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([]);
    const auditor: Actor = { ...other, role: 'auditor' };
    await expect(
      core.client(auditor).exports.jobs({ columns, format: 'csv', handle: to('x.csv').handle }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
