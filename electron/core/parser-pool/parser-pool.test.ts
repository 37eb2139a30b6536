import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ParseOutcome, Parser } from '@/shared/usecases/ports/parser';
import { createNodeSpawner } from './node-spawner';
import { createParserPool } from './parser-pool';
import type { ParserExit, ParserProcess, ParserSpawner } from './parser-spawner';

const root = path.resolve(import.meta.dirname, '../../..');
let folder = '';
let entry = '';
const pools: Parser[] = [];
let spawned = 0;
let living = 0;

beforeAll(async () => {
  // Inside the repository, so that what stays outside the bundle is found in node_modules.
  await mkdir(path.join(root, 'node_modules/.cache'), { recursive: true });
  folder = await mkdtemp(path.join(root, 'node_modules/.cache/misbehaving-'));
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
    build: {
      ssr: 'electron/workers/parse/testing/misbehaving-parse-process.ts',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { format: 'esm', entryFileNames: 'parse.mjs' } },
    },
  });
  entry = path.join(folder, 'parse.mjs');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
  spawned = 0;
});

/** The real spawner, counting processes that live. */
function countingSpawner(heapMb = 320): ParserSpawner {
  const spawner = createNodeSpawner({ entry, heapMb });
  return {
    spawn: (): ParserProcess => {
      const process = spawner.spawn();
      spawned += 1;
      living += 1;
      process.onExit(() => {
        living -= 1;
      });
      return process;
    },
  };
}

function pool(
  options: {
    size?: number;
    cpuMs?: number;
    patience?: number;
    recycleAfter?: number;
    heapMb?: number;
  } = {},
): Parser {
  const made = createParserPool({
    spawner: countingSpawner(options.heapMb),
    settings: { pdfResourcesDir: folder, ocrDataDirs: [], memoryLimitBytes: 256 * 1024 * 1024 },
    clock: { now: () => new Date('2026-03-01T00:00:00Z') },
    size: options.size ?? 1,
    cpuMs: options.cpuMs ?? 8_000,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    ...(options.recycleAfter === undefined ? {} : { recycleAfter: options.recycleAfter }),
  });
  pools.push(made);
  return made;
}

const ask = (
  parser: Parser,
  fileName: string,
  signal = new AbortController().signal,
): Promise<ParseOutcome> =>
  parser.parse({ path: '/nowhere', fileName, ocrLanguages: [], stagingDir: tmpdir() }, signal);

const codeOf = (outcome: ParseOutcome): string =>
  outcome.kind === 'failed' ? outcome.failure.code : outcome.kind;
const messageOf = (outcome: ParseOutcome): string =>
  outcome.kind === 'failed' ? outcome.failure.message : '';

describe('a parse that goes wrong ends by itself, and the next file is read', () => {
  test.each([
    // A Promise.race deadline inside the process would never fire for the first of these.
    ['block', 'TIMEOUT'],
    ['wait', 'TIMEOUT'],
    // Buffers are outside the heap limit; only the watchdog sees them.
    ['buffers', 'OUT_OF_MEMORY'],
    ['exit', 'CRASHED'],
    // An answer of the wrong shape, or one that points outside the staging folder, must not reach the core.
    ['lie', 'CRASHED'],
    ['stray', 'CRASHED'],
  ])('%s → %s', async (fileName, code) => {
    const parser = pool({ cpuMs: 1_000, patience: fileName === 'wait' ? 2 : 60 });
    const [bad, next] = await Promise.all([ask(parser, fileName), ask(parser, 'fine')]);
    expect(codeOf(bad)).toBe(code);
    expect(messageOf(bad)).toMatch(/retry/);
    expect(messageOf(next)).toMatch(/^\d+$/);
  });

  test('a heap that runs full is told apart from a crash', async () => {
    const parser = pool({ heapMb: 48 });
    expect(codeOf(await ask(parser, 'heap'))).toBe('OUT_OF_MEMORY');
  });
});

test('files that hang or eat memory hold nobody up: the others are read, and this thread is never held for 50 ms', async () => {
  const parser = pool({ size: 2, cpuMs: 1_500 });
  await Promise.all([ask(parser, 'fine'), ask(parser, 'fine')]);
  const held = watchThread();
  const bad = ['block', 'buffers', 'heap'].map((fileName) => ask(parser, fileName));
  const good = Array.from({ length: 12 }, () => ask(parser, 'fine'));
  for (const outcome of await Promise.all(good)) expect(messageOf(outcome)).toMatch(/^\d+$/);
  // The CPU may be over before the memory is.
  const eaten = expect.toBeOneOf(['OUT_OF_MEMORY', 'TIMEOUT']);
  expect((await Promise.all(bad)).map(codeOf)).toEqual(['TIMEOUT', eaten, eaten]);
  expect(held()).toBeLessThan(50);
});

/**
 * The longest that this thread was held, in ms. What counts of a gap is the time this process has computed in it: in the rest a busy machine
 * let others run.
 */
