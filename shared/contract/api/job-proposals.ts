import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { jobReadingSchema } from '@/shared/domain/jobs/description/reading';
import { jobDraftSchema } from '@/shared/domain/jobs/records';

const proposal = z.object({
  /** What the places in the reading are places of. */
  text: z.string(),
  reading: jobReadingSchema,
  /** As `jobs.create` takes it, but that the title may be empty: then a person has to give one. */
  draft: z.object({ ...jobDraftSchema.shape, title: z.string() }),
});

/** A job read from its description. Nothing is saved. */
export const jobProposalsContract = {
  fromText: procedure('job.edit')
    .input(z.object({ text: z.string().max(1_000_000) }))
    .output(proposal),
  /** HANDLE_EXPIRED; INVALID with why the file cannot be read. */
  fromFile: procedure('job.edit')
    .input(z.object({ handle: z.string() }))
    .output(proposal),
};
