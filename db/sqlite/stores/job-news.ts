import { holds } from '@/shared/domain/access/roles';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { JobNews } from '@/shared/usecases/ports/search-readers';
import type { Statements } from '../statements';
import { readActors } from './actors';
import { recruitersOf } from './recruiters-of';

const MOST_NEWS = 1000;
const MOST_ADMINS = 1000;
const MOST_OF_CLIENT = 1000;

/**
 * What commits did to jobs: those that were made, whose candidates took a step, and where an interview was passed or hiring began, which
 * tells of the step too. What was taken back meanwhile is no news.
 */
export function readJobNews(sql: Statements, commitIds: readonly Id[]): readonly JobNews[] {
  const wanted = JSON.stringify(commitIds);
  const rows = sql(
    `SELECT 'job-created' AS kind, j.id AS "jobId", j.title AS title, 1 AS count, k.actor_id AS "byId", j.created_by AS "createdBy"
     FROM json_each(?) wanted JOIN commit_log k ON k.id = wanted.value JOIN change_log l ON l.commit_id = k.id
       JOIN json_each(l.row_ids) made JOIN job j ON j.id = made.value
     WHERE k.action = 'job.created' AND l.entity = 'job' AND l.op = 'insert'
     UNION ALL
     SELECT 'stage-changed', j.id, j.title, count(DISTINCT e.application_id), k.actor_id, j.created_by
     FROM json_each(?) wanted JOIN commit_log k ON k.id = wanted.value JOIN change_log l ON l.commit_id = k.id
       JOIN json_each(l.row_ids) made JOIN stage_event e ON e.id = made.value JOIN job j ON j.id = e.job_id
     WHERE k.undoes IS NULL AND k.action NOT IN (${PASSING}) AND l.entity = 'stageEvent' AND l.op = 'insert' AND e.from_stage IS NOT NULL
     GROUP BY j.id, k.actor_id
     UNION ALL
     SELECT iif(k.action = 'hiring.started', 'hiring-started', 'interview-passed'), j.id, j.title, count(DISTINCT i.id), k.actor_id, j.created_by
     FROM json_each(?) wanted JOIN commit_log k ON k.id = wanted.value JOIN change_log l ON l.commit_id = k.id
       JOIN json_each(l.row_ids) passed JOIN interview i ON i.id = passed.value JOIN job j ON j.id = i.job_id
     WHERE k.undone_by IS NULL AND k.action IN (${PASSING}) AND l.entity = 'interview' AND l.op = 'update'
     GROUP BY k.action, j.id, k.actor_id LIMIT ${MOST_NEWS}`,
  ).all(wanted, wanted, wanted) as readonly Row[]; // The columns named above.
  const admins = rows.length === 0 ? [] : readAdmins(sql);
  return rows.flatMap(({ byId, createdBy, ...news }): readonly JobNews[] => {
    const { kind, jobId } = news;
    const desk = [...admins, ...recruitersOf(sql, jobId, createdBy)];
    const tell = (what: JobNews['kind'], everybody: readonly Actor[]): JobNews => {
      const others = new Map(everybody.filter(({ id }) => id !== byId).map((one) => [one.id, one]));
      return { ...news, kind: what, audience: [...others.values()] };
    };
    if (kind === 'interview-passed') return [tell(kind, [...desk, ...readClients(sql, jobId)])];
    // That hiring began is the desk's; the client's people know the interview it began with.
    if (kind === 'hiring-started') {
      return [tell(kind, desk), tell('interview-passed', readClients(sql, jobId))];
    }
    return [tell(kind, desk)];
  });
}

interface Row extends Omit<JobNews, 'audience'> {
  readonly byId: Id;
  readonly createdBy: Id;
}

/** Deeds by which an interview is passed. */
const PASSING = "'interview.passed', 'hiring.started'";

const readAdmins = (sql: Statements): readonly Actor[] =>
  readActors(sql, `u.role = 'admin' AND u.status = 'active' ORDER BY u.id LIMIT ${MOST_ADMINS}`);

/** The people of a job's client, of those who are shown interviews. */
const readClients = (sql: Statements, jobId: Id): readonly Actor[] =>
  readActors(
    sql,
    `u.role = 'client_user' AND u.status = 'active'
       AND coalesce(u.client_id, r.client_id) = (SELECT j.client_id FROM job j WHERE j.id = ?) ORDER BY u.id LIMIT ${MOST_OF_CLIENT}`,
    jobId,
  ).filter((actor) => holds(actor, 'application.read'));