function watchThread(): () => number {
  let longest = 0;
  let last = performance.now();
  let spent = process.cpuUsage();
  const timer = setInterval(() => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(spent);
    longest = Math.max(longest, Math.min(now - last, (user + system) / 1000));
    last = now;
    spent = process.cpuUsage();
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

test('the process has no network and no environment', async () => {
  const parser = pool();
  expect(messageOf(await ask(parser, 'network'))).toBe('connect socket dns http fetch');
  // NODE_* variables are what fork itself sets for its channel.
  const names = messageOf(await ask(parser, 'environment'))
    .split(' ')
    .filter((name) => name !== '' && !name.startsWith('NODE_'));
  expect(names).toEqual([]);
});

test('OCR may take longer than an ordinary file, because the process asks for it', async () => {
  const parser = pool({ cpuMs: 500 });
  expect(messageOf(await ask(parser, 'slow'))).toBe('read slowly');
});

test('a file is not given up on a computer that has no time for it', async () => {
  // The clock ran out for all of them where twelve other programs were at work.
  const parser = pool({ cpuMs: 200, patience: 60 });
  expect(messageOf(await ask(parser, 'starved'))).toBe('read after a while');
});

test('aborting kills the file in hand at once, and the pool goes on', async () => {
  const parser = pool({ cpuMs: 60_000 });
  await ask(parser, 'fine');
  const abort = new AbortController();
  const started = performance.now();
  const stuck = ask(parser, 'block', abort.signal);
  setTimeout(() => abort.abort(), 100);
  await expect(stuck).rejects.toMatchObject({ name: 'AbortError' });
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(messageOf(await ask(parser, 'fine'))).toMatch(/^\d+$/);
});

test('a file aborted while it waits never reaches a process', async () => {
  const parser = pool({ cpuMs: 1_000 });
  const abort = new AbortController();
  const first = ask(parser, 'block');
  const waiting = ask(parser, 'fine', abort.signal);
  abort.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  expect(codeOf(await first)).toBe('TIMEOUT');
});

test('files are shared out over the processes, and a process is replaced after its share', async () => {
  const parser = pool({ size: 2, recycleAfter: 3 });
  const pids = new Set<string>();
  for (let round = 0; round < 6; round += 1)
    for (const outcome of await Promise.all([ask(parser, 'fine'), ask(parser, 'fine')]))
      pids.add(messageOf(outcome));
  expect(pids.size).toBeGreaterThanOrEqual(4);
  expect(spawned).toBeGreaterThanOrEqual(4);
});

test('closing leaves no process behind and rejects what was waiting', async () => {
  const parser = pool({ size: 2, cpuMs: 60_000 });
  const stuck = [ask(parser, 'block'), ask(parser, 'wait'), ask(parser, 'fine')].map((each) =>
    each.then(
      () => 'answered',
      (error: Error) => error.name,
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  await parser.close();
  expect(await Promise.all(stuck)).toEqual(['AbortError', 'AbortError', 'AbortError']);
  expect(living).toBe(0);
});

test('a program that cannot start is given up after three tries, not for ever', async () => {
  const spawner = createNodeSpawner({ entry: path.join(folder, 'no-such-file.mjs') });
  const parser = createParserPool({
    spawner,
    settings: { pdfResourcesDir: folder, ocrDataDirs: [], memoryLimitBytes: 1 },
    clock: { now: () => new Date() },
    size: 1,
  });
  pools.push(parser);
  expect(codeOf(await ask(parser, 'fine'))).toBe('CRASHED');
});

// The application is told no signal: a file that used up its CPU, or its memory, was a crash there.
test.each([
  ['memory', { code: 9, signal: null }, 60_000, 'OUT_OF_MEMORY'],
  ['CPU', { code: 0, signal: null }, 5, 'TIMEOUT'],
  ['neither', { code: 1, signal: null }, 60_000, 'CRASHED'],
] as const)(
  'a utility process that ended for %s is told from others',
  async (_, exit, cpuMs, code) => {
    const parser = createParserPool({
      spawner: endingWith(exit),
      settings: { pdfResourcesDir: folder, ocrDataDirs: [], memoryLimitBytes: 1 },
      clock: { now: () => new Date() },
      size: 1,
      cpuMs,
      patience: 1_000,
    });
    pools.push(parser);
    expect(codeOf(await ask(parser, 'any'))).toBe(code);
  },
);

/** Processes that are ready at once and end with their first file. */
const endingWith = (exit: ParserExit): ParserSpawner => ({
  spawn: () => {
    let tell: Parameters<ParserProcess['onMessage']>[0] = () => undefined;
    let end: Parameters<ParserProcess['onExit']>[0] = () => undefined;
    let ended = false;
    const finish = (how: ParserExit): void => {
      if (!ended) end(how);
      ended = true;
    };
    return {
      post: (message) => {
        if (message.type === 'start') setImmediate(() => tell({ type: 'ready' }));
        else setTimeout(() => finish(exit), 10);
      },
      onMessage: (listener) => {
        tell = listener;
      },
      onExit: (listener) => {
        end = listener;
      },
      kill: () => finish({ code: null, signal: 'SIGKILL' }),
    };
  },
});
