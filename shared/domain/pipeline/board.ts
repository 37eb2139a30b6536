import { z } from 'zod';

/** Where an application stands, and nothing else does. */
export const STAGES = [
  'new',
  'in_review',
  'shortlisted',
  'in_progress',
  'selected',
  'rejected',
  'withdrawn',
] as const;
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

/** The stages that a board has columns for, in their order; who was rejected or withdrew stands beside it. */
export const OPEN_STAGES = ['new', 'in_review', 'shortlisted', 'in_progress', 'selected'] as const;
export type OpenStage = (typeof OPEN_STAGES)[number];

/** A column of a job's board under a name of its own: a step within one of the stages. */
export const boardColumnSchema = z.object({
  /** Stable within the job. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(60),
  stage: z.enum(OPEN_STAGES),
});
export type BoardColumn = z.infer<typeof boardColumnSchema>;

/** A board's columns from left to right: every stage has one at least, and they stand in the order of the stages. */
export const boardSchema = z
  .array(boardColumnSchema)
  .min(OPEN_STAGES.length)
  .max(20)
  .refine((columns) => new Set(columns.map(({ id }) => id)).size === columns.length, {
    message: 'Two columns have one id.',
  })
  .refine((columns) => OPEN_STAGES.every((stage) => columns.some((one) => one.stage === stage)), {
    message: 'Every stage has one column at least.',
  })
  .refine(
    (columns) =>
      columns.every(
        ({ stage }, at) =>
          at === 0 ||
          OPEN_STAGES.indexOf(columns[at - 1]?.stage ?? 'new') <= OPEN_STAGES.indexOf(stage),
      ),
    { message: 'Columns stand in the order of their stages.' },
  );
export type Board = z.infer<typeof boardSchema>;
