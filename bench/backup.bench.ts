import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Core, createCore } from '@/electron/core/core';
import { CHEAP_ARGON2 } from '@/electron/core/keys/given-key';
import { sealBytes } from '@/electron/core/keys/sealed-file';
import { noKeychain } from '@/electron/core/keys/secret-store';
import { silentLog } from '@/electron/core/log';
import { originalsKeys } from '@/electron/core/originals-store';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import { createKeyDesk } from '@/electron/core/keys/key-desk';
import { createStretch } from '@/electron/core/keys/key-tasks';
import { systemClock } from '@/shared/kit/clock';
import { keptProfile } from './make-workspace';

// How long a backup of 10,000 candidates with a file each takes, the one after it, a look at everything in it, and a restore; and for how long
// at a stretch the core's thread does not answer meanwhile. Encrypting the copy of the kept workspace comes first and takes a minute.

const PEOPLE = 10_000;
const FILE_BYTES = 40_000;
const PASSPHRASE = 'a passphrase for benchmarks';
const here = path.dirname(fileURLToPath(import.meta.url));
const programs = path.basename(here) === 'chunks' ? path.dirname(here) : here;
const dir = mkdtempSync(path.join(tmpdir(), 'longlist-bench-backup-'));
const workspaceDir = path.join(dir, 'workspace');
try {
  await main();
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function main(): Promise<void> {
  mkdirSync(workspaceDir);
  const kept = path.join(await keptProfile(PEOPLE), 'workspace');
  cpSync(path.join(kept, 'longlist.db'), path.join(workspaceDir, 'longlist.db'));
  const core = await createCore({
    workspaceDir,
    resourcesDir: path.resolve('resources'),
    parserSpawner: createNodeSpawner({ entry: path.join(programs, 'parse.js') }),
    queryEntry: path.join(programs, 'query.cjs'),
    version: 'bench',
    log: silentLog,
    background: false,
    parsers: 1,
    secrets: noKeychain,
    argon2: CHEAP_ARGON2,
    key: { passphrase: PASSPHRASE },
  });
  try {
    await addOriginals();
    const vault = path.join(dir, 'vault');
    mkdirSync(vault);
    await core.client().backup.change({ handle: core.grantHandle([vault]) });
    // What the machine does by itself: on a busy one the thread waits for its turn.
    await timed('nothing, for ten seconds', core, () => pause(10_000));
    for (const name of ['the first backup', 'the second backup']) {
      const made = await timed(name, core, () => core.client().backup.make({}));
      console.log(JSON.stringify(made.made));
    }
    const [backup] = await core.client().backup.list();
    const id = backup?.id ?? '';
    const report = await timed('a look at everything', core, () =>
      core.client().backup.verify({ id }),
    );
    console.log(JSON.stringify(report));
    const status = await core.client().workspace.status();
    const name = status.state === 'open' ? status.name : '';
    await timed('a restore', core, async () => {
      await core.client().backup.restore({ id, key: null, typed: name });
      while ((await core.client().workspace.status()).state === 'working') await pause(5);
      const { failed } = await core.client().backup.outcome();
      if (failed !== null) throw new Error(failed.message);
    });
  } finally {
    await core.close();
  }
}

/** Sealed as an import seals them, under names that no candidate has: a backup takes whatever is there. */
async function addOriginals(): Promise<void> {
  const keyring = await createKeyDesk({
    workspaceDir,
    secrets: noKeychain,
    stretch: createStretch(path.join(programs, 'keys-thread.js')),
    cost: CHEAP_ARGON2,
    clock: systemClock,
  }).openWith({ passphrase: PASSPHRASE });
  const key = originalsKeys(keyring).files;
  const bytes = randomBytes(FILE_BYTES);
  for (let n = 0; n < PEOPLE; n++) {
    const name = randomBytes(32).toString('hex');
    const folder = path.join(workspaceDir, 'originals', name.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), sealBytes(key, bytes));
  }
}

/** Beside it, what a window asks goes on being asked. */
async function timed<T>(name: string, core: Core, work: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let over = false;
  let long = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    const now = performance.now();
    if (now - last > 50) long += 1;
    last = now;
  }, 1);
  const answers: number[] = [];
  const asking = (async () => {
    while (!over) {
      const begun = performance.now();
      await core.client().workspace.status();
      answers.push(performance.now() - begun);
      await pause(20);
    }
  })();
  const cpu = process.cpuUsage();
  const begun = performance.now();
  delay.enable();
  const answer = await work();
  delay.disable();
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  over = true;
  clearInterval(ticking);
  await asking;
  const sorted = answers.toSorted((a, b) => a - b);
  const at = (part: number): string => `${sorted[Math.floor(sorted.length * part)]?.toFixed(0)} ms`;
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time; the thread held ${(delay.percentile(99) / 1e6).toFixed(0)} ms at the 99th percentile, ${(delay.max / 1e6).toFixed(0)} at most, ${long} times over 50; a question answered in ${at(0.5)}, ${at(0.99)} at the 99th percentile`,
  );
  return answer;
}
