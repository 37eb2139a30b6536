import { z } from 'zod';
import { idSchema } from '@/shared/kit/ids';

/** What a filter chip offers values of. */
export const SUGGEST_KINDS = [
  'skill',
  'title',
  'company',
  'school',
  'city',
  'language',
  'tag',
  'list',
] as const;
export type SuggestKind = (typeof SUGGEST_KINDS)[number];

/** Values of one kind that begin with what was typed, or have a word that does; `limit` is the number wanted. */
export const suggestRequestSchema = z.object({
  kind: z.enum(SUGGEST_KINDS),
  prefix: z.string().max(200),
  limit: z.number().int().min(1).max(50).default(10),
});
export type SuggestRequest = z.infer<typeof suggestRequestSchema>;

/** The search box: what is typed, and where the caret stands in it (UTF-16). */
export const completeRequestSchema = z.object({
  text: z.string().max(10_000),
  caret: z.number().int().min(0).max(10_000),
  limit: z.number().int().min(1).max(20).default(8),
});
export type CompleteRequest = z.infer<typeof completeRequestSchema>;

/** What one suggestion is: a person, a past search, a field of the language, or a value of a field. */
export const COMPLETION_KINDS = ['person', 'search', 'field', ...SUGGEST_KINDS] as const;

export const completionSchema = z.object({
  kind: z.enum(COMPLETION_KINDS),
  /** As it is shown: "Carmen Ruiz", "Java", "skill:". */
  label: z.string(),
  /** Choosing it puts `insert` in the place of the typed text from `start` to `end` (UTF-16), with the caret behind it. */
  insert: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** How many have it, or how many a past search found; null where that is not known. */
  count: z.number().int().nonnegative().nullable(),
  /** The person, to open their page at once; null for everything else. */
  candidateId: idSchema.nullable(),
});
export type Completion = z.infer<typeof completionSchema>;
