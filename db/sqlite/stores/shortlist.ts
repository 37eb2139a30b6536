import { entryShownTo } from '@/shared/domain/access/shown-to';
import {
  SHORTLIST_STAGES,
  type Shortlist,
  type ShortlistEntry,
} from '@/shared/domain/pipeline/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { decode, selectList } from '../entities';
import type { Statements } from '../statements';
import { applicationScope, jobScope } from './scope';

const MOST_ENTRIES = 500;
const STAGES = SHORTLIST_STAGES.map((stage) => `'${stage}'`).join(', ');

/** The shortlist of a job with what is known of its people; null for a job that the actor does not reach. */
export function readShortlist(sql: Statements, actor: Actor, jobId: Id): Shortlist | null {
  const jobs = jobScope(actor, 'j');
  const job = sql(
    `SELECT j.title AS title, cl.company_name AS "clientName" FROM job j JOIN client cl ON cl.id = j.client_id WHERE j.id = ? AND ${jobs.where}`,
  ).get(jobId, ...jobs.params) as Pick<Shortlist, 'title' | 'clientName'> | undefined; // The columns named above.
  if (job === undefined) return null;
  return {
    jobId,
    ...job,
    entries: readEntries(sql, actor, jobId),
  };
}

function readEntries(sql: Statements, actor: Actor, jobId: Id): ShortlistEntry[] {
  const of = { application: 'a', candidate: 'c' };
  const scope = applicationScope(actor, of);
  const edit = applicationScope(actor, of, 'edit');
  const rows = sql(
    `SELECT ${selectList('application', 'a')}, c.name AS name, c.headline AS headline, c.location AS location,
       c.total_years AS "totalYears", c.notice_period AS "noticePeriod", c.work_permission AS "workPermission",
       (SELECT nullif(concat_ws(', ', e.title, e.company), '') FROM experience e
        WHERE e.candidate_id = c.id AND e.end = 'present' ORDER BY e.position LIMIT 1) AS current,
       (SELECT nullif(concat_ws(', ', e.degree, e.field, e.institution), '') FROM education e
        WHERE e.candidate_id = c.id ORDER BY e.position LIMIT 1) AS education,
       (SELECT json_group_array(l.name || CASE WHEN l.level IS NULL THEN '' ELSE ' ' || l.level END) FROM candidate_language l
        WHERE l.candidate_id = c.id) AS languages, ${edit.where} AS "mayEdit"
     FROM application a JOIN candidate c ON c.id = a.candidate_id
     WHERE a.job_id = ? AND a.stage IN (${STAGES}) AND c.merged_into_id IS NULL AND ${scope.where}
     ORDER BY a.shortlist_position IS NULL, a.shortlist_position, a.stage_since, a.id LIMIT ${MOST_ENTRIES}`,
  ).all(...edit.params, jobId, ...scope.params) as readonly EntryRow[]; // The columns named above.
  return rows.map(
    ({
      name,
      headline,
      location,
      totalYears,
      noticePeriod,
      workPermission,
      current,
      education,
      languages,
      mayEdit,
      ...row
    }) =>
      entryShownTo(actor, {
        application: decode('application', row),
        name,
        headline,
        location,
        totalYears,
        noticePeriod,
        workPermission,
        current,
        education,
        // Made by json_group_array of texts.
        languages: JSON.parse(languages) as string[],
        mayEdit: mayEdit === 1,
      }),
  );
}

type EntryRow = Omit<ShortlistEntry, 'application' | 'languages' | 'mayEdit'> & {
  readonly languages: string;
  readonly mayEdit: number;
} & Readonly<Record<string, unknown>>;
