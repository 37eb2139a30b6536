import type { JobDetail, TeamMember } from '@/shared/domain/jobs/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { JobReader } from '@/shared/usecases/ports/job-reader';
import type { Sqlite } from '../connection';
import { decode, entityTable, selectList } from '../entities';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { readDeedsOf, readSteps } from './activity';
import { noStages, readJobList, readStageCounts } from './job-list';
import { jobScope, worksAtDesk } from './scope';

const MOST_TEMPLATES = 1000;
/** A draft has five hundred skills at most; who edits a job by hand may add some. */
const MOST_SKILLS = 1000;
const MOST_MEMBERS = 500;

export function createJobReader(db: Sqlite): JobReader {
  const sql = statementsOf(db);
  return {
    list: async (actor, request) => guarded(() => readJobList(sql, actor, request)),
    get: async (actor, id) => guarded(() => readJob(sql, actor, id)),
    templates: async (actor) =>
      guarded(() =>
        worksAtDesk(actor)
          ? sql(
              `SELECT ${entityTable('jobTemplate').select} FROM job_template ORDER BY name COLLATE NOCASE, id LIMIT ${MOST_TEMPLATES}`,
            )
              .all()
              .map((row) => decode('jobTemplate', row))
          : [],
      ),
    countApplications: async (jobId) =>
      guarded(() =>
        Number(sql('SELECT count(*) FROM application WHERE job_id = ?').pluck().get(jobId)),
      ),
    attachments: async (jobId) =>
      guarded(() => ({
        matches: versionsOf(sql, 'match', jobId),
        matchRuns: versionsOf(sql, 'match_run', jobId),
      })),
    deeds: async (actor, subject, request) =>
      guarded(() => readDeedsOf(sql, actor, subject, request)),
    steps: async (actor, subject, request) =>
      guarded(() => readSteps(sql, actor, subject, request)),
  };
}

function readJob(sql: Statements, actor: Actor, id: Id): JobDetail | null {
  const scope = jobScope(actor, 'j');
  const row = sql(
    `SELECT ${selectList('job', 'j')} FROM job j WHERE j.id = ? AND ${scope.where}`,
  ).get(id, ...scope.params);
  if (row === undefined) return null;
  const job = decode('job', row);
  // The columns named in the statement.
  const client = sql('SELECT company_name AS name, off_limits AS off FROM client WHERE id = ?').get(
    job.clientId,
  ) as { readonly name: string; readonly off: number };
  return {
    job,
    clientName: client.name,
    clientOffLimits: worksAtDesk(actor) && client.off === 1,
    skills: sql(
      `SELECT ${entityTable('jobSkill').select} FROM job_skill WHERE job_id = ? ORDER BY position, id LIMIT ${MOST_SKILLS}`,
    )
      .all(id)
      .map((skill) => decode('jobSkill', skill)),
    team: sql(
      `SELECT ${selectList('jobMember', 'm')}, coalesce(u.name, c.name) AS name, c.title AS title
       FROM job_member m LEFT JOIN user u ON u.id = m.user_id LEFT JOIN contact c ON c.id = m.contact_id
       WHERE m.job_id = ? ORDER BY m.role, name COLLATE NOCASE, m.id LIMIT ${MOST_MEMBERS}`,
    )
      .all(id)
      .map((member) => decode('jobMember', member) as TeamMember), // With the two columns named in the statement.
    stages: readStageCounts(sql, actor, [id]).get(id) ?? noStages(),
  };
}

const versionsOf = (sql: Statements, table: 'match' | 'match_run', jobId: Id) =>
  sql(`SELECT id, version FROM "${table}" WHERE job_id = ?`).all(jobId) as readonly {
    readonly id: Id;
    readonly version: number;
  }[]; // The columns named in the statement.
