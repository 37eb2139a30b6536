import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { databasePathIn, openWorkspaceDatabase } from '@/db/sqlite/open';
import { createImportReader } from '@/db/sqlite/stores/import-reader';
import { createPairReader } from '@/db/sqlite/stores/pair-reader';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { searchForPairs } from '@/electron/core/duplicates/search-thread';
import { nameKey } from '@/shared/domain/candidates/contact-key';
import type { FoundPair } from '@/shared/domain/duplicates/find-pairs';
import { decideOutcome, type ResumeIdentity } from '@/shared/domain/imports/decide-outcome';
import type { Actor } from '@/shared/domain/workspace/records';
import { systemClock } from '@/shared/kit/clock';
import { keepPairs } from '@/shared/usecases/duplicates/keep-pairs';
import { knownPeople } from '@/shared/usecases/imports/known-people';
import { KINDS, type Kind, otherCv } from './duplicates/planted';
import { contactsOf, createPeople, type Someone } from './duplicates/population';
import { rowsOf } from './duplicates/rows';
import { mulberry32, shuffle } from './random';

// How right and how fast duplicates are found: 100,000 people (or the number given) with names, employers and schools as common as they are,
// relatives and agencies that share a phone, and 2,000 pairs of eight kinds planted among them. The database is kept in the temporary
// folder for the next run; `--fresh` makes it anew.

const PEOPLE = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 100_000);
const PAIRS = Math.min(2000, Math.floor(PEOPLE / 50));
const BATCH = 500;
const ACTOR: Actor = { id: '01890000-0000-7000-8000-000000000001', name: 'Bench', role: 'admin' };

interface Truth {
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly kind: Kind }[];
}

const dir = path.join(tmpdir(), `longlist-bench-duplicates-${PEOPLE}`);
const truthFile = path.join(dir, 'truth.json');
if (process.argv.includes('--fresh') || !existsSync(truthFile)) {
  rmSync(dir, { recursive: true, force: true });
}
mkdirSync(dir, { recursive: true });
const fresh = !existsSync(databasePathIn(dir));
const workspace = openWorkspaceDatabase(dir, { clock: systemClock, key: 'plain' });
const store = createSqliteStore(workspace.db, { clock: systemClock });
if (fresh) await fill();
// Our own file, written by `fill`.
const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as Truth;
await wholeSearch();
await atImport();
workspace.close();

async function fill(): Promise<void> {
  const random = mulberry32(20_261);
  const people = createPeople(random);
  const all: { readonly who: Someone; readonly pair: number }[] = [];
  for (const who of people.bystanders()) {
    if (all.length < PEOPLE / 20) all.push({ who, pair: -1 });
  }
  for (let pair = 0; pair < PAIRS; ) {
    const made = otherCv(random, people.someone(), KINDS[pair % KINDS.length] ?? KINDS[0]);
    if (made === null) continue;
    all.push({ who: made.first, pair }, { who: made.second, pair });
    pair += 1;
  }
  while (all.length < PEOPLE) all.push({ who: people.someone(), pair: -1 });

  await store.commit({
    actor: ACTOR,
    action: 'workspace.created',
    changes: [
      {
        op: 'insert',
        entity: 'user',
        row: {
          id: ACTOR.id,
          name: 'Bench',
          email: null,
          phone: null,
          role: 'admin',
          roleId: null,
          clientId: null,
          status: 'active',
        },
      },
    ],
  });
  const members = new Map<number, string[]>();
  const mixed = shuffle(random, all);
  const start = performance.now();
  for (let at = 0; at < mixed.length; at += BATCH) {
    const rows = mixed
      .slice(at, at + BATCH)
      .map(({ who, pair }) => ({ pair, ...rowsOf(who, ACTOR.id) }));
    for (const { pair, id } of rows) {
      if (pair >= 0) members.set(pair, [...(members.get(pair) ?? []), id]);
    }
    await store.commit({
      actor: ACTOR,
      action: 'resume.imported',
      changes: rows.flatMap(({ changes }) => changes),
    });
  }
  const pairs = [...members].map(([pair, [a = '', b = '']]) => ({
    a,
    b,
    kind: KINDS[pair % KINDS.length] ?? KINDS[0],
  }));
  writeFileSync(truthFile, JSON.stringify({ pairs } satisfies Truth));
  workspace.db.pragma('wal_checkpoint(TRUNCATE)');
  console.log(
    `written: ${PEOPLE} candidates in ${((performance.now() - start) / 1000).toFixed(0)} s`,
  );
}

