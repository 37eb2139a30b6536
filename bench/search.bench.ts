import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import { databasePathIn, openWorkspaceDatabase } from '@/db/sqlite/open';
import { createCandidateSearch } from '@/db/sqlite/search/candidate-search';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { systemClock } from '@/shared/kit/clock';
import { createGenerator } from './generate-candidates';

// How fast candidates are written and found, at 100,000 (or the number given), on a plain database. The yardstick is reading one
// candidate by its key on the same connection. The database is kept in the temporary folder for the next run: `--fresh` makes it anew.

const PEOPLE = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 100_000);
const BATCH = 50;
const ACTOR: Actor = { id: '01890000-0000-7000-8000-000000000001', name: 'Bench', role: 'admin' };

const dir = path.join(tmpdir(), `longlist-bench-search-${PEOPLE}`);
if (process.argv.includes('--fresh')) rmSync(dir, { recursive: true, force: true });
mkdirSync(dir, { recursive: true });

const fresh = !existsSync(databasePathIn(dir));
const workspace = openWorkspaceDatabase(dir, { clock: systemClock });
const { db } = workspace;
const generator = createGenerator({ ownerId: ACTOR.id });

if (fresh) {
  await fill();
  db.exec("INSERT INTO candidate_fts(candidate_fts) VALUES ('optimize')");
  db.pragma('wal_checkpoint(TRUNCATE)');
}
console.log(`database ${(statSync(workspace.path).size / 1e6).toFixed(0)} MB`);
await searches();
await edits();
workspace.close();

async function fill(): Promise<void> {
  const store = createSqliteStore(db, { clock: systemClock });
  await store.commit({
    actor: ACTOR,
    action: 'workspace.created',
    changes: [
      {
        op: 'insert',
        entity: 'user',
        row: { id: ACTOR.id, name: 'Bench', email: null, role: 'admin', status: 'active' },
      },
    ],
  });
  let spent = 0;
  let cpu = 0;
  for (let done = 0; done < PEOPLE; done += BATCH) {
    const changes = Array.from({ length: Math.min(BATCH, PEOPLE - done) }, () =>
      generator.next(),
    ).flatMap((one) => one.changes);
    const before = process.cpuUsage();
    const start = performance.now();
    await store.commit({ actor: ACTOR, action: 'resume.imported', changes });
    spent += performance.now() - start;
    const used = process.cpuUsage(before);
    cpu += (used.user + used.system) / 1000;
    if ((done + BATCH) % 20_000 === 0) report('written so far', done + BATCH, spent, cpu);
  }
  report('written', PEOPLE, spent, cpu);
}

function report(what: string, count: number, ms: number, cpuMs: number): void {
  console.log(
    `${what}: ${count} candidates, ${((count / ms) * 1000).toFixed(0)} a second (${((count / cpuMs) * 1000).toFixed(0)} a CPU second), commits of ${BATCH}`,
  );
}

