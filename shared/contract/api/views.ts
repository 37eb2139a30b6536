import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { savedViewSchema, VIEW_SUBJECTS } from '@/shared/domain/searches/records';
import { idSchema } from '@/shared/kit/ids';

const versioned = { id: idSchema, version: z.number().int().positive() };
const saved = z.object({ id: idSchema, commitId: idSchema });
const name = z.string().trim().min(1).max(100);
/** As the list's address holds it; bounded by what an address is. */
const view = z
  .record(z.string().max(60), z.unknown())
  .refine((given) => JSON.stringify(given).length <= 20_000, { message: 'too much' });

/** Everyone's own views of lists other than that of the candidates. */
export const viewsContract = {
  /** By name. */
  list: procedure('workspace.read')
    .input(z.object({ subject: z.enum(VIEW_SUBJECTS) }))
    .output(z.array(savedViewSchema)),
  /** INVALID for a name that another view of the same list has. */
  save: procedure('workspace.read')
    .input(z.object({ subject: z.enum(VIEW_SUBJECTS), name, view }))
    .output(saved),
  /** NOT_FOUND, CONFLICT, INVALID as in `save`. */
  change: procedure('workspace.read')
    .input(z.object({ ...versioned, name: name.optional(), view: view.optional() }))
    .output(saved),
  delete: procedure('workspace.read').input(z.object(versioned)).output(saved),
};
