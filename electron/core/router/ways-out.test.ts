import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { apiContract } from '@/shared/contract/api';
import { IMPACT_STAGES } from '@/shared/domain/adverse-impact/views';
import { NO_AUDIT_FILTERS } from '@/shared/domain/audit/views';
import { EMPTY_DRAFT } from '@/shared/domain/jobs/draft';

/** What takes a handle to read what a person chose, and lets nothing out. */
const WAYS_IN: readonly string[] = [
  'adverseImpact.preview',
  'backup.change',
  'backup.find',
  'portable.look',
  'portable.open',
  'imports.start',
  'jobProposals.fromFile',
  'tables.open',
  'watchedFolders.add',
  'workspace.addOcrLanguage',
];
/** What takes a handle and only tells of one that writes. */
const ABOUT_WAYS_OUT: readonly string[] = ['tables.exporting'];

/** What takes more than a table to be taken, with the test that shows how it is noted. */
const NOTED_ELSEWHERE: Readonly<Record<string, readonly [test: string, action: string]>> = {
  'backup.make': ['electron/core/backup/backup.test.ts', 'backup.made'],
  'portable.export': ['electron/core/portable/portable.test.ts', 'export.made'],
};

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const EVER = { from: '2020-01-01T00:00:00.000Z', before: '2099-01-01T00:00:00.000Z', jobIds: [] };
const TABLE = 'Name,Email\nBo Ek,bo@example.org\n,\n"",nobody\n';

