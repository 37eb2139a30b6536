import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspaceDatabase, type WorkspaceDatabase } from '@/db/sqlite/open';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { ADMIN, personIn, request, TEST_KEY, usersIn } from '@/db/store-tests/harness';
import { systemClock } from '@/shared/kit/clock';
import { createQueryPool, type QueryPool, type QueryPoolOptions } from './query-pool';

const ENTRY = path.resolve('dist/node/query.cjs');

describe('query pool', () => {
  let dir: string;
  let workspace: WorkspaceDatabase;
  let pool: QueryPool | null = null;
  const start = (
    given: Partial<Omit<QueryPoolOptions, 'databasePath' | 'databaseKey'>> = {},
  ): QueryPool => {
    pool = createQueryPool({
      databasePath: workspace.path,
      databaseKey: workspace.key,
      size: 2,
      entry: ENTRY,
      ...given,
    });
    return pool;
  };
  /** A thread of the test's own, so that it can misbehave. */
  const thread = (source: string): string => {
    const file = path.join(dir, 'thread.mjs');
    writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads';\n${source}`);
    return file;
  };

  beforeEach(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-pool-'));
    workspace = openWorkspaceDatabase(dir, { clock: systemClock, key: TEST_KEY });
    await createSqliteStore(workspace.db, { clock: systemClock }).commit({
      actor: ADMIN,
      action: 'resume.imported',
      changes: [
        ...usersIn,
        ...personIn({ name: 'Mara Lind', skills: ['Go'], text: 'zeppelin' }).changes,
      ],
    });
  });
  afterEach(async () => {
    await pool?.close();
    pool = null;
    workspace.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('answers from the built thread, and sees what is committed meanwhile', async () => {
    const { search, suggest } = start();
    const page = await search(ADMIN, request({ text: 'zepp' }));
    expect(page.rows.map((row) => row.name)).toEqual(['Mara Lind']);
    // The thread may only read, and has to list the words of the index all the same.
    const misspelt = await search(ADMIN, request({ text: 'zepelin ' }));
    expect(misspelt.expanded.map(({ words }) => words)).toEqual([['zeppelin']]);
    expect(await suggest(ADMIN, { kind: 'skill', prefix: 'G', limit: 3 })).toEqual([
      { value: 'Go', count: 1 },
    ]);
    await createSqliteStore(workspace.db, { clock: systemClock }).commit({
      actor: ADMIN,
      action: 'resume.imported',
      changes: personIn({ name: 'Ben', text: 'zeppelin' }).changes,
    });
    expect((await search(ADMIN, request({ text: 'zepp' }))).total).toBe(2);
  });

  it('passes an expected failure on with its code (a thread that dies of a missing database would say CORE_RESTARTED)', async () => {
    const { search } = start();
    workspace.close();
    rmSync(workspace.path);
    await expect(search(ADMIN, request({}))).rejects.toMatchObject({ code: 'WORKSPACE_DAMAGED' });
  });

  it('asks a question again after its thread died, and gives up after the second time', async () => {
    const fragile = start({
      size: 1,
      entry: thread(
        `parentPort.on('message', ({ id, kind }) => { if (kind === 'search') process.exit(1); parentPort.postMessage({ id, outcome: 'answer', value: [] }); });`,
      ),
    });
    await expect(fragile.search(ADMIN, request({}))).rejects.toMatchObject({
      code: 'CORE_RESTARTED',
    });
    expect(await fragile.suggest(ADMIN, { kind: 'tag', prefix: '', limit: 1 })).toEqual([]);
  });

  it('stops a thread that never answers and serves the next call', async () => {
    const slow = start({
      size: 1,
      // The start of the next thread is part of its first answer, on a busy machine too.
      deadlineMs: 2000,
      entry: thread(
        `parentPort.on('message', ({ id, kind }) => { if (kind === 'search') for (;;); parentPort.postMessage({ id, outcome: 'answer', value: [] }); });`,
      ),
    });
    const stuck = slow.search(ADMIN, request({}));
    const after = slow.suggest(ADMIN, { kind: 'tag', prefix: '', limit: 1 });
    await expect(stuck).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(await after).toEqual([]);
  });

  it('starts a second thread when the first is held up and not before (each holds everybody), and lets it go', async () => {
    // Answers with its number, after as many ms as the text of the search says.
    const held = start({
      patienceMs: 300,
      idleMs: 200,
      entry: thread(`import { threadId } from 'node:worker_threads';
        parentPort.on('message', ({ id, request }) => setTimeout(() => parentPort.postMessage({ id, outcome: 'answer', value: threadId }), Number(request.text)));`),
    });
    const ask = async (ms: number): Promise<unknown> =>
      held.search(ADMIN, request({ text: String(ms) }));
    const [first, soon] = await Promise.all([ask(50), ask(1)]);
    expect(soon).toBe(first);
    const long = ask(1500);
    const second = await ask(1);
    expect(second).not.toBe(first);
    expect(await long).toBe(first);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const again = ask(1000);
    const third = await ask(1);
    expect([first, second]).not.toContain(third);
    await again;
  });

  it('drops aborted calls from the queue without asking them', async () => {
    const echo = start({
      size: 1,
      entry: thread(
        `const asked = []; parentPort.on('message', ({ id, kind, request }) => { asked.push(request.prefix ?? request.text); setTimeout(() => parentPort.postMessage({ id, outcome: 'answer', value: asked.map((value) => ({ value, count: 1 })) }), 50); });`,
      ),
    });
    const suggestFor = (prefix: string, signal?: AbortSignal) =>
      echo.suggest(ADMIN, { kind: 'tag', prefix, limit: 1 }, signal);
    const controller = new AbortController();
    const first = suggestFor('first');
    const dropped = suggestFor('dropped', controller.signal);
    const last = suggestFor('last');
    controller.abort(new Error('typed on'));
    await expect(dropped).rejects.toThrow('typed on');
    await first;
    expect((await last).map((asked) => asked.value)).toEqual(['first', 'last']);
  });

  it('warms one thread before it is asked, and answers on that one (a second start would make the first list late)', async () => {
    const counted = path.join(dir, 'started');
    const warmed = start({
      entry: thread(
        `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(counted)}, 'x'); parentPort.on('message', ({ id }) => parentPort.postMessage({ id, outcome: 'answer', value: [] }));`,
      ),
    });
    warmed.warm();
    await expect.poll(() => existsSync(counted), { timeout: 10_000 }).toBe(true);
    await warmed.suggest(ADMIN, { kind: 'tag', prefix: '', limit: 1 });
    warmed.warm();
    expect(readFileSync(counted, 'utf8')).toBe('x');
  });

  it('fails what is in flight when it closes, and everything after', async () => {
    const silent = start({ size: 1, entry: thread(`parentPort.on('message', () => undefined);`) });
    const flying = silent.search(ADMIN, request({})).catch((error: unknown) => error);
    await silent.close();
    expect(await flying).toMatchObject({ code: 'CORE_RESTARTED' });
    await expect(silent.search(ADMIN, request({}))).rejects.toMatchObject({
      code: 'CORE_RESTARTED',
    });
  });
});
