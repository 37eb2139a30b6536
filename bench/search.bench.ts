import path from 'node:path';
import { openForReading, openWorkspaceDatabase } from '@/db/sqlite/open';
import { createCandidateSearch } from '@/db/sqlite/search/candidate-search';
import { createSqliteStore } from '@/db/sqlite/stores/store';
import { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import { systemClock } from '@/shared/kit/clock';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { keptProfile, keptVocabulary } from './make-workspace';
import { percentile, print, time } from './search/measure';
import { comparePeers } from './search/peers';
import { searchWhileImporting, WRITE_INTO, writeWithoutEnd } from './search/while-importing';
import { workload } from './search/workload';

// How fast people are found among 100,000 (or the number given) with a realistic vocabulary: a full page with rows, snippets, total and
// facets over a mix of searches, facets against SQL, what is suggested while somebody types, and an edit. The yardstick is reading one
// résumé by its row number on the same connection. `--peers` asks Xapian and PostgreSQL the same, where they are
// installed; `--import` asks the mix while another process writes. The database is kept in the temporary folder for the next run: `--fresh` makes it anew.

const PEOPLE = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 100_000);
const RUNS = 24;

const writeInto = process.argv.indexOf(WRITE_INTO);
if (writeInto > 0) await writeWithoutEnd(process.argv[writeInto + 1] ?? '');

const profile = await keptProfile(PEOPLE, process.argv.includes('--fresh'));
const vocabulary = keptVocabulary();
const workspace = openWorkspaceDatabase(path.join(profile, 'workspace'), {
  clock: systemClock,
  key: 'plain',
});
const { db } = workspace;
const user = await createWorkspaceReader(db).localUser();
if (user === null) throw new Error('The workspace has no user');
const ACTOR = { id: user.id, name: user.name, role: user.role };
// As a query thread does: on a connection that only reads.
const reading = openForReading(workspace.path, 'plain');
const search = createCandidateSearch(reading, { clock: systemClock });
const ask = (asked: Parameters<typeof candidateSearchRequestSchema.parse>[0]) =>
  search.search(ACTOR, candidateSearchRequestSchema.parse(asked));

const yardstick = createYardstick();
const first = performance.now();
await ask({ text: 'team ', facets: [{ kind: 'skill' }] });
console.log(`first search, everything loaded for it: ${(performance.now() - first).toFixed(0)} ms`);
warm();
await mixed();
await facets();
await suggestions();
await edits();
if (process.argv.includes('--peers')) await comparePeers(db, PEOPLE, vocabulary, ask);
reading.close();
workspace.close();
if (process.argv.includes('--import')) await searchWhileImporting(profile, ACTOR, vocabulary);

/**
 * CPU ms of reading one résumé's row, which holds the text that a search looks in, by its row number: the median of blocks of twenty in a
 * scattered order, for one is too short to be timed. Blocks are read between the searches they are compared with: how much of the file the
 * system has in memory changes from minute to minute.
 */
function createYardstick() {
  const read = reading.prepare('SELECT * FROM resume WHERE rowid = ?');
  const blocks: number[] = [];
  let row = 0;
  return {
    measure: (): void => {
      for (let block = 0; block < 8; block++) {
        const before = process.cpuUsage();
        for (let n = 0; n < 20; n++) read.get(1 + ((row++ * 7919) % PEOPLE));
        const { user, system } = process.cpuUsage(before);
        blocks.push((user + system) / 1000 / 20);
      }
    },
    value: (): number => percentile(blocks, 0.5),
  };
}

/** What a query thread does by itself after its first question. */
function warm(): void {
  const before = process.cpuUsage();
  const pieces = [...{ [Symbol.iterator]: search.warm }].length;
  const { user, system } = process.cpuUsage(before);
  console.log(
    `made ready in the background: ${pieces} pieces, ${((user + system) / 1000).toFixed(0)} ms CPU`,
  );
}

async function mixed(): Promise<void> {
  const cpu: number[] = [];
  const clock: number[] = [];
  for (const { name, ask: asked } of workload(vocabulary)) {
    yardstick.measure();
    const times = await time(name, RUNS, (n) => ask(asked(n)));
    cpu.push(...times.cpu);
    clock.push(...times.clock);
  }
  print('ALL', { cpu, clock });
  console.log(
    `one row by its number (the yardstick): ${(yardstick.value() * 1000).toFixed(1)} µs CPU`,
  );
  against('mix, p95 of a full page', percentile(cpu, 0.95), 400);
}

