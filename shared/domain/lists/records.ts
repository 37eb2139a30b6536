import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { idSchema } from '@/shared/kit/ids';

/** A list of candidates that somebody keeps by hand: a talent pool, a hot list. */
export const candidateListSchema = z.object({
  ...recordBase,
  name: z.string(),
  description: z.string(),
});
export type CandidateList = z.infer<typeof candidateListSchema>;

/** That a candidate is on a list, once. */
export const listMemberSchema = z.object({
  ...recordBase,
  candidateId: idSchema,
  listId: idSchema,
});
export type ListMember = z.infer<typeof listMemberSchema>;
