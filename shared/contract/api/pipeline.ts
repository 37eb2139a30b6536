import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { NOTE_VISIBILITIES, TAG_COLOURS } from '@/shared/domain/candidates/records';
import { candidateSelectionSchema } from '@/shared/domain/candidates/selection';
import { OPEN_STAGES, stageSchema } from '@/shared/domain/pipeline/board';
import { REJECT_REASONS, WITHDRAW_REASONS } from '@/shared/domain/pipeline/records';
import {
  applicationViewSchema,
  boardViewSchema,
  pipelineJobSchema,
  shortlistSchema,
} from '@/shared/domain/pipeline/views';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

const count = z.number().int().nonnegative();
const versioned = { id: idSchema, version: z.number().int().positive() };
const committed = z.object({ commitId: idSchema });
const jobId = z.object({ jobId: idSchema });

/** The most applications one call is about: all of a board. */
const APPLICATIONS_MAX = 5000;
const applicationIds = z.array(idSchema).min(1).max(APPLICATIONS_MAX);
/** Applications, each with the stage it was seen at: one that stands elsewhere by now is a CONFLICT. */
const seen = z
  .array(z.object({ id: idSchema, from: stageSchema }))
  .min(1)
  .max(APPLICATIONS_MAX);
/** What became of them; `commitId`, to take it back, is null when nothing had to change. */
const taken = z.object({ commitId: idSchema.nullable(), changed: count, already: count });

const note = z.string().trim().max(10_000);

const otherSubmission = {
  applicationId: idSchema,
  jobId: idSchema,
  jobTitle: z.string(),
  stage: stageSchema,
  submittedAt: instantSchema.nullable(),
  at: instantSchema,
  byName: z.string(),
};
export const putWarningSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('put-forward'), ...otherSubmission }),
  z.object({ kind: z.literal('on-other-job'), ...otherSubmission }),
  z.object({ kind: z.literal('do-not-contact') }),
]);
/** A candidate whom something speaks against; also in the `details` (`{count, candidates}`) of OFF_LIMITS and WARNED. */
export const putVerdictSchema = z.object({
  candidateId: idSchema,
  name: z.string(),
  offLimits: z
    .object({
      clientId: idSchema,
      companyName: z.string(),
      employer: z.string(),
      reason: z.string().nullable(),
    })
    .nullable(),
  warnings: z.array(putWarningSchema),
});
export type PutVerdictView = z.infer<typeof putVerdictSchema>;

export const putPreviewSchema = z.object({
  /** How many the selection stands for: the sum of the others. */
  total: count,
  free: count,
  already: count,
  offLimits: count,
  warned: count,
  gone: count,
  offLimitsNamed: z.array(putVerdictSchema),
  warnedNamed: z.array(putVerdictSchema),
});
export type PutPreview = z.infer<typeof putPreviewSchema>;

