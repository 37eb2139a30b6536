import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { DUPLICATE_REASONS } from '@/shared/domain/candidates/records';
import { idSchema } from '@/shared/kit/ids';

const committed = z.object({ commitId: idSchema });
const reasonSchema = z.enum(DUPLICATE_REASONS);
const count = z.number().int().nonnegative();

export const duplicateGroupSchema = z.object({
  /** Changes only when the first of its people leaves it. */
  id: idSchema,
  /** In the order they came; the first few of a very large group. */
  people: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      headline: z.string().nullable(),
      location: z.string().nullable(),
    }),
  ),
  /** How many people it holds. */
  size: count,
  /** Most likely first. */
  pairs: z.array(
    z.object({
      id: idSchema,
      candidateId: idSchema,
      otherId: idSchema,
      reasons: z.array(reasonSchema),
      score: z.number().min(0).max(1),
    }),
  ),
});
export type DuplicateGroupView = z.infer<typeof duplicateGroupSchema>;

export const duplicatesContract = {
  /** The queue: people connected by pairs that nobody has decided, most likely first. */
  groups: procedure('candidate.read')
    .input(
      z.object({
        /** Only groups with a pair that matched for this reason. */
        reason: reasonSchema.nullable().default(null),
        /** `next` of the page before. */
        after: z.object({ score: z.number(), id: idSchema }).nullable().default(null),
        limit: z.number().int().min(1).max(100).default(30),
      }),
    )
    .output(
      z.object({
        groups: z.array(duplicateGroupSchema),
        /** Groups in the whole queue with this reason. */
        total: count,
        /** Groups by reason, whatever reason was asked for. */
        reasons: z.array(z.object({ reason: reasonSchema, groups: count })),
        next: z.object({ score: z.number(), id: idSchema }).nullable(),
      }),
    ),
  /** "These are not the same person": the pairs are not shown again. All of them or none. */
  dismiss: procedure('candidate.edit')
    .input(z.object({ pairIds: z.array(idSchema).min(1).max(500) }))
    .output(committed),
};
