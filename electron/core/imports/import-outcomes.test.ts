import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import type { PartEntity } from '@/shared/domain/candidates/part-identity';
import type { ImportView } from '@/shared/contract/api/imports';

describe('what becomes of a file', () => {
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

  const itemsOf = (view: ImportView) => core.client().imports.items({ taskId: view.id });
  const outcomesOf = async (view: ImportView) =>
    Object.fromEntries((await itemsOf(view)).map((item) => [item.displayPath, item.outcome]));
  const candidates = () => core.client().candidates.search({});

  it('loads a CV with its original, so that what was read can be shown and checked', async () => {
    const source = place.file(
      'Anna.txt',
      cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }),
    );
    const view = await importAll(core, [source]);
    expect(view).toMatchObject({ state: 'done', scanned: true, counts: { seen: 1, loaded: 1 } });

    const [item] = await itemsOf(view);
    expect(item).toMatchObject({ outcome: 'loaded', candidateName: 'Anna Lindqvist', attempts: 1 });
    const detail = await core.client().candidates.get({ id: item?.candidateId ?? '' });
    expect(detail.contactPoints).toMatchObject([{ kind: 'email', key: 'anna@example.org' }]);
    expect(detail.candidate.provenance.name).toMatchObject({
      source: 'resume',
      resumeId: item?.resumeId,
    });
    expect(detail.candidate.currentResumeId).toBe(item?.resumeId);
    expect(detail.experience[0]).toMatchObject({ start: '2019-01', end: '2023-03', months: 51 });
    const original = await core.client().resumes.original({ id: item?.resumeId ?? '' });
    expect(await original.text()).toBe(readFileSync(source, 'utf8'));
  });

  it('keeps when somebody can start and whether they may work here, with the place in the CV', async () => {
    place.file(
      'Anna.txt',
      cvText({
        name: 'Anna Lindqvist',
        email: 'anna@example.org',
        more: 'Notice period: 3 months\nWork permit: EU citizen, no restrictions',
      }),
    );
    const [item] = await itemsOf(await importAll(core, [place.files]));
    const api = core.client();
    const { candidate } = await api.candidates.get({ id: item?.candidateId ?? '' });
    expect(candidate.noticePeriod).toMatch(/3 months/);
    expect(candidate.workPermission).toMatch(/EU citizen/);
    expect(candidate.provenance.noticePeriod).toMatchObject({ source: 'resume' });
    await api.candidates.edit({
      id: candidate.id,
      version: candidate.version,
      patch: { noticePeriod: '4 weeks', workPermission: '' },
    });
    const after = (await api.candidates.get({ id: candidate.id })).candidate;
    expect(after).toMatchObject({ noticePeriod: '4 weeks', workPermission: null });
  });

  it('knows the same bytes again wherever they lie, also twice in one import', async () => {
    const text = cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' });
    place.file('a/Anna.txt', text);
    place.file('b/Copy of Anna.txt', text);
    const first = await importAll(core, [place.files]);
    expect(first.counts).toMatchObject({ seen: 2, loaded: 1, already_here: 1 });
    const second = await importAll(core, [place.files]);
    expect(second.counts).toMatchObject({ seen: 2, loaded: 0, already_here: 2 });
    expect((await candidates()).total).toBe(1);
  });

  it('takes a newer CV with the same e-mail and name as an update, both in one import', async () => {
    place.file('1.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    place.file(
      '2.txt',
      cvText({ name: 'ANNA LINDQVIST', email: 'Anna@Example.org', more: 'References on request' }),
    );
    const view = await importAll(core, [place.files]);
    expect(view.counts).toMatchObject({ seen: 2, loaded: 1, updated: 1 });
    const { rows, total } = await candidates();
    expect(total).toBe(1);
    const detail = await core.client().candidates.get({ id: rows[0]?.id ?? '' });
    expect(detail.resumes).toHaveLength(2);
    expect(detail.candidate.currentResumeId).toBe(detail.resumes[0]?.id);
    expect(detail.contactPoints.filter((point) => point.kind === 'email')).toHaveLength(1);
  });

  it('asks about what is no CV, and never takes it for a newer CV of its sender', async () => {
    place.file('CV.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    const [cv] = await itemsOf(await importAll(core, [place.files]));
    place.file(
      'letter.txt',
      `Anna Lindqvist
anna@example.org

Dear Mr Petrov,

I would like to apply for the post of engineer that you advertised last week. I have built billing services for five years and would
welcome the chance to meet you and your colleagues.

Yours sincerely,
Anna Lindqvist`,
    );
    place.file(
      'prices.txt',
      `Prices of the Harrow Lane bakery
Loaf of rye bread        4.20
Dozen of bread rolls     3.60
Plaited sweet loaf       5.10
Prices hold until the end of the year. Orders by noon of the day before, please.`,
    );
    const view = await importAll(core, [place.files]);
    expect(view.counts).toMatchObject({ seen: 3, already_here: 1, missing_information: 2 });
    const missing = (await itemsOf(view)).map((item) => [item.displayPath, item.missing] as const);
    expect(Object.fromEntries(missing)).toMatchObject({
      'letter.txt': ['letter'],
      'prices.txt': ['not-a-cv', 'name', 'email', 'phone'],
    });
    const detail = await core.client().candidates.get({ id: cv?.candidateId ?? '' });
    const { candidate, experience } = detail;
    expect(candidate.currentResumeId).toBe(cv?.resumeId);
    expect(experience).toHaveLength(1);
  });

  it('updates by place: the file was rewritten and its person changed the e-mail', async () => {
    const text = { name: 'Anna Lindqvist', email: 'anna@old.example' };
    const source = place.file('Anna.txt', cvText(text));
    await importAll(core, [source]);
    place.file('Anna.txt', cvText({ ...text, email: 'anna@new.example' }));
    expect((await importAll(core, [source])).counts).toMatchObject({ updated: 1 });
    // Another person's CV under the same name is someone new.
    place.file('Anna.txt', cvText({ name: 'Boris Petrov', email: 'boris@example.org' }));
    expect((await importAll(core, [source])).counts).toMatchObject({ loaded: 1 });
  });

  it('keeps what a person entered when a newer CV comes, and refreshes the rest', async () => {
    place.file('1.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    const first = await importAll(core, [place.files]);
    const id = (await itemsOf(first))[0]?.candidateId ?? '';
    const client = core.client();
    const before = await client.candidates.get({ id });
    await client.candidates.edit({
      id,
      version: before.candidate.version,
      patch: { headline: 'Head of billing' },
    });
    const skill = before.skills[0];
    if (!skill) throw new Error('The CV lists skills');
    await client.candidates.editPart({
      id: skill.id,
      version: skill.version,
      part: { entity: 'candidateSkill', values: { name: skill.name, years: 9 } },
    });

    place.file(
      '2.txt',
      cvText({
        name: 'Anna Lindqvist',
        email: 'anna@example.org',
        more: 'Summary\nNow in Berlin',
      }).replace('Docker', 'Kubernetes'),
    );
    expect((await importAll(core, [place.files])).counts).toMatchObject({
      updated: 1,
      already_here: 1,
    });
    const after = await client.candidates.get({ id });
    expect(after.candidate.headline).toBe('Head of billing');
    expect(after.skills.find((one) => one.id === skill.id)).toMatchObject({
      years: 9,
      provenance: { source: 'person' },
    });
    const names = after.skills.map((one) => one.name);
    expect(names).toContain('Kubernetes');
    expect(names).not.toContain('Docker');
    expect(after.candidate.provenance.name).toMatchObject({
      resumeId: after.candidate.currentResumeId,
    });
  });

  it('does not bring back what a person removed, unless they undo that', async () => {
    const cv = (more: string): string =>
      cvText({
        name: 'Anna Lindqvist',
        email: 'anna@example.org',
        phone: '+46 70 123 45 67',
        more,
      });
    place.file('1.txt', cv(''));
    const [item] = await itemsOf(await importAll(core, [place.files]));
    const client = core.client();
    const detail = () => client.candidates.get({ id: item?.candidateId ?? '' });
    const before = await detail();
    const [skill, otherSkill] = before.skills;
    const [job] = before.experience;
    const phone = before.contactPoints.find((point) => point.kind === 'phone');
    if (!skill || !otherSkill || !job || !phone) throw new Error('The CV has them all');
    const remove = (entity: PartEntity, { id, version }: { id: string; version: number }) =>
      client.candidates.removePart({ entity, id, version });
    await remove('experience', job);
    await remove('contactPoint', phone);
    await remove('candidateSkill', skill);
    await remove('candidateSkill', otherSkill);
    await client.history.undo({});

    place.file('2.txt', cv('Summary\nNow in Berlin'));
    expect((await importAll(core, [place.files])).counts).toMatchObject({ updated: 1 });
    const after = await detail();
    expect(after.experience.map((one) => one.company)).not.toContain(job.company);
    expect(after.contactPoints.map((point) => point.kind)).not.toContain('phone');
    const names = after.skills.map((one) => one.name);
    expect(names).not.toContain(skill.name);
    expect(names).toContain(otherSkill.name);
  });

  it('pairs people of one name who share a phone or an employer, and merges nobody', async () => {
    place.file(
      '1.txt',
      cvText({ name: 'Anna Lindqvist', email: 'anna@example.org', phone: '+46 70 123 45 67' }),
    );
    await importAll(core, [place.files]);
    place.file(
      '2.txt',
      cvText({
        name: 'A. Lindqvist',
        email: 'al@example.org',
        phone: '+46701234567',
        company: 'Other AB',
      }),
    );
    place.file('3.txt', cvText({ name: 'Anna Lindqvist', email: 'another.anna@example.net' }));
    const view = await importAll(core, [place.files]);
    expect(view.counts).toMatchObject({ possible_duplicate: 2, already_here: 1 });
    const { rows, total } = await candidates();
    expect(total).toBe(3);
    const pairs = await Promise.all(
      rows.map(async ({ id }) => (await core.client().candidates.get({ id })).possibleDuplicates),
    );
    expect(pairs.flat().flatMap((pair) => pair.reasons)).toEqual(
      expect.arrayContaining(['phone', 'name-and-employer']),
    );
  });

  it('says what is missing', async () => {
    place.file('1.txt', cvText({ name: 'Anna Lindqvist' }));
    const [item] = await itemsOf(await importAll(core, [place.files]));
    expect(item).toMatchObject({ outcome: 'missing_information', missing: ['email', 'phone'] });
  });

  it('opens archives: their files are counted, the archive is not, and another copy of a file inside is known', async () => {
    const anna = cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' });
    const boris = cvText({ name: 'Boris Petrov', email: 'boris@example.org' });
    place.file(
      'cvs.zip',
      zipSync({
        'x/anna.txt': strToU8(anna),
        'boris.txt': strToU8(boris),
        '../evil.txt': strToU8('x'),
      }),
    );
    place.file('boris.txt', boris);
    const view = await importAll(core, [place.files]);
    expect(view.counts.loaded + view.counts.already_here).toBe(3);
    expect(view.counts).toMatchObject({ already_here: 1, loaded: 2 });
    const outcomes = await outcomesOf(view);
    expect(outcomes['cvs.zip']).toBeUndefined();
    expect(outcomes['cvs.zip › x/anna.txt']).toBe('loaded');
    expect(readdirSync(place.dir).sort()).toEqual(['files', 'workspace']);
    const { rows } = await core.client().candidates.search({ text: 'Lindqvist' });
    const detail = await core.client().candidates.get({ id: rows[0]?.id ?? '' });
    expect(detail.resumes[0]?.origin?.path).toBe(
      `${path.join(place.files, 'cvs.zip')} › x/anna.txt`,
    );
  });

  it('explains each file that cannot be read, keeps going, and reads it when retried', async () => {
    place.file('empty.txt', '');
    place.file('photo-of-a-file.pdf', new Uint8Array(4000).fill(7));
    place.file('good.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    place.file('.DS_Store', 'x');
    place.file('~$good.docx', 'x');
    const view = await importAll(core, [place.files]);
    expect(view.counts).toMatchObject({ seen: 3, loaded: 1, failed: 2 });
    const failed = (await itemsOf(view)).filter((item) => item.outcome === 'failed');
    expect(failed.map((item) => item.failureCode).sort()).toEqual([
      'EMPTY_FILE',
      expect.any(String),
    ]);
    for (const item of failed) expect(item.failureMessage).toMatch(/\w{3,}.*\.$/);

    place.file('empty.txt', cvText({ name: 'Boris Petrov', email: 'boris@example.org' }));
    await core.client().imports.retry({ id: view.id });
    await core.session().runner.ended(view.id);
    const again = await core.client().imports.get({ id: view.id });
    expect(again.counts).toMatchObject({ seen: 3, loaded: 2, failed: 1 });
    expect(again.state).toBe('done');
  });

  it('imports the samples that come with Longlist, none of them failed, and knows them the second time', async () => {
    const client = core.client();
    const { id } = await client.imports.startSamples();
    await core.session().runner.ended(id);
    const view = await client.imports.get({ id });
    expect(view).toMatchObject({ state: 'done', origin: 'sample', label: 'Sample CVs' });
    expect(view.counts.seen).toBeGreaterThanOrEqual(40);
    expect(view.counts.failed).toBe(0);
    const { rows } = await client.candidates.search({ limit: 1 });
    expect(rows[0]?.source).toBe('sample');
    const again = await client.imports.startSamples();
    await core.session().runner.ended(again.id);
    const { counts } = await client.imports.get({ id: again.id });
    expect(counts.already_here).toBe(counts.seen);
  }, 180_000);

  it('never writes to the source folder', async () => {
    const source = place.file(
      'sub/Anna.txt',
      cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }),
    );
    const before = statSync(source);
    await importAll(core, [place.files]);
    const after = statSync(source);
    expect([after.size, after.mtimeMs, after.ino, after.mode]).toEqual([
      before.size,
      before.mtimeMs,
      before.ino,
      before.mode,
    ]);
    expect(readdirSync(place.files, { recursive: true })).toEqual([
      'sub',
      path.join('sub', 'Anna.txt'),
    ]);
    expect(existsSync(path.join(place.workspaceDir, 'originals', 'tmp'))).toBe(true);
    expect(readdirSync(path.join(place.workspaceDir, 'originals', 'tmp'))).toEqual([]);
  });

  it('brings the original back when it had gone from the store', async () => {
    const source = place.file(
      'Anna.txt',
      cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }),
    );
    const [item] = await itemsOf(await importAll(core, [source]));
    const { originals, deps, actor } = core.session();
    const resume = await deps.candidates.resume(actor, item?.resumeId ?? '');
    const stored = originals.placeOf(resume?.sha256 ?? '').path;
    writeFileSync(stored, 'tampered');
    await expect(
      core.client().resumes.original({ id: item?.resumeId ?? '' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { reason: 'changed' } });
    rmSync(stored);
    await expect(
      core.client().resumes.original({ id: item?.resumeId ?? '' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { reason: 'missing' } });
    for (const harm of [() => undefined, () => writeFileSync(stored, 'tampered')]) {
      harm();
      expect((await importAll(core, [source])).counts).toMatchObject({ already_here: 1 });
      const original = await core.client().resumes.original({ id: item?.resumeId ?? '' });
      expect(await original.text()).toBe(readFileSync(source, 'utf8'));
    }
  });
});
