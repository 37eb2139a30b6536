import { z } from 'zod';
import { instantSchema } from '@/shared/kit/clock';

// `manifest.json` of a backup: what is in it, authenticated with a key of the workspace. docs/backup.md tells it in words.

const count = z.number().int().nonnegative();
const hex = (signs: number) => z.string().regex(new RegExp(`^[0-9a-f]{${signs}}$`));

/** How much was in a workspace when it was backed up. */
export const backupCountsSchema = z.object({
  candidates: count,
  jobs: count,
  clients: count,
  users: count,
  originals: count,
  auditEntries: count,
});
export type BackupCounts = z.infer<typeof backupCountsSchema>;

/** A name below the folder of the backup: never a way out of it. */
const fileNameSchema = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*){0,4}$/);

export const manifestSchema = z.strictObject({
  format: z.literal('longlist-backup'),
  version: z.literal(1),
  databaseId: z.string().regex(/^[0-9a-f-]{36}$/),
  madeAt: instantSchema,
  /** The version of Longlist that made it, and of its database. */
  app: z.string().max(40),
  schema: count,
  /** Tells the key it is encrypted with from others, without telling anything of it; also the folder of its originals. */
  keyId: hex(16),
  counts: backupCountsSchema,
  /** Bytes of all its originals, which it may share with other backups. */
  originalBytes: count,
  /** Original files that were missing or damaged already when it was made. */
  originalsLacking: count,
  /** Every file in its folder but this one. */
  files: z
    .array(z.object({ name: fileNameSchema, bytes: count, sha256: hex(64) }))
    .min(1)
    .max(50_000),
  /** The name of the workspace, sealed. */
  about: z.object({ nonce: z.base64().max(40), sealed: z.base64().max(2000) }),
  /** HMAC-SHA256 over the canonical JSON of all the other fields. */
  mac: hex(64),
});
export type Manifest = z.infer<typeof manifestSchema>;
