import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Clock } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';

describe('at the desk', () => {
  let place: TestPlace;
  let core: Core;
  let id: string;
  let now: number;
  const clock: Clock = { now: () => new Date(now) };
  beforeEach(async () => {
    now = Date.parse('2026-03-01T09:30:00.000Z');
    place = testPlace();
    core = await openDesk(place, { clock });
    const source = place.file(
      'Anna.txt',
      cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }),
    );
    await importAll(core, [source]);
    id = (await api().candidates.search({})).rows[0]?.id ?? '';
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client();
  const get = (): Promise<CandidateDetail> => api().candidates.get({ id });

  it('edits fields with who and when, derives the city, and refuses a stale edit', async () => {
    const { candidate } = await get();
    const { version } = candidate;
    await api().candidates.edit({
      id,
      version,
      patch: { location: 'Hamburg, Germany', totalYears: 7 },
    });
    const edited = (await get()).candidate;
    expect(edited).toMatchObject({
      location: 'Hamburg, Germany',
      city: 'Hamburg',
      country: 'DE',
      totalYears: 7,
    });
    expect(edited.provenance.location).toEqual({
      source: 'person',
      by: core.session().actor.id,
      byName: 'Tess',
      at: '2026-03-01T09:30:00.000Z',
    });
    expect(edited.provenance.name).toMatchObject({ source: 'resume' });
    await expect(
      api().candidates.edit({ id, version, patch: { name: 'X' } }),
    ).rejects.toMatchObject({ code: 'CONFLICT', defined: true });
    await expect(
      api().candidates.edit({ id, version: edited.version, patch: {} }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    await expect(
      api().candidates.edit({ id: newId(), version: 1, patch: { name: 'X' } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('adds, changes and removes parts, with what follows from them', async () => {
    const part = {
      entity: 'contactPoint',
      values: { kind: 'phone', value: '+49 (40) 123-4567', linkKind: null },
    } as const;
    await api().candidates.addPart({ candidateId: id, part });
    const phone = (await get()).contactPoints.find((point) => point.kind === 'phone');
    expect(phone).toMatchObject({
      key: '+49401234567',
      position: 1,
      provenance: { source: 'person' },
    });
    await expect(api().candidates.addPart({ candidateId: id, part })).rejects.toMatchObject({
      code: 'INVALID',
    });

    await api().candidates.addPart({
      candidateId: id,
      part: { entity: 'candidateSkill', values: { name: 'Golang', years: 3 } },
    });
    const skill = (await get()).skills.find((one) => one.name === 'Golang');
    expect(skill).toMatchObject({ key: 'golang', skillId: expect.any(String), declared: true });

    const job = (await get()).experience[0];
    if (!job) throw new Error('The CV has a job');
    const values = {
      company: 'Acme',
      title: 'Lead',
      location: null,
      start: '2020-01',
      end: 'present' as const,
      description: '',
    };
    await api().candidates.editPart({
      id: job.id,
      version: job.version,
      part: { entity: 'experience', values },
    });
    expect((await get()).experience[0]).toMatchObject({
      company: 'Acme',
      months: 75,
      provenance: { source: 'person' },
    });
    const backwards = {
      entity: 'experience' as const,
      values: { ...values, start: '2024-01', end: '2020-01' },
    };
    await expect(
      api().candidates.editPart({ id: job.id, version: job.version + 1, part: backwards }),
    ).rejects.toMatchObject({ code: 'INVALID' });

    await api().candidates.removePart({
      id: job.id,
      version: job.version + 1,
      entity: 'experience',
    });
    expect((await get()).experience).toEqual([]);
  });

  it('confirms a value as it was read, keeps where it was read, and undoes that', async () => {
    const { candidate, experience } = await get();
    const { version } = candidate;
    await api().candidates.confirm({ kind: 'field', id, version, field: 'name' });
    const confirmed = (await get()).candidate;
    expect(confirmed.name).toBe('Anna Lindqvist');
    expect(confirmed.provenance.name).toMatchObject({
      source: 'person',
      byName: 'Tess',
      read: { resumeId: candidate.currentResumeId, evidence: { start: 0, end: 14 } },
    });
    const [job] = experience;
    if (job === undefined) throw new Error('The CV has a job');
    const seen = { kind: 'part', entity: 'experience', id: job.id } as const;
    await api().candidates.confirm({ ...seen, version: job.version });
    expect((await get()).experience[0]).toMatchObject({
      title: job.title,
      provenance: { source: 'person', read: { words: expect.arrayContaining(['2019-01']) } },
    });
    // What a person vouches for is not confirmed a second time, and a stale page is told so.
    await expect(
      api().candidates.confirm({ ...seen, version: job.version + 1 }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    await expect(api().candidates.confirm({ ...seen, version: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await api().history.undo({})).toMatchObject({ undid: 'candidate.confirmed' });
    expect((await get()).experience[0]?.provenance).toEqual(job.provenance);
  });

  it('undoes the last thing, then the one before, then says that there is nothing', async () => {
    const { candidate } = await get();
    await api().candidates.edit({ id, version: candidate.version, patch: { name: 'Anna Berg' } });
    await api().candidates.addNote({ candidateId: id, body: 'Call on Monday' });
    expect(await api().history.undo({})).toMatchObject({ undid: 'note.added' });
    expect((await get()).notes).toEqual([]);
    expect(await api().history.undo({})).toMatchObject({ undid: 'candidate.edited' });
    expect((await get()).candidate.name).toBe('Anna Lindqvist');
    expect((await get()).candidate.provenance.name).toMatchObject({ source: 'resume' });
    await expect(api().history.undo({})).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('tells the timeline: the edit field by field, the import without its thousand fields', async () => {
    const { candidate } = await get();
    const { commitId } = await api().candidates.edit({
      id,
      version: candidate.version,
      patch: { name: 'Anna Berg' },
    });
    const entries = await api().candidates.timeline({ id });
    expect(entries.map((entry) => entry.action)).toEqual(['candidate.edited', 'resume.imported']);
    expect(entries[0]).toMatchObject({ commitId, actorName: 'Tess', undone: false });
    expect(entries[0]?.fields).toEqual([
      { entity: 'candidate', field: 'name', before: 'Anna Lindqvist', after: 'Anna Berg' },
    ]);
    expect(entries[1]?.fields).toEqual([]);
    expect(await api().history.undo({ commitId })).toMatchObject({ undid: 'candidate.edited' });
    expect(
      (await api().candidates.timeline({ id })).find((entry) => entry.commitId === commitId)
        ?.undone,
    ).toBe(true);
  });

  it('tags by name whatever its spelling, archives and brings back', async () => {
    await api().candidates.addTag({ candidateIds: [id], name: 'Python  Berlin', colour: 'blue' });
    await expect(
      api().candidates.addTag({ candidateIds: [id], name: 'PYTHON berlin' }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    const [tag, ...others] = await api().candidates.tags();
    expect(others).toEqual([]);
    expect(tag).toMatchObject({ name: 'Python Berlin', colour: 'blue', candidates: 1 });
    await api().candidates.removeTag({ candidateIds: [id], tagId: tag?.id ?? '' });
    expect((await get()).tags).toEqual([]);
    await api().candidates.archive({ ids: [id, id], archived: true });
    expect((await api().candidates.search({})).total).toBe(0);
    await api().candidates.archive({ ids: [id], archived: false });
    expect((await api().candidates.search({})).total).toBe(1);
  });

  it('lets authors alone change their notes', async () => {
    await api().candidates.addNote({ candidateId: id, body: 'Call on Monday' });
    const [note] = (await get()).notes;
    const seen = { id: note?.id ?? '', version: note?.version ?? 0 };
    const colleague: Actor = { id: newId(), name: 'Cole', role: 'admin' };
    await expect(
      core.client(colleague).candidates.editNote({ ...seen, body: 'No' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await api().candidates.editNote({ ...seen, body: 'Call on Tuesday' });
    expect((await get()).notes[0]).toMatchObject({ body: 'Call on Tuesday', authorName: 'Tess' });
    await api().candidates.deleteNote({ ...seen, version: seen.version + 1 });
    expect((await get()).notes).toEqual([]);
  });

  it('refuses what a role may not, before anything is read', async () => {
    const client: Actor = { id: newId(), name: 'Hira', role: 'auditor' };
    await expect(core.client(client).candidates.get({ id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(core.client(client).imports.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      core.client(client).workspace.updateSettings({ theme: 'dark' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const recruiter: Actor = { id: newId(), name: 'Rec', role: 'recruiter' };
    await expect(
      core.client(recruiter).candidates.edit({ id, version: 1, patch: { name: 'X' } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('spends a handle once and forgets it after ten minutes', async () => {
    const source = path.join(place.files, 'Anna.txt');
    const handle = core.grantHandle([source]);
    await api().imports.start({ handle });
    await expect(api().imports.start({ handle })).rejects.toMatchObject({ code: 'HANDLE_EXPIRED' });
    const old = core.grantHandle([source]);
    now += 10 * 60_000;
    await expect(api().imports.start({ handle: old })).rejects.toMatchObject({
      code: 'HANDLE_EXPIRED',
    });
    await expect(api().imports.start({ handle: source })).rejects.toMatchObject({
      code: 'HANDLE_EXPIRED',
    });
  });

  it('saves the original whole, and leaves what was there when it cannot', async () => {
    const resumeId = (await get()).candidate.currentResumeId ?? '';
    const target = path.join(place.dir, 'saved.txt');
    writeFileSync(target, 'old');
    await api().resumes.saveOriginal({ id: resumeId, handle: core.grantHandle([target]) });
    expect(readFileSync(target, 'utf8')).toContain('Anna Lindqvist');
    const nowhere = path.join(place.dir, 'no', 'such', 'folder.txt');
    await expect(
      api().resumes.saveOriginal({ id: resumeId, handle: core.grantHandle([nowhere]) }),
    ).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
    expect(existsSync(path.join(place.dir, 'no'))).toBe(false);
  });

  it('serves the PDF view its own data and nothing else', async () => {
    expect(
      (await api().resumes.pdfData({ kind: 'cmap', name: 'UniJIS-UTF16-H' })).size,
    ).toBeGreaterThan(100);
    expect(
      (await api().resumes.pdfData({ kind: 'font', name: 'FoxitDingbats.pfb' })).size,
    ).toBeGreaterThan(100);
    for (const name of ['jbig2.wasm', 'openjpeg.wasm']) {
      const program = await api().resumes.pdfData({ kind: 'wasm', name });
      expect(Buffer.from(await program.arrayBuffer()).subarray(0, 4)).toEqual(
        Buffer.from('\0asm', 'latin1'),
      );
    }
    await expect(
      api().resumes.pdfData({ kind: 'wasm', name: 'openjpeg_nowasm_fallback.js' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const name of ['package.json', '..', 'LICENSE_FOXIT.txt.x']) {
      await expect(api().resumes.pdfData({ kind: 'cmap', name })).rejects.toMatchObject({
        code: expect.stringMatching(/NOT_FOUND|INVALID/),
      });
    }
  });

  it('takes OCR data that is OCR data', async () => {
    expect(await api().workspace.ocrLanguages()).toEqual([{ code: 'eng', bundled: true }]);
    const data = Buffer.alloc(2048);
    data.writeUInt32LE(2, 0);
    data.writeBigInt64LE(-1n, 4);
    data.writeBigInt64LE(20n, 12);
    const add = (name: string, bytes: Uint8Array) =>
      api().workspace.addOcrLanguage({ handle: core.grantHandle([place.file(name, bytes)]) });
    expect(await add('deu.traineddata.gz', gzipSync(data))).toEqual({ code: 'deu' });
    expect(await add('fra.traineddata', data)).toEqual({ code: 'fra' });
    for (const [name, bytes] of [
      ['ita.traineddata.gz', gzipSync('no such thing')],
      ['spa.traineddata.gz', gzipSync(data).subarray(0, 30)],
      ['../../evil.txt', data],
    ] as const) {
      await expect(add(name, bytes)).rejects.toMatchObject({ code: 'INVALID' });
    }
    expect((await api().workspace.ocrLanguages()).map((one) => one.code)).toEqual([
      'deu',
      'eng',
      'fra',
    ]);
  });

  it('keeps settings, and refuses values that are not allowed without saying what they were', async () => {
    expect(await api().workspace.updateSettings({ theme: 'dark' })).toMatchObject({
      theme: 'dark',
      density: 'comfortable',
    });
    expect(await api().workspace.status()).toMatchObject({
      state: 'open',
      name: 'Test',
      userName: 'Tess',
      candidates: 1,
      settings: { theme: 'dark' },
    });
    // The types forbid it; a caller over a port is not bound by types.
    const wrong = { ocrLanguages: ['../etc'] };
    const refused = await api()
      .workspace.updateSettings(wrong)
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'INVALID', data: { fields: ['ocrLanguages.0'] } });
    expect(JSON.stringify(refused)).not.toContain('../etc');
  });

  it('gives a defect a reference, and no stack or detail crosses', async () => {
    Object.assign(core.session().deps.candidates, {
      tags: () => Promise.reject(new Error('secret detail of Anna')),
    });
    const failure = await api()
      .candidates.tags()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'INTERNAL',
      status: 500,
      data: { reference: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    expect(JSON.stringify(failure)).not.toContain('secret');
  });

  it('checks what it stands on, and says which original is missing', async () => {
    const checks = await api().system.doctor();
    expect(checks.filter((check) => check.state === 'failed')).toEqual([]);
    expect(checks.map((check) => check.id)).toEqual([
      'runtime',
      'database',
      'search-index',
      'journal',
      'originals',
      'keys',
      'keychain',
      'audit',
      'backup',
      'clock',
      'disk',
      'parser',
      'ocr',
    ]);
    const { originals, deps, actor } = core.session();
    const resume = await deps.candidates.resume(
      actor,
      (await get()).candidate.currentResumeId ?? '',
    );
    writeFileSync(originals.placeOf(resume?.sha256 ?? '').path, 'x');
    const again = await api().system.doctor();
    expect(again.find((check) => check.id === 'originals')).toMatchObject({ state: 'failed' });
  });

  it('says why a workspace cannot be opened, changes nothing, and makes no new one over it', async () => {
    const second = await place.openCore();
    expect(await second.client().workspace.status()).toMatchObject({
      state: 'unavailable',
      code: 'WORKSPACE_BUSY',
    });
    await expect(second.client().candidates.search({})).rejects.toMatchObject({
      code: 'WORKSPACE_BUSY',
    });
    await expect(
      second.client().workspace.create({ name: 'New', userName: 'N' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    await second.close();
    await core.close();
    const database = path.join(place.workspaceDir, 'longlist.db');
    writeFileSync(database, '');
    core = await place.openCore();
    expect(await api().workspace.status()).toMatchObject({
      state: 'unavailable',
      code: 'WORKSPACE_DAMAGED',
    });
    await expect(api().workspace.create({ name: 'New', userName: 'N' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(readFileSync(database).length).toBe(0);
  });

  it('opens the workspace when it is asked again after the reason has gone', async () => {
    const second = await place.openCore();
    expect(await second.client().workspace.status()).toMatchObject({ code: 'WORKSPACE_BUSY' });
    await core.close();
    expect(await second.client().workspace.status()).toMatchObject({ state: 'open' });
    await second.close();
    core = await place.openCore();
  });
});
