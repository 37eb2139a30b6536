import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '@/db/sqlite/check';
import { workspaceUnwritable } from '@/db/sqlite/errors';
import type { Core } from '@/electron/core/core';
import { type DiskFault, type FailingDisk, failingDisk } from './test-support/failing-disk';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { PASSPHRASE } from '@/electron/core/test-support/workspace-key';
import { zip } from '@/electron/workers/parse/testing/make-documents';
import type { Id } from '@/shared/kit/ids';

// What a full or read-only disk does to each write, one by one: the n-th write of a deed fails and all that follow, for every n there is.

/** One doing of a deed. `run` again, where it failed, does it then. */
interface Doing {
  readonly run: () => Promise<unknown>;
  readonly isDone: () => Promise<boolean>;
  /** Where its records were written and what belongs to it was not: done already, and said to be unfinished. */
  readonly mayLack?: RegExp;
}

describe.each<DiskFault>(['full', 'read-only'])('a disk that is %s at any write', (fault) => {
  let place: TestPlace;
  let core: Core;
  let disk: FailingDisk;
  let anna: Id;
  let made = 0;
  beforeAll(async () => {
    place = testPlace();
    disk = failingDisk(place.workspaceDir);
    core = await openDesk(place);
    await importAll(core, [place.file('anna.txt', cv('Anna Lindqvist', 'anna@example.org'))]);
    anna = (await api().candidates.search({ text: 'lindqvist' })).rows[0]?.id ?? '';
    disk.watch(core.session().deps.store, core.session().database.db);
  });
  afterEach(() => {
    disk.mend();
  });
  afterAll(async () => {
    await core.close();
    disk.remove();
    place.remove();
  });

  const api = () => core.client();
  const cv = (name: string, email: string): string =>
    cvText({ name, email, more: `Number ${++made}. ${'Moved crates in the hall. '.repeat(40)}` });
  const total = async (text: string): Promise<number> =>
    (await api().candidates.search({ text, limit: 1 })).total;
  const readOnly = async () => {
    await core.session().storage.settled();
    const status = await api().workspace.status();
    return status.state === 'open' ? status.readOnly : 'not open';
  };
  /** People nobody takes for each other, of a text file each. */
  const bring = async (count: number): Promise<readonly Id[]> => {
    const emails = Array.from({ length: count }, () => `p${++made}@example.org`);
    await importAll(
      core,
      emails.map((email) => place.file(`${email}.txt`, cv(`Miriam ${word()}`, email))),
    );
    const found = await Promise.all(
      emails.map((text) => api().candidates.search({ text, limit: 1 })),
    );
    return found.map(({ rows }) => rows[0]?.id ?? '');
  };

  /** Fails at each write in turn; after each everything that was there is, the deed is done whole or not at all, and works once it can. */
  const sweep = async (
    prepare: () => Promise<Doing>,
    { from, step } = { from: 1, step: 1 },
  ): Promise<number> => {
    let n = from;
    while (await failsAt(n, await prepare())) n += step;
    const tags = await api().candidates.tags();
    expect(tags.filter(({ name }) => name.startsWith('later'))).toEqual([]);
    expect(checkDatabase(core.session().database.db)).toEqual([]);
    return n;
  };
  /** Whether there was an n-th write to fail. */
  const failsAt = async (n: number, doing: Doing): Promise<boolean> => {
    try {
      disk.failAt(n, fault);
      const failure = await doing.run().then(
        () => null,
        (error: unknown) => error,
      );
      if (failure === null) expect(await doing.isDone()).toBe(true);
      else await isReadOnly(doing, failure);
      const isMet = disk.mend();
      if (failure !== null) await goesOn(doing);
      expect(isMet || failure === null).toBe(true);
      return isMet;
    } catch (error) {
      throw new Error(`The fault at write ${n}: ${String(error)}`, { cause: error });
    }
  };
  const isReadOnly = async ({ isDone, mayLack }: Doing, failure: unknown): Promise<void> => {
    const isLacking = mayLack?.test(String(failure)) === true;
    const { message } = workspaceUnwritable(fault);
    const refused = { code: 'STORAGE_UNAVAILABLE', message };
    expect(failure).toMatchObject(isLacking ? { code: refused.code } : refused);
    expect(await isDone()).toBe(isLacking);
    expect(await readOnly()).toBe(fault);
    // Later writes are answered with the same words, and reading goes on.
    const later = api().candidates.addTag({ candidateIds: [anna], name: 'later' });
    await expect(later).rejects.toMatchObject(refused);
    await expect(api().system.tryWriting()).rejects.toMatchObject(refused);
    expect(await total('lindqvist')).toBe(1);
  };
  const goesOn = async ({ run, isDone }: Doing): Promise<void> => {
    await api().system.tryWriting();
    expect(await readOnly()).toBeNull();
    if (!(await isDone())) await run();
    expect(await isDone()).toBe(true);
  };

  /** For what takes long: of its writes one fails of a full disk, the next of one that is read-only. */
  const inTurns = { from: fault === 'full' ? 1 : 2, step: 2 };

  it('an import of a file and an archive', async () => {
    const writes = await sweep(async () => {
      const emails = [1, 2].map(() => `p${++made}@example.org`);
      const [a = '', b = ''] = emails.map((email) => cv(`Miriam ${word()}`, email));
      const files = [
        place.file(`${emails[0]}.txt`, a),
        place.file(`${emails[1]}.zip`, zip({ 'inside.txt': b })),
      ];
      let id: Id | null = null;
      const there = async () => (await Promise.all(emails.map(total))).reduce((a, b) => a + b);
      return {
        run: async () => {
          if (id === null)
            ({ id } = await api().imports.start({ handle: core.grantHandle(files) }));
          else await api().imports.resume({ id });
          for (;;) {
            const view = await api().imports.get({ id });
            if (view.state === 'done') return;
            if (view.state === 'paused' && view.counts.working === 0) {
              // Whom it counts as loaded is there, and nobody else.
              expect(await there()).toBe(view.counts.loaded);
              throw Object.assign(new Error(view.error ?? ''), { code: 'STORAGE_UNAVAILABLE' });
            }
            await new Promise((resolve) => setTimeout(resolve, 2));
          }
        },
        isDone: async () =>
          id !== null &&
          (await api().imports.get({ id })).state === 'done' &&
          (await there()) === emails.length,
      };
    }, inTurns);
    expect(writes).toBeGreaterThan(10);
  });

  it('an edit, a note, a tag', async () => {
    const writes = await sweep(async () => {
      const mark = `mark${++made}`;
      const get = () => api().candidates.get({ id: anna });
      return {
        run: async () => {
          const { candidate } = await get();
          await api().candidates.edit({
            id: anna,
            version: candidate.version,
            patch: { headline: mark },
          });
        },
        isDone: async () => (await get()).candidate.headline === mark,
      };
    });
    expect(writes).toBe(2);
    await sweep(async () => {
      // More than a page, so that there has to be room for it.
      const body = `note${++made} ${'word '.repeat(3500)}`.trim();
      return {
        run: () => api().candidates.addNote({ candidateId: anna, body }),
        isDone: async () =>
          (await api().candidates.get({ id: anna })).notes.some((note) => note.body === body),
      };
    });
  });

  it('a merge of two people', async () => {
    await sweep(async () => {
      const [a = '', b = ''] = await bring(2);
      return {
        run: async () => {
          const candidateIds = [a, b];
          const { choice, stamp } = await api().duplicates.preview({ candidateIds });
          await api().duplicates.merge({ candidateIds, choice, stamp });
        },
        isDone: async () =>
          (await api().duplicates.merges({})).some(({ mergedId, survivorId }) =>
            [mergedId, survivorId].every((id) => id === a || id === b),
          ),
      };
    });
  });

  it('a bulk action', async () => {
    const ids = [...(await bring(3))];
    await sweep(async () => {
      const name = `Pool ${++made}`;
      const selection = { kind: 'ids', ids } as const;
      return {
        run: async () => {
          const begun = await api().bulk.run({ selection, action: { kind: 'add-tag', name } });
          for (;;) {
            const run = (await api().bulk.runs()).find(({ id }) => id === begun.id);
            if (run?.state === 'done') return;
            if (run?.state === 'failed') {
              throw Object.assign(new Error(run.error ?? ''), { code: 'STORAGE_UNAVAILABLE' });
            }
            await new Promise((resolve) => setTimeout(resolve, 2));
          }
        },
        isDone: async () => (await total(`tag:"${name}"`)) === 3,
      };
    });
  });

  it('an erasure', async () => {
    await sweep(async () => {
      const [id = ''] = await bring(1);
      return {
        run: async () => {
          const { name } = await api().privacy.previewErasure({ candidateId: id });
          await api().privacy.erase({
            candidateIds: [id],
            kind: 'erase',
            reason: 'They asked for it',
            typed: name,
          });
        },
        isDone: () =>
          api()
            .candidates.get({ id })
            .then(
              () => false,
              () => true,
            ),
        mayLack: /Their records are erased/,
      };
    }, inTurns);
  });

  it('a table', async () => {
    await sweep(async () => {
      const email = `p${++made}@example.org`;
      const file = place.file(`${email}.csv`, `name,email\nMiriam ${word()},${email}\n`);
      let id: Id | null = null;
      return {
        run: async () => {
          // One that stood still goes on by itself.
          if (id === null) {
            const draft = await api().tables.open({ handle: core.grantHandle([file]) });
            const view = await api().tables.start({
              id: draft.id,
              targets: draft.columns.map(({ target }) => target),
            });
            id = view.id;
          }
          for (;;) {
            const { state, error } = await api().tables.get({ id });
            if (state === 'done') return;
            if (error !== null) {
              throw Object.assign(new Error(error), { code: 'STORAGE_UNAVAILABLE' });
            }
            await new Promise((resolve) => setTimeout(resolve, 2));
          }
        },
        isDone: async () =>
          id !== null &&
          (await api().tables.get({ id })).state === 'done' &&
          (await total(email)) === 1,
      };
    });
  });

  it('settings, of the workspace and of this computer', async () => {
    let isDark = false;
    await sweep(async () => {
      isDark = !isDark;
      const theme = isDark ? 'dark' : 'light';
      return {
        run: () => api().workspace.updateSettings({ theme }),
        isDone: async () => {
          const status = await api().workspace.status();
          return status.state === 'open' && status.settings.theme === theme;
        },
      };
    });
    let automatic = true;
    await sweep(async () => {
      automatic = !automatic;
      const wanted = automatic;
      return {
        run: () => api().backup.change({ automatic: wanted }),
        isDone: async () => (await api().backup.state()).automatic === wanted,
      };
    });
  });

  it('the key file, and nothing is left half written after the next start', async () => {
    let current = PASSPHRASE;
    await sweep(async () => {
      const next = `another set of words ${++made}`;
      return {
        run: async () => {
          await api().keys.changePassphrase({ passphrase: current, next });
          current = next;
        },
        isDone: async () => current === next,
      };
    }, inTurns);
    // The passphrase that was answered for opens it.
    await core.close();
    core = await openDesk(place, { key: { passphrase: current } });
    expect(await total('lindqvist')).toBe(1);
    // That start has removed what could not be removed on a disk that was read-only.
    expect(leftIn(place.workspaceDir)).toEqual([]);
  });
});