async function searches(): Promise<void> {
  const search = createCandidateSearch(db, { clock: systemClock });
  const { words, skills, cities, companies } = generator.vocabulary;
  const byKey = db.prepare('SELECT * FROM candidate WHERE num = ?');
  const yardstick = await time('one candidate by key', 2000, async (n) =>
    byKey.get(1 + ((n * 7919) % PEOPLE)),
  );

  const mix: {
    readonly name: string;
    readonly ask: (n: number) => z.input<typeof candidateSearchRequestSchema>;
  }[] = [
    { name: 'rare word', ask: (n) => ({ text: `${words[8000 + n * 37]} ` }) },
    { name: 'middling word', ask: (n) => ({ text: `${words[300 + n]} ` }) },
    { name: 'word of most CVs', ask: (n) => ({ text: `${words[n % 5]} ` }) },
    { name: 'two words', ask: (n) => ({ text: `${skills[n % 20]} ${words[20 + n]} ` }) },
    {
      name: 'phrase',
      ask: (n) => ({ text: `"${['senior developer', 'lead engineer', 'junior nurse'][n % 3]}"` }),
    },
    { name: 'two letters being typed', ask: (n) => ({ text: (words[50 + n] ?? '').slice(0, 2) }) },
    {
      name: 'three letters being typed',
      ask: (n) => ({ text: (words[500 + n] ?? 'abc').slice(0, 3) }),
    },
    { name: 'word and exclusion', ask: (n) => ({ text: `${words[100 + n]} -${words[n % 10]} ` }) },
    {
      name: 'word + skill + city',
      ask: (n) => ({
        text: `${words[10 + n]} `,
        filters: {
          skills: [{ name: (skills[n % 10] ?? '').toLowerCase() }],
          cities: [cities[n % 5] ?? ''],
        },
      }),
    },
    {
      name: 'skill + company + years, no word',
      ask: (n) => ({
        filters: {
          skills: [{ name: (skills[n % 10] ?? '').toLowerCase() }],
          companies: [companies[n % 20] ?? ''],
          minYears: 6,
        },
      }),
    },
    {
      name: 'common word by name',
      ask: (n) => ({ text: `${words[n % 5]} `, sort: { by: 'name', direction: 'asc' } }),
    },
    {
      name: 'middling word by years',
      ask: (n) => ({ text: `${words[300 + n]} `, sort: { by: 'totalYears', direction: 'desc' } }),
    },
    ...(['name', 'company', 'totalYears', 'updatedAt'] as const).flatMap((by) =>
      (['asc', 'desc'] as const).map((direction) => ({
        name: `first 200 by ${by} ${direction}`,
        ask: () => ({ sort: { by, direction }, limit: 200 }),
      })),
    ),
    {
      name: 'list at its end',
      ask: () =>
        ({ sort: { by: 'name', direction: 'asc' }, offset: PEOPLE - 200, limit: 200 }) as const,
    },
    { name: 'phone missing', ask: () => ({ filters: { missing: ['phone'] } }) },
  ];
  const everything: number[] = [];
  for (const { name, ask } of mix) {
    const times = await time(name, 60, (n) =>
      search.search(
        ACTOR,
        candidateSearchRequestSchema.parse({
          sort: { by: 'relevance', direction: 'desc' },
          ...ask(n),
        }),
      ),
    );
    everything.push(...times);
  }
  await time('suggest skills', 300, (n) =>
    search.suggest(ACTOR, {
      kind: 'skill',
      prefix: (skills[n % 50] ?? '').slice(0, 1 + (n % 3)),
      limit: 10,
    }),
  );
  await time('suggest companies', 300, (n) =>
    search.suggest(ACTOR, {
      kind: 'company',
      prefix: (companies[n % 50] ?? '').slice(0, 1 + (n % 3)),
      limit: 10,
    }),
  );
  const p95 = percentile(everything, 0.95);
  console.log(
    `mix, CPU: p50 ${percentile(everything, 0.5).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms = ${(p95 / percentile(yardstick, 0.5)).toFixed(0)} × one candidate by key (must ≤ 400 ×)`,
  );
}

async function edits(): Promise<void> {
  const store = createSqliteStore(db, { clock: systemClock });
  const rows = db.prepare('SELECT id, version FROM candidate WHERE num % 97 = 0 LIMIT 200').all();
  // The columns named in the statement.
  const people = rows as readonly { readonly id: string; readonly version: number }[];
  await time('one edit, committed', people.length, async (n) => {
    const person = people[n];
    if (person === undefined) return;
    await store.commit({
      actor: ACTOR,
      action: 'candidate.edited',
      changes: [
        {
          op: 'update',
          entity: 'candidate',
          id: person.id,
          version: person.version,
          patch: { summary: `Seen ${Date.now()}` },
        },
      ],
    });
  });
}

/** Runs something so many times and prints it. Returns the CPU ms of each run: a busy machine stretches the clock, not the work. */
async function time(
  name: string,
  times: number,
  work: (n: number) => Promise<unknown>,
): Promise<number[]> {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let n = 0; n < times; n++) {
    const before = process.cpuUsage();
    const start = performance.now();
    await work(n);
    wall.push(performance.now() - start);
    const used = process.cpuUsage(before);
    cpu.push((used.user + used.system) / 1000);
  }
  const ms = (value: number): string => `${value.toFixed(2).padStart(8)} ms`;
  console.log(
    `  ${name.padEnd(34)} CPU p50 ${ms(percentile(cpu, 0.5))}  p95 ${ms(percentile(cpu, 0.95))}   clock p50 ${ms(percentile(wall, 0.5))}  p95 ${ms(percentile(wall, 0.95))}`,
  );
  return cpu;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
