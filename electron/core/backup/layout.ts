import path from 'node:path';
import { deriveKey } from '@/electron/core/keys/sealing';
import type { Keyring } from '@/electron/core/keys/keyring';

// A folder for backups holds one shelf a workspace, `longlist-<beginning of its database's id>`, and in it
//   2026-03-01T02-00-05Z-3f2a/   a backup: manifest.json, longlist.db, keys.json, audit-head.json, originals.txt, tables/
//   originals/<key>/ab/<name>    original files as they are in the workspace, sealed; every backup's, each once
//   erasures.sealed              who was erased, for backups made before

export const MANIFEST = 'manifest.json';
export const ORIGINALS_LIST = 'originals.txt';
const SHELF = 'longlist-';

/** The shelf of a workspace in a folder for backups. */
export const shelfIn = (folder: string, databaseId: string): string =>
  path.join(folder, `${SHELF}${databaseId.replaceAll('-', '').slice(-16)}`);

export const isShelfName = (name: string): boolean => /^longlist-[0-9a-f]{16}$/.test(name);

/** What a backup is called: when it was made, and something that tells two of one second apart. */
export const backupName = (at: Date, salt: string): string =>
  `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z-${salt}`;

/** Also of a clock in the year 10000. */
export const isBackupName = (name: string): boolean =>
  /^[+-]?\d{4,6}-[\dT-]{6,14}Z-[0-9a-z]{4,8}$/.test(name);

/** What is written has another name until it is whole, and so has what is taken away. */
export const unfinished = (place: string): string => `${place}.part`;
export const isUnfinished = (name: string): boolean => name.endsWith('.part');

/** The originals of all backups on a shelf that are encrypted with one key. */
export const poolOf = (shelf: string, keyId: string): string =>
  path.join(shelf, 'originals', keyId);

export const placeInPool = (pool: string, name: string): string =>
  path.join(pool, name.slice(0, 2), name);

/** Tells the key of the workspace from those before it, without telling anything of it. */
export const keyIdOf = (keyring: Keyring): string =>
  deriveKey(keyring.key('files'), 'backup key id').subarray(0, 8).toString('hex');