/** Counting skills and cities of everybody who has a common word, and the same said in SQL over the records. */
async function facets(): Promise<void> {
  const common = vocabulary.words[30] ?? '';
  const counted = await time('facets: a page with skills and cities', RUNS, () =>
    ask({ text: `${common} `, limit: 1, facets: [{ kind: 'skill' }, { kind: 'city' }] }),
  );
  const without = await time('the same page without facets', RUNS, () =>
    ask({ text: `${common} `, limit: 1 }),
  );
  const found =
    'SELECT c.id FROM candidate_fts f JOIN candidate c ON c.num = f.rowid WHERE candidate_fts MATCH ?';
  const bySkill = db.prepare(
    `SELECT key, count(*) FROM candidate_skill WHERE candidate_id IN (${found}) GROUP BY key ORDER BY 2 DESC LIMIT 20`,
  );
  const byCity = db.prepare(
    `SELECT city, count(*) FROM candidate WHERE id IN (${found}) GROUP BY city ORDER BY 2 DESC LIMIT 20`,
  );
  const inSql = await time('the same counted in SQL', 5, () => [
    bySkill.all(`"${common}"`),
    byCity.all(`"${common}"`),
  ]);
  const own = Math.max(0.001, percentile(counted.cpu, 0.5) - percentile(without.cpu, 0.5));
  console.log(
    `facets: ${own.toFixed(2)} ms CPU, ${(percentile(inSql.cpu, 0.5) / own).toFixed(0)} × faster than SQL (must ≥ 50 ×)`,
  );
}

async function suggestions(): Promise<void> {
  const cpu: number[] = [];
  for (const kind of ['skill', 'company', 'city'] as const) {
    const values = {
      skill: vocabulary.skills.map(({ name }) => name),
      company: vocabulary.companies,
      city: vocabulary.places.map(({ city }) => city),
    }[kind];
    const times = await time(`suggestions: ${kind}`, 300, (n) =>
      search.suggest(ACTOR, {
        kind,
        prefix: (values[n % 50] ?? '').slice(0, 1 + (n % 4)),
        limit: 10,
      }),
    );
    cpu.push(...times.cpu);
  }
  against('suggestions, p95', percentile(cpu, 0.95), 10);
  await completions();
}

/** What the search box offers for every beginning of words, from one letter on, people among them; a key takes too little to be timed alone. */
async function completions(): Promise<void> {
  const { skills, companies, places } = vocabulary;
  const names = db.prepare('SELECT name FROM candidate WHERE num % ? = 0').pluck();
  const words = [
    ...skills.slice(0, 15).map(({ name }) => name),
    ...companies.slice(0, 15),
    ...places.slice(0, 15).map(({ city }) => city),
    ...names.all(Math.ceil(PEOPLE / 15)).map(String),
  ];
  const beginnings = words.flatMap((word) =>
    Array.from({ length: Math.min(8, word.length) }, (_, length) => word.slice(0, length + 1)),
  );
  const typed = [...new Set([...'abcdefghijklmnopqrstuvwxyz', ...beginnings])];
  const complete = (text: string) => search.complete(ACTOR, { text, caret: text.length, limit: 8 });
  for (const text of typed) await complete(text);
  const cpu: number[] = [];
  for (const text of typed) {
    const times: number[] = [];
    for (let block = 0; block < 5; block++) {
      const before = process.cpuUsage();
      for (let n = 0; n < 10; n++) await complete(text);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000 / 10);
    }
    cpu.push(percentile(times, 0.5));
  }
  against(`the search box, p95 of ${typed.length} beginnings`, percentile(cpu, 0.95), 10);
}

async function edits(): Promise<void> {
  const store = createSqliteStore(db, { clock: systemClock });
  const rows = db.prepare('SELECT id, version FROM candidate WHERE num % 97 = 0 LIMIT 201').all();
  // The columns named in the statement.
  const people = rows as readonly { readonly id: string; readonly version: number }[];
  const seen = new Set<string>();
  await time('one edit, committed', people.length - 1, async (n) => {
    const person = people[n];
    if (person === undefined || seen.has(person.id)) return;
    seen.add(person.id);
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

function against(what: string, cpuMs: number, bar: number): void {
  console.log(
    `${what}: ${cpuMs.toFixed(2)} ms CPU = ${(cpuMs / yardstick.value()).toFixed(0)} × one row by its number (must ≤ ${bar} ×)`,
  );
}
