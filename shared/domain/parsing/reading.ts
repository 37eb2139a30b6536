import type { CvLine } from './cv-lines';
import type { Note } from './decision';
import type { RightEdges } from './description';
import { evidenceOf } from './evidence';
import type { ExtractedDocument } from './extracted-document';
import type { TextField } from './parsed-resume';
import type { Section } from './sections';
import type { Span } from './spans';

/** What every field reader is given: the document, its lines and sections, and what is known of it so far. */
export interface Reading {
  readonly document: ExtractedDocument;
  readonly text: string;
  readonly lines: readonly CvLine[];
  readonly sections: readonly Section[];
  readonly edges: RightEdges;
  readonly now: Date;
  /** Readers tell here why they chose what they chose; null while nobody asks. */
  readonly note: Note | null;
}

/** A value as it stands in the text. */
export const fieldOf = (
  reading: Reading,
  span: Span,
  confidence: number,
  value = span.text,
): TextField => ({
  value,
  confidence: roundConfidence(confidence),
  evidence: evidenceOf(reading.document, span.start, span.end),
});

/** Confidence kept to two decimals within 0..1, so that the same CV gives the same digits everywhere. */
export const roundConfidence = (value: number): number =>
  Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** Offset behind the last line that is read. */
export const textLimit = (reading: Reading): number => reading.lines.at(-1)?.end ?? 0;
