import { z } from 'zod';
import { recordBase } from '@/shared/domain/candidates/records';
import { candidateFiltersSchema, SORT_KEYS } from '@/shared/domain/candidates/views';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** What a search asks for beside its text: its filters, and which of the other words it would look for are switched off. */
export const keptFiltersSchema = candidateFiltersSchema.extend({
  synonyms: z.literal(false).optional(),
  spelling: z.literal(false).optional(),
});
export type KeptFilters = z.infer<typeof keptFiltersSchema>;

/** A search under a name, with how its list is shown: what one comes back to. */
export const savedSearchSchema = z.object({
  ...recordBase,
  ownerId: idSchema,
  name: z.string(),
  text: z.string(),
  filters: keptFiltersSchema,
  /** Null: as lists are sorted when nothing is chosen. */
  sort: z.object({ by: z.enum(SORT_KEYS), direction: z.enum(['asc', 'desc']) }).nullable(),
  /** Columns in their order; null: those of all lists. */
  columns: z.array(z.string()).nullable(),
  /** Whether its owner is told of new people it finds. */
  notify: z.boolean(),
  /** When its owner last looked: who came in or got a new CV since is new. */
  seenAt: instantSchema,
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** A search somebody made, to come back to. */
export const searchEntrySchema = z.object({
  ...recordBase,
  ownerId: idSchema,
  text: z.string(),
  filters: keptFiltersSchema,
  /** How many it found. */
  total: z.number().int().nonnegative(),
});
export type SearchEntry = z.infer<typeof searchEntrySchema>;

export const VIEW_SUBJECTS = ['jobs', 'clients', 'pipeline', 'reports'] as const;

/** How somebody looks at a list other than that of the candidates, under a name. */
export const savedViewSchema = z.object({
  ...recordBase,
  ownerId: idSchema,
  subject: z.enum(VIEW_SUBJECTS),
  name: z.string(),
  /** The filters, order and columns as the list's address holds them. */
  view: z.record(z.string(), z.unknown()),
});
export type SavedView = z.infer<typeof savedViewSchema>;
