import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  contentKeyIn,
  HEADER_BYTES,
  openBytes,
  openContent,
  openPieces,
  SealBroken,
  Sealer,
  sealBytes,
  sealOf,
} from './sealed-file';

const KEY = randomBytes(32);
const PIECE = 64 * 1024;

describe('a sealed file', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-sealed-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7])(
    'of %i bytes opens as it was, at once, in pieces, and with the key of itself alone',
    async (length) => {
      const content = randomBytes(length);
      const sealer = new Sealer(KEY);
      const parts = [sealer.header];
      for (let at = 0; at < length; at += 10_000) {
        // The caller's buffer is used again.
        const buffer = Buffer.from(content.subarray(at, at + 10_000));
        parts.push(Buffer.from(sealer.push(buffer)));
        buffer.fill(0);
      }
      parts.push(sealer.end());
      const sealed = Buffer.concat(parts);
      if (length > 20) expect(sealed.includes(content.subarray(0, 20))).toBe(false);
      expect(openBytes(KEY, sealed).equals(content)).toBe(true);
      const place = { path: path.join(dir, 'file'), key: KEY };
      writeFileSync(place.path, sealed);
      const pieces: Buffer[] = [];
      for await (const piece of openPieces(place)) pieces.push(piece);
      expect(Buffer.concat(pieces).equals(content)).toBe(true);
      const own = await contentKeyIn(place);
      expect(openContent(own ?? KEY, sealed).equals(content)).toBe(true);
      expect(() => openContent(own ?? KEY, sealBytes(KEY, content))).toThrow(SealBroken);
    },
  );

  it('does not open when a bit is flipped, pieces are exchanged, repeated or cut off, or the key is another', () => {
    const content = randomBytes(3 * PIECE);
    const sealed = sealBytes(KEY, content);
    const step = PIECE + 16;
    const piece = (n: number): Buffer =>
      sealed.subarray(HEADER_BYTES + n * step, HEADER_BYTES + (n + 1) * step);
    const header = sealed.subarray(0, HEADER_BYTES);
    for (const at of [9, 15, 25, HEADER_BYTES, HEADER_BYTES + step, sealed.length - 1]) {
      const flipped = Buffer.from(sealed);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(() => openBytes(KEY, flipped)).toThrow(SealBroken);
    }
    for (const other of [
      [piece(1), piece(0), piece(2)],
      [piece(0), piece(0), piece(2)],
      [piece(0), piece(1)],
      [piece(0), piece(1), piece(2), piece(2)],
      [],
    ]) {
      expect(() => openBytes(KEY, Buffer.concat([header, ...other]))).toThrow(SealBroken);
    }
    expect(() => openBytes(KEY, sealed.subarray(0, 20))).toThrow(SealBroken);
    expect(() => openBytes(randomBytes(32), sealed)).toThrow(SealBroken);
  });

  it('is told from one in clear and from one of another key by its beginning', () => {
    const sealed = sealBytes(KEY, Buffer.from('hello'));
    expect(sealOf(KEY, sealed)).toBe('this-key');
    expect(sealOf(randomBytes(32), sealed)).toBe('another-key');
    expect(sealOf(KEY, Buffer.from('%PDF-1.7 '.repeat(20)))).toBe('plain');
    expect(sealOf(KEY, Buffer.from('LLSEALED'))).toBe('plain');
    expect(sealBytes('plain', Buffer.from('as it is')).toString()).toBe('as it is');
  });
});
