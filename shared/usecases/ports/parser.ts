import type { ExtractedDocument } from '@/shared/domain/parsing/extracted-document';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';

/** Why a file could not be read. Stable: screens and the command line show a sentence for each. */
export const PARSE_FAILURES = [
  'UNSUPPORTED_TYPE',
  'EMPTY_FILE',
  'TOO_LARGE',
  'TOO_MANY_PAGES',
  'PASSWORD_PROTECTED',
  'CORRUPT',
  'NO_TEXT',
  'ARCHIVE_BOMB',
  'UNSAFE_CONTENT',
  'TIMEOUT',
  'OUT_OF_MEMORY',
  'CRASHED',
  'UNREADABLE',
  'OCR_LANGUAGE_MISSING',
] as const;
export type ParseFailureCode = (typeof PARSE_FAILURES)[number];

export interface ParseFailure {
  readonly code: ParseFailureCode;
  /** One sentence: what is wrong and what to do. */
  readonly message: string;
}

export interface ParseRequest {
  /** Absolute path of the file to read; the parser opens it read-only. */
  readonly path: string;
  /** Opens that file when it is one that Longlist keeps encrypted; null or nothing for one in clear. */
  readonly contentKey?: Uint8Array | null;
  /** The name a person knows the file by (a hint for the type; content decides). */
  readonly fileName: string;
  /** Tesseract language codes for pages without text, e.g. `['eng', 'deu']`. */
  readonly ocrLanguages: readonly string[];
  /** Folder into which the entries of an archive or e-mail are written under names of our own. */
  readonly stagingDir: string;
  /** What they are encrypted with there; nothing: not at all. */
  readonly stagingKey?: Uint8Array | null;
  /**
   * The file is a table of people (XLSX, JSON Resume, vCard) and no CV: its sheets are the entries of a container, a line of JSON each
   * row (`TableLine`).
   */
  readonly table?: boolean;
  /** Epoch milliseconds of the day that "present" means; now when not given. A file read anew keeps the day it came. */
  readonly now?: number;
}

export interface ContainerEntry {
  /** Name inside the container, for showing only: never used as a path. */
  readonly name: string;
  readonly stagedPath: string;
  readonly bytes: number;
}

export type ParseOutcome =
  | {
      readonly kind: 'document';
      readonly document: ExtractedDocument;
      readonly resume: ParsedResume;
      readonly mediaType: string;
    }
  /** A ZIP, or an e-mail with CVs attached: each entry is a file of its own. */
  | {
      readonly kind: 'container';
      readonly mediaType: string;
      readonly entries: readonly ContainerEntry[];
      /** Entries passed over, with the reason (directories and system files are not listed). */
      readonly skipped: readonly { readonly name: string; readonly failure: ParseFailure }[];
    }
  | { readonly kind: 'failed'; readonly failure: ParseFailure };

/** A CV as it can be shown safely in the window: text lines with offsets into the résumé's text. */
export interface Parser {
  /**
   * Reads one file in a child process with a wall clock and a memory limit.
   * Never rejects for what a file contains; rejects with AbortError when `signal` aborts (the child is killed).
   */
  readonly parse: (request: ParseRequest, signal: AbortSignal) => Promise<ParseOutcome>;
  readonly close: () => Promise<void>;
}
