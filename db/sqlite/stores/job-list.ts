import {
  JOB_PRIORITIES,
  JOB_STATUSES,
  type Job,
  type JobPriority,
  type JobStatus,
} from '@/shared/domain/jobs/records';
import type {
  JobListRequest,
  JobRow,
  JobSortKey,
  JobsPage,
  StageCounts,
} from '@/shared/domain/jobs/views';
import { STAGES, type Stage } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { fold } from '@/shared/kit/text';
import { decode, selectList } from '../entities';
import type { Statements } from '../statements';
import { applicationScope, jobScope } from './scope';

/** More than an agency has in decades; a list is never longer. */
const MOST_JOBS = 50_000;

/**
 * A page of the jobs an actor reaches. Jobs are few beside people: what they are narrowed and sorted by is read of all of them, so that
 * the counts of the filters come from the same look, and only the page is read whole.
 */
export function readJobList(sql: Statements, actor: Actor, request: JobListRequest): JobsPage {
  const jobs = factsOf(sql, actor);
  const words = fold(request.text).split(/\s+/).filter(Boolean);
  const named = words.length === 0 ? jobs : jobs.filter((job) => hasWords(job, words));
  const judged = named.map((job) => ({ job, failed: failedBy(job, request) }));
  const found = judged.filter(({ failed }) => failed.length === 0).map(({ job }) => job);
  const counts = request.sort.by === 'candidates' ? candidateCounts(sql, actor) : NO_COUNTS;
  const sign = request.sort.direction === 'asc' ? 1 : -1;
  const key = sortKey(request.sort.by, counts);
  const page = found
    .map((job) => ({ job, key: key(job) }))
    .toSorted(
      (a, b) =>
        compare(a.key, b.key, sign) ||
        compare(a.job.title, b.job.title, 1) ||
        compare(a.job.id, b.job.id, 1),
    )
    .slice(request.offset, request.offset + request.limit);
  return {
    rows: [
      ...readJobRows(
        sql,
        actor,
        page.map(({ job }) => job.id),
      ),
    ],
    total: found.length,
    facets: facetsOf(judged, request),
  };
}

/** Jobs as lists show them, in the order of the ids; one the actor does not reach is left out. */
export function readJobRows(sql: Statements, actor: Actor, ids: readonly Id[]): readonly JobRow[] {
  const scope = jobScope(actor, 'j');
  const asked = JSON.stringify(ids);
  const rows = sql(
    `SELECT ${selectList('job', 'j', ['description', 'board', 'weights'])}, c.company_name AS "clientName"
     FROM json_each(?) asked JOIN job j ON j.id = asked.value JOIN client c ON c.id = j.client_id
     WHERE ${scope.where} ORDER BY asked.key`,
  ).all(asked, ...scope.params);
  const stages = readStageCounts(sql, actor, ids);
  const recruiters = recruitersOf(sql, ids);
  return rows.map((row) => {
    // Without the three columns that no list shows, and with the client's name.
    const job = decode('job', row) as unknown as Omit<JobRow, 'recruiters' | 'stages'>;
    return {
      ...job,
      recruiters: [...(recruiters.get(job.id) ?? [])],
      stages: stages.get(job.id) ?? noStages(),
    };
  });
}

/** How many candidates stand at each stage of these jobs: those the actor reaches. */
export function readStageCounts(
  sql: Statements,
  actor: Actor,
  jobIds: readonly Id[],
): ReadonlyMap<Id, StageCounts> {
  const scope = applicationScope(actor, { application: 'a', candidate: 'c' });
  const counted = sql(
    `SELECT a.job_id AS "jobId", a.stage AS stage, count(*) AS count FROM application a${
      scope.where === '1' ? '' : ` JOIN candidate c ON c.id = a.candidate_id AND ${scope.where}`
    } WHERE a.job_id IN (SELECT value FROM json_each(?)) GROUP BY a.job_id, a.stage`,
  ).all(...scope.params, JSON.stringify(jobIds)) as readonly {
    readonly jobId: Id;
    readonly stage: Stage;
    readonly count: number;
  }[]; // The columns named in the statement.
  const counts = new Map<Id, Record<Stage, number>>();
  for (const { jobId, stage, count } of counted) {
    const own = counts.get(jobId) ?? noStages();
    own[stage] = count;
    counts.set(jobId, own);
  }
  return counts;
}

export function noStages(): Record<Stage, number> {
  // Every stage is a key of it.
  return Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
}

interface JobFacts
  extends Pick<
    Job,
    'id' | 'title' | 'status' | 'priority' | 'clientId' | 'openedAt' | 'closesOn' | 'updatedAt'
  > {
  readonly clientName: string;
  readonly department: string | null;
  readonly location: string | null;
  readonly recruiters: readonly Named[];
}
interface Named {
  readonly id: Id;
  readonly name: string;
}

function factsOf(sql: Statements, actor: Actor): readonly JobFacts[] {
  const scope = jobScope(actor, 'j');
  const jobs = sql(
    `SELECT j.id AS id, j.title AS title, j.status AS status, j.priority AS priority, j.client_id AS "clientId",
       j.opened_at AS "openedAt", j.closes_on AS "closesOn", j.updated_at AS "updatedAt", j.department AS department,
       j.location AS location, c.company_name AS "clientName"
     FROM job j JOIN client c ON c.id = j.client_id WHERE ${scope.where} LIMIT ${MOST_JOBS}`,
  ).all(...scope.params) as readonly Omit<JobFacts, 'recruiters'>[]; // The columns named in the statement.
  const recruiters = recruitersOf(sql, null);
  return jobs.map((job) => ({ ...job, recruiters: recruiters.get(job.id) ?? [] }));
}

