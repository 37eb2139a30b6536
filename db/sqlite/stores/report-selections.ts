import { OPEN_STAGES } from '@/shared/domain/pipeline/board';
import type { Figure, ReportFilters, WorkKind } from '@/shared/domain/reports/figures';
import type { Actor } from '@/shared/domain/workspace/records';
import { assertNever } from '@/shared/kit/assert-never';
import type { Instant } from '@/shared/kit/clock';
import { candidateScope, jobScope, type Scope } from './scope';

/**
 * A SELECT with the columns `id, candidate_id, job_id, stage, at, days` and those to group by. Reports count its rows in groups, and the list
 * behind a figure is its rows under one more condition: so that the two cannot disagree.
 */
export interface Selection {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** The order of a stage among those of a board; -1 for who was rejected or withdrew. */
const RANK = `CASE %s ${OPEN_STAGES.map((stage, at) => `WHEN '${stage}' THEN ${at}`).join(' ')} ELSE -1 END`;
const rankOf = (column: string): string => RANK.replace('%s', column);
const daysBetween = (from: string, to: string): string => `(julianday(${to}) - julianday(${from}))`;

export const firstEdge = ({ edges }: ReportFilters): Instant => edges[0] ?? '';
export const lastEdge = ({ edges }: ReportFilters): Instant => edges.at(-1) ?? '';

/** Applications of the actor's candidates on the actor's jobs, under the filters that are not of time. `a` is the application, `j` its job. */
function applications(actor: Actor, filters: ReportFilters): Scope {
  const scopes = [candidateScope(actor, 'c'), jobScope(actor, 'j')];
  const asked: (readonly [string, string | null])[] = [
    ['a.job_id = ?', filters.jobId],
    ['j.client_id = ?', filters.clientId],
    ['a.created_by = ?', filters.byId],
    ['a.source = ?', filters.source],
  ];
  const set = asked.flatMap(([where, value]) =>
    value === null ? [] : [{ where, params: [value] }],
  );
  const all = [...scopes, ...set];
  return {
    // Who was merged into another one is shown nowhere; the survivor's application tells for both.
    where: `FROM application a JOIN candidate c ON c.id = a.candidate_id AND c.merged_into_id IS NULL JOIN job j ON j.id = a.job_id
      WHERE ${all.map(({ where }) => `(${where})`).join(' AND ')}`,
    params: all.flatMap(({ params }) => params),
  };
}

/** Applications that began within the report, with how far each came (`reached`) and why it ended. */
export function cohort(actor: Actor, filters: ReportFilters): Selection {
  const of = applications(actor, filters);
  return {
    sql: `SELECT a.id, a.candidate_id, a.job_id, a.stage, a.applied_at AS at, NULL AS days, a.source,
        a.rejected_reason, a.withdrawn_reason,
        max(0, coalesce((SELECT max(${rankOf('e.to_stage')}) FROM stage_event e WHERE e.application_id = a.id), 0), ${rankOf('a.stage')}) AS reached
      ${of.where} AND a.applied_at >= ? AND a.applied_at < ?`,
    params: [...of.params, firstEdge(filters), lastEdge(filters)],
  };
}

/** Each stay of an application in a stage that was left within the report. */
export function staysEnded(actor: Actor, filters: ReportFilters): Selection {
  const of = applications(actor, filters);
  return {
    sql: `SELECT * FROM (
        SELECT e.id, a.candidate_id, a.job_id, e.to_stage AS stage, lead(e.at) OVER stays AS at,
          ${daysBetween('e.at', 'lead(e.at) OVER stays')} AS days
        FROM stage_event e JOIN (SELECT a.id, a.candidate_id, a.job_id ${of.where}) a ON a.id = e.application_id
        WINDOW stays AS (PARTITION BY e.application_id ORDER BY e.at, e.id))
      WHERE at >= ? AND at < ?`,
    params: [...of.params, firstEdge(filters), lastEdge(filters)],
  };
}

/** Who is in a stage of an open job at this moment. */
export function staysGoingOn(actor: Actor, filters: ReportFilters, now: Instant): Selection {
  const of = applications(actor, filters);
  return {
    sql: `SELECT a.id, a.candidate_id, a.job_id, a.stage, a.stage_since AS at, ${daysBetween('a.stage_since', '?')} AS days
      ${of.where} AND j.status = 'open' AND ${rankOf('a.stage')} >= 0`,
    params: [now, ...of.params],
  };
}

function hired(actor: Actor, filters: ReportFilters): Selection {
  const of = applications(actor, filters);
  return {
    sql: `SELECT a.id, a.candidate_id, a.job_id, a.stage, a.selected_at AS at, ${daysBetween('a.applied_at', 'a.selected_at')} AS days
      ${of.where} AND a.selected_at >= ? AND a.selected_at < ?`,
    params: [...of.params, firstEdge(filters), lastEdge(filters)],
  };
}

/** Jobs that were filled within the report. Who put somebody on them and from where says nothing of a job as a whole. */
function filled(actor: Actor, filters: ReportFilters): Selection {
  const scope = jobScope(actor, 'j');
  return {
    sql: `SELECT j.id, NULL AS candidate_id, j.id AS job_id, NULL AS stage, j.ended_at AS at, ${daysBetween('j.opened_at', 'j.ended_at')} AS days
      FROM job j WHERE ${scope.where} AND j.status = 'filled' AND j.ended_at >= ? AND j.ended_at < ?
        AND (? = '' OR j.id = ?) AND (? = '' OR j.client_id = ?)`,
    params: [
      ...scope.params,
      firstEdge(filters),
      lastEdge(filters),
      ...[filters.jobId, filters.jobId, filters.clientId, filters.clientId].map((id) => id ?? ''),
    ],
  };
}

/** What people did of one kind, with who (`user_id`), from one moment to another. */
export function workOf(
  actor: Actor,
  filters: ReportFilters,
  kind: WorkKind,
  from: Instant,
  before: Instant,
): Selection {
  const span = [from, before];
  switch (kind) {
    case 'submitted': {
      const of = applications(actor, filters);
      return {
        sql: `SELECT a.id, a.candidate_id, a.job_id, a.stage, a.submitted_at AS at, NULL AS days, a.created_by AS user_id
          ${of.where} AND a.submitted_at >= ? AND a.submitted_at < ?`,
        params: [...of.params, ...span],
      };
    }
    case 'notes':
      return ofPeople(actor, filters, 'note', 'n.created_at', 'n.author_id', span);
    case 'cvs':
      return ofPeople(actor, filters, 'resume', 'n.stored_at', 'n.created_by', span);
    default: {
      const of = applications(actor, filters);
      return {
        sql: `SELECT e.id, a.candidate_id, a.job_id, e.to_stage AS stage, e.at, NULL AS days, e.created_by AS user_id
          FROM stage_event e JOIN (SELECT a.id, a.candidate_id, a.job_id ${of.where}) a ON a.id = e.application_id
          WHERE e.at >= ? AND e.at < ? AND ${STEP[kind]}`,
        params: [...of.params, ...span],
      };
    }
  }
}

const STEP: Readonly<Record<Exclude<WorkKind, 'submitted' | 'notes' | 'cvs'>, string>> = {
  added: 'e.from_stage IS NULL',
  forward: `e.from_stage IS NOT NULL AND e.to_stage <> 'selected' AND ${rankOf('e.from_stage')} >= 0 AND ${rankOf('e.to_stage')} > ${rankOf('e.from_stage')}`,
  rejected: "e.to_stage = 'rejected'",
  withdrawn: "e.to_stage = 'withdrawn'",
  hired: "e.to_stage = 'selected'",
};

/** Notes and CVs are of people, not of jobs: a report of one job, client or source has none. */
function ofPeople(
  actor: Actor,
  filters: ReportFilters,
  table: 'note' | 'resume',
  at: string,
  who: string,
  span: readonly string[],
): Selection {
  const scope = candidateScope(actor, 'c');
  const narrowed = filters.jobId !== null || filters.clientId !== null || filters.source !== null;
  return {
    sql: `SELECT n.id, n.candidate_id, NULL AS job_id, NULL AS stage, ${at} AS at, NULL AS days, ${who} AS user_id
      FROM ${table} n JOIN candidate c ON c.id = n.candidate_id AND c.merged_into_id IS NULL
      WHERE ${narrowed ? '0' : '1'} AND ${scope.where} AND ${at} >= ? AND ${at} < ? AND (? = '' OR ${who} = ?)`,
    params: [...scope.params, ...span, filters.byId ?? '', filters.byId ?? ''],
  };
}

/** What a figure counts. */
export function selectionOf(
  actor: Actor,
  filters: ReportFilters,
  figure: Figure,
  now: Instant,
): Selection {
  switch (figure.kind) {
    case 'reached':
      return only(cohort(actor, filters), 'reached >= ?', OPEN_STAGES.indexOf(figure.stage));
    case 'standing':
      return only(cohort(actor, filters), 'stage = ?', figure.stage);
    case 'rejected':
      return only(
        cohort(actor, filters),
        "stage = 'rejected' AND rejected_reason = ?",
        figure.reason,
      );
    case 'withdrawn':
      return only(
        cohort(actor, filters),
        "stage = 'withdrawn' AND withdrawn_reason = ?",
        figure.reason,
      );
    case 'source':
      return only(
        cohort(actor, filters),
        'source = ? AND reached >= ?',
        figure.source,
        OPEN_STAGES.indexOf(figure.reached),
      );
    case 'left':
      return only(staysEnded(actor, filters), 'stage = ?', figure.stage);
    case 'staying':
      return only(staysGoingOn(actor, filters, now), 'stage = ?', figure.stage);
    case 'stuck':
      return only(
        staysGoingOn(actor, filters, now),
        "stage <> 'selected' AND days > ?",
        figure.days,
      );
    case 'hired':
      return hired(actor, filters);
    case 'filled':
      return filled(actor, filters);
    case 'work': {
      const { work, from, before, userId } = figure;
      const all = workOf(actor, filters, work, from, before);
      return userId === null ? all : only(all, 'user_id = ?', userId);
    }
    default:
      return assertNever(figure);
  }
}

const only = (
  { sql, params }: Selection,
  condition: string,
  ...values: readonly (string | number)[]
): Selection => ({
  sql: `SELECT * FROM (${sql}) WHERE ${condition}`,
  params: [...params, ...values],
});
