import { fileTypeFromBuffer } from 'file-type';
import { LIMITS } from './limits';
import { DOCX } from './office/extract-docx';
import { ODT } from './office/extract-odt';
import { corrupt, passwordProtected, ReadFailure } from './read-failure';
import { readZipDirectory } from './zip-directory';

const ACCEPTED = 'PDF, DOCX, DOC, ODT, RTF, TXT, HTML, EML, ZIP, PNG and JPEG';

/**
 * The media type of a file by its content; the name only decides between kinds of plain text. Throws UNSUPPORTED_TYPE,
 * EMPTY_FILE or what an office container turns out to be (encrypted, damaged).
 */
export async function detectType(bytes: Uint8Array, fileName: string): Promise<string> {
  if (bytes.length === 0)
    throw new ReadFailure(
      'EMPTY_FILE',
      'This file is empty. It may not have finished copying: ask for it again.',
    );
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096));
  const start = head.toString('latin1');
  if (start.slice(0, 1_024).includes('%PDF-')) return 'application/pdf';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return zipType(bytes);
  if (start.startsWith('\xd0\xcf\x11\xe0')) return oleType(bytes);
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(start)) return 'application/rtf';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  // A byte order mark is text, before anything else may take it for the sync bytes of a sound file.
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) return 'text/plain';
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  if (known !== undefined && !/xml|html|text/.test(known.mime))
    throw unsupported(known.ext.toUpperCase());
  if (isBinary(bytes)) throw unsupported(null);
  return textType(start, fileName);
}

function zipType(bytes: Uint8Array): string {
  const names = new Set(
    readZipDirectory(bytes, 'archive').map((entry) => entry.name.replace(/\\/g, '/')),
  );
  if (names.has('word/document.xml')) return DOCX;
  if (names.has('[Content_Types].xml')) {
    if ([...names].some((name) => name.startsWith('xl/'))) throw unsupported('Excel workbook');
    if ([...names].some((name) => name.startsWith('ppt/')))
      throw unsupported('PowerPoint presentation');
    return DOCX;
  }
  if (names.has('mimetype') && names.has('content.xml')) return ODT;
  if (names.has('META-INF/MANIFEST.MF')) throw unsupported('Java archive');
  return 'application/zip';
}

/** Old Office files name their main stream inside: Word's is WordDocument, an encrypted DOCX hides in EncryptedPackage. */
function oleType(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => buffer.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) throw passwordProtected('document');
  if (has('WordDocument')) return 'application/msword';
  if (has('Workbook')) throw unsupported('Excel workbook');
  if (has('PowerPoint Document')) throw unsupported('PowerPoint presentation');
  if (has('__substg1.0')) throw unsupported('Outlook message (MSG); save it as EML');
  throw corrupt('document');
}

/** Binary by its control bytes: real text of any encoding has next to none besides tabs and line ends. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8_192);
  // UTF-16 text has zero bytes in an even pattern; the reader of text decides.
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff))
    return false;
  let control = 0;
  let zero = 0;
  for (const byte of sample) {
    if (byte === 0) zero += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27)
      control += 1;
  }
  if (control > sample.length * 0.02) return true;
  return zero > sample.length * 0.1 && zero < sample.length * 0.4;
}

function textType(start: string, fileName: string): string {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  if (looksLikeMail(start, extension)) return 'message/rfc822';
  const head = start
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 1_024)
    .toLowerCase();
  if (
    /^<!doctype html|^<html|^<head|^<body/.test(head) ||
    (/^<[a-z!?]/.test(head) && /<(?:html|body|p|div|table|h1|ul)\b/.test(head))
  )
    return 'text/html';
  if (/^<!--/.test(head) && (extension === 'html' || extension === 'htm')) return 'text/html';
  return 'text/plain';
}

const MAIL_HEADER =
  /^(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to|x-[a-z-]+|content-type):/i;

function looksLikeMail(start: string, extension: string): boolean {
  const lines = start
    .replace(/^\xef\xbb\xbf/, '')
    .split(/\r?\n/)
    .slice(0, 60);
  if (!/^(?:From |[A-Za-z-]+:)/.test(lines[0] ?? '')) return false;
  const blank = lines.indexOf('');
  const headers = (blank < 0 ? lines : lines.slice(0, blank)).filter((line) =>
    MAIL_HEADER.test(line),
  ).length;
  const technical = lines.some((line) =>
    /^(?:mime-version|message-id|received|return-path|content-type):/i.test(line),
  );
  return headers >= (extension === 'eml' ? 2 : 3) && (technical || extension === 'eml');
}

const unsupported = (what: string | null): ReadFailure =>
  new ReadFailure(
    'UNSUPPORTED_TYPE',
    what === null
      ? `This is not a document. Longlist reads ${ACCEPTED}.`
      : `This is a file of a kind (${what}) that Longlist does not read. It reads ${ACCEPTED}.`,
  );

/** Bytes a file of this type may have. */
export const sizeLimit = (mediaType: string): number =>
  mediaType === 'application/zip' || mediaType === 'message/rfc822'
    ? LIMITS.containerBytes
    : LIMITS.fileBytes;
