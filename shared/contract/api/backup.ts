import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { BACKUP_STEPS, backupReportSchema, backupViewSchema } from '@/shared/domain/backup/views';
import { passphraseSchema } from '@/shared/domain/keys/key-file';
import { instantSchema } from '@/shared/kit/clock';

const count = z.number().int().nonnegative();

const backupStateSchema = z.object({
  /** Where backups go, to be read by a person. */
  folder: z.string(),
  isUsualFolder: z.boolean(),
  /** Whether they go to the disk that the workspace is on, as far as the system tells: both would be lost with it. */
  isSameDisk: z.boolean(),
  /** Whether one is made by itself every night. */
  automatic: z.boolean(),
  running: z
    .object({
      work: z.enum(['backing-up', 'verifying']),
      step: z.enum(BACKUP_STEPS),
      /** 0 to 1; null while the end is not known. */
      done: z.number().nullable(),
    })
    .nullable(),
  /** The last one that was made and checked. `lacking`: originals that the workspace itself has not got, or only damaged. */
  lastGood: z
    .object({ at: instantSchema, bytes: count, candidates: count, lacking: count })
    .nullable(),
  /** Tries that failed since; `code` full, read-only, unreachable, or an error code. */
  failures: z
    .object({ count, at: instantSchema, code: z.string(), message: z.string() })
    .nullable(),
  /** When the next one is due; null when none is made by itself. */
  nextAt: instantSchema.nullable(),
  /** What the workspace was restored from the last time, and where the one before is. */
  lastRestore: z
    .object({
      at: instantSchema,
      backupMadeAt: instantSchema,
      aside: z.string().nullable(),
      erased: count,
      lacking: count,
    })
    .nullable(),
});
export type BackupStatus = z.infer<typeof backupStateSchema>;

const keySchema = z
  .union([
    z.object({ passphrase: passphraseSchema }),
    z.object({ recoveryKey: z.string().max(1000) }),
  ])
  .nullable();

const restorePlanSchema = z.discriminatedUnion('state', [
  /** Nothing at hand opens it: which kinds of key would. */
  z.object({
    state: z.literal('key-needed'),
    passphrase: z.boolean(),
    recoveryKey: z.boolean(),
  }),
  z.object({
    state: z.literal('ready'),
    backup: backupViewSchema,
    /** What the workspace in the backup is called; to be typed where it takes the place of another. */
    workspaceName: z.string(),
    /** Whether it is known who was erased since. */
    ledger: z.enum(['read', 'missing', 'broken']),
    /** Originals that the backup has not got. */
    lacking: count,
    /** Null: there is no workspace yet. */
    replaces: z
      .object({
        /** Whether it is an earlier state of the one there is. */
        isSame: z.boolean(),
        /** Null while it is not open. */
        counts: z.object({ candidates: count, jobs: count, clients: count }).nullable(),
        /** Where the workspace there is will be kept, to be read by a person. */
        aside: z.string(),
      })
      .nullable(),
  }),
]);
export type RestorePlan = z.infer<typeof restorePlanSchema>;

export const backupContract = {
  state: procedure('backup.manage').output(backupStateSchema),
  /** Those in the folder that backups go to, newest first. STORAGE_UNAVAILABLE with `reason` unreachable. */
  list: procedure('backup.manage').output(z.array(backupViewSchema)),
  /** Another folder (from a dialog; null: the usual one), or whether they are made by themselves. STORAGE_UNAVAILABLE, INVALID. */
  change: procedure('backup.manage')
    .input(
      z.object({ handle: z.string().nullable().optional(), automatic: z.boolean().optional() }),
    )
    .output(z.object({})),
  /**
   * Makes one now; answers when it is made and checked. `handle`: in another folder, this once. `stopped`: somebody did. CONFLICT while
   * another is made, STORAGE_UNAVAILABLE with `reason` full, read-only or unreachable, WORKSPACE_DAMAGED.
   */
  make: procedure('backup.manage')
    .input(z.object({ handle: z.string().optional() }))
    .output(
      z.object({
        made: z
          .object({
            /** Where it is, to be read by a person. */
            folder: z.string(),
            bytes: count,
            originalBytes: count,
            candidates: count,
            /** Originals that were not in the folder yet. */
            copiedOriginals: count,
            lacking: count,
          })
          .nullable(),
      }),
    ),
  /** Ends what is under way. */
  stop: procedure('backup.manage').input(z.object({})).output(z.object({})),
  /** Looks at everything in a backup; null: stopped. Errors: as `make`; WRONG_KEY where no key is at hand that opens it. */
  verify: procedure('backup.manage')
    .input(z.object({ id: z.string() }))
    .output(backupReportSchema.nullable()),

  // What follows works before there is a workspace, too, and while it is locked or cannot be opened: then whoever has a key of the
  // backup may. Where one is open, it takes `backup.manage`.

  /** The backups in a chosen folder, newest first; without a handle those of the folder that they go to. STORAGE_UNAVAILABLE. */
  find: procedure(null)
    .input(z.object({ handle: z.string().nullable() }))
    .output(z.array(backupViewSchema)),
  /** What restoring would do. WRONG_KEY, TOO_MANY_TRIES, INVALID for a mistyped recovery key, WORKSPACE_DAMAGED, NOT_FOUND. */
  plan: procedure(null)
    .input(z.object({ id: z.string(), key: keySchema }))
    .output(restorePlanSchema),
  /**
   * Restores: `workspace.status` is `working` with its progress, then `open`; where it failed everything is as it was and `outcome` says why.
   * `typed`: the name of the workspace in the backup, where there is one already. INVALID for another text; errors as `plan`.
   */
  restore: procedure(null)
    .input(z.object({ id: z.string(), key: keySchema, typed: z.string().max(1000) }))
    .output(z.object({})),
  /** Why the last restore failed; null when none did. */
  outcome: procedure(null).output(
    z.object({ failed: z.object({ code: z.string(), message: z.string() }).nullable() }),
  ),
};
