import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCore } from '@/electron/core/core';
import { silentLog } from '@/electron/core/log';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import { newId } from '@/shared/kit/ids';
import { keptProfile } from './make-workspace';
import { mulberry32 } from './random';

// How long the queue of possible duplicates takes with 20,000 open pairs among 10,000 candidates: opening it, its later pages, the merge of
// a pair looked at, and the queue once a pair was decided. `queue 20000` says how many pairs.

const PAIRS = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 20_000);
const here = path.dirname(fileURLToPath(import.meta.url));
const programs = path.basename(here) === 'chunks' ? path.dirname(here) : here;
const dir = mkdtempSync(path.join(tmpdir(), 'longlist-bench-queue-'));
try {
  await main();
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const workspaceDir = path.join(dir, 'workspace');
  cpSync(path.join(await keptProfile(10_000), 'workspace'), workspaceDir, { recursive: true });
  const core = await createCore({
    workspaceDir,
    resourcesDir: path.resolve('resources'),
    parserSpawner: createNodeSpawner({ entry: path.join(programs, 'parse.js') }),
    queryEntry: path.join(programs, 'query.js'),
    version: 'bench',
    plain: true,
    log: silentLog,
    background: false,
    parsers: 1,
  });
  try {
    await addPairs(core.session());
    const { duplicates } = core.client();
    const page = (after: { readonly score: number; readonly id: string } | null) =>
      duplicates.groups({ reason: null, after, limit: 50 });
    const first = await timed('the first page', () => page(null), 15);
    await timed('the second page', () => page(first.next), 15);
    let at = 0;
    await timed(
      'a pair side by side',
      () =>
        duplicates.preview({
          candidateIds: (first.groups[at++ % 50]?.people.slice(0, 2) ?? []).map(({ id }) => id),
        }),
      15,
    );
    await timed(
      'a decision and the queue after it',
      async () => {
        const group = first.groups[at++ % 50];
        await duplicates.dismiss({ pairIds: group?.pairs.map(({ id }) => id) ?? [] });
        return page(null);
      },
      10,
    );
    console.log(`${first.total} groups of ${PAIRS} pairs`);
  } finally {
    await core.close();
  }
}

async function timed<T>(what: string, work: () => Promise<T>, times: number): Promise<T> {
  const first = performance.now();
  let result = await work();
  const cold = performance.now() - first;
  const took: number[] = [];
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) {
    const started = performance.now();
    result = await work();
    took.push(performance.now() - started);
  }
  const used = process.cpuUsage(before);
  const median = took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
  console.log(
    `${what.padEnd(34)} ${cold.toFixed(0)} ms at first, then ${median.toFixed(1)} ms (median of ${times}), ${((used.user + used.system) / 1000 / times).toFixed(1)} ms of processor time`,
  );
  return result;
}

/** Groups of five of whom each is like each: ten pairs a group, which is what 10,000 people can have. */
async function addPairs({
  deps,
  actor,
  database,
}: ReturnType<Awaited<ReturnType<typeof createCore>>['session']>): Promise<void> {
  const ids = database.db
    .prepare('SELECT id FROM candidate ORDER BY num')
    .pluck()
    .all()
    .map(String);
  const random = mulberry32(3);
  for (let first = 0; first < PAIRS / 2 && first + 5 <= ids.length; first += 5) {
    const five = ids.slice(first, first + 5);
    const pairs = five.flatMap((one, at) => five.slice(at + 1).map((other) => [one, other]));
    await deps.store.commit({
      actor,
      action: 'duplicates.searched',
      changes: pairs.map(([candidateId = '', otherId = '']) => ({
        op: 'insert' as const,
        entity: 'duplicatePair' as const,
        row: {
          id: newId(),
          candidateId,
          otherId,
          reasons: ['email'] as const,
          score: 0.5 + Math.round(random() * 50) / 100,
          state: 'open' as const,
        },
      })),
    });
  }
}
