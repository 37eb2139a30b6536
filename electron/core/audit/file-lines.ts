import { createReadStream } from 'node:fs';

/** Longer than any entry with its hashes: 60 KB of sealed text, as base64, and names of fields. */
export const LONGEST_LINE = 1024 * 1024;

const NEWLINE = 10;
const RETURN = 13;
const BOM = Buffer.from('\ufeff');

/**
 * The lines of a file, without their ends, however big it is; null for one that is too long, after which nothing comes. A byte order mark
 * and a carriage return before the end of a line are no part of it: mail and editors put them there.
 */
export async function* fileLines(file: string): AsyncGenerator<Buffer | null, void, void> {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 1024 * 1024 });
  for await (const chunk of chunks) {
    let bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (isFirst && bytes.length >= BOM.length) {
      if (bytes.subarray(0, BOM.length).equals(BOM)) bytes = bytes.subarray(BOM.length);
      isFirst = false;
    }
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      if (end - from > LONGEST_LINE) return yield null;
      yield withoutReturn(bytes.subarray(from, end));
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > LONGEST_LINE) return yield null;
  }
  if (rest.length > 0) yield withoutReturn(rest);
}

const withoutReturn = (line: Buffer): Buffer =>
  line.at(-1) === RETURN ? line.subarray(0, -1) : line;