/** The recruiters of jobs by name; with null those of all jobs. */
function recruitersOf(
  sql: Statements,
  jobIds: readonly Id[] | null,
): ReadonlyMap<Id, readonly Named[]> {
  const members = sql(
    `SELECT m.job_id AS "jobId", u.id AS id, u.name AS name FROM job_member m JOIN user u ON u.id = m.user_id
     WHERE m.role = 'recruiter' AND (? IS NULL OR m.job_id IN (SELECT value FROM json_each(?)))
     ORDER BY u.name COLLATE NOCASE, u.id`,
  ).all(
    jobIds === null ? null : 1,
    jobIds === null ? '[]' : JSON.stringify(jobIds),
  ) as readonly (Named & { readonly jobId: Id })[]; // The columns named in the statement.
  const byJob = new Map<Id, Named[]>();
  for (const { jobId, id, name } of members) {
    const own = byJob.get(jobId);
    if (own === undefined) byJob.set(jobId, [{ id, name }]);
    else own.push({ id, name });
  }
  return byJob;
}

function hasWords(job: JobFacts, words: readonly string[]): boolean {
  const text = fold(
    [job.title, job.clientName, job.department ?? '', job.location ?? ''].join('\n'),
  );
  return words.every((word) => text.includes(word));
}

type Dimension = 'status' | 'priority' | 'client' | 'recruiter';

/** Which filters leave a job out; most often none. */
function failedBy(job: JobFacts, { filters }: JobListRequest): readonly Dimension[] {
  const failed: Dimension[] = [];
  const { statuses, priorities, clientIds, recruiterIds } = filters;
  if (statuses.length > 0 && !statuses.includes(job.status)) failed.push('status');
  if (priorities.length > 0 && !priorities.includes(job.priority)) failed.push('priority');
  if (clientIds.length > 0 && !clientIds.includes(job.clientId)) failed.push('client');
  if (recruiterIds.length > 0 && !job.recruiters.some(({ id }) => recruiterIds.includes(id))) {
    failed.push('recruiter');
  }
  return failed;
}

interface Judged {
  readonly job: JobFacts;
  readonly failed: readonly Dimension[];
}

const MOST_VALUES = 200;

function facetsOf(jobs: readonly Judged[], request: JobListRequest): JobsPage['facets'] {
  const count = (
    dimension: Dimension,
    valuesOf: (job: JobFacts) => readonly Named[],
    chosen: readonly string[],
    ordered: readonly string[] | null,
  ) => {
    const counts = new Map<string, { name: string; count: number }>();
    for (const { job, failed } of jobs) {
      // A value is counted as if its own filter were not there.
      const counted = failed.every((one) => one === dimension);
      for (const { id, name } of valuesOf(job)) {
        const known = counts.get(id) ?? { name, count: 0 };
        if (counted) known.count += 1;
        counts.set(id, known);
      }
    }
    return [...counts]
      .filter(([value, one]) => one.count > 0 || chosen.includes(value))
      .map(([value, one]) => ({ value, ...one }))
      .toSorted((a, b) =>
        ordered === null
          ? b.count - a.count || compare(a.name, b.name, 1)
          : ordered.indexOf(a.value) - ordered.indexOf(b.value),
      )
      .slice(0, MOST_VALUES);
  };
  const own = (id: string): readonly Named[] => [{ id, name: id }];
  const { filters } = request;
  return {
    status: count('status', (job) => own(job.status), filters.statuses, JOB_STATUSES),
    priority: count(
      'priority',
      (job) => own(job.priority),
      filters.priorities,
      [...JOB_PRIORITIES].toReversed(),
    ),
    client: count(
      'client',
      (job) => [{ id: job.clientId, name: job.clientName }],
      filters.clientIds,
      null,
    ),
    recruiter: count('recruiter', (job) => job.recruiters, filters.recruiterIds, null),
  };
}

type SortKey = string | number | null;
const NO_COUNTS: ReadonlyMap<Id, number> = new Map();

function candidateCounts(sql: Statements, actor: Actor): ReadonlyMap<Id, number> {
  const scope = applicationScope(actor, { application: 'a', candidate: 'c' });
  return new Map(
    sql(
      `SELECT a.job_id, count(*) FROM application a JOIN candidate c ON c.id = a.candidate_id WHERE ${scope.where} GROUP BY a.job_id`,
    )
      .raw()
      .all(...scope.params) as readonly [Id, number][], // The columns named in the statement.
  );
}

function sortKey(by: JobSortKey, counts: ReadonlyMap<Id, number>): (job: JobFacts) => SortKey {
  switch (by) {
    case 'title':
      return (job) => fold(job.title);
    case 'client':
      return (job) => fold(job.clientName);
    case 'status':
      return (job) => rank<JobStatus>(JOB_STATUSES, job.status);
    case 'priority':
      return (job) => rank<JobPriority>(JOB_PRIORITIES, job.priority);
    case 'candidates':
      return (job) => counts.get(job.id) ?? 0;
    case 'openedAt':
      return (job) => job.openedAt;
    case 'closesOn':
      return (job) => job.closesOn;
    case 'updatedAt':
      return (job) => job.updatedAt;
  }
}

const rank = <T>(order: readonly T[], value: T): number => order.indexOf(value);

/** What is not known stands last either way. */
function compare(a: SortKey, b: SortKey, sign: 1 | -1): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return (a < b ? -1 : 1) * sign;
}
