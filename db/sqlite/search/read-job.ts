import type { Job, JobSkill } from '@/shared/domain/jobs/records';
import type { JobCriteria } from '@/shared/domain/matching/criteria';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import { decode, entityTable, selectList } from '../entities';
import type { Statements } from '../statements';
import { jobScope } from '../stores/scope';

/** A job as matching reads it. */
export interface MatchedJob {
  readonly job: Pick<
    Job,
    'id' | 'version' | 'title' | 'location' | 'status' | 'weights' | 'matchThreshold'
  >;
  readonly client: string;
  /** Since when it is open, else there; null where it is in no workspace. */
  readonly openedAt: Instant | null;
  readonly criteria: JobCriteria;
}

/** As many jobs as are matched with one candidate. */
export const MOST_JOBS = 1000;
const MOST_SKILLS = 500;

/** Null for a job that the actor does not reach. */
export function readJob(sql: Statements, actor: Actor, id: Id): MatchedJob | null {
  const scope = jobScope(actor, 'j');
  const row = sql(`${SELECT_JOBS} WHERE j.id = ? AND ${scope.where}`).get(id, ...scope.params);
  return row === undefined ? null : matched(sql, row);
}

/** Jobs that are open and that the actor reaches. */
export function readOpenJobs(sql: Statements, actor: Actor): readonly MatchedJob[] {
  const scope = jobScope(actor, 'j');
  return sql(
    `${SELECT_JOBS} WHERE j.status = 'open' AND ${scope.where} ORDER BY j.id LIMIT ${MOST_JOBS}`,
  )
    .all(...scope.params)
    .map((row) => matched(sql, row));
}

/** Open jobs with a threshold that are looked at in the background. */
const MOST_WATCHED = 200;

/** Not scoped: who is told of what is found is. */
export const readWatchedJobs = (sql: Statements): readonly MatchedJob[] =>
  sql(
    `${SELECT_JOBS} WHERE j.status = 'open' AND j.match_threshold IS NOT NULL ORDER BY j.id LIMIT ${MOST_WATCHED}`,
  )
    .all()
    .map((row) => matched(sql, row));

/** A job that is in no workspace: it has no applications, no weights and no threshold of its own. */
export const jobWith = (criteria: JobCriteria): MatchedJob => ({
  job: {
    id: '',
    version: 1,
    title: criteria.title ?? '',
    location: criteria.location?.text ?? null,
    status: 'draft',
    weights: null,
    matchThreshold: null,
  },
  client: '',
  openedAt: null,
  criteria,
});

const SELECT_JOBS = `SELECT ${selectList('job', 'j')}, c.company_name AS "client" FROM job j JOIN client c ON c.id = j.client_id`;

function matched(sql: Statements, row: unknown): MatchedJob {
  // The columns of a job, and its client's name beside them.
  const { client, ...job } = decode('job', row) as Job & { readonly client: string };
  const skills = sql(
    `SELECT ${entityTable('jobSkill').select} FROM job_skill WHERE job_id = ? ORDER BY position, id LIMIT ${MOST_SKILLS}`,
  )
    .all(job.id)
    .map((skill) => decode('jobSkill', skill));
  return {
    job,
    client,
    openedAt: job.openedAt ?? job.createdAt,
    criteria: criteriaOf(job, skills),
  };
}

/** What a job asks for. */
export function criteriaOf(job: Job, skills: readonly JobSkill[]): JobCriteria {
  return {
    title: job.title,
    description: job.description === '' ? null : job.description,
    skills: skills.map(({ name, skillId, need, weight, minYears }) => ({
      name,
      skillId,
      mustHave: need === 'required',
      weight,
      minYears,
      origin: 'stated',
    })),
    experienceMin: job.experienceMin,
    experienceMax: job.experienceMax,
    educationMin: job.educationMin,
    location:
      job.location === null && job.city === null && job.country === null
        ? null
        : { text: job.location ?? '', city: job.city, region: job.region, country: job.country },
    remote: job.remote,
  };
}
