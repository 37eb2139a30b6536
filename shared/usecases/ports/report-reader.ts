import type {
  BehindRequest,
  FigureRow,
  Report,
  ReportFilters,
} from '@/shared/domain/reports/figures';
import type { Actor } from '@/shared/domain/workspace/records';

/** Figures over applications, and the lists behind them. Both are of what the actor reaches: a figure and its list never disagree. */
export interface ReportReader {
  readonly report: (actor: Actor, filters: ReportFilters) => Promise<Report>;
  /** What a figure counts, newest first. */
  readonly behind: (
    actor: Actor,
    request: BehindRequest,
  ) => Promise<{ readonly rows: readonly FigureRow[]; readonly total: number }>;
}
