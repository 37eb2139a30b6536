import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { LONGEST_TEXT } from '@/shared/domain/custom-fields/custom-value';
import { activityPageSchema, activityRequestSchema } from '@/shared/domain/history/activity';
import {
  askedSkillSchema,
  JOB_STATUSES,
  jobDraftSchema,
  jobFields,
  jobTemplateSchema,
  matchWeightsSchema,
  TEAM_ROLES,
} from '@/shared/domain/jobs/records';
import { jobDetailSchema, jobListRequestSchema, jobsPageSchema } from '@/shared/domain/jobs/views';
import { boardSchema } from '@/shared/domain/pipeline/board';
import { idSchema } from '@/shared/kit/ids';

const versioned = { id: idSchema, version: z.number().int().positive() };
const committed = z.object({ commitId: idSchema });
/** The rows that the editor saw, of a list that is saved whole. */
const seen = z.array(z.object(versioned)).max(1000);
const templateName = z.string().trim().min(1).max(200);

/** Jobs: what is asked for, who is on them, and templates to begin with. */
export const jobsContract = {
  list: procedure('job.read').input(jobListRequestSchema).output(jobsPageSchema),
  get: procedure('job.read')
    .input(z.object({ id: idSchema }))
    .output(jobDetailSchema),
  /** The one client that the actor makes jobs for; null for whoever chooses one of them. */
  ownClient: procedure('job.edit').output(
    z.object({ id: idSchema, companyName: z.string() }).nullable(),
  ),
  /** INVALID (with `details.fields`) for ranges that are turned round and for an inactive client. NOT_FOUND for another's client. */
  create: procedure('job.edit')
    .input(
      z.object({
        clientId: idSchema,
        draft: jobDraftSchema,
        status: z.enum(['draft', 'open']).default('draft'),
      }),
    )
    .output(committed.extend({ id: idSchema })),
  /** NOT_FOUND, CONFLICT, INVALID as in `create`. */
  edit: procedure('job.edit')
    .input(
      z.object({
        ...versioned,
        patch: z.object({ ...jobFields, clientId: idSchema }).partial(),
      }),
    )
    .output(committed),
  /** All skills in their order; of two that are one, one stays. CONFLICT when the rows are not those that were seen. */
  setSkills: procedure('job.edit')
    .input(z.object({ jobId: idSchema, seen, skills: z.array(askedSkillSchema).max(500) }))
    .output(committed),
  /** Everybody on the job. CONFLICT as in `setSkills`; INVALID for somebody who is neither at the desk nor a contact of the client. */
  setTeam: procedure('job.edit')
    .input(
      z.object({
        jobId: idSchema,
        seen,
        team: z
          .array(
            z.object({
              role: z.enum(TEAM_ROLES),
              userId: idSchema.nullable(),
              contactId: idSchema.nullable(),
            }),
          )
          .max(200),
      }),
    )
    .output(committed),
  /** The columns of its board; null for the usual ones. */
  setBoard: procedure('job.edit')
    .input(z.object({ ...versioned, board: boardSchema.nullable() }))
    .output(committed),
  /** What the parts of a match weigh (null: as usual), and from which score on its recruiters are told (null: never). */
  setMatching: procedure('job.edit')
    .input(
      z.object({
        ...versioned,
        weights: matchWeightsSchema.nullable().optional(),
        matchThreshold: z.number().int().min(0).max(100).nullable().optional(),
      }),
    )
    .output(committed),
  /** INVALID for a move that `STATUS_MOVES` does not have. */
  changeStatus: procedure('job.edit')
    .input(z.object({ ...versioned, status: z.enum(JOB_STATUSES) }))
    .output(committed),
  /** INVALID when candidates are on it: close it instead. */
  delete: procedure('job.edit').input(z.object(versioned)).output(committed),
  /** A draft with the same fields, skills, team, board and weights. */
  duplicate: procedure('job.edit')
    .input(z.object({ id: idSchema }))
    .output(committed.extend({ id: idSchema })),
  /** What a job has in a custom field; null for nothing. `version` is the job's. */
  setCustomValue: procedure('job.edit')
    .input(
      z.object({
        ...versioned,
        fieldId: idSchema,
        value: z.union([z.string().max(LONGEST_TEXT), z.number(), z.boolean(), z.null()]),
      }),
    )
    .output(committed),
  /** Skills of the taxonomy that begin so or have a word that does, by their own names and others; for typing ahead. */
  suggestSkills: procedure('job.read')
    .input(z.object({ prefix: z.string().max(200), limit: z.number().int().min(1).max(50) }))
    .output(z.array(z.object({ id: z.string(), name: z.string() }))),
  /** By name. */
  templates: procedure('job.edit').output(z.array(jobTemplateSchema)),
  /** Keeps what a job asks for, to begin others with. INVALID for a name in use. */
  saveTemplate: procedure('job.edit')
    .input(z.object({ jobId: idSchema, name: templateName }))
    .output(committed.extend({ id: idSchema })),
  renameTemplate: procedure('job.edit')
    .input(z.object({ ...versioned, name: templateName }))
    .output(committed),
  deleteTemplate: procedure('job.edit').input(z.object(versioned)).output(committed),
  /** What was done to the job, and the steps of candidates on it. */
  activity: procedure('job.read').input(activityRequestSchema).output(activityPageSchema),
};
