import { z } from 'zod';
import { databaseKeySchema } from '@/electron/workers/query/messages';
import { DUPLICATE_REASONS } from '@/shared/domain/candidates/records';
import { ERROR_CODES, type ErrorCode } from '@/shared/kit/app-error';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** What the thread is started with. `changedSince` null: everybody is compared with everybody. */
export const searchDataSchema = z.object({
  databasePath: z.string(),
  databaseKey: databaseKeySchema,
  changedSince: instantSchema.nullable(),
});

const errorCodes = Object.keys(ERROR_CODES).filter(
  (code): code is ErrorCode => code in ERROR_CODES,
);

export const searchMessageSchema = z.discriminatedUnion('kind', [
  /** The share of the work that is done, 0 to 1. */
  z.object({ kind: z.literal('progress'), done: z.number() }),
  z.object({
    kind: z.literal('pairs'),
    pairs: z.array(
      z.object({
        candidateId: idSchema,
        otherId: idSchema,
        score: z.number(),
        reasons: z.array(z.enum(DUPLICATE_REASONS)),
      }),
    ),
  }),
  z.object({ kind: z.literal('done') }),
  z.object({
    kind: z.literal('failed'),
    /** Null for a bug, whose message is for the log. */
    code: z.enum(errorCodes).nullable(),
    message: z.string(),
  }),
]);
export type SearchMessage = z.infer<typeof searchMessageSchema>;
