import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import {
  CANDIDATE_FIELDS,
  candidateLanguageSchema,
  candidateSkillSchema,
  certificationSchema,
  contactPointSchema,
  educationSchema,
  experienceSchema,
  NOTE_VISIBILITIES,
  storeSetFields,
  TAG_COLOURS,
  tagSchema,
} from '@/shared/domain/candidates/records';
import { PART_ENTITIES } from '@/shared/domain/candidates/part-identity';
import {
  candidateDetailSchema,
  candidateSearchPageSchema,
  candidateSearchRequestSchema,
} from '@/shared/domain/candidates/views';
import { SELECTION_IDS_MAX, selectionRequestSchema } from '@/shared/domain/candidates/selection';
import { ACTIONS } from '@/shared/domain/history/change';
import {
  completeRequestSchema,
  completionSchema,
  suggestRequestSchema,
} from '@/shared/domain/search/suggestions';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** A record and the version the editor saw; another version in the database answers CONFLICT. */
const versioned = { id: idSchema, version: z.number().int().positive() };
const committed = z.object({ commitId: idSchema });

/** The rows of a candidate a person may add, change and remove: what they may set of each. */
const partInputs = {
  contactPoint: contactPointSchema.omit({ ...storeSetFields, key: true }),
  experience: experienceSchema.omit({ ...storeSetFields, months: true }),
  education: educationSchema.omit(storeSetFields),
  candidateSkill: candidateSkillSchema.omit({
    ...storeSetFields,
    key: true,
    skillId: true,
    declared: true,
  }),
  certification: certificationSchema.omit(storeSetFields),
  candidateLanguage: candidateLanguageSchema.omit(storeSetFields),
};

export const candidatePartSchema = z.discriminatedUnion('entity', [
  z.object({ entity: z.literal('contactPoint'), values: partInputs.contactPoint }),
  z.object({ entity: z.literal('experience'), values: partInputs.experience }),
  z.object({ entity: z.literal('education'), values: partInputs.education }),
  z.object({ entity: z.literal('candidateSkill'), values: partInputs.candidateSkill }),
  z.object({ entity: z.literal('certification'), values: partInputs.certification }),
  z.object({ entity: z.literal('candidateLanguage'), values: partInputs.candidateLanguage }),
]);
export type CandidatePart = z.infer<typeof candidatePartSchema>;
export const timelineEntrySchema = z.object({
  commitId: idSchema,
  at: instantSchema,
  actorName: z.string(),
  action: z.enum(ACTIONS),
  undone: z.boolean(),
  /** Field by field, for people's edits: what it was and what it became; values as short text. */
  fields: z.array(
    z.object({
      entity: z.string(),
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const candidatesContract = {
  search: procedure('candidate.read')
    .input(candidateSearchRequestSchema)
    .output(candidateSearchPageSchema),
  /** Values for a filter chip, most frequent first. */
  suggest: procedure('candidate.read')
    .input(suggestRequestSchema)
    .output(z.array(z.object({ value: z.string(), count: z.number().int() }))),
  /** What the search box offers for the word at the caret: people, values of fields, fields and past searches. */
  complete: procedure('candidate.read')
    .input(completeRequestSchema)
    .output(z.array(completionSchema)),
  /** Towns whose names begin so, the largest first: to look for people near one. */
  places: procedure('candidate.read')
    .input(z.object({ prefix: z.string().max(200), limit: z.number().int().min(1).max(50) }))
    .output(
      z.array(
        z.object({
          name: z.string(),
          /** The code of the state, for the United States alone. */
          region: z.string().nullable(),
          /** ISO 3166-1 alpha-2. */
          country: z.string(),
          latitude: z.number(),
          longitude: z.number(),
        }),
      ),
    ),
  /** How many of some candidates a search finds: those of a selection that are in the list on screen. */
  among: procedure('candidate.read')
    .input(
      z.object({
        request: selectionRequestSchema,
        ids: z.array(idSchema).max(SELECTION_IDS_MAX),
      }),
    )
    .output(z.object({ count: z.number().int().nonnegative() })),
  get: procedure('candidate.read')
    .input(z.object({ id: idSchema }))
    .output(candidateDetailSchema),
  /** Changes the candidate's own fields; each changed field is marked as entered by the actor, now. */
  edit: procedure('candidate.edit')
    .input(
      z.object({
        ...versioned,
        patch: z.object({
          name: z.string().trim().max(300).optional(),
          headline: z.string().trim().max(500).nullable().optional(),
          location: z.string().trim().max(300).nullable().optional(),
          summary: z.string().max(20_000).nullable().optional(),
          totalYears: z.number().min(0).max(80).nullable().optional(),
          noticePeriod: z.string().trim().max(300).nullable().optional(),
          workPermission: z.string().trim().max(300).nullable().optional(),
          doNotContact: z.boolean().optional(),
        }),
      }),
    )
    .output(committed),
  /** "Looks right": a value that was read counts as confirmed by the actor, as a correction would; it stays the same. */
  confirm: procedure('candidate.edit')
    .input(
      z.discriminatedUnion('kind', [
        z.object({ ...versioned, kind: z.literal('field'), field: z.enum(CANDIDATE_FIELDS) }),
        z.object({ ...versioned, kind: z.literal('part'), entity: z.enum(PART_ENTITIES) }),
      ]),
    )
    .output(committed),
  addPart: procedure('candidate.edit')
    .input(z.object({ candidateId: idSchema, part: candidatePartSchema }))
    .output(committed),
  editPart: procedure('candidate.edit')
    .input(z.object({ ...versioned, part: candidatePartSchema }))
    .output(committed),
  removePart: procedure('candidate.edit')
    .input(z.object({ ...versioned, entity: z.enum(PART_ENTITIES) }))
    .output(committed),
  archive: procedure('candidate.edit')
    .input(z.object({ ids: z.array(idSchema).min(1).max(500), archived: z.boolean() }))
    .output(committed),
  addNote: procedure('candidate.comment')
    .input(
      z.object({
        candidateId: idSchema,
        body: z.string().trim().min(1).max(20_000),
        visibility: z.enum(NOTE_VISIBILITIES).default('team'),
      }),
    )
    .output(committed),
  editNote: procedure('candidate.comment')
    .input(z.object({ ...versioned, body: z.string().trim().min(1).max(20_000) }))
    .output(committed),
  deleteNote: procedure('candidate.comment').input(z.object(versioned)).output(committed),
  tags: procedure('candidate.read').output(
    z.array(tagSchema.extend({ candidates: z.number().int().nonnegative() })),
  ),
  /** Puts a tag on candidates; makes the tag when there is none of that name (compared folded). */
  addTag: procedure('candidate.edit')
    .input(
      z.object({
        candidateIds: z.array(idSchema).min(1).max(500),
        name: z.string().trim().min(1).max(60),
        colour: z.enum(TAG_COLOURS).default('grey'),
      }),
    )
    .output(committed),
  removeTag: procedure('candidate.edit')
    .input(z.object({ candidateIds: z.array(idSchema).min(1).max(500), tagId: idSchema }))
    .output(committed),
  /** Newest first. */
  timeline: procedure('history.undo')
    .input(
      z.object({
        id: idSchema,
        beforeCommitId: idSchema.nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.array(timelineEntrySchema)),
};
