import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson } from '@/shared/domain/audit/canonical';
import { AUDIT_FORMAT, type AuditHead } from '@/shared/domain/audit/entry';

/** What signs where the chain ends. */
export interface Signer {
  /** Base64 of the 32 bytes. */
  readonly publicKey: string;
  readonly sign: (head: Omit<AuditHead, 'format' | 'publicKey' | 'signature'>) => AuditHead;
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo.
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Signs with the Ed25519 key of a seed of 32 bytes. */
export function createSigner(seed: Uint8Array): Signer {
  const key = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = rawPublic(createPublicKey(key));
  return {
    publicKey,
    sign: (what) => {
      const head = { ...what, format: AUDIT_FORMAT, publicKey } as const;
      const signature = sign(null, Buffer.from(canonicalJson(head)), key).toString('base64');
      return { ...head, signature };
    },
  };
}

/** Whether the key that a head names signed it. */
export function isSigned({ signature, ...head }: AuditHead): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.concat([PUBLIC_PREFIX, Buffer.from(head.publicKey, 'base64')]),
      format: 'der',
      type: 'spki',
    });
    const bytes = Buffer.from(canonicalJson(head));
    return verify(null, bytes, key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** A public key in a form that two people can compare: the first 16 bytes of its SHA-256, in groups of four. */
export function fingerprint(publicKey: string): string {
  const hex = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  return (hex.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
}

const rawPublic = (key: KeyObject): string =>
  key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length).toString('base64');
