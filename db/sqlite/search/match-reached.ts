import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Id } from '@/shared/kit/ids';
import type { Clock } from '@/shared/kit/clock';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { add, type Bits, bitsFor, grown, has } from './bits';
import { FACTS_STAMP, newestSeq, readMatchFactsState } from './keep-match-facts';
import { hashOf, type MatchDeps, scored, weightsOf } from './match-deps';
import { rankPeople } from './match-ranking';
import { type MatchedJob, readWatchedJobs } from './read-job';

/**
 * Who reaches the threshold of each open job that has one, as it was last seen: whoever reaches it and never did before is news, whether they
 * came in, were edited, or the job asks for something else now. Kept in the row of candidate_match_facts below the one that holds the state,
 * as it stands on the same tables and goes with them: `seq` 0, so that nobody takes it for a candidate.
 */
const REACHED = -1;

interface ReachedJob {
  /** Of what it asks for, by which weights, in which month. */
  readonly key: string;
  readonly threshold: number;
  /** The newest facts it was compared with. */
  readonly seq: number;
  /** Everybody who was ever seen to reach it; somebody who falls below and comes back is no news. */
  readonly people: Bits;
  /** Who came to reach it while it was open, and when, in ms since 1970. */
  readonly news: readonly (readonly [num: number, at: number])[];
}

/** What a look found out, to be written by who may write; `more` when it was cut short. */
export interface ReachedStep {
  /** Null when nothing has to be written. */
  readonly packed: Uint8Array | null;
  readonly more: boolean;
}

export interface Reached {
  /** Looks at jobs and candidates that changed since the last time, for some tens of ms. Null while there is nothing to compare by. */
  readonly look: () => ReachedStep | null;
  /** Who came to reach the threshold of a job after a moment, in ms since 1970. */
  readonly since: (jobId: Id, moment: number) => readonly number[];
}

/** A job after the other is looked at for so long, in ms; searches wait for it. */
const A_STEP = 30;
/** Up to so many people who changed are scored one by one, without reading everybody into memory. */
const A_FEW = 500;
/** Of more, the first look at a job does not ask who came in since it is open. */
const MOST_ARRIVALS = 5000;
/** The newest are kept; nobody counts further. */
const MOST_NEWS = 10_000;

export function createReached(deps: MatchDeps, clock: Clock): Reached {
  const { sql } = deps;
  let epoch = -1;
  let jobs: Map<Id, ReachedJob> = new Map();
  /** What another thread or an earlier start left, once a making of the facts. */
  const remember = (thisEpoch: number): void => {
    if (thisEpoch === epoch) return;
    epoch = thisEpoch;
    jobs = readReached(sql);
  };
  return {
    look: () => {
      const state = readMatchFactsState(sql);
      if (state === null || state.stamp !== FACTS_STAMP || state.below !== null) return null;
      remember(state.epoch);
      const begun = performance.now();
      const seq = newestSeq(sql);
      const watched = readWatchedJobs(sql);
      let isNew = keepOnly(jobs, watched);
      let more = false;
      for (const matched of watched) {
        const { id } = matched.job;
        const before = jobs.get(id) ?? null;
        const now = { seq, key: keyOf(deps, matched), threshold: matched.job.matchThreshold ?? 0 };
        if (before !== null && isSame(before, now) && before.seq === seq) continue;
        if (performance.now() - begun > A_STEP) {
          more = true;
          break;
        }
        const after = lookAt(deps, matched, before, now, clock.now().getTime());
        jobs.set(id, after);
        isNew ||= before === null || !isSame(before, now) || before.people !== after.people;
      }
      return { packed: isNew ? packReached(jobs) : null, more };
    },
    since: (jobId, moment) => {
      const state = readMatchFactsState(sql);
      if (state === null) return [];
      remember(state.epoch);
      return (jobs.get(jobId)?.news ?? []).flatMap(([num, at]) => (at > moment ? [num] : []));
    },
  };
}

type Now = Pick<ReachedJob, 'key' | 'threshold' | 'seq'>;

const isSame = (a: Now, b: Now): boolean => a.key === b.key && a.threshold === b.threshold;

const keyOf = (deps: MatchDeps, matched: MatchedJob): string =>
  hashOf(JSON.stringify([matched.criteria, weightsOf(matched), deps.month()]));

/** Forgets jobs that are not open any more, or have no threshold. Answers whether there were any. */
function keepOnly(jobs: Map<Id, ReachedJob>, watched: readonly MatchedJob[]): boolean {
  const there = new Set(watched.map(({ job }) => job.id));
  let isChanged = false;
  for (const id of jobs.keys()) if (!there.has(id)) isChanged = jobs.delete(id);
  return isChanged;
}

