import type { Evidence } from '@/shared/domain/parsing/parsed-resume';

/** The place in the CV a person asked to see. A new object each time, so that asking again scrolls there again. */
export interface EvidenceTarget {
  readonly resumeId: string;
  readonly evidence: Evidence;
  /** What the place says, for screen readers. */
  readonly label: string;
}

/** What is shown: the file as it looks, or the text that was read from it. */
export type ViewMode = 'original' | 'text';