async function wholeSearch(): Promise<void> {
  const found: FoundPair[] = [];
  const pairs = createPairReader(workspace.db);
  let longest = 0;
  let writing = 0;
  const begin = performance.now();
  const cpu = process.cpuUsage();
  await searchForPairs({
    entry: fileURLToPath(new URL('duplicates-thread.js', import.meta.url)),
    databasePath: workspace.path,
    databaseKey: 'plain',
    changedSince: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onPairs: async (batch) => {
      found.push(...batch);
      for (let at = 0; at < batch.length; at += 20) {
        const from = performance.now();
        await keepPairs({ store, pairs }, ACTOR, batch.slice(at, at + 20));
        const took = performance.now() - from;
        writing += took;
        longest = Math.max(longest, took);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  });
  const seconds = (performance.now() - begin) / 1000;
  const used = process.cpuUsage(cpu);
  const right = new Map(truth.pairs.map(({ a, b, kind }) => [idOf(a, b), kind]));
  const hit = new Set(
    found.map((pair) => idOf(pair.candidateId, pair.otherId)).filter((id) => right.has(id)),
  );
  console.log(`whole search of ${PEOPLE}: ${found.length} pairs`);
  console.log(`  precision ${(hit.size / Math.max(1, found.length)).toFixed(4)} (must ≥ 0.98)`);
  console.log(`  recall    ${(hit.size / right.size).toFixed(4)} (must ≥ 0.95)`);
  for (const kind of KINDS) {
    const ids = [...right].filter(([, one]) => one === kind).map(([id]) => id);
    const share = ids.filter((id) => hit.has(id)).length / ids.length;
    console.log(`    ${kind.padEnd(40)} ${share.toFixed(3)}`);
  }
  console.log(
    `  ${seconds.toFixed(1)} s, ${((used.user + used.system) / 1e6).toFixed(1)} s of CPU (must < 60); writing ${writing.toFixed(0)} ms, longest hold of the thread ${longest.toFixed(0)} ms`,
  );
}

/** Asks of CVs of known and unknown people what an import would ask. */
async function atImport(): Promise<void> {
  const deps = {
    imports: createImportReader(workspace.db),
    pairs: createPairReader(workspace.db),
  };
  const random = mulberry32(99);
  const people = createPeople(random);
  const times: number[] = [];
  let hits = 0;
  const known = truth.pairs.slice(0, 500);
  for (const { a, b } of known) {
    const [profile] = await deps.pairs.profiles([b]);
    if (profile === undefined) continue;
    const from = performance.now();
    const found = await decided(deps, { ...profile, id: '' }, b);
    times.push(performance.now() - from);
    if (found.includes(a)) hits += 1;
  }
  let strangers = 0;
  for (let n = 0; n < 500; n++) {
    const who = people.someone();
    const from = performance.now();
    const found = await decided(deps, {
      ...who,
      id: '',
      contacts: contactsOf(who),
      files: [],
      jobs: who.jobs,
      schools: who.schools,
    });
    times.push(performance.now() - from);
    if (found.length > 0) strangers += 1;
  }
  times.sort((x, y) => x - y);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length;
  console.log(
    `at import: ${mean.toFixed(2)} ms a CV (must < 5), p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(0.9999)}`,
  );
  console.log(
    `  ${hits} of ${known.length} second CVs paired with the first (the search after the import finds the rest); ${strangers} of 500 strangers taken for somebody`,
  );
}

async function decided(
  deps: Parameters<typeof knownPeople>[0],
  profile: ResumeIdentity['profile'],
  /** The record that the CV itself is in already: as if it were not. */
  itself = '',
): Promise<readonly string[]> {
  const contacts = profile.contacts.map(({ kind, key }) => ({ kind, key }));
  const identity = { name: nameKey(profile.name), contacts, profile, missing: [] };
  const known = await knownPeople(deps, identity, null);
  const decision = decideOutcome(identity, {
    ...known,
    contacts: known.contacts.filter(({ candidateId }) => candidateId !== itself),
    lookalikes: known.lookalikes.filter(({ id }) => id !== itself),
  });
  return decision.kind === 'update'
    ? [decision.candidateId]
    : decision.duplicates.map((one) => one.candidateId);
}

function idOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
