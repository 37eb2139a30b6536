import type { Resume } from '@/shared/domain/candidates/records';
import type { ResumeReading } from '@/shared/domain/reparse/records';
import type { Actor } from '@/shared/domain/workspace/records';

/**
 * Reads a stored résumé with the parser of today: from its original file, or from its stored text when the file cannot be
 * read any more. Rejects with the signal's reason when it aborts.
 */
export type ReadAnew = (resume: Resume, signal: AbortSignal) => Promise<ResumeReading>;

/**
 * Looks in the background at what a newer parser reads differently, and applies it; how it stands is in its row.
 * Errors (AppError): INVALID for a control the state does not allow.
 */
export interface ReparseRunner {
  /** Begins to look at all résumés read by an older parser; an earlier look is forgotten. */
  readonly start: (actor: Actor) => Promise<void>;
  /** Ends looking, and forgets what was found. While applying, stops; what was applied stays and can be taken back. */
  readonly stop: (actor: Actor) => Promise<void>;
  /** Begins to apply everything that a person has not left out, as one deed. */
  readonly applyAll: (actor: Actor) => Promise<void>;
}
