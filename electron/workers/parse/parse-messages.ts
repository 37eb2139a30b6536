import type { ParseOutcome, ParseRequest } from '@/shared/usecases/ports/parser';

/** What a parse process needs to know before its first file; it has no environment and guesses nothing. */
export interface ParseSettings {
  /** Folder that holds pdf.js's `standard_fonts/`, `cmaps/` and `wasm/`, absolute. */
  readonly pdfResourcesDir: string;
  /** Folders searched in order for `<language>.traineddata.gz`, absolute. */
  readonly ocrDataDirs: readonly string[];
  /** Resident bytes above which the process ends itself with SIGKILL. */
  readonly memoryLimitBytes: number;
  /** The same while a file is read by OCR; twice the other where not given. */
  readonly ocrMemoryLimitBytes?: number;
  /** Answers carry the place of every word, also of those no field was read from: to look at how a file was read. */
  readonly everyPlace?: boolean;
}

/** Core → parse process. One `start` first, then one `parse` at a time. */
export type ToParser =
  | { readonly type: 'start'; readonly settings: ParseSettings }
  | {
      readonly type: 'parse';
      readonly id: number;
      readonly request: ParseRequest;
      /** Epoch milliseconds: the day that "present" means in a résumé. */
      readonly now: number;
      /** CPU that the file may use; the process ends itself beyond. */
      readonly cpuMs: number;
    };

/** Parse process → core. */
export type FromParser =
  /** Modules are loaded; the first file will not wait for them. */
  | { readonly type: 'ready' }
  /** The file turned out to need OCR: it has this much CPU from now on. */
  | { readonly type: 'budget'; readonly id: number; readonly cpuMs: number }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly outcome: ParseOutcome;
      /** Resident bytes after the file, by which the pool decides to start the process afresh. */
      readonly residentBytes: number;
    };
