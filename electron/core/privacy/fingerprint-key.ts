import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fingerprint } from '@/shared/usecases/ports/erasure';

const KEY_BYTES = 32;

/** HMAC-SHA256 of a text under a key, base64url: without the key nobody can try out addresses against it. */
export const fingerprintWith =
  (key: () => Uint8Array): Fingerprint =>
  (text) =>
    createHmac('sha256', key()).update(text).digest('base64url');

/**
 * The key of a workspace whose keys are in no key file: in a file of its own beside the database, made with the first erasure. It stays
 * the same for as long as the workspace is there. Made only by whoever may write.
 */
export function fingerprintKeyIn(workspaceDir: string): () => Uint8Array {
  const file = path.join(workspaceDir, 'erasure.key');
  let known: Buffer | null = null;
  return () => {
    if (known !== null) return known;
    if (!existsSync(file)) writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
    const key = readFileSync(file);
    if (key.length !== KEY_BYTES) throw new Error('The key of erasures is damaged');
    known = key;
    return key;
  };
}
