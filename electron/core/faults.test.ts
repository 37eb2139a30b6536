import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '@/electron/core/log';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { makeLyingZip, makePngHeader } from '@/electron/workers/parse/testing/make-documents';
import { makePdf, textAt } from '@/electron/workers/parse/testing/make-pdf';
import type { Core } from './core';

let place: TestPlace;
let core: Core | null = null;
beforeEach(() => {
  place = testPlace();
});
afterEach(async () => {
  await core?.close();
  core = null;
  place.remove();
});

describe('a batch with hostile files in it', () => {
  it('brings the 45 good files in, explains the 5 others, and loses none of them', async () => {
    for (let i = 0; i < 45; i++) {
      place.file(
        `good-${i}.txt`,
        cvText({
          name: `Miriam Z${letters(i).toLowerCase()}`,
          email: `p${i}@example.org`,
          company: `C ${i}`,
        }),
      );
    }
    const pdf = makePdf({ pages: [{ content: textAt(50, 700, 'Anna') }] });
    place.file('bomb.zip', bomb());
    place.file('cut.pdf', pdf.subarray(0, 60));
    place.file('empty.docx', '');
    place.file('vast.png', makePngHeader(60_000, 60_000));
    place.file('program.pdf', Buffer.from('7f454c4602010100', 'hex'));
    core = await openDesk(place);

    const { id, counts } = await importAll(core, [place.files]);

    expect(counts).toMatchObject({ seen: 50, loaded: 45, failed: 5, waiting: 0, working: 0 });
    const failed = await core.client().imports.items({ taskId: id, outcome: 'failed' });
    expect(failed.map((item) => [item.fileName, item.failureCode]).sort()).toEqual([
      ['bomb.zip', 'ARCHIVE_BOMB'],
      ['cut.pdf', 'CORRUPT'],
      ['empty.docx', 'EMPTY_FILE'],
      ['program.pdf', 'UNSUPPORTED_TYPE'],
      ['vast.png', 'TOO_LARGE'],
    ]);
    for (const item of failed) expect(item.failureMessage).toMatch(/\w+ .*\.$/);
  });
});

