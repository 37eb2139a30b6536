import type { CvLine } from './cv-lines';
import type { DateRange } from './dates';
import type { EntryLabel } from './entry-labels';
import type { Span } from './spans';

/** A job or a course of study before its words are told apart. */
export interface RawEntry {
  /** Offsets are into the document's text. */
  readonly dates: DateRange | null;
  /** The words of its head, line by line, without dates. */
  readonly head: readonly HeadLine[];
  readonly labelled: ReadonlyMap<EntryLabel, Span>;
  readonly body: readonly CvLine[];
  /** From its first line to its last. */
  readonly start: number;
  readonly end: number;
}

export interface HeadLine {
  readonly line: CvLine;
  readonly segments: readonly Span[];
  /** Lines below the line of the dates; negative above it. */
  readonly offset: number;
  /** What a label before the words says they are. */
  readonly label: EntryLabel | null;
}
