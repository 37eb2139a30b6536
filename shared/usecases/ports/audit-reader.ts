import type { ChainBreak, ChainPlace } from '@/shared/domain/audit/verify';
import type {
  AuditDetail,
  AuditFilters,
  AuditListRequest,
  AuditPage,
} from '@/shared/domain/audit/views';
import type { Actor } from '@/shared/domain/workspace/records';

export interface VerifyStep {
  readonly at: ChainPlace;
  readonly broken: ChainBreak | null;
  /** There are no more entries. */
  readonly done: boolean;
  /** When the last entry looked at was made. */
  readonly lastAt: string | null;
}

export interface ExportStretch {
  /** Lines of the export, each with its end. */
  readonly text: string;
  /** The last entry that is in it. */
  readonly last: number;
}

/** The log of what was done, on a query thread: it grows without end. */
export interface AuditReader {
  /** Newest first. Names are those of today, and only of records that the actor reaches. */
  readonly list: (actor: Actor, request: AuditListRequest) => Promise<AuditPage>;
  /** Null when there is no such entry. */
  readonly entry: (actor: Actor, seq: number) => Promise<AuditDetail | null>;
  /** Checks the next entries of the chain. Repeated until it is done or broken. */
  readonly verify: (from: ChainPlace | null, limit: number) => Promise<VerifyStep>;
  /** How many entries up to `until` the filters leave. */
  readonly count: (filters: AuditFilters, until: number) => Promise<number>;
  /** The next lines of an export; those that the filters leave out as their digests. */
  readonly stretch: (request: {
    readonly format: 'jsonl' | 'csv';
    readonly filters: AuditFilters;
    readonly after: number;
    readonly until: number;
    readonly limit: number;
  }) => Promise<ExportStretch>;
}
