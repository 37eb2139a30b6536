import type { Interview } from '@/shared/domain/interviews/records';
import type {
  InterviewList,
  InterviewListRequest,
  InterviewPage,
} from '@/shared/domain/interviews/views';
import type { InterviewRow } from '@/shared/domain/tables/record-exports';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { InterviewReader } from '@/shared/usecases/ports/interview-reader';
import type { Sqlite } from '../connection';
import { decode, selectList } from '../entities';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import { INTERVIEWS, readInterviewViews } from './interview-views';
import { applicationScope, interviewScope } from './scope';

const MOST_ROUNDS = 200;
const MOST_INTERVIEWERS = 1000;
const OF = { interview: 'i', application: 'a', candidate: 'c' } as const;

export function createInterviewReader(db: Sqlite): InterviewReader {
  const sql = statementsOf(db);
  return {
    list: async (actor, asked, now) => guarded(() => readList(sql, actor, asked, now)),
    view: async (actor, id) =>
      guarded(() => {
        const [view = null] = readInterviewViews(sql, actor, {
          where: 'i.id = ?',
          params: [id],
          order: 'i.id',
          limit: 1,
        });
        return view;
      }),
    ofApplication: async (actor, applicationId) =>
      guarded(() =>
        readInterviewViews(sql, actor, {
          where: 'i.application_id = ?',
          params: [applicationId],
          order: 'i.round, i.id',
          limit: MOST_ROUNDS,
        }),
      ),
    one: async (actor, id) =>
      guarded(() => {
        const scope = interviewScope(actor, OF);
        const row = sql(
          `SELECT ${selectList('interview', 'i')} FROM ${INTERVIEWS} WHERE i.id = ? AND ${scope.where}`,
        ).get(id, ...scope.params);
        return row === undefined ? null : decode('interview', row);
      }),
    rows: async (actor, page) => guarded(() => readRows(sql, actor, page)),
    rounds: async (applicationId) =>
      guarded(() =>
        sql(
          `SELECT ${selectList('interview', 'i')} FROM interview i WHERE i.application_id = ? ORDER BY i.round, i.id`,
        )
          .all(applicationId)
          .map((row) => decode('interview', row)),
      ),
    ofApplications: async (applicationIds) =>
      guarded(
        () =>
          sql(
            `SELECT i.id AS id, i.version AS version, i.application_id AS "applicationId"
             FROM json_each(?) wanted JOIN interview i ON i.application_id = wanted.value ORDER BY i.id`,
          ).all(JSON.stringify(applicationIds)) as readonly Pick<
            Interview,
            'id' | 'version' | 'applicationId'
          >[], // The columns named above.
      ),
    interviewers: async (actor) =>
      guarded(() => {
        const scope = interviewScope(actor, OF);
        return sql(
          `SELECT u.id AS id, u.name AS name FROM user u WHERE u.id IN (
             SELECT asked.user_id FROM ${INTERVIEWS} JOIN interviewer asked ON asked.interview_id = i.id WHERE ${scope.where})
           ORDER BY u.name COLLATE NOCASE, u.id LIMIT ${MOST_INTERVIEWERS}`,
        ).all(...scope.params) as { readonly id: Id; readonly name: string }[]; // The columns named above.
      }),
    interviewersFor: async (actor, applicationId) =>
      guarded(() => {
        const scope = applicationScope(actor, OF);
        return sql(
          `SELECT u.id AS id, u.name AS name
           FROM application a JOIN candidate c ON c.id = a.candidate_id JOIN job j ON j.id = a.job_id JOIN user u ON u.status = 'active'
             AND u.role IN ('admin', 'recruiter', 'interviewer', 'client_user')
             AND coalesce(u.client_id, (SELECT r.client_id FROM role r WHERE r.id = u.role_id),
               CASE u.role WHEN 'client_user' THEN NULL ELSE j.client_id END) = j.client_id
           WHERE a.id = ? AND ${scope.where} ORDER BY u.name COLLATE NOCASE, u.id LIMIT ${MOST_INTERVIEWERS}`,
        ).all(applicationId, ...scope.params) as { readonly id: Id; readonly name: string }[]; // The columns named above.
      }),
  };
}

const DECIDED = `i.status IN ('passed', 'failed', 'cancelled')`;

/** `listOf` (shared/domain/interviews/views.ts) as a condition; its one parameter is the time. */
const IN_LIST: Readonly<Record<InterviewList, string>> = {
  past: `(${DECIDED} AND ? IS NOT NULL)`,
  'to-decide': `(NOT ${DECIDED} AND (i.status IN ('completed', 'no_show') OR (i."end" IS NOT NULL AND i."end" <= ?)))`,
  upcoming: `(NOT ${DECIDED} AND i.status NOT IN ('completed', 'no_show') AND (i."end" IS NULL OR i."end" > ?))`,
};

function readList(
  sql: Statements,
  actor: Actor,
  { list, statuses, interviewerId, from, before, offset, limit }: InterviewListRequest,
  now: Instant,
): InterviewPage {
  const conditions: (readonly [where: string, value: string])[] = [[IN_LIST[list], now]];
  if (statuses.length > 0) {
    conditions.push([
      'i.status IN (SELECT value FROM json_each(?))',
      JSON.stringify(statuses.toSorted()),
    ]);
  }
  if (interviewerId !== null) conditions.push([isAsked('i'), interviewerId]);
  if (from !== null) conditions.push(['i.start >= ?', from]);
  if (before !== null) conditions.push(['i.start < ?', before]);
  const where = conditions.map(([one]) => one).join(' AND ');
  const params = conditions.map(([, value]) => value);
  const scope = interviewScope(actor, OF);
  return {
    rows: readInterviewViews(sql, actor, {
      where,
      params,
      order:
        list === 'past'
          ? 'coalesce(i.start, i.updated_at) DESC, i.id DESC'
          : 'i.start IS NULL, i.start, i.id',
      limit,
      offset,
    }),
    total: Number(
      sql(`SELECT count(*) FROM ${INTERVIEWS} WHERE ${where} AND ${scope.where}`)
        .pluck()
        .get(...params, ...scope.params),
    ),
  };
}

const isAsked = (alias: string): string =>
  `EXISTS (SELECT 1 FROM interviewer asked WHERE asked.interview_id = ${alias}.id AND asked.user_id = ?)`;

function readRows(
  sql: Statements,
  actor: Actor,
  page: { readonly after: Id | null; readonly limit: number },
): readonly InterviewRow[] {
  return readInterviewViews(sql, actor, {
    where: 'i.id > ?',
    params: [page.after ?? ''],
    order: 'i.id',
    limit: page.limit,
  });
}
