import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '@/db/store-tests/hostile-texts';
import { clientIn, jobIn } from '@/db/store-tests/jobs';
import type { Core } from '@/electron/core/core';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { PASSPHRASE } from '@/electron/core/test-support/workspace-key';
import { NO_FILTERS } from '@/shared/domain/candidates/views';
import type { Id } from '@/shared/kit/ids';

/** So that the test can see what is in the files. */
const PLAIN = { plain: true };
const HOSTILE = HOSTILE_TEXTS.map(([, text]) => text);
const NAME = 'Zorawina Quexley';
const EMAIL = 'zq.canary01@example.org';

/** One word for each place where something of a person is kept. None of them is a part of another. */
const CANARIES = {
  name: 'Zorawina',
  email: 'canary01',
  phone: '7700900417',
  link: 'canary-link02',
  text: 'canarytext03',
  company: 'Canaryworks04',
  note: 'canarynote05',
  oldNote: 'canaryoldnote06',
  deletedNote: 'canarygone07',
  headline: 'canaryheadline08',
  oldHeadline: 'canaryoldhead09',
  summary: 'canarysummary10',
  custom: 'canarycustom11',
  writeUp: 'canarywriteup12',
  rejection: 'canaryreject13',
  fileName: 'canaryfile14',
  folder: 'canaryfolder15',
  merged: 'canarymerged16',
  undone: 'canaryundone17',
  table: 'canarytable18',
  savedSearch: 'canarysaved19',
  search: 'canarysearch20',
  hold: 'canaryhold21',
  round: 'canaryround22',
  meeting: 'canarymeeting23',
  venue: 'canaryvenue24',
  asked: 'canaryasked25',
  askedBefore: 'canarybefore26',
  came: 'canarycame27',
  feedback: 'canaryfeedback28',
} as const;

