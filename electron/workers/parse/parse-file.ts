import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ExtractedDocument } from '@/shared/domain/parsing/extracted-document';
import { parseResume } from '@/shared/domain/parsing/parse-resume';
import type { ParseOutcome, ParseRequest } from '@/shared/usecases/ports/parser';
import { detectType, sizeLimit } from './extract/detect-type';
import { extractorFor } from './extract/extractors';
import { LIMITS } from './extract/limits';
import type { TesseractOcr } from './extract/ocr/tesseract-reader';
import { asFailure, ReadFailure } from './extract/read-failure';
import { readMail } from './extract/read-mail';
import { unpackZip } from './extract/unpack-zip';
import { readTable } from './table/read-table';

export interface ParseFileDeps {
  readonly pdfResourcesDir: string;
  readonly ocr: TesseractOcr;
  readonly now: Date;
  readonly expectOcr: (pages: number) => void;
}

/** One file → one outcome. What a file contains never makes this throw. */
export async function parseFile(request: ParseRequest, deps: ParseFileDeps): Promise<ParseOutcome> {
  try {
    if (request.table === true) {
      return await readTable(readWithin(request.path, LIMITS.fileBytes), request.stagingDir);
    }
    const bytes = readWithin(request.path, LIMITS.containerBytes);
    const mediaType = await detectType(bytes, request.fileName);
    if (bytes.length > sizeLimit(mediaType)) throw tooLarge(bytes.length, sizeLimit(mediaType));
    if (mediaType === 'application/zip')
      return { kind: 'container', mediaType, ...(await unpackZip(bytes, request.stagingDir)) };
    if (mediaType === 'message/rfc822') {
      const mail = await readMail(bytes, request.stagingDir);
      return mail.kind === 'container'
        ? { kind: 'container', mediaType, ...mail.container }
        : understood(mail.document, deps.now);
    }
    const extractor = extractorFor(mediaType);
    if (extractor === undefined)
      throw new ReadFailure('UNSUPPORTED_TYPE', 'Longlist does not read this kind of file.');
    const document = await extractor.extract(bytes, {
      fileName: request.fileName,
      pdfResourcesDir: deps.pdfResourcesDir,
      ocr: deps.ocr.reader(request.ocrLanguages),
      expectOcr: deps.expectOcr,
    });
    return understood(document, deps.now);
  } catch (error) {
    return { kind: 'failed', failure: asFailure(error) };
  }
}

const understood = (document: ExtractedDocument, now: Date): ParseOutcome => ({
  kind: 'document',
  document,
  resume: parseResume(document, { now }),
  mediaType: document.mediaType,
});

/**
 * Reads a file whole, its size looked at first. A file that cannot be opened or shrinks meanwhile is UNREADABLE. Without a promise:
 * this process has nothing else to do, and each step through the pool of threads costs more than the step.
 */
function readWithin(path: string, limit: number): Uint8Array {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    if (size > limit) throw tooLarge(size, limit);
    const buffer = Buffer.allocUnsafeSlow(size);
    let at = 0;
    while (at < size) {
      const bytesRead = readSync(file, buffer, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    // A plain view: some readers slice, and a Buffer's slice shares its memory.
    return new Uint8Array(buffer.buffer, buffer.byteOffset, at);
  } catch (error) {
    throw error instanceof ReadFailure ? error : unreadable(error);
  } finally {
    if (file !== null) closeSync(file);
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;

const tooLarge = (bytes: number, limit: number): ReadFailure =>
  new ReadFailure(
    'TOO_LARGE',
    `This file has ${megabytes(bytes)} and Longlist reads up to ${megabytes(limit)}. Save a smaller copy and import that.`,
  );

function unreadable(error: unknown): ReadFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new ReadFailure(
    'UNREADABLE',
    `The file could not be opened (${code}). Check that it is still there and may be read, then retry.`,
  );
}
