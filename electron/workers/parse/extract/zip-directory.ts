import { inflateRawSync } from 'node:zlib';
import { LIMITS } from './limits';
import { corrupt, passwordProtected, ReadFailure } from './read-failure';

export interface ZipEntry {
  /** As written in the archive: for showing only, never a path. */
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly encrypted: boolean;
  readonly method: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** Id of the extra field that holds what does not fit into four bytes. */
const EXTRA_64 = 1;
/** Stands in a field of four bytes for a value kept in the extra field. */
const ELSEWHERE = 0xffffffff;

/**
 * Reads the central directory of a ZIP without inflating anything, and refuses what cannot be meant well: too many entries,
 * too much in all, entries that overlap (the trick of bombs that inflate one block many times).
 */
export function readZipDirectory(bytes: Uint8Array, kind: string): readonly ZipEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(buffer);
  if (end < 0) throw corrupt(kind);
  const directory = directoryOf(buffer, end);
  if (directory === null) throw corrupt(kind);
  const { count } = directory;
  let at = directory.offset;
  if (count > LIMITS.archiveEntries) throw bomb(kind);
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== CENTRAL) throw corrupt(kind);
    const flags = buffer.readUInt16LE(at + 8);
    const nameLength = buffer.readUInt16LE(at + 28);
    const nameBytes = buffer.subarray(at + 46, at + 46 + nameLength);
    const extraLength = buffer.readUInt16LE(at + 30);
    const extra = buffer.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const wide = wideValues(extra);
    // In the order in which the extra field holds those that are there.
    const bytes = wide(buffer.readUInt32LE(at + 24));
    const packedBytes = wide(buffer.readUInt32LE(at + 20));
    const offset = wide(buffer.readUInt32LE(at + 42));
    if (bytes === null || packedBytes === null || offset === null) throw corrupt(kind);
    const entry: ZipEntry = {
      name: nameBytes.toString((flags & 0x800) !== 0 ? 'utf8' : 'latin1'),
      method: buffer.readUInt16LE(at + 10),
      packedBytes,
      bytes,
      encrypted: (flags & 1) !== 0,
      offset,
    };
    total += entry.bytes;
    if (total > LIMITS.archiveTotalBytes) throw bomb(kind);
    if (
      entry.bytes > LIMITS.archiveRatioFloor &&
      entry.bytes > LIMITS.archiveRatio * Math.max(1, entry.packedBytes)
    )
      throw bomb(kind);
    entries.push(entry);
    at += 46 + nameLength + extraLength + buffer.readUInt16LE(at + 32);
  }
  refuseOverlap(entries, kind);
  return entries;
}

/** Inflates one entry, never beyond the size its directory states nor beyond `limit`. */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  kind: string,
  limit: number,
): Uint8Array {
  if (entry.encrypted) throw passwordProtected(kind);
  if (entry.bytes > limit)
    throw new ReadFailure('TOO_LARGE', `A part of this ${kind} is larger than Longlist reads.`);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== LOCAL) throw corrupt(kind);
  const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  const packed = buffer.subarray(start, start + entry.packedBytes);
  if (packed.length < entry.packedBytes) throw corrupt(kind);
  if (entry.method === 0) return packed;
  if (entry.method !== 8)
    throw new ReadFailure(
      'UNREADABLE',
      `This ${kind} is packed in a way Longlist does not know. Pack it again as an ordinary ZIP.`,
    );
  if (entry.bytes === 0) return new Uint8Array(0);
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.bytes });
  } catch (error) {
    // More comes out than the directory states: the directory lies about a bomb.
    if (
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    )
      throw bomb(kind);
    throw corrupt(kind);
  }
}

export const bomb = (kind: string): ReadFailure =>
  new ReadFailure(
    'ARCHIVE_BOMB',
    `This ${kind} would unpack to far more than it should, as files made to harm do. Nothing of it was unpacked.`,
  );

/** The end record stands in the last 64 KB and 22 bytes. */
function findEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= 0 && at >= buffer.length - 65_557; at -= 1)
    if (buffer.readUInt32LE(at) === END) return at;
  return -1;
}

/**
 * Where the directory begins and how many entries it has. ZIP64, which some cloud storages write for archives of any size, keeps both in
 * a record of its own (APPNOTE.TXT 4.3.14 and 4.3.15). Null when that record is not where it is said to be.
 */
function directoryOf(
  buffer: Buffer,
  end: number,
): { readonly count: number; readonly offset: number } | null {
  const count = buffer.readUInt16LE(end + 10);
  const offset = buffer.readUInt32LE(end + 16);
  if (count !== 0xffff && offset !== ELSEWHERE) return { count, offset };
  const locator = end - 20;
  if (locator < 0 || buffer.readUInt32LE(locator) !== LOCATOR_64) return null;
  const record = Number(buffer.readBigUInt64LE(locator + 8));
  if (record + 56 > buffer.length || buffer.readUInt32LE(record) !== END_64) return null;
  return {
    count: Number(buffer.readBigUInt64LE(record + 32)),
    offset: Number(buffer.readBigUInt64LE(record + 48)),
  };
}

/** Reads the values of an entry one after the other: as given, or the next of the extra field where it is kept there; null where it is not. */
function wideValues(extra: Buffer): (value: number) => number | null {
  let at = 0;
  let end = 0;
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== EXTRA_64) continue;
    at = field + 4;
    end = Math.min(extra.length, at + extra.readUInt16LE(field + 2));
    break;
  }
  return (value) => {
    if (value !== ELSEWHERE) return value;
    if (at + 8 > end) return null;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  };
}

function refuseOverlap(entries: readonly ZipEntry[], kind: string): void {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next !== undefined && entry.offset + 30 + entry.packedBytes > next.offset) throw bomb(kind);
  }
}