describe('a clock that is wrong', () => {
  it('jumps ten years back and forth between edits: order, undo and search do not depend on it', async () => {
    let now = new Date('2026-06-15T12:00:00Z');
    place.file('a.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    core = await openDesk(place, { clock: { now: () => now } });
    await importAll(core, [place.files]);
    const client = core.client();
    const found = await client.candidates.search({ text: 'lindqvist' });
    const id = found.rows[0]?.id ?? '';
    const edit = async (headline: string): Promise<void> => {
      const { candidate } = await client.candidates.get({ id });
      await client.candidates.edit({ id, version: candidate.version, patch: { headline } });
    };

    await edit('first');
    now = new Date('2016-06-15T12:00:00Z');
    await edit('second');
    now = new Date('2036-06-15T12:00:00Z');
    await edit('third');
    now = new Date('2016-03-27T01:30:00Z');

    const fields = (await client.candidates.timeline({ id })).flatMap((entry) => entry.fields);
    const headlines = fields.filter(({ field }) => field === 'headline').map(({ after }) => after);
    expect(headlines.slice(0, 3)).toEqual(['third', 'second', 'first']);
    await client.history.undo({});
    expect((await client.candidates.get({ id })).candidate.headline).toBe('second');
    expect((await client.candidates.search({ text: 'second' })).total).toBe(1);
    await client.history.undo({});
    expect((await client.candidates.get({ id })).candidate.headline).toBe('first');
  });
});

describe('a clock that is fifty years off', () => {
  // What would break here: ids that sort by time, a chain of entries that goes backwards, a share or a task that is over before it began.
  it('imports, writes down, finds and proves all of it, in whatever order the years come', async () => {
    let now = new Date('2026-06-15T12:00:00Z');
    core = await openDesk(place, { clock: { now: () => now } });
    const client = core.client();
    for (const [at, year] of [2076, 1976, 2036, 2016, 2026].entries()) {
      now = new Date(`${year}-03-29T01:30:00Z`);
      const name = `Miriam Z${letters(at * 5).toLowerCase()}`;
      const view = await importAll(core, [
        place.file(`${year}.txt`, cvText({ name, email: `p${year}@example.org` })),
      ]);
      expect(view).toMatchObject({ state: 'done', counts: { loaded: 1 } });
      const id =
        (await client.candidates.search({ text: `p${year}@example.org` })).rows[0]?.id ?? '';
      await client.candidates.addNote({ candidateId: id, body: `In ${year}` });
      const { notes, candidate } = await client.candidates.get({ id });
      expect(notes[0]).toMatchObject({ body: `In ${year}`, createdAt: now.toISOString() });
      expect(candidate.createdAt).toBe(now.toISOString());
    }
    expect((await client.candidates.search({})).total).toBe(5);
    const said = (await client.history.list({ limit: 5 })).deeds.map(({ at }) => at.slice(0, 4));
    expect(said.slice(0, 2)).toEqual(['2026', '2026']);
    expect(await client.audit.state()).toMatchObject({ head: { kind: 'agrees' }, gaps: [] });
    expect(await core.session().checkDatabase()).toEqual([]);
  });
});

describe('what people put into CVs', () => {
  it('stands in the workspace alone: not in the log, not in temporary files', async () => {
    const canaries = Array.from({ length: 20 }, (_, i) => `zqcanary${letters(i).toLowerCase()}`);
    const logFile = path.join(place.dir, 'logs', 'core.log');
    for (const canary of canaries) {
      place.file(
        `${canary}.txt`,
        cvText({ name: `Zq ${canary}`, email: `${canary}@example.org`, more: `Secret ${canary}` }),
      );
    }
    // Files that fail are logged too, and their names and text must not be.
    place.file('zqcanaryfailed.pdf', '%PDF-1.7 zqcanaryfailed');
    const before = new Set(readdirSync(tmpdir()));
    // In clear, so that what belongs in the workspace can be found there; encrypted-workspace.test.ts looks at one that is not.
    core = await openDesk(place, { log: createLog(logFile), plain: true });
    mkdirSync(path.dirname(logFile), { recursive: true });
    await importAll(core, [place.files]);
    await core.client().candidates.search({ text: canaries[0] ?? '' });
    await expect(
      core.client().candidates.get({ id: '01890000-0000-7000-8000-000000000000' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await core.close();
    core = null;

    // Where they belong they are found, so the search for them works.
    expect(filesWith('zqcanary', place.workspaceDir).length).toBeGreaterThan(20);
    expect(filesWith('zqcanary', path.dirname(logFile))).toEqual([]);
    const made = readdirSync(tmpdir()).filter((name) => !before.has(name));
    expect(made.flatMap((name) => filesWith('zqcanary', path.join(tmpdir(), name)))).toEqual([]);
    expect(filesWith('zqcanary', path.join(place.workspaceDir, 'staging'))).toEqual([]);
  });
});

/** 0 → Aba, 1 → Abe …: names that differ as words do. */
const letters = (n: number): string =>
  `A${'bdfgklmnrs'[Math.floor(n / 5) % 10] ?? 'b'}${'aeiou'[n % 5] ?? 'a'}`;

/** One entry that says it unpacks to 400 MB. */
const bomb = (): Buffer =>
  makeLyingZip([{ name: 'a.txt', packed: Buffer.alloc(400), states: 400 * 1024 * 1024 }]);

/** Files at or below a place whose bytes hold the text. */
function filesWith(text: string, at: string): readonly string[] {
  const stat = statSync(at, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isDirectory()) {
    return readdirSync(at).flatMap((name) => filesWith(text, path.join(at, name)));
  }
  return stat.isFile() && readFileSync(at).includes(text) ? [at] : [];
}
