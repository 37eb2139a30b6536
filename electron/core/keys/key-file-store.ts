import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { backupsIn } from '@/db/sqlite/places';
import { asStorageError, errorCode } from '@/electron/core/storage-errors';
import { type KeyFile, keyFileSchema } from '@/shared/domain/keys/key-file';
import { AppError } from '@/shared/kit/app-error';

const NAME = 'keys.json';

export const keyFileIn = (dir: string): string => path.join(dir, NAME);

/**
 * The keys of the workspace in `dir`, from the file or, when that is gone or damaged, from its copy among the backups, which then becomes
 * the file again. Null when there is neither.
 * Errors: WORKSPACE_DAMAGED when there is something and none of it can be read, WORKSPACE_TOO_NEW, STORAGE_UNAVAILABLE.
 */
export function readKeyFile(dir: string): KeyFile | null {
  const own = read(keyFileIn(dir));
  if (own.kind === 'keys') return own.keys;
  const copy = read(keyFileIn(backupsIn(dir)));
  if (copy.kind === 'keys') return copy.keys;
  if (own.kind === 'missing' && copy.kind === 'missing') return null;
  throw new AppError(
    'WORKSPACE_DAMAGED',
    'The key file of the workspace (keys.json) is damaged, and so is its copy among the backups. Nothing was changed. Put back a copy of keys.json, or restore a backup together with its key file.',
    { reason: 'key-file-damaged' },
  );
}

/** How the key file and its copy are, and the keys that one of them holds. Nothing is mended, and nothing throws. */
export function keyFileStates(dir: string): {
  readonly own: Read['kind'];
  readonly copy: Read['kind'];
  readonly keys: KeyFile | null;
} {
  const [own, copy] = [dir, backupsIn(dir)].map((place): Read => {
    try {
      return read(keyFileIn(place));
    } catch {
      return { kind: 'damaged' };
    }
  }) as [Read, Read]; // One for each of the two places.
  const keys = [own, copy].find((one) => one.kind === 'keys');
  return {
    own: own.kind,
    copy: copy.kind,
    keys: keys?.kind === 'keys' ? keys.keys : null,
  };
}

/**
 * Writes the keys, whole or not at all, and certainly on the disk when this returns; the copy among the backups too. Both are written before
 * either counts, so that a disk that is full or read-only changes nothing: a failure that is told after the keys are others would leave
 * somebody with a passphrase that opens nothing. A copy that then cannot take its place is put right with the next opening.
 * Errors: STORAGE_UNAVAILABLE.
 */
export function writeKeyFile(dir: string, keys: KeyFile): void {
  const text = keyFileText(keys);
  const written: string[] = [];
  try {
    for (const place of [dir, backupsIn(dir)]) written.push(writeBeside(place, text));
    const [own = ''] = written;
    renameSync(own, keyFileIn(dir));
  } catch (error) {
    for (const beside of written) removeQuietly(beside);
    throw asStorageError(error);
  }
  quietly(() => syncFolder(dir));
  const [, copy = ''] = written;
  quietly(() => {
    renameSync(copy, keyFileIn(backupsIn(dir)));
    syncFolder(backupsIn(dir));
  });
  removeQuietly(copy);
}

/** Brings a copy that is of other keys than the file up to date, and removes what a change that failed left, if the disk can be written. */
export function renewKeyCopy(dir: string): void {
  for (const place of [dir, backupsIn(dir)]) removeQuietly(besideIn(place));
  quietly(() => {
    const [own, copy] = [read(keyFileIn(dir)), read(keyFileIn(backupsIn(dir)))];
    if (own.kind !== 'keys' || copy.kind !== 'keys') return;
    if (keyFileText(own.keys) !== keyFileText(copy.keys)) writeKeyFile(dir, own.keys);
  });
}

/** The key file as it stands on the disk. */
export function keyFileText(keys: KeyFile): string {
  const body = { ...keyFileSchema.parse(keys) };
  return `${JSON.stringify({ ...body, checksum: checksumOf(body) }, null, 2)}\n`;
}

/** One name, so that what a disk did not let go of is written over by the next change. */
const besideIn = (folder: string): string => `${keyFileIn(folder)}.part`;

/** Writes a file beside the key file and answers with its path; on the disk for certain, or not there. */
function writeBeside(folder: string, text: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const beside = besideIn(folder);
  try {
    const handle = openSync(beside, 'w', 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return beside;
  } catch (error) {
    removeQuietly(beside);
    throw error;
  }
}

const removeQuietly = (file: string): void => quietly(() => rmSync(file, { force: true }));

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // What is not done now is done with the next opening.
  }
}

type Read =
  | { readonly kind: 'keys'; readonly keys: KeyFile }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' };

function read(file: string): Read {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'missing' };
    throw asStorageError(error);
  }
  const body = parsed(text);
  if (body === null) return { kind: 'damaged' };
  const { checksum, ...rest } = body;
  if (checksum !== checksumOf(rest)) return { kind: 'damaged' };
  // Whole, as its checksum says, and yet not of this version: a newer Longlist wrote it.
  if (typeof rest.version === 'number' && rest.version > 1) throw tooNew();
  const keys = keyFileSchema.safeParse(rest);
  return keys.success ? { kind: 'keys', keys: keys.data } : { kind: 'damaged' };
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  if (text.length > 1_000_000) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>) // An object that is no list has string keys.
      : null;
  } catch {
    return null;
  }
}

/** Tells a damaged file from a wrong key: of a flipped bit in what is sealed one could not see which it is. */
const checksumOf = (body: Readonly<Record<string, unknown>>): string =>
  createHash('sha256').update(sorted(body)).digest('hex');

/** JSON with the keys of every object in order. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${sorted(one)}`).join(',')}}`;
}

const tooNew = (): AppError =>
  new AppError(
    'WORKSPACE_TOO_NEW',
    'This workspace was written by a newer Longlist. Update Longlist to open it; nothing was changed.',
  );

/** A rename is only safe from a power cut once its folder is written. Windows cannot open folders and needs no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
