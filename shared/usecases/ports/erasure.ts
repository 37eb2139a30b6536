import type { Erasure } from '@/shared/domain/privacy/records';
import type { Id } from '@/shared/kit/ids';

/**
 * Somebody whose records go with a commit, with no way back: the candidate, everybody merged into them, and what the history, the index
 * and others' rows say of them. Made anonymous, what figures are counted from stays.
 */
export interface ErasureOrder {
  readonly candidateId: Id;
  readonly kind: Erasure['kind'];
}

/** A keyed hash of what somebody would be known again by. The key never leaves the workspace. */
export type Fingerprint = (text: string) => string;

/** What an erasure leaves outside the database: original files, what was staged, and pages that held the rows. */
export interface Traces {
  /**
   * Writes down which files will have to go, and for which applications these people may have said something of themselves, before the
   * rows that name them go: an end in between is made good at the next start. Errors: STORAGE_UNAVAILABLE.
   */
  readonly begin: (files: readonly string[], candidateIds: readonly Id[]) => Promise<void>;
  /** Removes files that nobody's résumé holds any more and what was said for applications that are erased, and overwrites what the database let go of. Does so again after a crash. */
  readonly finish: () => Promise<void>;
}
