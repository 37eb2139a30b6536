import chardet from 'chardet';
import iconv from 'iconv-lite';
import { rangesBetweenGaps } from '@/shared/domain/parsing/wide-gaps';
import { DocumentBuilder } from './document-builder';
import type { TextExtractor } from './text-extractor';

const EXTRACTOR = { name: 'text', version: '2' } as const;

/** Plain text in any encoding: a byte order mark decides, then UTF-8 if the bytes are valid UTF-8, then a statistical guess. */
export const textExtractor: TextExtractor = {
  mediaTypes: ['text/plain'],
  extract: async (bytes) => {
    const builder = new DocumentBuilder();
    addPlainText(builder, decodeText(bytes));
    return builder.finish('text/plain', EXTRACTOR);
  },
};

/** Adds text line by line, keeping one blank line where there are some. */
export function addPlainText(builder: DocumentBuilder, text: string): void {
  for (const line of text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)) {
    if (line.trim() === '') builder.addBlank();
    else
      for (const [start, end] of rangesBetweenGaps(line))
        builder.addLine({ text: line.slice(start, end) });
  }
}

/** Bytes → text. Never throws: what cannot be decoded becomes U+FFFD. `declared` is a character set named by the file. */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf)
    return buffer.toString('utf8', 3);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.toString('utf16le', 2);
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return iconv.decode(buffer.subarray(2), 'utf-16be');
  const wide = wideWithoutMark(buffer);
  if (wide !== null) return iconv.decode(buffer, wide);
  if (isUtf8(buffer)) return repairMojibake(buffer.toString('utf8'));
  if (declared !== undefined && iconv.encodingExists(declared))
    return iconv.decode(buffer, declared);
  const guessed = chardet.detect(buffer.subarray(0, 100_000)) ?? 'windows-1252';
  // Latin-1 on the web and on disk is Windows-1252: the same letters, and quotes and dashes where the other has controls.
  const encoding = /^(iso-8859-1|ascii|utf-8|iso-8859-15)$/i.test(guessed)
    ? 'windows-1252'
    : guessed;
  return iconv.decode(buffer, iconv.encodingExists(encoding) ? encoding : 'windows-1252');
}

function isUtf8(buffer: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(buffer);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: nearly every second byte of Western text is zero. */
function wideWithoutMark(buffer: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = buffer.subarray(0, 2_000);
  if (sample.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1)
    if (sample[index] === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be';
  return null;
}

const MOJIBAKE =
  /Ã[\u0080-\u00bf\u2018-\u203a\u0152-\u017e]|â€[\u0080-\u00bf\u2018-\u203a\u0152-\u0178™œž]|Â[\u00a0-\u00bf]/g;

/** UTF-8 that was once read as Windows-1252 and saved (`MÃ¼ller`): turned back where that gives valid UTF-8 throughout. */
function repairMojibake(text: string): string {
  const signs = text.match(MOJIBAKE);
  if (signs === null || signs.length < 2) return text;
  const bytes = iconv.encode(text, 'windows-1252');
  // A character that Windows-1252 has not is written as "?": then the text was not what it seemed.
  if (iconv.decode(bytes, 'windows-1252') !== text) return text;
  return isUtf8(bytes) ? bytes.toString('utf8') : text;
}
