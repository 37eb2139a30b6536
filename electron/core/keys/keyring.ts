import { randomBytes } from 'node:crypto';
import { deriveKey, KEY_BYTES } from './sealing';

/**
 * What keys are for, and what they come from: the key of the workspace, which can be changed for another (everything encrypted with it is
 * encrypted anew then), or its identity, which stays: what is looked up, compared or verified by it years later must be the same.
 */
const PURPOSES = {
  database: 'workspace',
  /** Originals, and what waits in staging/ and tables/. */
  files: 'workspace',
  /** The separate database of self-identification. */
  'self-identification': 'workspace',
  /** The codes on letters must be known when their answers come back. */
  'self-identification-codes': 'identity',
  'original-names': 'identity',
  'audit-signing': 'identity',
  'erasure-fingerprint': 'identity',
  /** What is in a backup, and who was erased since: read years later, with whichever key the backup was encrypted. */
  'backup-manifest': 'identity',
  'erasure-ledger': 'identity',
} as const;
export type KeyPurpose = keyof typeof PURPOSES;

/** Databases of a workspace, and the purpose of the key each is encrypted with. One that is not there is passed over. */
export const DATABASES: readonly (readonly [file: string, KeyPurpose])[] = [
  ['longlist.db', 'database'],
  ['self-identification.db', 'self-identification'],
];

/** The keys of an open workspace, in memory. */
export interface Keyring {
  readonly databaseId: string;
  /** The key for a purpose: 32 bytes, always the same ones. Not to be kept: they are wiped when the workspace is locked. */
  readonly key: (purpose: KeyPurpose) => Buffer;
  /** What the key file seals. */
  readonly secrets: Secrets;
  /** Overwrites everything; the keyring is of no use any more. */
  readonly wipe: () => void;
}

export interface Secrets {
  readonly workspace: Buffer;
  readonly identity: Buffer;
}

export const newSecret = (): Buffer => randomBytes(KEY_BYTES);

export function createKeyring(databaseId: string, secrets: Secrets): Keyring {
  const made = new Map<KeyPurpose, Buffer>();
  let wiped = false;
  return {
    databaseId,
    secrets,
    key: (purpose) => {
      if (wiped) throw new Error('The keys of this workspace were wiped');
      const known = made.get(purpose);
      if (known !== undefined) return known;
      const key = deriveKey(secrets[PURPOSES[purpose]], purpose);
      made.set(purpose, key);
      return key;
    },
    wipe: () => {
      wiped = true;
      for (const key of [...made.values(), secrets.workspace, secrets.identity]) key.fill(0);
      made.clear();
    },
  };
}
