import path from 'node:path';
import type { Sqlite } from '@/db/sqlite/connection';
import { openWorkspaceDatabase } from '@/db/sqlite/open';
import { createCandidateSearch } from '@/db/sqlite/search/candidate-search';
import {
  beginMatchFacts,
  needsMatchFacts,
  writeMatchFacts,
} from '@/db/sqlite/search/keep-match-facts';
import { createMatching } from '@/db/sqlite/search/matching';
import { createMatchIndex } from '@/db/sqlite/search/match-index';
import { scanPeople } from '@/db/sqlite/search/match-scan';
import { statementsOf } from '@/db/sqlite/statements';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { compileJob } from '@/shared/domain/matching/compile-job';
import { type JobCriteria, NO_CRITERIA } from '@/shared/domain/matching/criteria';
import { rankRequestSchema } from '@/shared/domain/matching/views';
import { systemClock } from '@/shared/kit/clock';
import { readingPass } from './match/reading-pass';
import { inventJobs } from './match/invent-jobs';
import { keptProfile, keptVocabulary } from './make-workspace';
import { percentile, time } from './search/measure';

// How fast everybody is ranked for a job among 100,000 people (or the number given), how fast a slider re-ranks them, and how fast one person
// is matched with 200 open jobs. The yardstick is one pass that only reads the same columns. The database is that of the search benchmark;
// what people are matched by is made in it first, where it is not there. 10,000 beside it show how it grows.

const PEOPLE = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 100_000);
const RUNS = 24;
const OPEN_JOBS = 200;

const curve: string[] = [];
for (const people of PEOPLE > 10_000 ? [10_000, PEOPLE] : [PEOPLE]) await measure(people);
console.log(curve.join('\n'));

async function measure(people: number): Promise<void> {
  const profile = await keptProfile(people);
  const workspace = openWorkspaceDatabase(path.join(profile, 'workspace'), {
    clock: systemClock,
    key: 'plain',
  });
  const { db } = workspace;
  const user = await createWorkspaceReader(db).localUser();
  if (user === null) throw new Error('The workspace has no user');
  const actor = { id: user.id, name: user.name, role: user.role };
  const search = createCandidateSearch(db, { clock: systemClock });
  const matching = createMatching(db, { clock: systemClock, found: search.found });
  await makeFacts(db, matching.makeFacts);

  // Whatever is put in for the measuring is taken back at the end.
  db.exec('BEGIN');
  const jobs = inventJobs(keptVocabulary(), OPEN_JOBS);
  const jobIds = jobs.putIn(db, actor.id);
  const job = jobIds[0] ?? '';
  const ask = (asked: Partial<Parameters<typeof rankRequestSchema.parse>[0] & object>) =>
    matching.rank(actor, rankRequestSchema.parse({ jobId: job, limit: 50, ...asked }));

  const before = process.memoryUsage();
  const first = performance.now();
  await ask({});
  const after = process.memoryUsage();
  console.log(
    `first ranking, everything loaded for it: ${(performance.now() - first).toFixed(0)} ms, ${((after.rss - before.rss) / 1e6).toFixed(0)} MB`,
  );
  const index = createMatchIndex(statementsOf(db));
  index.refresh();
  const columns = index.columns();
  console.log(`columns: ${(index.bytes() / 1e6).toFixed(1)} MB`);

  const compiling = await time('compiling a job', 8, (n) => compileJob(criteria(n)));
  const compiled = jobs.criteria.slice(0, RUNS + 1).map(compileJob);
  const reading = await time('reading the columns', RUNS, () => readingPass(columns));
  const scanning = await time('everybody against a job, columns alone', RUNS, (n) =>
    scanPeople(compiled[n] ?? compileJob(criteria(n)), columns, columns.known, 2026 * 12),
  );
  const fresh = await time('a ranking of another job: page, histogram, counts', RUNS, (n) =>
    ask({ jobId: jobIds[n + 1] ?? '' }),
  );
  const again = await time('the same job with other weights', RUNS, (n) =>
    ask({ weights: { skills: 20 + n, experience: 15, title: 30, education: 5, location: 9 } }),
  );
  const alone = await time('the same without rows', RUNS, (n) =>
    ask({
      limit: 0,
      weights: { skills: 20 + n, experience: 15, title: 30, education: 5, location: 9 },
    }),
  );
  const ids = db
    .prepare('SELECT id FROM candidate ORDER BY num LIMIT 100')
    .pluck()
    .all()
    .map(String);
  await matching.forCandidate(actor, ids[0] ?? '');
  const one = await time(`one candidate against ${OPEN_JOBS} open jobs`, RUNS, (n) =>
    matching.forCandidate(actor, ids[n] ?? ''),
  );
  db.exec('ROLLBACK');

  const p50 = (times: { readonly cpu: readonly number[] }): number => percentile(times.cpu, 0.5);
  const ratio = p50(scanning) / p50(reading);
  curve.push(
    [
      `${people} people:`,
      `scan ${p50(scanning).toFixed(1)} ms CPU = ${ratio.toFixed(2)} × reading (must ≤ 3)`,
      `another job ${p50(fresh).toFixed(1)} ms (must < 150)`,
      `weights ${p50(again).toFixed(1)} ms, ${p50(alone).toFixed(1)} without rows (must < 50)`,
      `one candidate ${p50(one).toFixed(1)} ms (must < 50)`,
      `compiling ${p50(compiling).toFixed(1)} ms`,
    ].join('\n  '),
  );
  workspace.close();

  function criteria(n: number): JobCriteria {
    return jobs.criteria[n % jobs.criteria.length] ?? NO_CRITERIA;
  }
}

async function makeFacts(
  db: Sqlite,
  make: ReturnType<typeof createMatching>['makeFacts'],
): Promise<void> {
  if (needsMatchFacts(db) === 'whole') return;
  console.log('what people are matched by: made first');
  if (needsMatchFacts(db) === 'missing') beginMatchFacts(db);
  db.pragma('synchronous = OFF');
  const before = process.cpuUsage();
  let made = 0;
  for (;;) {
    const step = await make(500);
    if (step === null) break;
    writeMatchFacts(db, step);
    made += step.made.length;
    if (made % 10_000 === 0) console.log(`  ${made}`);
  }
  const used = process.cpuUsage(before);
  console.log(`  ${((used.user + used.system) / 1000 / Math.max(1, made)).toFixed(2)} ms CPU each`);
  db.pragma('synchronous = FULL');
  db.pragma('wal_checkpoint(TRUNCATE)');
}