describe('erasing somebody', () => {
  let place: TestPlace;
  let core: Core;
  beforeEach(async () => {
    place = testPlace();
    core = await openDesk(place, PLAIN);
  });
  afterEach(async () => {
    await core.close();
    place.remove();
  });
  const api = () => core.client();
  const named = async (text: string): Promise<Id> =>
    (await api().candidates.search({ text, limit: 1 })).rows[0]?.id ?? '';
  const erase = (candidateIds: Id[], typed: string, reason = 'They asked for it') =>
    api().privacy.erase({ candidateIds, kind: 'erase', reason, typed });

  it('leaves none of 30 values in any byte of the profile, after a bundle that held them all, and everybody else as they were', async () => {
    await importAll(core, [
      place.file('other.txt', cvText({ name: 'Otto Other', email: 'otto@example.org' })),
    ]);
    const id = await plant(core, place);
    const otto = await named('otto@example.org');
    const before = await dumpOf(core, otto);
    await core.close();
    // A value that was not there before would prove nothing.
    expect(missingIn(place.workspaceDir)).toEqual([]);

    core = await openDesk(place, PLAIN);
    await bundleHoldsAll(core, place, id);
    const preview = await api().privacy.previewErasure({ candidateId: id });
    expect(preview).toMatchObject({ files: 3, sharedFiles: 0, held: false });
    expect(preview.counts).toMatchObject({ candidate: 2, resume: 2, application: 1, note: 2 });
    expect(await erase([id], preview.name)).toEqual({ erased: 1, gone: 0 });
    expect(await core.session().checkDatabase()).toEqual([]);
    await expect(api().candidates.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await dumpOf(core, otto)).toEqual(before);
    await core.close();
    expect(foundIn(place.workspaceDir)).toEqual([]);

    core = await openDesk(place, PLAIN);
    expect(await api().privacy.erasures()).toHaveLength(2);
    // Undo cannot bring them back: there is nothing of them to take back.
    const { deeds } = await api().history.list({});
    for (const { commitId } of deeds)
      await api()
        .history.undo({ commitId })
        .catch(() => undefined);
    await core.close();
    expect(foundIn(place.workspaceDir)).toEqual([]);
    core = await openDesk(place, PLAIN);
  }, 180_000);

  it('is refused for another text typed, under a hold, and in a reason that names the person', async () => {
    await importAll(core, [place.file('a.txt', cvText({ name: NAME, email: EMAIL }))]);
    const id = await named(EMAIL);
    await expect(erase([id], 'Zorawina')).rejects.toMatchObject({ code: 'INVALID' });
    await expect(erase([id], NAME, `${NAME} asked`)).rejects.toMatchObject({
      data: { reason: 'names' },
    });
    await api().privacy.placeHold({ candidateId: id, reason: 'Claim at the labour court' });
    await expect(erase([id], NAME)).rejects.toMatchObject({ code: 'CONFLICT' });
    // The store refuses too, whoever calls it.
    const { deps, actor } = core.session();
    await expect(
      deps.store.commit({
        actor,
        action: 'candidate.erased',
        changes: [],
        erases: { candidateId: id, kind: 'erase' },
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    await api().privacy.releaseHold({ candidateId: id });
    await api().privacy.saveRule({
      id: null,
      version: 0,
      rule: {
        name: 'Kept for a year',
        about: {},
        minimumDays: 365,
        maximumDays: null,
        end: 'erase',
        enabled: true,
      },
    });
    await expect(erase([id], NAME, '')).rejects.toMatchObject({ data: { reason: 'minimum' } });
    expect(await named(EMAIL)).toBe(id);
    expect(await erase([id], NAME)).toEqual({ erased: 1, gone: 0 });
    expect(await erase([id, id], '1').catch((error: { code: string }) => error.code)).toBe(
      'NOT_FOUND',
    );
  }, 180_000);

  it('keeps a file that another candidate holds, and removes it with the last of them', async () => {
    const text = cvText({ name: NAME, email: EMAIL });
    await importAll(core, [place.file('a.txt', text)]);
    const id = await named(EMAIL);
    const { deps, actor } = core.session();
    const [resume] = (await api().candidates.get({ id })).resumes;
    const sha256 = resume?.sha256 ?? '';
    const whole = await deps.candidates.resume(actor, resume?.id ?? '');
    if (whole === null) throw new Error('The résumé is gone');
    const other = await importAll(core, [
      place.file('b.txt', cvText({ name: 'Berta Both', email: 'berta@example.org' })),
    ]);
    expect(other.counts.loaded).toBe(1);
    const berta = await named('berta@example.org');
    const { version: _, createdAt: _at, createdBy: _by, updatedAt: _up, ...row } = whole;
    await deps.store.commit({
      actor,
      action: 'resume.imported',
      changes: [
        {
          op: 'insert',
          entity: 'resume',
          row: {
            ...row,
            id: row.id.replace(/^.{8}/, '0199ffff'),
            candidateId: berta,
            origin: { kind: 'upload', path: '' },
          },
        },
      ],
    });
    expect(await api().privacy.previewErasure({ candidateId: id })).toMatchObject({
      files: 0,
      sharedFiles: 1,
    });
    await erase([id], NAME);
    expect(await core.session().originals.has(sha256)).toBe(true);
    await erase([berta], 'Berta Both');
    expect(await core.session().originals.has(sha256)).toBe(false);
  }, 180_000);

  it('is finished at the next start when Longlist ended between the rows and the files', async () => {
    await importAll(core, [place.file('a.txt', cvText({ name: NAME, email: EMAIL }))]);
    const id = await named(EMAIL);
    const { privacy, originals, actor } = core.session();
    const sha256 = (await api().candidates.get({ id })).resumes[0]?.sha256 ?? '';
    await privacy.erasure.traces.begin([sha256], []);
    // As an end right here: the rows are still there, so the file has to stay.
    await core.close();
    core = await openDesk(place, PLAIN);
    expect(await originals.has(sha256)).toBe(true);
    expect(await named(EMAIL)).toBe(id);
    const again = core.session();
    await again.privacy.searches.flush();
    await again.privacy.erasure.traces.begin([sha256], []);
    await again.deps.store.commit({
      actor,
      action: 'candidate.erased',
      changes: [],
      erases: { candidateId: id, kind: 'erase' },
    });
    await core.close();
    expect(await originals.has(sha256)).toBe(true);
    core = await openDesk(place, PLAIN);
    expect(await originals.has(sha256)).toBe(false);
    expect(readdirSync(place.workspaceDir)).not.toContain('erasing.json');
    await core.close();
    expect(foundIn(place.workspaceDir)).toEqual([]);
    core = await openDesk(place, PLAIN);
  }, 180_000);

  it('is finished after the key was changed in between, and its list tells no thief whose CV is going', async () => {
    await core.close();
    place.remove();
    place = testPlace();
    core = await openDesk(place);
    await importAll(core, [place.file('a.txt', cvText({ name: NAME, email: EMAIL }))]);
    const id = await named(EMAIL);
    const sha256 = (await api().candidates.get({ id })).resumes[0]?.sha256 ?? '';
    const { privacy, deps, actor } = core.session();
    await privacy.searches.flush();
    await privacy.erasure.traces.begin([sha256], []);
    const erases = { candidateId: id, kind: 'erase' } as const;
    await deps.store.commit({ actor, action: 'candidate.erased', changes: [], erases });
    const list = readFileSync(path.join(place.workspaceDir, 'erasing.json'));
    expect(list.includes(sha256) || list.includes('files')).toBe(false);
    await api().keys.rotate({ passphrase: PASSPHRASE });
    await expect
      .poll(async () => (await api().workspace.status()).state, { timeout: 30_000 })
      .toBe('open');
    expect(await core.session().originals.has(sha256)).toBe(false);
    expect(readdirSync(place.workspaceDir)).not.toContain('erasing.json');

    // An earlier build wrote the list in clear, here too: it is not taken for one that was cut off.
    await importAll(core, [place.file('b.txt', cvText({ name: NAME, email: 'b@example.org' }))]);
    const other = await named('b@example.org');
    const left = (await api().candidates.get({ id: other })).resumes[0]?.sha256 ?? '';
    const now = core.session();
    await now.privacy.searches.flush();
    await now.deps.store.commit({
      actor: now.actor,
      action: 'candidate.erased',
      changes: [],
      erases: { candidateId: other, kind: 'erase' },
    });
    await core.close();
    writeFileSync(path.join(place.workspaceDir, 'erasing.json'), JSON.stringify({ files: [left] }));
    core = await openDesk(place);
    expect(await core.session().originals.has(left)).toBe(false);
    expect(readdirSync(place.workspaceDir)).not.toContain('erasing.json');
  }, 180_000);

  it('asks before somebody who was erased comes in again, by file, address or number', async () => {
    const phone = '+44 7700 900417';
    const file = place.file('a.txt', cvText({ name: NAME, email: EMAIL, phone }));
    await importAll(core, [file]);
    await erase([await named(EMAIL)], NAME);
    const same = await importAll(core, [file]);
    expect(same.counts).toMatchObject({ failed: 1, loaded: 0 });
    const phoned = cvText({ name: 'Zora Q.', phone: '07700 900417', company: 'Else Ltd' });
    await importAll(core, [place.file('b.txt', phoned)]);
    const waiting = await api().privacy.returned();
    expect(waiting).toHaveLength(2);
    expect(waiting[0]?.erasedAt).not.toBeNull();
    expect(await named(NAME)).toBe('');
    // Nothing of a file that is kept out stays in the store.
    expect(originalsIn(place.workspaceDir)).toEqual([]);

    const [newest, older] = waiting;
    await api().privacy.decideReturned({ itemId: newest?.itemId ?? '', letIn: false });
    expect(await api().privacy.returned()).toHaveLength(1);
    await api().privacy.decideReturned({ itemId: older?.itemId ?? '', letIn: true });
    await core.session().runner.ended(older?.taskId ?? '');
    expect(await named(EMAIL)).not.toBe('');
    expect(await api().privacy.returned()).toEqual([]);
  }, 180_000);

  it('leaves out rows of a table about somebody who was erased, says so, and keeps nothing of the row', async () => {
    const phone = '+44 7700 900417';
    await importAll(core, [place.file('a.txt', cvText({ name: NAME, email: EMAIL, phone }))]);
    await erase([await named(EMAIL)], NAME);
    const table = [
      'Name,Email,Phone,Notes',
      `${NAME},${EMAIL},,canarytable18`,
      'Zora Q.,,07700 900417,',
      'Otto Other,otto@example.org,,',
    ].join('\n');
    const bring = async (): Promise<Id> => {
      const handle = core.grantHandle([place.file('t.csv', table)]);
      const draft = await api().tables.open({ handle });
      const targets = draft.columns.map(({ target }) => target);
      const started = await api().tables.start({ id: draft.id, targets });
      await core.session().tables.ended();
      return started.id;
    };
    const id = await bring();
    expect(await api().tables.get({ id })).toMatchObject({
      counts: { created: 1, updated: 0, skipped: 2 },
    });
    const { fates } = await api().tables.fates({ id, limit: 10 });
    expect(fates.map(({ why }) => why)).toEqual(['erased', 'erased', 'new']);
    expect(JSON.stringify(fates)).not.toMatch(/Zora|canarytable|7700/);
    expect((await api().candidates.search({})).total).toBe(1);

    // Nothing of the row waits for a decision, so it is the erasure that somebody lets in.
    const [erasure] = await api().privacy.erasures();
    expect(erasure).toMatchObject({ isKnown: true });
    await api().privacy.letIn({ erasureId: erasure?.id ?? '' });
    expect(await api().privacy.erasures()).toMatchObject([{ isKnown: false }]);
    await expect(api().privacy.letIn({ erasureId: erasure?.id ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await api().tables.get({ id: await bring() })).toMatchObject({
      counts: { created: 2, skipped: 1 },
    });
  }, 180_000);

  it('makes somebody anonymous: stages, dates and skills of the taxonomy stay, and no word of who it was', async () => {
    const id = await plant(core, place);
    const { name: typed } = await api().privacy.previewErasure({ candidateId: id });
    await api().privacy.erase({
      candidateIds: [id],
      kind: 'anonymise',
      reason: 'Three years over',
      typed,
    });
    const { candidate, skills, contactPoints, resumes, notes } = await api().candidates.get({ id });
    expect(candidate).toMatchObject({ name: '', headline: null, summary: null, source: 'upload' });
    expect(skills.length).toBeGreaterThan(0);
    expect([contactPoints, resumes, notes]).toEqual([[], [], []]);
    const [application] = await api().pipeline.ofCandidate({ candidateId: id });
    const applicationId = application?.application.id ?? '';
    expect(await api().interviews.ofApplication({ applicationId })).toMatchObject([
      {
        interview: { status: 'passed', mode: 'video', roundName: '', statusNote: '', feedback: '' },
      },
    ]);
    expect(application?.application).toMatchObject({
      stage: 'rejected',
      reasonNote: null,
      writeUp: '',
    });
    expect(await core.session().checkDatabase()).toEqual([]);
    await core.close();
    expect(foundIn(place.workspaceDir)).toEqual([]);
    core = await openDesk(place, PLAIN);
  }, 180_000);
});

/** The bundle of a data request: all that is held, hostile texts as texts, and the files. */
async function bundleHoldsAll(core: Core, place: TestPlace, id: Id): Promise<void> {
  const api = core.client();
  await api.candidates.addNote({ candidateId: id, body: HOSTILE.join('\n').slice(0, 19_000) });
  const target = path.join(place.dir, 'bundle.zip');
  const handle = core.grantHandle([target]);
  const done = await api.privacy.dataRequest({ candidateId: id, handle });
  expect(done).toMatchObject({ files: 2, missing: 0 });
  const files = unzipSync(new Uint8Array(readFileSync(target)));
  const page = strFromU8(files['index.html'] ?? new Uint8Array());
  const json = strFromU8(files['data.json'] ?? new Uint8Array());
  for (const canary of Object.values(CANARIES)) {
    // Rows of a table that came in and an import that was taken back are not theirs to be told of as records.
    if (canary === CANARIES.table || canary === CANARIES.undone) continue;
    expect([canary, json.includes(canary)]).toEqual([canary, true]);
    expect([canary, page.includes(canary)]).toEqual([canary, true]);
  }
  const ours = 'html|head|meta|title|style|body|h1|h2|p|ul|li|a|section|dl|dt|dd';
  expect(page).not.toMatch(new RegExp(`<(?!/?(?:${ours})\\b|!doctype)`, 'i'));
  expect(Object.keys(files).filter((name) => name.startsWith('files/'))).toHaveLength(2);
}

/** Puts a value in every place where something of a person is kept. Answers with the candidate. */
async function plant(core: Core, place: TestPlace): Promise<Id> {
  const api = core.client();
  const cv = cvText({
    name: NAME,
    email: EMAIL,
    phone: '+44 7700900417',
    company: CANARIES.company,
    more: `https://www.linkedin.com/in/${CANARIES.link}\n${CANARIES.text}`,
  });
  const file = place.file(`${CANARIES.folder}/${CANARIES.fileName}.txt`, cv);
  // Their import is taken back, and then they come in again.
  const undone = place.file('u.txt', `${cv}\n${CANARIES.undone}`);
  await importAll(core, [undone]);
  await api.history.undo({ commitId: await lastImport(api) });
  await importAll(core, [file]);
  const id = (await api.candidates.search({ text: EMAIL, limit: 1 })).rows[0]?.id ?? '';
  const twin = cvText({ name: 'Z. Quexley', phone: '+44 7700900417', company: CANARIES.merged });
  await importAll(core, [place.file('twin.txt', twin)]);
  const twinId =
    (await api.candidates.search({ text: 'name:"Z. Quexley"', limit: 1 })).rows[0]?.id ?? '';
  const candidateIds = [id, twinId];
  const { choice, stamp } = await api.duplicates.preview({ candidateIds });
  await api.duplicates.merge({ candidateIds, choice, stamp });

  const version = async (): Promise<number> => (await api.candidates.get({ id })).candidate.version;
  const edit = async (patch: { headline?: string; summary?: string }) =>
    api.candidates.edit({ id, version: await version(), patch });
  await edit({ headline: CANARIES.oldHeadline });
  await edit({ headline: CANARIES.headline, summary: CANARIES.summary });
  await api.candidates.addNote({ candidateId: id, body: CANARIES.oldNote });
  const note = async () => (await api.candidates.get({ id })).notes[0];
  const first = await note();
  await api.candidates.editNote({
    id: first?.id ?? '',
    version: first?.version ?? 1,
    body: CANARIES.note,
  });
  await api.candidates.addNote({ candidateId: id, body: CANARIES.deletedNote });
  const second = await note();
  await api.candidates.deleteNote({ id: second?.id ?? '', version: second?.version ?? 1 });

  const { deps, actor } = core.session();
  const client = clientIn('Client Ltd');
  const job = jobIn(client.row.id, 'Engineer');
  await deps.store.commit({ actor, action: 'job.created', changes: [client, job] });
  const put = await api.pipeline.put({
    jobId: job.row.id,
    candidateIds: [id],
    despiteWarnings: true,
  });
  const applicationId = put.put[0]?.applicationId ?? '';
  const seen = async () => {
    const view = await api.pipeline.application({ applicationId });
    return { id: applicationId, version: view.application.version };
  };
  await api.pipeline.writeUp({ ...(await seen()), text: CANARIES.writeUp });
  await interviewed(api, applicationId);
  await api.pipeline.reject({
    applications: [{ ...(await seen()), from: 'in_progress' }],
    reason: 'other',
    note: CANARIES.rejection,
  });
  await deps.store.commit({
    actor,
    action: 'custom-value.changed',
    changes: [
      {
        op: 'insert',
        entity: 'customField',
        row: {
          id: FIELD,
          entity: 'candidate',
          label: 'Extra',
          kind: 'text',
          options: [],
          position: 0,
          archivedAt: null,
        },
      },
      {
        op: 'insert',
        entity: 'customValue',
        row: { id: VALUE, candidateId: id, fieldId: FIELD, text: CANARIES.custom, number: null },
      },
    ],
  });
  await api.searches.save({
    name: `${NAME} ${CANARIES.savedSearch}`,
    text: 'java',
    filters: NO_FILTERS,
    sort: null,
    columns: null,
    notify: false,
  });
  await api.searches.remember({
    text: `"${NAME}" ${CANARIES.search}`,
    filters: NO_FILTERS,
    total: 1,
  });
  await api.candidates.search({ text: `"${NAME}"` });
  await core.session().privacy.searches.flush();
  await api.privacy.placeHold({ candidateId: id, reason: CANARIES.hold });
  await api.privacy.releaseHold({ candidateId: id });
  const table = path.join(place.workspaceDir, 'tables', FIELD);
  mkdirSync(table, { recursive: true });
  writeFileSync(
    path.join(table, 'fates.ndjson'),
    `${JSON.stringify({ row: 2, candidateId: id, name: CANARIES.table })}\n`,
  );
  return (await api.candidates.get({ id })).candidate.id;
}

/** An interview with something in each of its texts, and what one of them said before. */
async function interviewed(api: ReturnType<Core['client']>, applicationId: Id): Promise<void> {
  const { id } = await api.interviews.plan({
    applicationId,
    details: {
      roundName: CANARIES.round,
      mode: 'video',
      meetingLink: `https://meet.example.org/${CANARIES.meeting}`,
      location: CANARIES.venue,
      instructions: CANARIES.askedBefore,
      interviewerIds: [],
    },
    durationMinutes: 30,
    timeZone: 'UTC',
    when: { date: '2026-02-03', time: '10:00' },
  });
  await api.interviews.edit({ id, version: 1, details: { instructions: CANARIES.asked } });
  await api.interviews.arrange({ id, version: 2, action: 'send_invite' });
  await api.interviews.arrange({ id, version: 3, action: 'complete', note: CANARIES.came });
  await api.interviews.edit({ id, version: 4, feedback: CANARIES.feedback });
  await api.interviews.decide({ id, version: 5, decided: { action: 'pass' } });
}

async function lastImport(api: ReturnType<Core['client']>): Promise<Id> {
  const { deeds } = await api.history.list({});
  return deeds.find(({ action }) => action === 'resume.imported')?.commitId ?? '';
}

const FIELD = '0199aaaa-0000-7000-8000-000000000001';
const VALUE = '0199aaaa-0000-7000-8000-000000000002';

async function dumpOf(core: Core, id: Id): Promise<unknown> {
  const { deps, actor } = core.session();
  const held = await deps.privacy.everything(actor, id);
  // Searches for them go on being written down.
  return [
    await deps.candidates.get(actor, id),
    held.filter(({ entity }) => entity !== 'searchLogEntry'),
  ];
}

/** Every file below a folder. */
const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(dir, name))
    .filter((file) => statSync(file).isFile());

const originalsIn = (dir: string): readonly string[] => filesIn(path.join(dir, 'originals'));

/** Which canaries are in which files, in their contents or their names, in any case of letters, as UTF-8 or UTF-16. */
function foundIn(dir: string): readonly string[] {
  return filesIn(dir).flatMap((file) => {
    const bytes = readFileSync(file);
    const texts = [bytes.toString('latin1').toLowerCase(), bytes.toString('utf16le').toLowerCase()];
    return Object.entries(CANARIES)
      .filter(([, value]) => {
        const wanted = value.toLowerCase();
        return texts.some((text) => text.includes(wanted)) || file.toLowerCase().includes(wanted);
      })
      .map(([canary]) => `${canary} in ${path.relative(dir, file)}`);
  });
}

function missingIn(dir: string): readonly string[] {
  const found = foundIn(dir).join('\n');
  return Object.keys(CANARIES).filter((canary) => !found.includes(`${canary} in`));
}
