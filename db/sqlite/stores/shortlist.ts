import {
  SHORTLIST_STAGES,
  type Shortlist,
  type ShortlistEntry,
} from '@/shared/domain/pipeline/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import { decode, selectList } from '../entities';
import type { Statements } from '../statements';
import { candidateScope, jobScope } from './scope';

const MOST_ENTRIES = 500;
const MOST_ASKED = 500;
const STAGES = SHORTLIST_STAGES.map((stage) => `'${stage}'`).join(', ');

/** The shortlist of a job with what its people are compared by; null for a job that the actor does not reach. */
export function readShortlist(sql: Statements, actor: Actor, jobId: Id): Shortlist | null {
  const jobs = jobScope(actor, 'j');
  const job = sql(
    `SELECT j.title AS title, cl.company_name AS "clientName" FROM job j JOIN client cl ON cl.id = j.client_id WHERE j.id = ? AND ${jobs.where}`,
  ).get(jobId, ...jobs.params) as Pick<Shortlist, 'title' | 'clientName'> | undefined; // The columns named above.
  if (job === undefined) return null;
  const asked = sql(
    `SELECT position, name, need, min_years AS "minYears", skill_id AS "skillId" FROM job_skill
     WHERE job_id = ? ORDER BY position, id LIMIT ${MOST_ASKED}`,
  ).all(jobId) as readonly Asked[]; // The columns named above.
  return {
    jobId,
    ...job,
    asked: asked.map(({ position, name, need, minYears }) => ({ position, name, need, minYears })),
    entries: readEntries(sql, actor, jobId, asked),
  };
}

type Asked = Shortlist['asked'][number] & { readonly skillId: string | null };

function readEntries(
  sql: Statements,
  actor: Actor,
  jobId: Id,
  asked: readonly Asked[],
): ShortlistEntry[] {
  const scope = candidateScope(actor, 'c');
  const rows = sql(
    `SELECT ${selectList('application', 'a')}, c.name AS name, c.headline AS headline, c.location AS location,
       c.total_years AS "totalYears", c.notice_period AS "noticePeriod", c.work_permission AS "workPermission",
       (SELECT nullif(concat_ws(', ', e.title, e.company), '') FROM experience e
        WHERE e.candidate_id = c.id AND e.end = 'present' ORDER BY e.position LIMIT 1) AS current,
       (SELECT nullif(concat_ws(', ', e.degree, e.field, e.institution), '') FROM education e
        WHERE e.candidate_id = c.id ORDER BY e.position LIMIT 1) AS education,
       (SELECT json_group_array(l.name || CASE WHEN l.level IS NULL THEN '' ELSE ' ' || l.level END) FROM candidate_language l
        WHERE l.candidate_id = c.id) AS languages,
       m.score AS score
     FROM application a JOIN candidate c ON c.id = a.candidate_id
       LEFT JOIN match m ON m.candidate_id = a.candidate_id AND m.job_id = a.job_id
     WHERE a.job_id = ? AND a.stage IN (${STAGES}) AND c.merged_into_id IS NULL AND ${scope.where}
     ORDER BY a.shortlist_position IS NULL, a.shortlist_position, a.stage_since, a.id LIMIT ${MOST_ENTRIES}`,
  ).all(jobId, ...scope.params) as readonly EntryRow[]; // The columns named above.
  const named = readSkills(
    sql,
    rows.map(({ candidateId }) => String(candidateId)),
  );
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
      score,
      ...row
    }) => ({
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
      score,
      skills: skillsAsked(asked, named.get(String(row.candidateId)) ?? []),
    }),
  );
}

type EntryRow = Omit<ShortlistEntry, 'application' | 'languages' | 'skills'> & {
  readonly languages: string;
} & Readonly<Record<string, unknown>>;

interface NamedSkill {
  readonly candidateId: Id;
  readonly skillId: string | null;
  readonly key: string;
  readonly years: number | null;
}

function readSkills(
  sql: Statements,
  candidateIds: readonly Id[],
): ReadonlyMap<Id, readonly NamedSkill[]> {
  const rows = sql(
    `SELECT s.candidate_id AS "candidateId", s.skill_id AS "skillId", s.key AS key, s.years AS years
     FROM json_each(?) wanted JOIN candidate_skill s ON s.candidate_id = wanted.value`,
  ).all(JSON.stringify(candidateIds)) as readonly NamedSkill[]; // The columns named above.
  const byCandidate = new Map<Id, NamedSkill[]>();
  for (const row of rows) {
    const known = byCandidate.get(row.candidateId);
    if (known === undefined) byCandidate.set(row.candidateId, [row]);
    else known.push(row);
  }
  return byCandidate;
}

/** Which of the skills asked for somebody names: by the taxonomy, or by the same words. */
const skillsAsked = (
  asked: readonly Asked[],
  named: readonly NamedSkill[],
): ShortlistEntry['skills'] =>
  asked.flatMap(({ position, name, skillId }) => {
    const words = squeeze(fold(name));
    const found = named.find(
      (one) => (skillId !== null && one.skillId === skillId) || one.key === words,
    );
    return found === undefined ? [] : [{ position, years: found.years }];
  });
