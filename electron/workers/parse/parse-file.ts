import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ExtractedDocument } from '@/shared/domain/parsing/extracted-document';
import { parseResume } from '@/shared/domain/parsing/parse-resume';
import type { ParseOutcome, ParseRequest } from '@/shared/usecases/ports/parser';
import { openContent } from '@/electron/core/keys/sealed-file';
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
  const staged = { path: request.stagingDir, key: request.stagingKey ?? 'plain' } as const;
  try {
    if (request.table === true) {
      return await readTable(readWithin(request, LIMITS.fileBytes), staged);
    }
    const bytes = readWithin(request, LIMITS.containerBytes);
    const mediaType = await detectType(bytes, request.fileName);
    if (bytes.length > sizeLimit(mediaType)) throw tooLarge(bytes.length, sizeLimit(mediaType));
    if (mediaType === 'application/zip')
      return { kind: 'container', mediaType, ...(await unpackZip(bytes, staged)) };
    if (mediaType === 'message/rfc822') {
      const mail = await readMail(bytes, staged);
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
function readWithin({ path, contentKey }: ParseRequest, allowed: number): Uint8Array {
  const isSealed = contentKey !== null && contentKey !== undefined;
  // Sealing adds a little to every piece.
  const limit = isSealed ? Math.ceil(allowed * 1.001) + 1024 : allowed;
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
    if (isSealed) return plainView(openContent(contentKey, buffer.subarray(0, at)));
    return plainView(buffer.subarray(0, at));
  } catch (error) {
    throw error instanceof ReadFailure ? error : unreadable(error);
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Some readers slice, and a Buffer's slice shares its memory; and one out of the pool shares it with others. */
const plainView = (buffer: Buffer): Uint8Array =>
  buffer.buffer.byteLength === buffer.length || buffer.length > 64 * 1024
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length)
    : new Uint8Array(buffer);

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
