import type { AccessLevel } from '@/shared/domain/access/facts';
import { applicationShownTo } from '@/shared/domain/access/shown-to';
import type { ApplicationView, StepView } from '@/shared/domain/pipeline/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { decode, selectList } from '../entities';
import type { Statements } from '../statements';
import { readLevels } from './levels';
import { readTree } from './merge-state';
import { applicationScope, noteScope } from './scope';

/** Of one application. */
const MOST_STEPS = 500;
const MOST_NOTES = 200;

/** Applications with all that hangs on them, newest first; `where` chooses by the alias `a`. */
export function readViews(
  sql: Statements,
  actor: Actor,
  where: 'a.id = ?' | 'a.candidate_id = ?',
  id: Id,
  limit: number,
): readonly ApplicationView[] {
  const scope = applicationScope(actor, { application: 'a', candidate: 'c' });
  const notesOf = noteScope(actor, 'n');
  const rows = sql(
    `SELECT ${selectList('application', 'a')}, c.name AS "candidateName", j.title AS "jobTitle",
       cl.company_name AS "clientName", j.status AS "jobStatus", m.score AS score
     FROM application a JOIN candidate c ON c.id = a.candidate_id JOIN job j ON j.id = a.job_id JOIN client cl ON cl.id = j.client_id
       LEFT JOIN match m ON m.candidate_id = a.candidate_id AND m.job_id = a.job_id
     WHERE ${where} AND c.merged_into_id IS NULL AND ${scope.where} ORDER BY a.applied_at DESC, a.id DESC LIMIT ${limit}`,
  ).all(id, ...scope.params) as readonly Named[]; // The columns named above, beside those of an application.
  const applications = rows.map(({ id: applicationId }) => String(applicationId));
  const levels = readLevels(sql, actor, 'application', applications);
  return rows.map(
    ({ candidateName, jobTitle, clientName, jobStatus, score, ...row }): ApplicationView => {
      const application = decode('application', row);
      return applicationShownTo(actor, {
        application,
        level: levelIn(levels, application.id),
        candidateName,
        jobTitle,
        clientName,
        jobStatus,
        score,
        steps: readSteps(sql, application),
        notes: sql(
          `SELECT n.id AS id, n.version AS version, n.body AS body, n.author_id AS "authorId", n.author_name AS "authorName",
           n.created_at AS "createdAt" FROM note n
         WHERE n.application_id = ? AND ${notesOf.where}
         ORDER BY n.created_at DESC, n.id DESC LIMIT ${MOST_NOTES}`,
        ).all(application.id, ...notesOf.params) as ApplicationView['notes'], // The columns named above.
        tags: sql(
          `SELECT r.id AS "tieId", t.id AS id, t.name AS name, t.colour AS colour FROM application_tag r JOIN tag t ON t.id = r.tag_id
         WHERE r.application_id = ? ORDER BY t.name COLLATE NOCASE, t.id`,
        ).all(application.id) as ApplicationView['tags'], // The columns named above.
      });
    },
  );
}

/** Who is in the rows is reached. */
function levelIn(levels: ReadonlyMap<Id, AccessLevel>, id: Id): ApplicationView['level'] {
  const level = levels.get(id) ?? 'none';
  return level === 'none' ? 'view' : level;
}

type Named = Pick<
  ApplicationView,
  'candidateName' | 'jobTitle' | 'clientName' | 'jobStatus' | 'score'
> &
  Readonly<Record<string, unknown>>;

/** What became of the candidate on the job, and of whoever was merged into them: both are one person's story. */
const readSteps = (
  sql: Statements,
  { candidateId, jobId }: { readonly candidateId: Id; readonly jobId: Id },
): StepView[] =>
  sql(
    `SELECT e.id AS id, e.application_id AS "applicationId", e.from_stage AS "fromStage", e.to_stage AS "toStage", e.at AS at,
       e.by_name AS "byName", e.reason AS reason
     FROM json_each(?) wanted JOIN stage_event e ON e.candidate_id = wanted.value WHERE e.job_id = ?
     ORDER BY e.at, e.id LIMIT ${MOST_STEPS}`,
  ).all(JSON.stringify(readTree(sql, candidateId)), jobId) as StepView[]; // The columns named above.
