import { z } from 'zod';
import { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import { idSchema } from '@/shared/kit/ids';

/** The most people that are chosen one by one; beyond that a selection stands for a search. */
export const SELECTION_IDS_MAX = 10_000;
/** The most people that are taken out of "all of a search" again. */
export const SELECTION_EXCEPT_MAX = 1000;
/** The most people a selection stands for. */
export const SELECTION_MAX = 250_000;

/** A search without what only a screen needs of it: its page, its order, its counts. */
export const selectionRequestSchema = candidateSearchRequestSchema.pick({
  text: true,
  filters: true,
  synonyms: true,
  spelling: true,
});
export type SelectionRequest = z.infer<typeof selectionRequestSchema>;

/**
 * People chosen in a list: one by one, or as everybody a search finds but for a few. `total` is how many the search found when it
 * was chosen, before `except`: who acts on the selection finds out anew, and says so when it has become another number.
 */
export const candidateSelectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(idSchema).min(1).max(SELECTION_IDS_MAX) }),
  z.object({
    kind: z.literal('search'),
    request: selectionRequestSchema,
    total: z.number().int().nonnegative(),
    except: z.array(idSchema).max(SELECTION_EXCEPT_MAX).default([]),
  }),
]);
export type CandidateSelection = z.infer<typeof candidateSelectionSchema>;

/** How many people a selection stands for, as far as the list knew. */
export function selectionSize(selection: CandidateSelection): number {
  return selection.kind === 'ids'
    ? selection.ids.length
    : Math.max(0, selection.total - selection.except.length);
}
