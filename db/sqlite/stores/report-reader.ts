import { OPEN_STAGES, STAGES } from '@/shared/domain/pipeline/board';
import { REJECT_REASONS, WITHDRAW_REASONS } from '@/shared/domain/pipeline/records';
import { CANDIDATE_SOURCES } from '@/shared/domain/candidates/records';
import {
  daysOf,
  type FigureRow,
  type Report,
  type ReportFilters,
  WORK_KINDS,
  type WorkKind,
} from '@/shared/domain/reports/figures';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Clock, nowIso } from '@/shared/kit/clock';
import type { ReportReader } from '@/shared/usecases/ports/report-reader';
import type { Sqlite } from '../connection';
import { guarded } from '../errors';
import { type Statements, statementsOf } from '../statements';
import {
  cohort,
  firstEdge,
  lastEdge,
  type Selection,
  selectionOf,
  staysEnded,
  staysGoingOn,
  workOf,
} from './report-selections';

/** Reads reports. The casts in this file name the columns their statements select. */
export function createReportReader(db: Sqlite, { clock }: { readonly clock: Clock }): ReportReader {
  const sql = statementsOf(db);
  return {
    // One transaction: all figures of a report are of one moment.
    report: async (actor, filters) =>
      guarded(() => db.transaction(() => readReport(sql, actor, filters, nowIso(clock)))()),
    behind: async (actor, { filters, figure, offset, limit }) =>
      guarded(() =>
        db.transaction(() => {
          const selection = selectionOf(actor, filters, figure, nowIso(clock));
          return {
            rows: rowsOf(sql, selection, offset, limit),
            total: countOf(sql, selection),
          };
        })(),
      ),
  };
}

function readReport(sql: Statements, actor: Actor, filters: ReportFilters, now: string): Report {
  const began = cohort(actor, filters);
  const reached = groups(sql, began, ['source', 'reached']);
  const stages = groups(sql, began, ['stage']);
  const rejected = groups(sql, began, ['stage', 'rejected_reason']);
  const withdrawn = groups(sql, began, ['stage', 'withdrawn_reason']);
  const cameTo = (at: number, source: string | null): number =>
    sumOf(reached, ([of, far]) => Number(far) >= at && (source === null || of === source));
  const ended = durations(sql, staysEnded(actor, filters));
  const goingOn = durations(sql, staysGoingOn(actor, filters, now));
  const daysOfFigure = (kind: 'hired' | 'filled') =>
    daysOf([...durations(sql, selectionOf(actor, filters, { kind }, now)).values()].flat());
  return {
    funnel: OPEN_STAGES.map((stage, at) => ({ stage, reached: cameTo(at, null) })),
    standing: STAGES.map((stage) => ({
      stage,
      count: sumOf(stages, ([of]) => of === stage),
    })),
    rejected: REJECT_REASONS.map((reason) => ({
      reason,
      count: sumOf(rejected, ([of, why]) => of === 'rejected' && why === reason),
    })).filter(({ count }) => count > 0),
    withdrawn: WITHDRAW_REASONS.map((reason) => ({
      reason,
      count: sumOf(withdrawn, ([of, why]) => of === 'withdrawn' && why === reason),
    })).filter(({ count }) => count > 0),
    sources: CANDIDATE_SOURCES.map((source) => ({
      source,
      reached: OPEN_STAGES.map((_, at) => cameTo(at, source)),
    })).filter(({ reached: counts }) => (counts[0] ?? 0) > 0),
    inStage: OPEN_STAGES.map((stage) => ({
      stage,
      left: daysOf(ended.get(stage) ?? []),
      staying: daysOf(goingOn.get(stage) ?? []),
    })),
    timeToHire: daysOfFigure('hired'),
    timeToFill: daysOfFigure('filled'),
    work: workByPerson(sql, actor, filters),
    trend: filters.edges
      .slice(0, -1)
      .map((from, at) => trendOf(sql, actor, filters, from, filters.edges[at + 1] ?? from)),
  };
}

function workByPerson(sql: Statements, actor: Actor, filters: ReportFilters): Report['work'] {
  const people = new Map<string, Record<WorkKind, number>>();
  for (const kind of WORK_KINDS) {
    const all = workOf(actor, filters, kind, firstEdge(filters), lastEdge(filters));
    for (const { keys, count } of groups(sql, all, ['user_id'])) {
      const userId = String(keys[0]);
      const counts = people.get(userId) ?? nothingDone();
      counts[kind] = count;
      people.set(userId, counts);
    }
  }
  const nameOf = (id: string): string => {
    const name = sql('SELECT name FROM user WHERE id = ?').pluck().get(id);
    return typeof name === 'string' ? name : '';
  };
  return [...people]
    .map(([userId, counts]) => ({ userId, name: nameOf(userId), counts }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.userId < b.userId ? -1 : 1));
}

function trendOf(
  sql: Statements,
  actor: Actor,
  filters: ReportFilters,
  from: string,
  before: string,
): Report['trend'][number] {
  const counts = nothingDone();
  for (const kind of WORK_KINDS) {
    counts[kind] = countOf(sql, workOf(actor, filters, kind, from, before));
  }
  return counts;
}

const nothingDone = (): Record<WorkKind, number> => ({
  added: 0,
  forward: 0,
  submitted: 0,
  rejected: 0,
  withdrawn: 0,
  hired: 0,
  notes: 0,
  cvs: 0,
});

interface Group {
  readonly keys: readonly (string | number | null)[];
  readonly count: number;
}

function groups(sql: Statements, selection: Selection, by: readonly string[]): readonly Group[] {
  const columns = by.join(', ');
  const rows = sql(`SELECT ${columns}, count(*) FROM (${selection.sql}) GROUP BY ${columns}`)
    .raw()
    .all(...selection.params) as readonly (readonly (string | number | null)[])[];
  return rows.map((row) => ({ keys: row.slice(0, -1), count: Number(row.at(-1)) }));
}

const sumOf = (list: readonly Group[], of: (keys: Group['keys']) => boolean): number =>
  list.reduce((sum, { keys, count }) => sum + (of(keys) ? count : 0), 0);

/** Days by stage. */
function durations(sql: Statements, selection: Selection): ReadonlyMap<string | null, number[]> {
  const found = new Map<string | null, number[]>();
  const rows = sql(`SELECT stage, days FROM (${selection.sql})`)
    .raw()
    .all(...selection.params) as readonly (readonly [string | null, number])[];
  for (const [stage, days] of rows) {
    const list = found.get(stage);
    if (list === undefined) found.set(stage, [days]);
    else list.push(days);
  }
  return found;
}

const countOf = (sql: Statements, { sql: text, params }: Selection): number =>
  Number(
    sql(`SELECT count(*) FROM (${text})`)
      .pluck()
      .get(...params),
  );

const rowsOf = (
  sql: Statements,
  { sql: text, params }: Selection,
  offset: number,
  limit: number,
): readonly FigureRow[] =>
  sql(
    `SELECT s.id, s.candidate_id AS "candidateId", c.name AS "candidateName", s.job_id AS "jobId", j.title AS "jobTitle",
       s.stage, s.at, round(s.days, 1) AS days
     FROM (${text}) s LEFT JOIN candidate c ON c.id = s.candidate_id LEFT JOIN job j ON j.id = s.job_id
     ORDER BY s.at DESC, s.id LIMIT ? OFFSET ?`,
  ).all(...params, limit, offset) as readonly FigureRow[];
