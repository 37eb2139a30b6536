import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Sealed } from '@/shared/domain/keys/key-file';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for each purpose: HKDF-SHA256, RFC 5869. The same secret, label and salt give the same key. */
export const deriveKey = (
  secret: Uint8Array,
  label: string,
  salt: Uint8Array = new Uint8Array(0),
): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, `longlist ${label}`, KEY_BYTES));

/** Encrypts with AES-256-GCM; `context` is not kept but has to be the same when it is opened. */
export function seal(key: Uint8Array, context: string, plain: Uint8Array): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** What was sealed; null when the key or the context is another, or it was changed. */
export function unseal(key: Uint8Array, context: string, { nonce, sealed }: Sealed): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64');
  const at = bytes.length - TAG_BYTES;
  const nonceBytes = Buffer.from(nonce, 'base64');
  if (at < 0 || nonceBytes.length !== NONCE_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceBytes, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(at));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, at)), decipher.final()]);
  } catch {
    return null;
  }
}
