import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { candidateListSchema } from '@/shared/domain/lists/records';
import { idSchema } from '@/shared/kit/ids';

const name = z.string().trim().min(1).max(200);
const description = z.string().trim().max(2000);
const versioned = { id: idSchema, version: z.number().int().positive() };
const committed = z.object({ commitId: idSchema });

export const listViewSchema = candidateListSchema.extend({
  /** How many of it the list of candidates shows: those of the actor, without the archived ones. */
  candidates: z.number().int().nonnegative(),
});
export type ListView = z.infer<typeof listViewSchema>;

export const listsContract = {
  /** Every list, by name. */
  all: procedure('candidate.read').output(z.array(listViewSchema)),
  /** The lists a candidate is on, by name. */
  of: procedure('candidate.read')
    .input(z.object({ candidateId: idSchema }))
    .output(z.array(z.object({ id: idSchema, name: z.string() }))),
  /** INVALID when there is one of that name (compared folded). */
  create: procedure('candidate.edit')
    .input(z.object({ name, description: description.default('') }))
    .output(committed.extend({ id: idSchema })),
  /** INVALID for a name that another one has; NOT_FOUND, CONFLICT. */
  edit: procedure('candidate.edit')
    .input(
      z.object({
        ...versioned,
        patch: z.object({ name: name.optional(), description: description.optional() }),
      }),
    )
    .output(committed),
  /** Deletes the list; the candidates stay. NOT_FOUND, CONFLICT. */
  remove: procedure('candidate.edit').input(z.object(versioned)).output(committed),
};
