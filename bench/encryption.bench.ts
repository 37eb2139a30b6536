import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { databasePathIn, openForReading, plainIdentity } from '@/db/sqlite/open';
import { rewriteDatabase } from '@/db/sqlite/rewrite';
import { createCandidateSearch } from '@/db/sqlite/search/candidate-search';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { type CoreOptions, createCore } from '@/electron/core/core';
import { createKeyDesk } from '@/electron/core/keys/key-desk';
import { createStretch } from '@/electron/core/keys/key-tasks';
import { noKeychain } from '@/electron/core/keys/secret-store';
import { silentLog } from '@/electron/core/log';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import { systemClock } from '@/shared/kit/clock';
import { writeCvs } from './make-cvs';
import { keptProfile, keptVocabulary } from './make-workspace';
import { percentile } from './search/measure';
import { workload } from './search/workload';

// What encryption costs, in one run and turn about, because the machine's weather changes: the mix of searches on the kept workspace (in
// clear, in place) and on an encrypted copy of its database; an import into a workspace in clear and into an encrypted one; and how long it
// takes from a passphrase to the first page of the list. `encryption 100000` takes the big workspace (its copy needs as much room again);
// `--cvs 200` says how many files are imported. Processor time is compared: by the clock two runs on a busy machine are not alike.

const PEOPLE = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 10_000);
const given = process.argv.indexOf('--cvs');
const CVS = given < 0 ? 300 : Number(process.argv[given + 1]);
const ROUNDS = 5;
/** What it may cost. */
const BAR = 1.25;
const OPENING_BAR_MS = 1500;
const PASSPHRASE = 'a passphrase for a benchmark';
const MAKE = '--make-cvs';

const here = path.dirname(fileURLToPath(import.meta.url));
const programs = path.basename(here) === 'chunks' ? path.dirname(here) : here;
const cvs = path.join(tmpdir(), `longlist-bench-cvs-${CVS}`);

if (process.argv.includes(MAKE)) {
  writeCvs(`${cvs}.new`, CVS);
  renameSync(`${cvs}.new`, cvs);
} else await main();

async function main(): Promise<void> {
  const profile = await keptProfile(PEOPLE);
  const plainDir = path.join(profile, 'workspace');
  const encrypted = path.join(profile, 'encrypted');
  rmSync(encrypted, { recursive: true, force: true });
  try {
    const key = await encryptedCopy(plainDir, encrypted);
    await compareSearches(plainDir, encrypted, key);
    await measureOpening(encrypted);
  } finally {
    rmSync(encrypted, { recursive: true, force: true });
  }
  await compareImports();
  console.log(`machine load ${loadavg()[0]?.toFixed(1)}`);
}

/** The database alone, with a key file: what was converted would be the kept one. */
async function encryptedCopy(plainDir: string, dir: string): Promise<Uint8Array> {
  mkdirSync(dir);
  const keys = createKeyDesk({
    workspaceDir: dir,
    secrets: noKeychain,
    stretch: createStretch(path.join(programs, 'keys-thread.js')),
    cost: { memoryKiB: 64 * 1024, passes: 3, lanes: 1 },
    clock: systemClock,
  });
  const { keyring } = await keys.make({
    databaseId: plainIdentity(plainDir),
    passphrase: PASSPHRASE,
    unfinished: null,
    isShown: true,
  });
  const begun = performance.now();
  execFileSync('cp', ['--reflink=auto', databasePathIn(plainDir), databasePathIn(dir)]);
  const key = keyring.key('database');
  rewriteDatabase(databasePathIn(dir), { from: 'plain', to: key }, null);
  console.log(
    `encrypted in ${((performance.now() - begun) / 1000).toFixed(1)} s: ${PEOPLE} people`,
  );
  return key;
}