export const pipelineContract = {
  /** Jobs that are open, drafts and on hold, with who stands where. */
  jobs: procedure('application.read').output(z.array(pipelineJobSchema)),
  /** NOT_FOUND. */
  board: procedure('application.read').input(jobId).output(boardViewSchema),
  /** NOT_FOUND. */
  application: procedure('application.read')
    .input(z.object({ applicationId: idSchema }))
    .output(applicationViewSchema),
  /** Newest first. */
  ofCandidate: procedure('application.read')
    .input(z.object({ candidateId: idSchema }))
    .output(z.array(applicationViewSchema)),
  /** NOT_FOUND. */
  shortlist: procedure('application.read').input(jobId).output(shortlistSchema),
  /** What putting a selection on a job would come to. NOT_FOUND; INVALID for a job that takes nobody. */
  previewPut: procedure('application.edit')
    .input(z.object({ jobId: idSchema, selection: candidateSelectionSchema }))
    .output(putPreviewSchema),
  /** A few candidates; many are a bulk deed. NOT_FOUND, INVALID; OFF_LIMITS, WARNED with who in `details`. */
  put: procedure('application.edit')
    .input(
      z.object({
        jobId: idSchema,
        candidateIds: z.array(idSchema).min(1).max(100),
        stage: z.enum(['new', 'in_review', 'shortlisted']).default('new'),
        overrideReason: note.nullable().default(null),
        despiteWarnings: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        commitId: idSchema.nullable(),
        put: z.array(z.object({ candidateId: idSchema, applicationId: idSchema })),
        already: z.array(
          z.object({ candidateId: idSchema, applicationId: idSchema, stage: stageSchema }),
        ),
      }),
    ),
  /** NOT_FOUND, CONFLICT, ILLEGAL_MOVE; INVALID for a column that the board does not have. */
  move: procedure('application.decide')
    .input(
      z.object({
        applications: seen,
        to: z.enum(OPEN_STAGES),
        columnId: z.string().max(40).nullable().default(null),
      }),
    )
    .output(taken),
  /** NOT_FOUND, CONFLICT, ILLEGAL_MOVE. */
  reject: procedure('application.decide')
    .input(
      z.object({
        applications: seen,
        reason: z.enum(REJECT_REASONS),
        note: note.nullable().default(null),
      }),
    )
    .output(taken),
  /** NOT_FOUND, CONFLICT, ILLEGAL_MOVE. */
  withdraw: procedure('application.edit')
    .input(
      z.object({
        applications: seen,
        reason: z.enum(WITHDRAW_REASONS),
        note: note.nullable().default(null),
      }),
    )
    .output(taken),
  /** NOT_FOUND, CONFLICT, ILLEGAL_MOVE; INVALID without a reason. */
  reopen: procedure('application.edit')
    .input(z.object({ applications: seen, reason: note.min(1) }))
    .output(taken),
  /** NOT_FOUND, CONFLICT. */
  remove: procedure('application.edit').input(z.object({ applicationIds })).output(taken),
  /** NOT_FOUND. */
  addNote: procedure('candidate.comment')
    .input(
      z.object({
        applicationId: idSchema,
        body: z.string().min(1).max(100_000),
        visibility: z.enum(NOTE_VISIBILITIES).default('team'),
      }),
    )
    .output(committed),
  /** NOT_FOUND, CONFLICT. */
  addTag: procedure('application.edit')
    .input(
      z.object({
        applicationIds,
        name: z.string().trim().min(1).max(60),
        colour: z.enum(TAG_COLOURS).default('grey'),
      }),
    )
    .output(taken),
  /** NOT_FOUND, CONFLICT. */
  removeTag: procedure('application.edit')
    .input(z.object({ applicationIds, tagId: idSchema }))
    .output(taken),
  /** NOT_FOUND, CONFLICT; WARNED with who in `details`. */
  putForward: procedure('application.edit')
    .input(
      z.object({
        applicationIds,
        submitted: z.boolean(),
        despiteWarnings: z.boolean().default(false),
      }),
    )
    .output(taken),
  /** Whole minor units. NOT_FOUND, CONFLICT; INVALID for an amount without its currency. */
  setOffer: procedure('application.edit')
    .input(
      z.object({
        ...versioned,
        salaryOffered: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).nullable(),
        salaryCurrency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .nullable(),
      }),
    )
    .output(committed),
  /** NOT_FOUND, CONFLICT. */
  writeUp: procedure('application.edit')
    .input(z.object({ ...versioned, text: z.string().max(20_000) }))
    .output(committed),
  /** To a file, a person a row with the reasons. `cut` counts cells of a workbook that were longer than it takes. NOT_FOUND, HANDLE_EXPIRED. */
  exportShortlist: procedure('export.run')
    .input(z.object({ jobId: idSchema, format: z.enum(['csv', 'xlsx']), handle: z.string() }))
    .output(z.object({ candidates: count, cut: count })),
  /**
   * Says in the audit log that a shortlist goes onto paper or into a PDF, which the window makes of what it shows. It is asked before that, so
   * that nothing goes out unsaid. NOT_FOUND.
   */
  printed: procedure('export.run')
    .input(z.object({ jobId: idSchema, format: z.enum(['print', 'pdf']) }))
    .output(z.object({ candidates: count })),
  /** Those named from the top, the others after them. NOT_FOUND, CONFLICT. */
  orderShortlist: procedure('application.edit')
    .input(z.object({ jobId: idSchema, applicationIds: z.array(idSchema).max(500) }))
    .output(z.object({ commitId: idSchema.nullable() })),
};
