import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { deriveKey } from './sealing';

// Files that Longlist keeps are encrypted in pieces, so that one need not be in memory as a whole to be written or read. Layout: a header of
// 52 bytes (8 of magic, 4 of version, 8 that tell the key, 32 of salt), then pieces of 64 KB, each with its tag. Every file has a key of its
// own, made of the salt; the nonce of a piece is its number and whether it is the last (STREAM: Hoang, Reyhanitabar, Rogaway and Vizár, 2015),
// so that pieces exchanged, left out or cut off at the end do not open.

/** What a file is encrypted with; `plain`: kept in clear, in workspaces that are. */
export type FileKey = Uint8Array | 'plain';

/** A file or folder, and what is encrypted with what in it. */
export interface SealedPlace {
  readonly path: string;
  readonly key: FileKey;
}

const MAGIC = Buffer.from('LLSEALED', 'latin1');
const VERSION = 1;
const ID_BYTES = 8;
const SALT_BYTES = 32;
export const HEADER_BYTES = MAGIC.length + 4 + ID_BYTES + SALT_BYTES;
const PIECE = 64 * 1024;
const TAG = 16;

/** The file was changed, cut off, or is encrypted with another key. */
export class SealBroken extends Error {
  constructor() {
    super('A sealed file does not open');
  }
}

/** Encrypts one file: what `push` and `end` return is written one after the other, behind `header`. */
export class Sealer {
  readonly header: Buffer;
  /** Opens this file and no other; null when it is kept in clear. */
  readonly contentKey: Buffer | null;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #count = 0;

  constructor(key: FileKey) {
    if (key === 'plain') {
      this.header = Buffer.alloc(0);
      this.contentKey = null;
      return;
    }
    const version = Buffer.alloc(4);
    version.writeUInt32BE(VERSION);
    this.header = Buffer.concat([MAGIC, version, idOf(key), randomBytes(SALT_BYTES)]);
    this.contentKey = contentKeyOf(key, this.header);
  }

