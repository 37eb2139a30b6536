import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { PastErasure } from '@/db/sqlite/stores/privacy-replay';
import type { Keyring } from '@/electron/core/keys/keyring';
import { openBytes, SealBroken, sealBytes } from '@/electron/core/keys/sealed-file';
import { errorCode } from '@/electron/core/storage-errors';
import { writeWhole } from './files';

const NAME = 'erasures.sealed';

/** What erasures took out of a workspace: backups made before still hold it. */
export interface Erased {
  readonly erasures: readonly PastErasure[];
  /** Names that original files had which went with them. */
  readonly files: readonly string[];
}

export interface Ledger extends Erased {
  /** `broken`: it does not open, or was changed. */
  readonly state: 'read' | 'missing' | 'broken';
}

const NOTHING: Erased = { erasures: [], files: [] };

/** Who was erased from a workspace since its oldest backup, as the shelf knows it. Errors: of the disk, as they are. */
export async function readLedger(shelf: string, keyring: Keyring): Promise<Ledger> {
  try {
    const sealed = await readFile(path.join(shelf, NAME));
    const text = openBytes(keyring.key('erasure-ledger'), sealed).toString('utf8');
    // What the key of the workspace authenticates, a Longlist wrote: see `addToLedger`.
    return { state: 'read', ...(JSON.parse(text) as Erased) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { state: 'missing', ...NOTHING };
    if (error instanceof SealBroken || error instanceof SyntaxError) {
      return { state: 'broken', ...NOTHING };
    }
    throw error;
  }
}

/** Adds to what the shelf knows; a ledger that does not open is kept beside. Errors: of the disk, as they are. */
export async function addToLedger(shelf: string, keyring: Keyring, more: Erased): Promise<void> {
  const known = await readLedger(shelf, keyring);
  const erasures = joined(known.erasures, more.erasures);
  const files = [...new Set([...known.files, ...more.files])];
  const isNews = erasures.length > known.erasures.length || files.length > known.files.length;
  if (known.state === 'read' && !isNews) return;
  const file = path.join(shelf, NAME);
  if (known.state === 'broken') await rename(file, `${file}.broken`);
  const text = Buffer.from(JSON.stringify({ erasures, files } satisfies Erased));
  await writeWhole(file, sealBytes(keyring.key('erasure-ledger'), text));
}

/** Each once, oldest first. */
export function joined(
  some: readonly PastErasure[],
  more: readonly PastErasure[],
): readonly PastErasure[] {
  const byId = new Map([...some, ...more].map((one) => [one.erasure.id, one]));
  return [...byId.values()].toSorted((a, b) => (a.erasure.erasedAt < b.erasure.erasedAt ? -1 : 1));
}
