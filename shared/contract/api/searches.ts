import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import {
  keptFiltersSchema,
  savedSearchSchema,
  searchEntrySchema,
} from '@/shared/domain/searches/records';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

const byId = z.object({ id: idSchema });
const saved = z.object({ id: idSchema, commitId: idSchema });

/** What a person decides of a saved search. */
const keptSchema = z.object({
  name: z.string().trim().min(1).max(100),
  text: z.string().max(10_000),
  filters: keptFiltersSchema,
  sort: savedSearchSchema.shape.sort,
  columns: z.array(z.string().max(40)).max(60).nullable(),
  notify: z.boolean(),
});

/** Everyone's own searches: those kept under a name, and those made lately. */
export const searchesContract = {
  /** By name. */
  saved: procedure('candidate.read').output(z.array(savedSearchSchema)),
  /** How many each saved search finds, and how many of them are new since one last looked. */
  counts: procedure('candidate.read').output(
    z.array(
      z.object({
        id: idSchema,
        total: z.number().int().nonnegative(),
        fresh: z.number().int().nonnegative(),
      }),
    ),
  ),
  /** INVALID when there is one of that name. */
  save: procedure('candidate.read').input(keptSchema).output(saved),
  change: procedure('candidate.read')
    .input(byId.extend({ version: z.number().int().positive(), patch: keptSchema.partial() }))
    .output(saved),
  delete: procedure('candidate.read').input(byId).output(saved),
  /** One looks at it: from now on others are new. Answers since when people were new until now. */
  see: procedure('candidate.read')
    .input(byId)
    .output(z.object({ newSince: instantSchema })),
  /** Searches made, newest first; with `containing`, those whose text holds it. */
  made: procedure('candidate.read')
    .input(
      z.object({
        containing: z.string().max(10_000).default(''),
        limit: z.number().int().min(1).max(200).default(10),
      }),
    )
    .output(z.array(searchEntrySchema)),
  remember: procedure('candidate.read')
    .input(
      z.object({
        text: z.string().max(10_000),
        filters: keptFiltersSchema,
        total: z.number().int().nonnegative(),
      }),
    )
    .output(z.object({ remembered: z.boolean() })),
  /** Forgets one search, or with null all of them. */
  forget: procedure('candidate.read')
    .input(z.object({ id: idSchema.nullable() }))
    .output(z.object({ forgotten: z.number().int().nonnegative() })),
};