async function compareSearches(plainDir: string, dir: string, key: Uint8Array): Promise<void> {
  const sides = [
    openForReading(databasePathIn(plainDir), 'plain'),
    openForReading(databasePathIn(dir), key),
  ].map((db) => ({
    db,
    search: createCandidateSearch(db, { clock: systemClock }),
    cpu: [] as number[],
    clock: [] as number[],
  }));
  const [plain] = sides;
  const user = plain && (await createWorkspaceReader(plain.db).localUser());
  if (!user) throw new Error('The workspace has no user');
  const actor = { id: user.id, name: user.name, role: user.role };
  const kinds = workload(keptVocabulary());
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { ask } of kinds) {
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        const before = process.cpuUsage();
        const begun = performance.now();
        await side.search.search(actor, candidateSearchRequestSchema.parse(ask(round)));
        // The first round reads everybody into memory.
        if (round === 0) continue;
        side.clock.push(performance.now() - begun);
        const { user: own, system } = process.cpuUsage(before);
        side.cpu.push((own + system) / 1000);
      }
    }
  }
  const [clear, sealed] = sides;
  if (clear === undefined || sealed === undefined) return;
  for (const [what, of] of [
    ['processor', 'cpu'],
    ['clock', 'clock'],
  ] as const) {
    const [a, b] = [clear[of], sealed[of]];
    const ratio = sum(b) / sum(a);
    console.log(
      `searches, by the ${what}: in clear p50 ${ms(percentile(a, 0.5))} p95 ${ms(percentile(a, 0.95))}, encrypted p50 ${ms(percentile(b, 0.5))} p95 ${ms(percentile(b, 0.95))}, in all ${ratio.toFixed(2)} × (bar ${BAR})`,
    );
  }
  for (const { db } of sides) db.close();
}

async function measureOpening(workspaceDir: string): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < 3; n++) {
    const begun = performance.now();
    const core = await createCore(options(workspaceDir, { key: { passphrase: PASSPHRASE } }));
    const page = await core
      .client()
      .candidates.search({ sort: { by: 'updatedAt', direction: 'desc' } });
    times.push(performance.now() - begun);
    if (page.rows.length === 0) throw new Error('The list is empty');
    await core.close();
  }
  console.log(`from passphrase to list: ${times.map(ms).join(', ')} (bar ${OPENING_BAR_MS} ms)`);
}

async function compareImports(): Promise<void> {
  if (!existsSync(cvs)) {
    rmSync(`${cvs}.new`, { recursive: true, force: true });
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), MAKE, '--cvs', String(CVS)], {
      stdio: 'inherit',
    });
  }
  const clear: { seconds: number; cpu: number }[] = [];
  const sealed: { seconds: number; cpu: number }[] = [];
  for (let n = 0; n < 2; n++) {
    clear.push(await importOnce({ plain: true }));
    sealed.push(await importOnce({ key: { passphrase: PASSPHRASE } }));
  }
  const best = (runs: readonly { seconds: number; cpu: number }[], of: 'seconds' | 'cpu') =>
    Math.min(...runs.map((run) => run[of]));
  console.log(
    `import of ${CVS} files: in clear ${(CVS / best(clear, 'seconds')).toFixed(1)} files/s, encrypted ${(CVS / best(sealed, 'seconds')).toFixed(1)} files/s: ${(best(sealed, 'seconds') / best(clear, 'seconds')).toFixed(2)} × the time (bar ${BAR}); the core's processor ${(best(sealed, 'cpu') / best(clear, 'cpu')).toFixed(2)} ×`,
  );
}

async function importOnce(how: Partial<CoreOptions>): Promise<{ seconds: number; cpu: number }> {
  const workspaceDir = mkdtempSync(path.join(tmpdir(), 'longlist-bench-encryption-'));
  const core = await createCore(options(workspaceDir, how));
  try {
    await core.client().workspace.create({ name: 'Bench', userName: 'Bench' });
    const { runner, actor } = core.session();
    const before = process.cpuUsage();
    const begun = performance.now();
    const { task } = await runner.start(actor, { paths: [cvs], origin: 'folder', label: 'Bench' });
    await runner.ended(task.id);
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - begun) / 1000, cpu: (user + system) / 1000 };
  } finally {
    await core.close();
    rmSync(workspaceDir, { recursive: true, force: true });
  }
}

function options(workspaceDir: string, how: Partial<CoreOptions>): CoreOptions {
  return {
    workspaceDir,
    resourcesDir: path.join(programs, '..', '..', 'resources'),
    parserSpawner: createNodeSpawner({ entry: path.join(programs, 'parse.js') }),
    queryEntry: path.join(programs, 'query.cjs'),
    version: 'bench',
    log: silentLog,
    background: false,
    secrets: noKeychain,
    ...how,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
