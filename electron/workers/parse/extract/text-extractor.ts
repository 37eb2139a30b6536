import type { ExtractedDocument } from '@/shared/domain/parsing/extracted-document';
import type { ContainerEntry, ParseFailure } from '@/shared/usecases/ports/parser';
import type { OcrReader } from './ocr/ocr-reader';

/** What a reader may use besides the file's bytes. */
export interface ExtractContext {
  /** The name a person knows the file by; never used as a path. */
  readonly fileName: string;
  readonly pdfResourcesDir: string;
  readonly ocr: OcrReader;
  /** Called before OCR starts, with the number of pages or images that will be read so. */
  readonly expectOcr: (pages: number) => void;
}

/** One reader a format. Throws `ReadFailure` for what a file contains. */
export interface TextExtractor {
  readonly mediaTypes: readonly string[];
  readonly extract: (bytes: Uint8Array, context: ExtractContext) => Promise<ExtractedDocument>;
}

/** The entries of an archive or e-mail, written out one by one under names of our own. */
export interface UnpackedContainer {
  readonly entries: readonly ContainerEntry[];
  readonly skipped: readonly { readonly name: string; readonly failure: ParseFailure }[];
}
