import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { ARRANGEMENTS } from '@/shared/domain/interviews/moves';
import { interviewDetailsSchema, MOST_MINUTES } from '@/shared/domain/interviews/records';
import {
  interviewerSchema,
  interviewListRequestSchema,
  interviewPageSchema,
  interviewViewSchema,
} from '@/shared/domain/interviews/views';
import { timeZoneSchema, wallTimeSchema } from '@/shared/domain/interviews/when';
import { REJECT_REASONS } from '@/shared/domain/pipeline/records';
import { idSchema } from '@/shared/kit/ids';

const versioned = { id: idSchema, version: z.number().int().positive() };
const committed = z.object({ commitId: idSchema });
const application = z.object({ applicationId: idSchema });
const minutes = z.number().int().positive().max(MOST_MINUTES);
const note = z.string().trim().max(10_000);
const time = {
  durationMinutes: minutes,
  /** In which the time is, or will be, chosen. */
  timeZone: timeZoneSchema,
  when: wallTimeSchema.omit({ timeZone: true }).nullable(),
};

/** Interviews: planned, arranged, decided. Whoever is asked to hold one sees it, whatever else they see. */
export const interviewsContract = {
  /** As `listOf` parts them. */
  list: procedure('application.read').input(interviewListRequestSchema).output(interviewPageSchema),
  /** NOT_FOUND. */
  get: procedure('application.read')
    .input(z.object({ id: idSchema }))
    .output(interviewViewSchema),
  /** By round. */
  ofApplication: procedure('application.read')
    .input(application)
    .output(z.array(interviewViewSchema)),
  /** Who holds the interviews that whoever asks sees, by name. */
  interviewers: procedure('application.read').output(z.array(interviewerSchema)),
  /** Who can be asked to interview for an application's job. */
  interviewersFor: procedure('application.edit')
    .input(application)
    .output(z.array(interviewerSchema)),
  /** The next round, as a draft. NOT_FOUND; INVALID for a time that there is not (`why`), ILLEGAL_MOVE while an earlier round is undecided. */
  plan: procedure('application.edit')
    .input(z.object({ ...application.shape, details: interviewDetailsSchema, ...time }))
    .output(committed.extend({ id: idSchema, round: z.number().int().positive() })),
  /** NOT_FOUND, CONFLICT; INVALID for what may not be said any more, or not yet. */
  edit: procedure('application.edit')
    .input(
      z.object({
        ...versioned,
        details: interviewDetailsSchema.partial().optional(),
        time: z.object(time).optional(),
        feedback: z.string().max(20_000).optional(),
      }),
    )
    .output(committed),
  /** NOT_FOUND, CONFLICT, ILLEGAL_MOVE; INVALID for a time that there is not (`why`). */
  arrange: procedure('application.edit')
    .input(
      z.object({
        ...versioned,
        action: z.enum(ARRANGEMENTS),
        note: note.default(''),
        time: z.object({ when: wallTimeSchema, durationMinutes: minutes }).nullable().default(null),
      }),
    )
    .output(committed),
  /** NOT_FOUND, CONFLICT, ILLEGAL_MOVE. */
  decide: procedure('application.decide')
    .input(
      z.object({
        ...versioned,
        decided: z.discriminatedUnion('action', [
          z.object({ action: z.literal('pass') }),
          z.object({ action: z.literal('start_hiring') }),
          z.object({
            action: z.literal('reject'),
            reason: z.enum(REJECT_REASONS),
            note: note.nullable().default(null),
          }),
        ]),
      }),
    )
    .output(committed),
  /** A draft alone. NOT_FOUND, CONFLICT, ILLEGAL_MOVE. */
  remove: procedure('application.edit').input(z.object(versioned)).output(committed),
};
