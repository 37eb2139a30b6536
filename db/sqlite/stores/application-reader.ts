import { levelFor } from '@/shared/domain/access/policy';
import { holds } from '@/shared/domain/access/roles';
import { cardShownTo } from '@/shared/domain/access/shown-to';
import type { PutStanding, PutTarget } from '@/shared/domain/pipeline/put-on-job';
import type { BoardCard, BoardView, PipelineJob } from '@/shared/domain/pipeline/views';
import { OPEN_STAGES, type Stage } from '@/shared/domain/pipeline/board';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { ApplicationReader } from '@/shared/usecases/ports/application-reader';
import type { Sqlite } from '../connection';
import { decode, selectList } from '../entities';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { readApplicationRows } from './application-rows';
import { readViews } from './application-views';
import { reaches } from './candidate-reader';
import { readPutStandings } from './put-standings';
import { applicationScope, jobScope, noteScope, type Scope } from './scope';
import { readShortlist } from './shortlist';

/** Cards of one board. */
const MOST_CARDS = 5000;
const MOST_JOBS = 1000;
const MOST_OFF_LIMITS = 1000;
const MOST_OF_CANDIDATE = 500;

const OF = { application: 'a', candidate: 'c' } as const;

export function createApplicationReader(db: Sqlite): ApplicationReader {
  const sql = statementsOf(db);
  return {
    board: async (actor, jobId) => guarded(() => readBoard(sql, actor, jobId)),
    jobs: async (actor) => guarded(() => readJobs(sql, actor)),
    view: async (actor, applicationId) =>
      guarded(() => {
        const [view = null] = readViews(sql, actor, 'a.id = ?', applicationId, 1);
        return view;
      }),
    ofCandidate: async (actor, candidateId) =>
      guarded(() =>
        reaches(sql, actor, candidateId)
          ? readViews(sql, actor, 'a.candidate_id = ?', candidateId, MOST_OF_CANDIDATE)
          : [],
      ),
    rows: async (actor, page) => guarded(() => readApplicationRows(sql, actor, page)),
    shortlist: async (actor, jobId) => guarded(() => readShortlist(sql, actor, jobId)),
    many: async (actor, ids) =>
      guarded(() => {
        const scope = applicationScope(actor, OF);
        return sql(
          `SELECT ${selectList('application', 'a')} FROM json_each(?) wanted CROSS JOIN application a ON a.id = wanted.value
           JOIN candidate c ON c.id = a.candidate_id WHERE c.merged_into_id IS NULL AND ${scope.where} ORDER BY wanted.key`,
        )
          .all(JSON.stringify(ids), ...scope.params)
          .map((row) => decode('application', row));
      }),
    belongings: async (applicationIds) =>
      guarded(() => {
        const of = (table: string, more = ''): unknown[] =>
          sql(
            `SELECT b.id AS id, b.version AS version, b.application_id AS "applicationId"${more}
             FROM json_each(?) wanted JOIN ${table} b ON b.application_id = wanted.value ORDER BY b.id`,
          ).all(JSON.stringify(applicationIds));
        // The columns named above, and the tag's id.
        return {
          stageEvents: of('stage_event'),
          applicationTags: of('application_tag', ', b.tag_id AS "tagId"'),
          notes: of('note'),
        } as Awaited<ReturnType<ApplicationReader['belongings']>>;
      }),
    putTarget: async (actor, jobId) => guarded(() => readPutTarget(sql, actor, jobId)),
    putStandings: async (actor, job, candidateIds): Promise<readonly PutStanding[]> =>
      guarded(() => readPutStandings(sql, actor, job, candidateIds)),
  };
}

interface BoardHead extends Pick<BoardView, 'title' | 'clientName' | 'status'> {
  readonly jobVersion: number;
  readonly board: string | null;
}

/** All that the cards show in one statement: a board of 2,000 is read while a frame is painted. */
function readBoard(sql: Statements, actor: Actor, jobId: Id): BoardView | null {
  const jobs = jobScope(actor, 'j');
  const head = sql(
    `SELECT j.version AS "jobVersion", j.title AS title, cl.company_name AS "clientName", j.status AS status, j.board AS board
     FROM job j JOIN client cl ON cl.id = j.client_id WHERE j.id = ? AND ${jobs.where}`,
  ).get(jobId, ...jobs.params) as BoardHead | undefined; // The columns named above.
  if (head === undefined) return null;
  const scope = applicationScope(actor, OF);
  const edit = applicationScope(actor, OF, 'edit');
  const decide = decideScope(actor);
  // At the desk who may edit may decide: that is not asked of every card twice.
  const mayDecide = decide === 'as-edit' ? { where: 'NULL', params: [] } : decide;
  const notes = noteScope(actor, 'n');
  const rows = sql(
    `SELECT a.id AS id, a.version AS version, a.candidate_id AS "candidateId", c.name AS name, c.headline AS headline,
       a.stage AS stage, a.column_id AS "columnId", a.stage_since AS "stageSince", a.submitted_at AS "submittedAt",
       a.rejected_reason AS "rejectedReason", a.withdrawn_reason AS "withdrawnReason", c.do_not_contact AS "doNotContact",
       (SELECT count(*) FROM note n WHERE n.application_id = a.id AND ${notes.where}) AS notes,
       ${edit.where} AS "mayEdit", ${mayDecide.where} AS "mayDecide",
       (SELECT group_concat(t.tag_id) FROM application_tag t WHERE t.application_id = a.id) AS "tagIds", m.score AS score
     FROM application a JOIN candidate c ON c.id = a.candidate_id
       LEFT JOIN match m ON m.candidate_id = a.candidate_id AND m.job_id = a.job_id
     WHERE a.job_id = ? AND c.merged_into_id IS NULL AND ${scope.where}
     ORDER BY a.stage_since, a.id LIMIT ${MOST_CARDS}`,
  ).all(
    ...notes.params,
    ...edit.params,
    ...mayDecide.params,
    jobId,
    ...scope.params,
  ) as readonly CardRow[]; // The columns named above.
  const cards = rows.map(
    ({ tagIds, doNotContact, mayEdit, mayDecide, ...row }): BoardCard =>
      cardShownTo(actor, {
        ...row,
        doNotContact: doNotContact === 1,
        mayEdit: mayEdit === 1,
        mayDecide: (mayDecide ?? mayEdit) === 1,
        tagIds: tagIds?.split(',') ?? [],
      }),
  );
  const { board, ...rest } = head;
  return {
    jobId,
    ...rest,
    // Written by a use-case that was given a board.
    columns: board === null ? null : (JSON.parse(board) as BoardView['columns']),
    cards,
    total: cards.length < MOST_CARDS ? cards.length : countCards(sql, actor, jobId),
    tags: sql(
      `SELECT t.id AS id, t.name AS name, t.colour AS colour FROM json_each(?) wanted JOIN tag t ON t.id = wanted.value
       ORDER BY t.name COLLATE NOCASE, t.id`,
    ).all(JSON.stringify([...new Set(cards.flatMap(({ tagIds }) => tagIds))])) as BoardView['tags'], // The columns named above.
  };
}

