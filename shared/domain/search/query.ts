import { z } from 'zod';
import { cefrSchema } from '@/shared/domain/parsing/parsed-resume';

/** What a word may be looked for in, typed as `field:word`. `cv` is the text of the résumé. */
export const SEARCH_FIELDS = [
  'name',
  'title',
  'company',
  'skill',
  'school',
  'city',
  'tag',
  'note',
  'cv',
] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/**
 * What people are or are not, typed as `country:Germany` or `has:email`: values of the filters rather than words of a text. `skill` with
 * years is `skill:java>=3`, `near` is `near:Lyon,50`.
 */
export const FACT_FIELDS = [
  'skill',
  'country',
  'near',
  'language',
  'degree',
  'seniority',
  'list',
  'owner',
  'source',
  'consent',
  'has',
  'missing',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/** What may be compared with a number, typed as `years>=5` or `updated<30d`: years of work, or the days since. */
export const RANGE_KINDS = ['years', 'updated', 'added'] as const;

/** Half-open range in the typed text, to point at it. */
const place = { start: z.number().int(), end: z.number().int() };

const wordsSchema = z.object({
  kind: z.enum(['term', 'phrase', 'prefix']),
  /** As typed, without quotes and star. */
  text: z.string(),
  /** Null: anywhere. */
  field: z.enum(SEARCH_FIELDS).nullable(),
  ...place,
});
const nearSchema = z.object({
  kind: z.literal('near'),
  words: z.array(z.string()),
  /** At most so many words between them. */
  distance: z.number().int(),
  field: z.enum(SEARCH_FIELDS).nullable(),
  ...place,
});
const rangeSchema = z.object({
  kind: z.literal('range'),
  of: z.enum(RANGE_KINDS),
  comparison: z.enum(['<', '<=', '>', '>=', '=']),
  /** Years of work, or days. */
  value: z.number(),
  ...place,
});

const factSchema = z.object({
  kind: z.literal('fact'),
  of: z.enum(FACT_FIELDS),
  /** As typed, without quotes: a name, or the word of a choice. */
  text: z.string(),
  /** Least years of a skill, or kilometres around a place; null for all others. */
  amount: z.number().nullable(),
  /** Least level of a language (A1 to C2, native); null: any. */
  level: cefrSchema.nullable(),
  ...place,
});

export type WordsNode = z.infer<typeof wordsSchema>;
export type NearNode = z.infer<typeof nearSchema>;
export type RangeNode = z.infer<typeof rangeSchema>;
export type FactNode = z.infer<typeof factSchema>;
export interface JoinNode {
  readonly kind: 'and' | 'or';
  readonly of: readonly QueryNode[];
  readonly start: number;
  readonly end: number;
}
export interface NotNode {
  readonly kind: 'not';
  readonly of: QueryNode;
  readonly start: number;
  readonly end: number;
}
/** A typed query as a tree: leaves to look for, joined. */
export type QueryNode = WordsNode | NearNode | RangeNode | FactNode | JoinNode | NotNode;

const nodeSchema: z.ZodType<QueryNode> = z.lazy(() =>
  z.union([
    wordsSchema,
    nearSchema,
    rangeSchema,
    factSchema,
    z.object({ kind: z.enum(['and', 'or']), of: z.array(nodeSchema), ...place }),
    z.object({ kind: z.literal('not'), of: nodeSchema, ...place }),
  ]),
);

/** A typed query as understood. */
export const querySchema = z.object({
  /** Null when nothing is asked for. */
  root: nodeSchema.nullable(),
  /** What could not be understood, with where; the rest is searched all the same. */
  problems: z.array(
    z.object({
      code: z.enum([
        'unclosed-quote',
        'unclosed-bracket',
        'unopened-bracket',
        'too-deep',
        'missing-operand',
        'bad-range',
        'unknown-value',
        'hidden-field',
        'only-exclusions',
        'nothing-to-search',
        'too-many-parts',
      ]),
      ...place,
    }),
  ),
});
export type Query = z.infer<typeof querySchema>;

/** The parts that must all hold: those of the topmost "and". */
export function partsOf(query: Query): readonly QueryNode[] {
  if (query.root === null) return [];
  return query.root.kind === 'and' ? query.root.of : [query.root];
}

/** The words a match has because it was asked for them; what is excluded is not among them. */
export function wantedWords(query: Query): readonly (WordsNode | NearNode)[] {
  return query.root === null ? [] : wantedIn(query.root);
}

function wantedIn(node: QueryNode): readonly (WordsNode | NearNode)[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.flatMap(wantedIn);
    case 'not':
    case 'range':
    case 'fact':
      return [];
    default:
      return [node];
  }
}
