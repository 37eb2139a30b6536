import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { JobNews } from '@/shared/usecases/ports/search-readers';
import type { Statements } from '../statements';
import { readActors } from './actors';
import { recruitersOf } from './recruiters-of';

const MOST_NEWS = 1000;
const MOST_ADMINS = 1000;

/** What commits did to jobs: those that were made, and whose candidates took a step. What was taken back meanwhile is no news. */
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
     WHERE k.undoes IS NULL AND l.entity = 'stageEvent' AND l.op = 'insert' AND e.from_stage IS NOT NULL
     GROUP BY j.id, k.actor_id LIMIT ${MOST_NEWS}`,
  ).all(wanted, wanted) as readonly (Omit<JobNews, 'audience'> & {
    readonly byId: Id;
    readonly createdBy: Id;
  })[]; // The columns named above.
  const admins = rows.length === 0 ? [] : readAdmins(sql);
  return rows.map(({ byId, createdBy, ...news }) => {
    const everybody = [...admins, ...recruitersOf(sql, news.jobId, createdBy)];
    const others = new Map(everybody.filter(({ id }) => id !== byId).map((one) => [one.id, one]));
    return { ...news, audience: [...others.values()] };
  });
}

const readAdmins = (sql: Statements): readonly Actor[] =>
  readActors(sql, `u.role = 'admin' AND u.status = 'active' ORDER BY u.id LIMIT ${MOST_ADMINS}`);
