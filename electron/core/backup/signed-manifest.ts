import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Keyring } from '@/electron/core/keys/keyring';
import { deriveKey, seal, unseal } from '@/electron/core/keys/sealing';
import { canonicalJson } from '@/shared/domain/audit/canonical';
import { type Manifest, manifestSchema } from '@/shared/domain/backup/manifest';
import { MANIFEST } from './layout';

const MOST_BYTES = 16 * 1024 * 1024;

type Unsigned = Omit<Manifest, 'mac' | 'about'>;

/** A manifest with its name sealed and its contents authenticated: nobody without the workspace's keys makes or changes one. */
export function signManifest(keyring: Keyring, what: Unsigned, workspaceName: string): Manifest {
  const about = seal(aboutKey(keyring), what.madeAt, Buffer.from(workspaceName));
  const whole = { ...what, about };
  return { ...whole, mac: macOf(keyring, whole) };
}

/** Whether it is as it was made, by this workspace. */
export function isGenuine(keyring: Keyring, { mac, ...whole }: Manifest): boolean {
  if (whole.databaseId !== keyring.databaseId) return false;
  return timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(macOf(keyring, whole), 'hex'));
}

/** The name of the workspace, of a manifest that is genuine. */
export const workspaceNameIn = (keyring: Keyring, { about, madeAt }: Manifest): string =>
  unseal(aboutKey(keyring), madeAt, about)?.toString('utf8') ?? '';

/** The manifest in a folder; null when there is none, or it is not one. Not yet authenticated. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const file = path.join(folder, MANIFEST);
  try {
    if ((await stat(file)).size > MOST_BYTES) return null;
    const manifest = manifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return manifest.success ? manifest.data : null;
  } catch {
    return null;
  }
}

const aboutKey = (keyring: Keyring): Buffer =>
  deriveKey(keyring.key('backup-manifest'), 'workspace name');

const macOf = (keyring: Keyring, whole: Omit<Manifest, 'mac'>): string =>
  createHmac('sha256', keyring.key('backup-manifest')).update(canonicalJson(whole)).digest('hex');
