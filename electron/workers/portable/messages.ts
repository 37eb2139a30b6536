import { z } from 'zod';
import type { DatabaseKey } from '@/db/sqlite/connection';
import type { FileKey } from '@/electron/core/keys/sealed-file';
import { auditHeadSchema } from '@/shared/domain/audit/entry';
import { type Manifest, manifestSchema } from '@/shared/domain/portable/manifest';
import { ERROR_CODES, type ErrorCode } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';

/** What originals are sealed with, and what their names are made with. */
export interface SealedOriginals {
  readonly files: FileKey;
  readonly names: Uint8Array | null;
}

/** Everything into a folder, in clear. `audit.jsonl` lies in it already. */
export interface WriteTask {
  readonly kind: 'write';
  readonly workspaceDir: string;
  readonly databasePath: string;
  readonly databaseKey: DatabaseKey;
  readonly originals: SealedOriginals;
  /** Is there, and holds nothing else. */
  readonly folder: string;
  /** In whose eyes: others' private notes are left out. */
  readonly actorId: Id;
  readonly about: Pick<Manifest, 'version' | 'madeAt' | 'databaseId' | 'workspace' | 'guarded'>;
}

/** An export into the folder of a new workspace, encrypted. */
export interface ReadTask {
  readonly kind: 'read';
  /** Of the export. */
  readonly folder: string;
  readonly workspaceDir: string;
  readonly databaseKey: DatabaseKey;
  readonly originals: SealedOriginals;
  /** The address of an administrator whom the export has to have; null: of any. */
  readonly admin: string | null;
}

/** What a thread of this kind is started with. It does the one thing, says how far it is, and ends. */
export type PortableTask = WriteTask | ReadTask;

const writtenSchema = z.object({
  /** SHA-256 of `manifest.json`, which has that of every file. */
  manifest: z.string(),
  counts: manifestSchema.shape.counts,
  files: z.number().int(),
  bytes: z.number(),
  /** Erasures there had been as it began: whoever was erased since is in the files. */
  erasures: z.number().int(),
});
export type Written = z.infer<typeof writtenSchema>;

const openedSchema = z.object({
  manifest: z.string(),
  counts: manifestSchema.shape.counts,
  /** The signed end of the audit log as exported, when log and database belong together; else why there is none. */
  head: z.union([auditHeadSchema, z.enum(['broken', 'differs'])]),
});
export type Opened = z.infer<typeof openedSchema>;

const errorCodes = Object.keys(ERROR_CODES).filter(
  (code): code is ErrorCode => code in ERROR_CODES,
);

export const portableMessageSchema = z.discriminatedUnion('kind', [
  /** 0 to 1. */
  z.object({ kind: z.literal('progress'), done: z.number() }),
  z.object({ kind: z.literal('written'), result: writtenSchema }),
  z.object({ kind: z.literal('opened'), result: openedSchema }),
  /** `code` null: a failure that nobody expected. */
  z.object({
    kind: z.literal('failed'),
    code: z.enum(errorCodes).nullable(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
]);
export type PortableMessage = z.infer<typeof portableMessageSchema>;