  push(bytes: Uint8Array): Buffer {
    if (this.contentKey === null) return asBuffer(bytes);
    this.#heldBytes += bytes.length;
    // The last piece is not known before the end: one is always held back. As a copy, for the caller may use their buffer again.
    if (this.#heldBytes <= PIECE) {
      this.#held.push(Buffer.from(bytes));
      return NOTHING;
    }
    const all = Buffer.concat([...this.#held, bytes]);
    const sealed: Buffer[] = [];
    let at = 0;
    for (; all.length - at > PIECE; at += PIECE) {
      sealed.push(...this.#seal(this.contentKey, all.subarray(at, at + PIECE), false));
    }
    this.#held = [Buffer.from(all.subarray(at))];
    this.#heldBytes = all.length - at;
    return Buffer.concat(sealed);
  }

  end(): Buffer {
    if (this.contentKey === null) return NOTHING;
    return Buffer.concat(this.#seal(this.contentKey, Buffer.concat(this.#held), true));
  }

  #seal(key: Buffer, piece: Buffer, isLast: boolean): readonly Buffer[] {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(this.#count++, isLast));
    return [cipher.update(piece), cipher.final(), cipher.getAuthTag()];
  }
}

/** The whole of a small file, encrypted. */
export function sealBytes(key: FileKey, bytes: Uint8Array): Buffer {
  const sealer = new Sealer(key);
  return Buffer.concat([sealer.header, sealer.push(bytes), sealer.end()]);
}

/** What is in a sealed file, all of it. Errors: SealBroken. */
export function openBytes(key: FileKey, sealed: Uint8Array): Buffer {
  const bytes = asBuffer(sealed);
  return key === 'plain' ? bytes : openContent(contentKeyOf(key, bytes), bytes);
}

/** The same with the key of this one file. */
export function openContent(contentKey: Uint8Array, sealed: Uint8Array): Buffer {
  const bytes = asBuffer(sealed);
  const pieces: Buffer[] = [];
  let count = 0;
  for (let at = HEADER_BYTES; at < bytes.length; at += PIECE + TAG) {
    const end = Math.min(at + PIECE + TAG, bytes.length);
    pieces.push(openPiece(contentKey, bytes.subarray(at, end), count++, end === bytes.length));
  }
  if (count === 0) throw new SealBroken();
  return pieces.length === 1 ? (pieces[0] ?? NOTHING) : Buffer.concat(pieces);
}

/** What is in a sealed file, in pieces, from `file` as it is opened. `onRead` hears how much of it was read, 0 to 1. Errors: SealBroken. */
export async function* openPieces(
  { path, key }: SealedPlace,
  onRead: (part: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const step = key === 'plain' ? PIECE : PIECE + TAG;
    let at = 0;
    let contentKey: Buffer | null = null;
    if (key !== 'plain') {
      contentKey = contentKeyOf(key, await readAt(file, 0, HEADER_BYTES));
      at = HEADER_BYTES;
      if (size <= at) throw new SealBroken();
    }
    for (let count = 0; at < size; count++) {
      const bytes = await readAt(file, at, Math.min(step, size - at));
      at += bytes.length;
      if (bytes.length === 0) throw new SealBroken();
      onRead(at / size);
      yield contentKey === null ? bytes : openPiece(contentKey, bytes, count, at === size);
    }
  } finally {
    await file.close();
  }
}

/** A line for a file that lines are added to, sealed by itself: a place in the file stays where one can begin to read. */
export function sealLine(key: FileKey, line: string): string {
  if (key === 'plain') return line;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const parts = [nonce, cipher.update(line, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString('base64');
}

/** What was sealed in a line; null when it was changed or cut off. */
export function openLine(key: FileKey, sealed: string): string | null {
  if (key === 'plain') return sealed;
  const bytes = Buffer.from(sealed, 'base64');
  const at = bytes.length - TAG;
  if (at < 12) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), {
    authTagLength: TAG,
  }).setAuthTag(bytes.subarray(at));
  try {
    return decipher.update(bytes.subarray(12, at), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

/** The key of one sealed file, for a process that is to read this one and no other; null for one in clear. Errors: SealBroken. */
export async function contentKeyIn({ path, key }: SealedPlace): Promise<Uint8Array | null> {
  if (key === 'plain') return null;
  const file = await open(path, 'r');
  try {
    // A view of its own memory: it is sent to another process.
    return new Uint8Array(contentKeyOf(key, await readAt(file, 0, HEADER_BYTES)));
  } finally {
    await file.close();
  }
}

/** Whether a file that begins like this is sealed with this key, with another, or in clear. */
export function sealOf(key: Uint8Array, head: Uint8Array): 'this-key' | 'another-key' | 'plain' {
  const header = asBuffer(head);
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC))
    return 'plain';
  const id = header.subarray(MAGIC.length + 4, MAGIC.length + 4 + ID_BYTES);
  return id.equals(idOf(key)) ? 'this-key' : 'another-key';
}

/** The key for the files of one folder: whoever has it opens nothing of another. */
export const folderKey = (key: FileKey, folder: string): FileKey =>
  key === 'plain' ? key : deriveKey(key, `folder ${folder}`);

/** A folder as a parse process is told of it. */
export const stagedIn = ({ path, key }: SealedPlace) => ({
  stagingDir: path,
  stagingKey: key === 'plain' ? null : key,
});

function contentKeyOf(key: Uint8Array, head: Uint8Array): Buffer {
  const header = asBuffer(head);
  if (sealOf(key, header) !== 'this-key') throw new SealBroken();
  if (header.readUInt32BE(MAGIC.length) !== VERSION) throw new SealBroken();
  return deriveKey(key, 'file', header.subarray(HEADER_BYTES - SALT_BYTES, HEADER_BYTES));
}

function openPiece(key: Uint8Array, piece: Buffer, count: number, isLast: boolean): Buffer {
  const at = piece.length - TAG;
  if (at < 0) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(count, isLast), {
    authTagLength: TAG,
  }).setAuthTag(piece.subarray(at));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, at)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

function nonceOf(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(count, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Tells keys apart without telling anything of them. */
const idOf = (key: Uint8Array): Buffer => deriveKey(key, 'id').subarray(0, ID_BYTES);

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer.subarray(0, done);
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const NOTHING = Buffer.alloc(0);
