import CFB from 'cfb';
import iconv from 'iconv-lite';
import { DocumentBuilder } from '../document-builder';
import { corrupt, passwordProtected } from '../read-failure';
import type { TextExtractor } from '../text-extractor';
import { addWordText } from './word-characters';

const EXTRACTOR = { name: 'doc', version: '1' } as const;
const KIND = 'Word 97–2003 document';
/** Documents from Word 97 on keep their text in pieces; before it the text is one run of bytes. */
const WORD_97 = 193;

/**
 * Reads DOC (Word 6 to 2003) by its piece table, as [MS-DOC] 2.4.1 describes: text, headers and text boxes. Formatting is not
 * read: neither size nor weight is known.
 */
export const docExtractor: TextExtractor = {
  mediaTypes: ['application/msword'],
  extract: async (bytes) => {
    const { main, table } = readStreams(bytes);
    const builder = new DocumentBuilder();
    const story = main.readUInt16LE(2) < WORD_97 ? plainText(main) : piecesText(main, table);
    for (const line of new Set(story.headers.split('\r'))) addWordText(builder, line, 'header');
    addWordText(builder, story.body, 'body');
    addWordText(builder, story.boxes, 'body');
    return builder.finish('application/msword', EXTRACTOR);
  },
};

interface Story {
  readonly body: string;
  readonly headers: string;
  readonly boxes: string;
}

function readStreams(bytes: Uint8Array): { readonly main: Buffer; readonly table: Buffer | null } {
  let container: CFB.CFB$Container;
  try {
    container = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: 'buffer',
    });
  } catch {
    throw corrupt(KIND);
  }
  const stream = (name: string): Buffer | null => {
    const content = CFB.find(container, name)?.content;
    return content === undefined ? null : Buffer.from(content);
  };
  const main = stream('/WordDocument');
  if (main === null || main.length < 0x60) throw corrupt(KIND);
  const flags = main.readUInt16LE(0x0a);
  if ((flags & 0x0100) !== 0) throw passwordProtected(KIND);
  return { main, table: stream((flags & 0x0200) !== 0 ? '/1Table' : '/0Table') };
}

function plainText(main: Buffer): Story {
  const from = main.readUInt32LE(0x18);
  const to = main.readUInt32LE(0x1c);
  if (from >= to || to > main.length) throw corrupt(KIND);
  return { body: iconv.decode(main.subarray(from, to), 'windows-1252'), headers: '', boxes: '' };
}

function piecesText(main: Buffer, table: Buffer | null): Story {
  if (table === null || main.length < 0x1aa) throw corrupt(KIND);
  const clxAt = main.readUInt32LE(0x1a2);
  const clxLength = main.readUInt32LE(0x1a6);
  if (clxAt + clxLength > table.length) throw corrupt(KIND);
  const text = readPieces(main, table.subarray(clxAt, clxAt + clxLength));
  // Lengths in characters of the stories, which follow one another: body, footnotes, headers, (macros,) comments, endnotes, boxes.
  const length = (offset: number): number => main.readUInt32LE(offset);
  const body = length(0x4c);
  const headersAt = body + length(0x50);
  const headers = length(0x54);
  const boxesAt = headersAt + headers + length(0x58) + length(0x5c) + length(0x60);
  return {
    body: text.slice(0, body),
    headers: text.slice(headersAt, headersAt + headers),
    boxes: text.slice(boxesAt, boxesAt + length(0x64)),
  };
}

/** The piece table: where each stretch of characters stands, and whether it is Windows-1252 or UTF-16. */
function readPieces(main: Buffer, clx: Buffer): string {
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (at + 5 > clx.length || clx[at] !== 2) throw corrupt(KIND);
  const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  let text = '';
  for (let index = 0; index < count; index += 1) {
    const characters = plc.readUInt32LE((index + 1) * 4) - plc.readUInt32LE(index * 4);
    const position = plc.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    if (characters <= 0) continue;
    const narrow = (position & 0x4000_0000) !== 0;
    const start = narrow ? (position & 0x3fff_ffff) >>> 1 : position & 0x3fff_ffff;
    const end = start + characters * (narrow ? 1 : 2);
    if (end > main.length) throw corrupt(KIND);
    const piece = main.subarray(start, end);
    text += narrow ? iconv.decode(piece, 'windows-1252') : piece.toString('utf16le');
  }
  return text;
}
