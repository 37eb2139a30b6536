import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import {
  openPieces,
  SealBroken,
  type SealedPlace,
  type Sealer,
} from '@/electron/core/keys/sealed-file';
import { asStorageError, errorCode } from '@/electron/core/storage-errors';
import type { ParseFailure } from '@/shared/usecases/ports/parser';

/** Bytes of the largest file that is read at all (an archive of CVs); the parser has a stricter limit for one CV. */
export const MAX_SOURCE_BYTES = 200 * 1024 * 1024;

/** A piece small enough that hashing it does not hold the thread up: about half a millisecond. */
const CHUNK = 256 * 1024;
/** A file up to this size is read once and kept until our own copy is written: hashed at once in about two milliseconds. */
const SMALL = 1024 * 1024;
/** How long a file may go on changing under the reader, and how often it is looked at again. */
const SETTLE_MS = 10_000;
const SETTLE_STEP_MS = 500;

export interface SourceFacts {
  readonly sha256: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** A source that cannot be read; the message says what to do. */
export class SourceFailure extends Error {
  readonly failure: ParseFailure;
  constructor(failure: ParseFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/**
 * The hash of a file that held still while it was read: size and time are compared before and after, and a file that is
 * still being written is waited for, ten seconds at most. With the bytes that were hashed when they are few: a small file is then read once
 * and not twice. The file is only ever read. Throws SourceFailure when it cannot be read, the signal's reason when it aborts.
 */
export async function readSource(
  file: string,
  signal: AbortSignal,
): Promise<SourceFacts & { readonly content: Buffer | null }> {
  return untilStill<{ readonly sha256: string; readonly content: Buffer | null }>(
    file,
    signal,
    async (handle, size) => {
      if (size > SMALL) return { sha256: await pour(handle, null, signal), content: null };
      const content = await readWhole(handle, size);
      return { sha256: createHash('sha256').update(content).digest('hex'), content };
    },
  );
}

/** The bytes of a file that Longlist keeps encrypted, and their hash. Throws SourceFailure when they are not there or do not open. */
export async function readSealed(
  place: SealedPlace,
): Promise<Pick<SourceFacts, 'sha256' | 'bytes'> & { readonly content: Buffer }> {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  try {
    for await (const piece of openPieces(place)) {
      hash.update(piece);
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof SealBroken ? new SourceFailure(CHANGED) : unreadable(error);
  }
  const content = Buffer.concat(pieces);
  return { sha256: hash.digest('hex'), bytes: content.length, content };
}

const CHANGED: ParseFailure = {
  code: 'UNREADABLE',
  message: 'The copy that was waiting was changed or damaged. Import the archive again.',
};

/** Writes bytes, sealed, to a new path inside the workspace; they are on the disk for certain when this resolves. Throws STORAGE_UNAVAILABLE. */
export async function writeCopy(content: Buffer, target: string, sealer: Sealer): Promise<void> {
  await writeTo(target, (copy) =>
    writeAll(copy, Buffer.concat([sealer.header, sealer.push(content), sealer.end()])),
  );
}

/**
 * Copies a file, sealed, to a new path inside the workspace and answers with the hash of what was copied, which may be another
 * than before when the file changed meanwhile. Throws as `readSource`, and STORAGE_UNAVAILABLE when the copy cannot be written.
 */
export async function copySource(
  file: string,
  target: string,
  makeSealer: () => Sealer,
  signal: AbortSignal,
): Promise<SourceFacts & { readonly contentKey: Uint8Array | null }> {
  return untilStill(file, signal, (handle) =>
    writeTo(target, async (copy) => {
      // A new one for each start: what is written over must not be encrypted with the same numbers again.
      const sealer = makeSealer();
      const sha256 = await pour(handle, { copy, sealer }, signal);
      return { sha256, contentKey: sealer.contentKey };
    }),
  );
}

async function writeTo<T>(target: string, write: (copy: FileHandle) => Promise<T>): Promise<T> {
  const copy = await open(
    target,
    constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC,
    0o600,
  ).catch(storage);
  try {
    const written = await write(copy);
    // On the disk for certain, while the handle is open: opening it again for that costs as much as the copy.
    await copy.sync().catch(storage);
    return written;
  } finally {
    await copy.close();
  }
}

async function untilStill<T extends { readonly sha256: string }>(
  file: string,
  signal: AbortSignal,
  read: (handle: FileHandle, size: number) => Promise<T>,
): Promise<SourceFacts & T> {
  const deadline = Date.now() + SETTLE_MS;
  for (;;) {
    signal.throwIfAborted();
    const handle = await open(file, 'r').catch(unreadable);
    try {
      const before = await handle.stat();
      refuse(before);
      const found = await read(handle, before.size);
      const after = await stat(file).catch(unreadable);
      if (sameState(before, after)) {
        return { ...found, bytes: before.size, modifiedMs: Math.trunc(before.mtimeMs) };
      }
    } finally {
      await handle.close();
    }
    if (Date.now() > deadline) {
      throw new SourceFailure({
        code: 'UNREADABLE',
        message: 'The file is still being written. Retry when it is finished.',
      });
    }
    await delay(SETTLE_STEP_MS, undefined, { signal });
  }
}

const sameState = (a: Stats, b: Stats): boolean =>
  a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino;

function refuse(stats: Stats): void {
  if (!stats.isFile()) {
    throw new SourceFailure({ code: 'UNREADABLE', message: 'This is not a file.' });
  }
  if (stats.size === 0) {
    throw new SourceFailure({
      code: 'EMPTY_FILE',
      message: 'The file is empty. If it is still being copied or downloaded, retry later.',
    });
  }
  if (stats.size > MAX_SOURCE_BYTES) {
    throw new SourceFailure({
      code: 'TOO_LARGE',
      message: 'The file is larger than 200 MB. Split the archive and import the parts.',
    });
  }
}

/** Reads to the end, hashing, and writing when there is somewhere to write. Returns the SHA-256 in hexadecimal. */
async function pour(
  from: FileHandle,
  to: { readonly copy: FileHandle; readonly sealer: Sealer } | null,
  signal: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  if (to !== null) await writeAll(to.copy, to.sealer.header);
  for (;;) {
    signal.throwIfAborted();
    const { bytesRead } = await from.read(buffer, 0, CHUNK, null).catch(unreadable);
    if (bytesRead === 0) {
      if (to !== null) await writeAll(to.copy, to.sealer.end());
      return hash.digest('hex');
    }
    const piece = buffer.subarray(0, bytesRead);
    hash.update(piece);
    if (to !== null) await writeAll(to.copy, to.sealer.push(piece));
  }
}

/** The bytes up to the size the file had when it was opened; fewer when it shrank, which the caller sees. */
async function readWhole(from: FileHandle, size: number): Promise<Buffer> {
  const content = Buffer.allocUnsafeSlow(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await from.read(content, at, size - at, null).catch(unreadable);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return content.subarray(0, at);
}

async function writeAll(to: FileHandle, piece: Buffer): Promise<void> {
  let offset = 0;
  while (offset < piece.length) {
    const { bytesWritten } = await to.write(piece, offset).catch(storage);
    offset += bytesWritten;
  }
}

const storage = (error: unknown): never => {
  throw asStorageError(error);
};

/** The operating system's refusal to read a person's file, in words. */
export function sourceFailureOf(error: unknown): ParseFailure {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'UNREADABLE',
        message: 'The file is not there any more. Put it back and retry.',
      };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'UNREADABLE',
        message: 'This computer does not allow reading it. Change its permissions and retry.',
      };
    case 'EBUSY':
    case 'ETXTBSY':
      return {
        code: 'UNREADABLE',
        message: 'Another program keeps it open. Close it there and retry.',
      };
    case 'ELOOP':
      return { code: 'UNREADABLE', message: 'The link leads in a circle.' };
    default:
      return {
        code: 'UNREADABLE',
        message: 'It could not be read from its disk. Check that the disk is connected and retry.',
      };
  }
}

const unreadable = (error: unknown): never => {
  throw new SourceFailure(sourceFailureOf(error));
};
