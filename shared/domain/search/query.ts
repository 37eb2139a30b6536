import { z } from 'zod';

/** One part of a typed query. `text` is as typed, without quotes, minus or star. */
export const queryPartSchema = z.object({
  kind: z.enum(['term', 'phrase', 'prefix']),
  text: z.string(),
  exclude: z.boolean(),
  /** Half-open range in the typed text, to point at it. */
  start: z.number().int(),
  end: z.number().int(),
});
export type QueryPart = z.infer<typeof queryPartSchema>;

/** A typed query as understood: every part must match, excluded ones must not. */
export const querySchema = z.object({
  parts: z.array(queryPartSchema),
  /** What could not be understood, with where; the rest is searched all the same. */
  problems: z.array(
    z.object({
      code: z.enum(['unclosed-quote', 'only-exclusions', 'nothing-to-search', 'too-many-parts']),
      start: z.number().int(),
      end: z.number().int(),
    }),
  ),
});
export type Query = z.infer<typeof querySchema>;
