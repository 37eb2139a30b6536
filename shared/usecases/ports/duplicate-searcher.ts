import type { Actor } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';

/** A search for duplicates, the one at work or the last one of this start of Longlist. */
export interface DuplicateSearch {
  readonly state: 'none' | 'running' | 'done' | 'stopped' | 'failed';
  /** Everybody was compared with everybody; else those who came or changed with an import. */
  readonly whole: boolean;
  /** The share of the work that is done, 0 to 1. */
  readonly done: number;
  /** Pairs that were not known before. */
  readonly found: number;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** Why it failed, for a person. */
  readonly error: string | null;
}

/** Searches for duplicates in the background, one search at a time. Nothing is kept of a search that was stopped but the pairs it found. */
export interface DuplicateSearcher {
  readonly status: () => DuplicateSearch;
  /** Compares everybody. Errors (AppError): INVALID while a whole search is at work. */
  readonly start: (actor: Actor) => Promise<void>;
  readonly stop: () => Promise<void>;
}
