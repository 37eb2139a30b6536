import path from 'node:path';
import { checkPages, inspectCopy } from '@/db/sqlite/backup';
import { connectForReading } from '@/db/sqlite/connection';
import { statementsOf } from '@/db/sqlite/statements';
import { verifyStep } from '@/db/sqlite/stores/audit-chain';
import { DATABASES, type Keyring } from '@/electron/core/keys/keyring';
import { originalsKeys } from '@/electron/core/originals-store';
import type { Manifest } from '@/shared/domain/backup/manifest';
import type { BackupFlaw, BackupReport } from '@/shared/domain/backup/views';
import { isAppError } from '@/shared/kit/app-error';
import { forEach, hashOf } from './files';
import { placeInPool, poolOf } from './layout';
import { readLedger } from './ledger';
import { opens, type Report } from './make-backup';
import { readList, sizeOf } from './originals-list';
import { isGenuine, readManifest } from './signed-manifest';

/**
 * Looks at everything in a backup: its manifest against the workspace's key, every file against the manifest, every page of its databases,
 * every entry of its audit log, every piece of its originals. Files of people erased since may be gone. `keyring` is the one it was made
 * with. Errors: of the disk, as they are.
 */
export async function verifyBackup(
  { folder, shelf }: { readonly folder: string; readonly shelf: string },
  keyring: Keyring,
  report: Report,
): Promise<BackupReport> {
  const found = new Map<BackupFlaw, number>();
  const flaw = (kind: BackupFlaw): void => void found.set(kind, (found.get(kind) ?? 0) + 1);
  const manifest = await readManifest(folder);
  if (manifest === null || !isGenuine(keyring, manifest)) {
    return { flaws: [{ kind: 'manifest', count: 1 }], files: 0, bytes: 0 };
  }
  report('checking', 0);
  let bytes = await checkFiles(folder, manifest, flaw);
  if (!found.has('file-missing') && !found.has('file-changed')) {
    for (const kind of databaseFlaws(folder, manifest, keyring)) flaw(kind);
    bytes += await checkOriginals({ folder, shelf }, manifest, keyring, { flaw, report });
  }
  return {
    flaws: [...found].map(([kind, count]) => ({ kind, count })),
    files: manifest.files.length + manifest.counts.originals,
    bytes,
  };
}

/** Files of the manifest that are not there, or not the ones that were written. */
async function checkFiles(
  folder: string,
  { files }: Manifest,
  flaw: (kind: BackupFlaw) => void,
): Promise<number> {
  let bytes = 0;
  for (const { name, sha256 } of files) {
    const file = path.join(folder, name);
    const size = await sizeOf(file);
    if (size === null) flaw('file-missing');
    else if ((await hashOf(file)) !== sha256) flaw('file-changed');
    bytes += size ?? 0;
  }
  return bytes;
}

function databaseFlaws(
  folder: string,
  manifest: Manifest,
  keyring: Keyring,
): readonly BackupFlaw[] {
  try {
    // Of the first one `inspectCopy` reads every page.
    for (const [name, purpose] of DATABASES.slice(1)) {
      if (manifest.files.some((file) => file.name === name)) {
        checkPages(path.join(folder, name), keyring.key(purpose));
      }
    }
    const file = path.join(folder, 'longlist.db');
    const facts = inspectCopy(file, keyring.key('database'));
    const counted = { ...facts.counts, originals: manifest.counts.originals };
    const same =
      facts.databaseId === manifest.databaseId &&
      facts.schema === manifest.schema &&
      Object.entries(counted).every(
        ([kind, count]) => manifest.counts[kind as keyof typeof counted] === count, // Their own keys.,
      );
    if (!same) return ['database'];
    return chainHolds(file, keyring) ? [] : ['audit'];
  } catch (error) {
    if (isAppError(error)) return ['database'];
    throw error;
  }
}

/** Entries of the log that are walked in one go. */
const STRIDE = 20_000;

function chainHolds(file: string, keyring: Keyring): boolean {
  const db = connectForReading(file, keyring.key('database'));
  try {
    const sql = statementsOf(db);
    let from: Parameters<typeof verifyStep>[1] = null;
    for (;;) {
      const { at, broken, done } = verifyStep(sql, from, STRIDE);
      if (broken !== null) return false;
      if (done) return true;
      from = at;
    }
  } finally {
    db.close();
  }
}

async function checkOriginals(
  { folder, shelf }: { readonly folder: string; readonly shelf: string },
  { keyId, originalsLacking }: Manifest,
  keyring: Keyring,
  { flaw, report }: { readonly flaw: (kind: BackupFlaw) => void; readonly report: Report },
): Promise<number> {
  const erased = new Set((await readLedger(shelf, keyring)).files);
  const key = originalsKeys(keyring).files;
  const pool = poolOf(shelf, keyId);
  const all = await readList(folder);
  let done = 0;
  let bytes = 0;
  let broken = 0;
  await forEach(all, async ({ name, bytes: listed }) => {
    const file = placeInPool(pool, name);
    const size = await sizeOf(file);
    if (size === null && !erased.has(name)) flaw('original-missing');
    if (size !== null) {
      bytes += size;
      if (size !== listed || !(await opens({ path: file, key }))) broken += 1;
    }
    done += 1;
    if (done % 50 === 0) report('checking', done / all.length);
  });
  // Those that were damaged in the workspace already are no fault of the backup.
  for (let n = originalsLacking; n < broken; n++) flaw('original-changed');
  return bytes;
}
