import type { JobReading } from '@/shared/domain/jobs/description/reading';

export interface JobDescriptionReader {
  /** What a description asks for and offers: `readJobDescription`, not on the caller's thread. Errors: as a search. */
  readonly readJob: (text: string, signal?: AbortSignal) => Promise<JobReading>;
}
