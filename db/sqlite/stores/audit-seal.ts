import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { canonicalJson } from '@/shared/domain/audit/canonical';
import type { SealedChange } from '@/shared/domain/audit/tell-changes';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals what changed of a subject: base64 of nonce, AES-256-GCM of the canonical JSON, and tag, bound to the commit. The subject's key is
 * made with the first thing that is sealed of it.
 */
export function seal(
  sql: Statements,
  subjectId: Id,
  commitId: Id,
  changes: readonly SealedChange[],
): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(sql, subjectId) ?? makeKey(sql, subjectId), nonce);
  cipher.setAAD(Buffer.from(commitId));
  const text = canonicalJson(changes.map((change) => ({ ...change })));
  const sealed = cipher.update(text, 'utf8');
  return Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** What was sealed; null when the key is gone (they were erased) or what is there is not what was sealed. */
export function unseal(
  sql: Statements,
  subjectId: Id,
  commitId: Id,
  sealed: string,
): readonly SealedChange[] | null {
  const key = keyOf(sql, subjectId);
  const bytes = Buffer.from(sealed, 'base64');
  if (key === null || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(commitId));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    // GCM vouches that this is what `seal` wrote.
    return JSON.parse(Buffer.concat([text, decipher.final()]).toString()) as SealedChange[];
  } catch {
    return null;
  }
}

/** Takes a subject's key away: what was ever sealed of it opens no more. The bytes are overwritten before the row goes. */
export function forgetKey(sql: Statements, subjectId: Id): void {
  sql('UPDATE record_key SET key = zeroblob(32) WHERE subject_id = ?').run(subjectId);
  sql('DELETE FROM record_key WHERE subject_id = ?').run(subjectId);
}

function keyOf(sql: Statements, subjectId: Id): Buffer | null {
  const key = sql('SELECT key FROM record_key WHERE subject_id = ?').pluck().get(subjectId);
  return Buffer.isBuffer(key) ? key : null;
}

function makeKey(sql: Statements, subjectId: Id): Buffer {
  const key = randomBytes(KEY_BYTES);
  sql('INSERT INTO record_key (subject_id, key) VALUES (?, ?)').run(subjectId, key);
  return key;
}