type CardRow = Omit<BoardCard, 'tagIds' | 'doNotContact' | 'mayEdit' | 'mayDecide'> & {
  readonly tagIds: string | null;
  readonly doNotContact: number;
  readonly mayEdit: number;
  /** Null where it is as `mayEdit`. */
  readonly mayDecide: number | null;
};

function decideScope(actor: Actor): Scope | 'as-edit' {
  if (!holds(actor, 'application.decide')) return { where: '0', params: [] };
  const least = levelFor(actor, 'application.decide');
  const isAsEdit = least === 'edit' && holds(actor, 'application.edit');
  return isAsEdit ? 'as-edit' : applicationScope(actor, OF, least);
}

function countCards(sql: Statements, actor: Actor, jobId: Id): number {
  const scope = applicationScope(actor, OF);
  return Number(
    sql(
      `SELECT count(*) FROM application a JOIN candidate c ON c.id = a.candidate_id
       WHERE a.job_id = ? AND c.merged_into_id IS NULL AND ${scope.where}`,
    )
      .pluck()
      .get(jobId, ...scope.params),
  );
}

function readJobs(sql: Statements, actor: Actor): readonly PipelineJob[] {
  const scope = applicationScope(actor, OF);
  const reached = jobScope(actor, 'j');
  const jobs = sql(
    `SELECT j.id AS id, j.title AS title, cl.company_name AS "clientName", j.status AS status
     FROM job j JOIN client cl ON cl.id = j.client_id WHERE j.status IN ('open', 'draft', 'on_hold') AND ${reached.where}
     ORDER BY CASE j.status WHEN 'open' THEN 0 ELSE 1 END, j.title COLLATE NOCASE, j.id LIMIT ${MOST_JOBS}`,
  ).all(...reached.params) as readonly Omit<PipelineJob, 'counts' | 'oldestSince'>[]; // The columns named above.
  const counts = sql(
    `SELECT a.job_id AS "jobId", a.stage AS stage, count(*) AS count, min(a.stage_since) AS since
     FROM json_each(?) wanted JOIN application a ON a.job_id = wanted.value JOIN candidate c ON c.id = a.candidate_id
     WHERE c.merged_into_id IS NULL AND ${scope.where} GROUP BY a.job_id, a.stage`,
  ).all(JSON.stringify(jobs.map(({ id }) => id)), ...scope.params) as readonly {
    readonly jobId: Id;
    readonly stage: Stage;
    readonly count: number;
    readonly since: string;
  }[]; // The columns named above.
  const isRunning = (stage: Stage): boolean =>
    stage !== 'selected' && OPEN_STAGES.some((one) => one === stage);
  return jobs.map((job) => {
    const own = counts.filter(({ jobId }) => jobId === job.id);
    const [oldestSince = null] = own
      .flatMap(({ stage, since }) => (isRunning(stage) ? [since] : []))
      .toSorted();
    return {
      ...job,
      counts: Object.fromEntries(own.map(({ stage, count }) => [stage, count])),
      oldestSince,
    };
  });
}

function readPutTarget(sql: Statements, actor: Actor, jobId: Id): PutTarget | null {
  const jobs = jobScope(actor, 'j');
  const job = sql(
    `SELECT j.id AS "jobId", j.title AS title, j.client_id AS "clientId", cl.company_name AS "clientName", j.status AS status
     FROM job j JOIN client cl ON cl.id = j.client_id WHERE j.id = ? AND ${jobs.where}`,
  ).get(jobId, ...jobs.params) as Omit<PutTarget, 'offLimits'> | undefined; // The columns named above.
  if (job === undefined) return null;
  return {
    ...job,
    offLimits: sql(
      `SELECT id AS "clientId", company_name AS "companyName", off_limits_reason AS reason FROM client
       WHERE off_limits = 1 AND id <> ? ORDER BY id LIMIT ${MOST_OFF_LIMITS}`,
    ).all(job.clientId) as PutTarget['offLimits'], // The columns named above.
  };
}