describe.each<DiskFault>(['full', 'read-only'])(
  'a disk that is %s at any write of a start',
  (fault) => {
    // What would break here: a disk that is full told as a database that is damaged, with a backup offered to go back to.
    it('is said as what it is, and the start works when it can be written', async () => {
      const place = testPlace();
      const first = await openDesk(place);
      await importAll(first, [
        place.file('anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' })),
      ]);
      await first.close();
      const disk = failingDisk(place.workspaceDir);
      try {
        for (let n = 1; ; n++) {
          disk.failAt(n, fault);
          const core = await place.openCore();
          const status = await core.client().workspace.status();
          if (status.state !== 'open') {
            const { message } = workspaceUnwritable(fault);
            expect(status, `write ${n}`).toEqual({
              state: 'unavailable',
              code: 'STORAGE_UNAVAILABLE',
              message,
            });
          }
          const isMet = disk.mend();
          expect(await core.client().workspace.status()).toMatchObject({
            state: 'open',
            candidates: 1,
          });
          await core.close();
          if (isMet) continue;
          expect(n).toBeGreaterThan(1);
          return;
        }
      } finally {
        disk.remove();
        place.remove();
      }
    });
  },
);

/** A word for each number that nobody takes for another. */
let words = 0;
function word(): string {
  const n = words++;
  const syllables = ['zor', 'wen', 'quil', 'bram', 'fex', 'tuld', 'harv', 'jeck', 'lumb', 'pash'];
  const part = (at: number): string => syllables[at % 10] ?? '';
  return `X${part(n)}${part(Math.floor(n / 10) + 3)}${part(Math.floor(n / 100) + 7)}er`;
}

/** What is half written. */
const leftIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.part') || path.dirname(name).endsWith(path.join('originals', 'tmp')),
  );
