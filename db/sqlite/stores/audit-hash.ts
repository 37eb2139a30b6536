import { hash } from 'node:crypto';
import type { Sha256 } from '@/shared/domain/audit/entry';

const digest = (data: string | Uint8Array): Uint8Array => hash('sha256', data, 'buffer');

/** SHA-256 of this platform. A text is hashed as its UTF-8. */
export const sha256: Sha256 = { ofText: digest, ofBytes: digest };

export const toHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
