import { z } from 'zod';
import { roleSchema } from '@/shared/domain/workspace/records';
import { instantSchema } from '@/shared/kit/clock';
import { type Id, idSchema } from '@/shared/kit/ids';
import type { Json } from './canonical';

/** Of the entries and of what is exported of them: docs/audit-format.md. */
export const AUDIT_FORMAT = 1;

/**
 * One entry of the audit log, as it is hashed: canonical JSON of exactly these fields. It holds no personal data but ids: what fields
 * held before and after is in `sealed`, which opens with the key of `subjectId` while that is kept.
 */
export interface AuditEntry {
  /** From 1, without a gap. */
  readonly seq: number;
  readonly at: string;
  readonly actorId: Id;
  readonly actorRole: string;
  readonly action: string;
  /** The record that it was done to: `candidate`, `application`, `user` … */
  readonly entityType: string;
  readonly entityId: Id | null;
  /** The candidate whom it is about; of what is about none, the record itself. */
  readonly subjectId: Id | null;
  readonly clientId: Id | null;
  /** The commit of the history that it tells of; random, so that a digest cannot be guessed from what is likely. */
  readonly commitId: Id;
  /** Names of the fields that changed and facts without personal data. */
  readonly metadata: { readonly [key: string]: Json };
  /** Base64; null where nothing was sealed. */
  readonly sealed: string | null;
}

/** An entry as somebody else's file may hold it: everything is looked at, for a hash only says that nobody changed it. */
export const auditEntrySchema = z.strictObject({
  seq: z.number().int().positive(),
  at: instantSchema,
  actorId: idSchema,
  actorRole: roleSchema,
  action: z.string().max(60),
  entityType: z.string().max(60),
  entityId: idSchema.nullable(),
  subjectId: idSchema.nullable(),
  clientId: idSchema.nullable(),
  commitId: idSchema,
  metadata: z.record(z.string(), z.json()),
  sealed: z.string().nullable(),
});

/** SHA-256 as the place where this runs has it; digests are hex in lower case. */
export interface Sha256 {
  /** Of the UTF-8 of a text. */
  readonly ofText: (text: string) => string;
  /** Of the 32 bytes of one digest and the 32 of another. */
  readonly ofPair: (first: string, second: string) => string;
}

/** What the first entry of a database follows. */
export const genesisOf = (sha256: Sha256, databaseId: Id): string =>
  sha256.ofText(`longlist-audit-${AUDIT_FORMAT}:${databaseId}`);

/**
 * The hash of an entry: over the hash before it and the digest of its text, 32 bytes each. The digest stands between so that an export of
 * some entries can give the digests of the others, and the chain still holds from the first entry to the signed head.
 */
export const chained = (sha256: Sha256, previous: string, digest: string): string =>
  sha256.ofPair(previous, digest);

/** Where the chain ends, signed; kept apart from the database, so that a cut or exchanged database shows. */
export const auditHeadSchema = z.strictObject({
  format: z.literal(AUDIT_FORMAT),
  databaseId: idSchema,
  seq: z.number().int().nonnegative(),
  /** Hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: instantSchema,
  /** Ed25519, base64 of the 32 bytes. */
  publicKey: z.string().max(100),
  /** Ed25519 over the canonical JSON of all the other fields, base64. */
  signature: z.string().max(200),
});
export type AuditHead = z.infer<typeof auditHeadSchema>;
