import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { CANDIDATE_FIELDS, DUPLICATE_REASONS } from '@/shared/domain/candidates/records';
import { candidateDetailSchema } from '@/shared/domain/candidates/views';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

const committed = z.object({ commitId: idSchema });
const reasonSchema = z.enum(DUPLICATE_REASONS);
const count = z.number().int().nonnegative();

const pairSchema = z.object({
  id: idSchema,
  candidateId: idSchema,
  otherId: idSchema,
  reasons: z.array(reasonSchema),
  score: z.number().min(0).max(1),
});

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
  pairs: z.array(pairSchema),
});
export type DuplicateGroupView = z.infer<typeof duplicateGroupSchema>;

/** At once; more are merged one group after another. */
const peopleSchema = z.array(idSchema).min(2).max(12);

export const mergeChoiceSchema = z.object({
  survivorId: idSchema,
  /** By field the person whose value is kept; the survivor's where none is named. */
  fields: z.partialRecord(z.enum(CANDIDATE_FIELDS), idSchema),
  /** Contact points, jobs, degrees, skills, certificates and languages that are kept. */
  rows: z.array(idSchema).max(20_000),
});

export const mergePreviewSchema = z.object({
  /** In the order asked for. */
  people: z.array(z.object({ detail: candidateDetailSchema, lists: count })),
  /** Pairs among them that nobody has decided. */
  pairs: z.array(pairSchema),
  /** What a merge keeps where nobody chooses otherwise. */
  choice: mergeChoiceSchema,
  /** Rows of different people that say the same, the one that is kept first. */
  same: z.array(z.array(idSchema)),
  /** Changes with anything of theirs. */
  stamp: z.string(),
});
export type MergePreview = z.infer<typeof mergePreviewSchema>;

export const mergeViewSchema = z.object({
  id: idSchema,
  at: instantSchema,
  byName: z.string(),
  /** Who is shown now. */
  survivorId: idSchema,
  survivorName: z.string(),
  /** What the survivor was called before the merge. */
  survivorWas: z.string(),
  mergedId: idSchema,
  mergedName: z.string(),
});

export const duplicateSearchSchema = z.object({
  state: z.enum(['none', 'running', 'done', 'stopped', 'failed']),
  /** Everybody was compared with everybody; else those who came or changed with an import. */
  whole: z.boolean(),
  /** The share of the work that is done, 0 to 1. */
  done: z.number().min(0).max(1),
  /** Pairs that were not known before. */
  found: count,
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  error: z.string().nullable(),
});
export type DuplicateSearchView = z.infer<typeof duplicateSearchSchema>;

export const duplicatesContract = {
  /** The search at work, or the last one of this start; told anew with the topic `duplicate-search`. */
  search: procedure('candidate.read').output(duplicateSearchSchema),
  /** Compares everybody with everybody, in the background. INVALID while that is at work. */
  startSearch: procedure('candidate.edit').output(duplicateSearchSchema),
  /** Ends the search; the pairs it found stay. */
  stopSearch: procedure('candidate.edit').output(duplicateSearchSchema),
  /** How many pairs there are, by what became of them. */
  counts: procedure('candidate.read').output(
    z.object({ open: count, notTheSame: count, merged: count }),
  ),
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
  /** People side by side, with what a merge would keep. Nothing is changed. */
  preview: procedure('candidate.read')
    .input(z.object({ candidateIds: peopleSchema, survivorId: idSchema.nullable().default(null) }))
    .output(mergePreviewSchema),
  /** Merges all of them into the one who stays. CONFLICT when something of them is other than in the preview. */
  merge: procedure('candidate.edit')
    .input(
      z.object({
        candidateIds: peopleSchema,
        choice: mergeChoiceSchema,
        stamp: z.string().max(200),
      }),
    )
    .output(committed),
  /** Merges in force, newest first. */
  merges: procedure('candidate.read')
    .input(
      z.object({
        beforeId: idSchema.nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.array(mergeViewSchema)),
  /** Takes a merge apart: both have what they had; what was done since stays with the survivor. */
  unmerge: procedure('candidate.edit')
    .input(z.object({ mergeId: idSchema }))
    .output(
      committed.extend({
        survivorId: idSchema,
        mergedId: idSchema,
        /** Fields of the survivor that were changed since and stay so. */
        fields: z.array(z.enum(CANDIDATE_FIELDS)),
        /** Entries that were changed since: the survivor keeps them with the change. */
        changed: count,
        /** Entries that were added since: the survivor keeps them. */
        added: count,
      }),
    ),
};
