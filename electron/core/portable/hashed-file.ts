import { createHash, type Hash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** A file that is written from its beginning to its end and hashed on the way. */
export class HashedFile {
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash('sha256');
  #held: string[] = [];
  #heldLength = 0;
  #bytes = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** A new file; there must be none. */
  static async make(place: string): Promise<HashedFile> {
    return new HashedFile(await open(place, 'wx', 0o600));
  }

  /** Adds a line, behind it a line break. */
  async line(text: string): Promise<void> {
    this.#held.push(text, '\n');
    this.#heldLength += text.length;
    if (this.#heldLength > A_PIECE) await this.#flush();
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.#flush();
    await this.#put(bytes);
  }

  /** Closes it, written to the disk for certain. */
  async end(): Promise<{ readonly bytes: number; readonly sha256: string }> {
    await this.#flush();
    await this.#file.sync();
    await this.#file.close();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async #flush(): Promise<void> {
    if (this.#held.length === 0) return;
    const piece = Buffer.from(this.#held.join(''));
    this.#held = [];
    this.#heldLength = 0;
    await this.#put(piece);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    await this.#file.writeFile(bytes);
  }
}

const A_PIECE = 256 * 1024;

/** The hash of a file that is there. */
export async function hashOfFile(
  place: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(place, { highWaterMark: 1024 * 1024 })) {
    const chunk = piece as Buffer; // A stream without an encoding gives bytes.
    bytes += chunk.length;
    hash.update(chunk);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Opens a file to read, but no link to one. */
export const openNoLink = (place: string): Promise<FileHandle> =>
  open(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