describe('whatever goes out', () => {
  let place: TestPlace;
  let core: Core;
  let jobId: string;
  let candidateId: string;
  let resumeId: string;
  let tableId: string;
  beforeAll(async () => {
    place = testPlace();
    core = await openDesk(place);
    await importAll(core, [
      place.file('Anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' })),
    ]);
    candidateId = (await api().candidates.search({})).rows[0]?.id ?? '';
    resumeId = (await api().candidates.get({ id: candidateId })).candidate.currentResumeId ?? '';
    const { id: clientId } = await api().clients.create({ companyName: 'Aster' });
    ({ id: jobId } = await api().jobs.create({
      clientId,
      draft: { ...EMPTY_DRAFT, title: 'Nurse' },
    }));
    await api().pipeline.put({ jobId, candidateIds: [candidateId], stage: 'shortlisted' });
    const file = place.file('people.csv', TABLE);
    tableId = (await api().tables.open({ handle: core.grantHandle([file]) })).id;
  });
  afterAll(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client();
  const handle = (name: string) => core.grantHandle([path.join(place.files, name)]);

  interface WayOut {
    readonly take: () => Promise<unknown>;
    readonly noted: () => Readonly<Record<string, unknown>>;
  }
  const made = (kind: string, format: string, more: Readonly<Record<string, unknown>> = {}) => ({
    action: 'export.made',
    metadata: expect.objectContaining({ kind, format }),
    ...more,
  });
  const WAYS_OUT: Readonly<Record<string, WayOut>> = {
    'tables.export': {
      take: () =>
        api().tables.export({
          selection: { kind: 'ids', ids: [candidateId] },
          format: 'csv',
          columns: ['name'],
          handle: handle('a.csv'),
        }),
      noted: () => made('candidates', 'csv'),
    },
    'tables.saveLeftOut': {
      take: () => api().tables.saveLeftOut({ id: tableId, handle: handle('left.csv') }),
      noted: () => made('left-out', 'csv'),
    },
    'exports.jobs': {
      take: () =>
        api().exports.jobs({ columns: ['title'], format: 'csv', handle: handle('j.csv') }),
      noted: () => made('jobs', 'csv'),
    },
    'exports.applications': {
      take: () =>
        api().exports.applications({
          columns: ['candidate'],
          jobId,
          format: 'json',
          handle: handle('p.json'),
        }),
      noted: () => made('applications', 'json', { entityId: jobId, clientId: expect.any(String) }),
    },
    'exports.interviews': {
      take: () =>
        api().exports.interviews({ columns: ['status'], format: 'csv', handle: handle('i.csv') }),
      noted: () => made('interviews', 'csv'),
    },
    'exports.audit': {
      take: () =>
        api().exports.audit({ columns: ['action'], format: 'xlsx', handle: handle('l.xlsx') }),
      noted: () => made('audit', 'xlsx'),
    },
    'pipeline.exportShortlist': {
      take: () => api().pipeline.exportShortlist({ jobId, format: 'csv', handle: handle('s.csv') }),
      noted: () => made('shortlist', 'csv', { entityId: jobId }),
    },
    'pipeline.printed': {
      take: () => api().pipeline.printed({ jobId, format: 'pdf' }),
      noted: () =>
        made('shortlist', 'pdf', {
          entityId: jobId,
          metadata: { kind: 'shortlist', format: 'pdf', rows: 1 },
        }),
    },
    'reports.saveTable': {
      take: () =>
        api().reports.saveTable({
          handle: handle('r.csv'),
          format: 'csv',
          header: ['a'],
          rows: [[1]],
        }),
      noted: () => made('report', 'csv'),
    },
    'reports.savePicture': {
      take: () => api().reports.savePicture({ handle: handle('r.png'), picture: new Blob([PNG]) }),
      noted: () => made('report', 'png'),
    },
    'resumes.saveOriginal': {
      take: () => api().resumes.saveOriginal({ id: resumeId, handle: handle('cv.txt') }),
      noted: () => ({
        action: 'resume.downloaded',
        entityType: 'candidate',
        entityId: candidateId,
        metadata: { resumeId },
      }),
    },
    'adverseImpact.save': {
      take: () =>
        api().adverseImpact.save({
          handle: handle('i.csv'),
          format: 'csv',
          request: { ...EVER, stage: IMPACT_STAGES[0] },
        }),
      noted: () => made('adverse-impact', 'csv'),
    },
    'adverseImpact.saveCodes': {
      take: () => api().adverseImpact.saveCodes({ handle: handle('c.csv'), selection: EVER }),
      noted: () => made('reference-codes', 'csv'),
    },
    'roles.exportMatrix': {
      take: () => api().roles.exportMatrix({ handle: handle('m.csv'), format: 'csv' }),
      noted: () => made('access-matrix', 'csv'),
    },
    'roles.printed': {
      take: () => api().roles.printed(),
      noted: () => made('access-matrix', 'pdf'),
    },
    'privacy.dataRequest': {
      take: () => api().privacy.dataRequest({ candidateId, handle: handle('d.zip') }),
      noted: () => ({ action: 'data-request.made', entityId: candidateId }),
    },
    'privacy.exportSearchLog': {
      take: () => api().privacy.exportSearchLog({ handle: handle('l.csv'), format: 'csv' }),
      noted: () => made('search-log', 'csv'),
    },
    'audit.export': {
      take: () =>
        api().audit.export({
          handle: handle('x.jsonl'),
          format: 'jsonl',
          filters: NO_AUDIT_FILTERS,
        }),
      noted: () => ({ action: 'audit.exported' }),
    },
    'audit.printed': {
      take: () => api().audit.printed({ filters: NO_AUDIT_FILTERS }),
      noted: () => ({
        action: 'audit.exported',
        metadata: expect.objectContaining({ format: 'pdf' }),
      }),
    },
  };

  it('is known: a procedure that writes to where somebody points, and is not here, goes out unsaid', () => {
    const elsewhere = Object.entries(NOTED_ELSEWHERE);
    for (const [, [test, action]] of elsewhere)
      expect(readFileSync(test, 'utf8')).toContain(action);
    const known = [
      ...WAYS_IN,
      ...ABOUT_WAYS_OUT,
      ...Object.keys(NOTED_ELSEWHERE),
      ...Object.keys(WAYS_OUT),
    ];
    expect(known.toSorted()).toEqual(withHandles().toSorted());
  });

  it.each(Object.entries(WAYS_OUT))(
    '%s stands in the audit log',
    async (_name, { take, noted }) => {
      const newest = async () =>
        (await api().audit.list({ filters: NO_AUDIT_FILTERS, before: null, limit: 1 })).lines[0]
          ?.entry;
      const before = (await newest())?.seq ?? 0;
      await take();
      const entry = await newest();
      expect(entry).toMatchObject(noted());
      // One entry for one deed, and nothing about anybody in it.
      expect(entry?.seq).toBe(before + 1);
      expect(JSON.stringify(entry)).not.toMatch(/Anna|anna@|Nurse|Aster/);
    },
  );

  it('is not said to have gone out when it could not be written', async () => {
    const file = path.join(place.files, 'a-file');
    writeFileSync(file, '');
    const below = core.grantHandle([path.join(file, 'below.csv')]);
    const count = async () => (await api().audit.state()).entries;
    const before = await count();
    await expect(api().resumes.saveOriginal({ id: resumeId, handle: below })).rejects.toMatchObject(
      { code: 'STORAGE_UNAVAILABLE' },
    );
    expect(await count()).toBe(before);
  });
});

/** Every procedure that a handle is given to, and those that tell of what the window prints. */
function withHandles(): readonly string[] {
  return Object.entries(apiContract).flatMap(([subject, procedures]) =>
    Object.entries<unknown>(procedures).flatMap(([name, procedure]) => {
      if (!isContractProcedure(procedure)) return [];
      const schema = procedure['~orpc'].inputSchema;
      const shape = schema !== undefined && 'shape' in schema ? schema.shape : {};
      const takes = typeof shape === 'object' && shape !== null && 'handle' in shape;
      return takes || name === 'printed' ? [`${subject}.${name}`] : [];
    }),
  );
}