function lookAt(
  deps: MatchDeps,
  matched: MatchedJob,
  before: ReachedJob | null,
  now: Now,
  moment: number,
): ReachedJob {
  const reaching = reachingNow(deps, matched, before, now);
  const fresh = before === null ? reaching : reaching.filter((num) => !has(before.people, num));
  if (before !== null && fresh.length === 0) return { ...before, ...now };
  let people = before?.people.slice() ?? bitsFor(0);
  for (const num of fresh) {
    people = grown(people, num);
    add(people, num);
  }
  return { ...now, people, news: [...(before?.news ?? []), ...newsOf()].slice(-MOST_NEWS) };

  function newsOf(): readonly (readonly [number, number])[] {
    // Who moves the threshold sees who reaches it; that is no news.
    if (before !== null && before.threshold !== now.threshold) return [];
    if (before !== null) return fresh.map((num) => [num, moment]);
    return fresh.length > MOST_ARRIVALS ? [] : arrivedSince(deps.sql, matched, fresh);
  }
}

/** Whoever reaches the threshold, of those who changed since the last look where nothing else did. */
function reachingNow(
  deps: MatchDeps,
  matched: MatchedJob,
  before: ReachedJob | null,
  now: Now,
): readonly number[] {
  const weights = weightsOf(matched);
  const least = now.threshold * 100;
  if (before !== null && before.key === now.key && before.threshold === now.threshold) {
    const changed = deps
      .sql(`SELECT num FROM candidate_match_facts WHERE seq > ? AND num > 0 LIMIT ${A_FEW + 1}`)
      .pluck()
      .all(before.seq)
      .map(Number);
    if (changed.length <= A_FEW) {
      return changed.filter((num) => (scored(deps, matched, weights, num)?.score ?? -1) >= least);
    }
  }
  deps.index.refresh();
  const { known, largest } = deps.index.columns();
  const ranking = rankPeople(deps.columnsOf(matched), weights, known, largest);
  return ranking.page(least, 0, ranking.atLeast(least));
}

/** Before a job was ever looked at, those who came in since it is open are news, from when they came. */
function arrivedSince(
  sql: Statements,
  { openedAt }: MatchedJob,
  nums: readonly number[],
): readonly (readonly [number, number])[] {
  if (openedAt === null) return [];
  const createdAt = sql('SELECT created_at FROM candidate WHERE num = ?').pluck();
  return nums.flatMap((num): readonly (readonly [number, number])[] => {
    const at = Date.parse(String(createdAt.get(num)));
    return at > Date.parse(openedAt) ? [[num, at]] : [];
  });
}

/** Writes what a look found out. */
export function writeReached(db: Sqlite, packed: Uint8Array): void {
  guarded(() => {
    statementsOf(db)(
      `INSERT INTO candidate_match_facts (num, seq, packed) VALUES (${REACHED}, 0, ?)
       ON CONFLICT (num) DO UPDATE SET packed = excluded.packed`,
    ).run(Buffer.from(packed));
  });
}

/** A job as it is written: sets of people are mostly empty and pack well. */
interface WrittenJob extends Omit<ReachedJob, 'people'> {
  readonly people: string;
}

const packReached = (jobs: ReadonlyMap<Id, ReachedJob>): Uint8Array =>
  Buffer.from(
    JSON.stringify(
      [...jobs].map(([id, { people, ...job }]): readonly [Id, WrittenJob] => [
        id,
        { ...job, people: packedBits(people) },
      ]),
    ),
  );

const packings = new WeakMap<Bits, string>();

function packedBits(bits: Bits): string {
  const known = packings.get(bits);
  if (known !== undefined) return known;
  const bytes = Buffer.from(bits.buffer, bits.byteOffset, bits.byteLength);
  const packed = deflateRawSync(bytes).toString('base64');
  packings.set(bits, packed);
  return packed;
}

function readReached(sql: Statements): Map<Id, ReachedJob> {
  const packed: unknown = sql('SELECT packed FROM candidate_match_facts WHERE num = ?')
    .pluck()
    .get(REACHED);
  if (!Buffer.isBuffer(packed)) return new Map();
  // Written above and nowhere else.
  const written = JSON.parse(packed.toString()) as readonly (readonly [Id, WrittenJob])[];
  return new Map(
    written.map(([id, { people, ...job }]) => {
      const bytes = inflateRawSync(Buffer.from(people, 'base64'));
      return [id, { ...job, people: new Uint32Array(Uint8Array.from(bytes).buffer) }];
    }),
  );
}
