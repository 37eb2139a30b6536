import type { SealedPlace } from '@/electron/core/keys/sealed-file';
import { detectType } from './detect-type';
import { LIMITS } from './limits';
import { ReadFailure } from './read-failure';
import { Staging } from './staging';
import type { UnpackedContainer } from './text-extractor';
import { bomb, inflateEntry, readZipDirectory, type ZipEntry } from './zip-directory';

const KIND = 'archive';

/** What archives hold besides files that people put there. */
const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.[^/]+$)/i;

/**
 * Unpacks a ZIP of CVs, and ZIPs directly inside it, into `staged`. The whole archive is refused when its directory shows a
 * bomb; one bad entry is skipped with its reason.
 */
export async function unpackZip(
  bytes: Uint8Array,
  staged: SealedPlace,
): Promise<UnpackedContainer> {
  const staging = new Staging(staged);
  await addZip(bytes, '', staging, { entries: 0, bytes: 0 });
  if (staging.empty) throw new ReadFailure('EMPTY_FILE', 'There are no files in this archive.');
  return staging.result();
}

/** What was unpacked so far, over the archive and those inside it. */
interface Spent {
  entries: number;
  bytes: number;
}

/** Adds the files of an archive; `prefix` is shown before the names of an archive inside another. */
export async function addZip(
  bytes: Uint8Array,
  prefix: string,
  staging: Staging,
  spent: Spent,
): Promise<void> {
  const entries = readZipDirectory(bytes, KIND).filter((entry) => !entry.name.endsWith('/'));
  spent.entries += entries.length;
  spent.bytes += entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (spent.entries > LIMITS.archiveEntries || spent.bytes > LIMITS.archiveTotalBytes)
    throw bomb(KIND);
  for (const entry of entries) {
    if (SYSTEM_FILE.test(entry.name)) continue;
    await addEntry(bytes, entry, prefix, staging, spent);
  }
}

async function addEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  prefix: string,
  staging: Staging,
  spent: Spent,
): Promise<void> {
  const name = prefix + entry.name;
  try {
    const inner = inflateEntry(bytes, entry, KIND, LIMITS.containerBytes);
    const nested =
      prefix === '' && isZip(inner) && (await detectType(inner, name)) === 'application/zip';
    if (nested) await addZip(inner, `${name}/`, staging, spent);
    else await staging.add(name, inner);
  } catch (error) {
    staging.skip(name, error);
  }
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
