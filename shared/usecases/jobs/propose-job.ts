import { draftFromReading } from '@/shared/domain/jobs/description/draft-from-reading';
import type { JobReading } from '@/shared/domain/jobs/description/reading';
import type { JobDraft } from '@/shared/domain/jobs/records';
import { AppError } from '@/shared/kit/app-error';
import type { JobDescriptionReader } from '@/shared/usecases/ports/job-description-reader';
import type { ParseRequest, Parser } from '@/shared/usecases/ports/parser';

/** What a description proposes: a job to look over, and the places in the text that each value was read from. Nothing is saved. */
export interface JobProposal {
  readonly text: string;
  readonly reading: JobReading;
  /** Its title is empty where none was found: a person has to give one. */
  readonly draft: JobDraft;
}

/** Proposes a job from the text of its description. */
export async function proposeJob(
  deps: JobDescriptionReader,
  text: string,
  signal?: AbortSignal,
): Promise<JobProposal> {
  const reading = await deps.readJob(text, signal);
  return { text, reading, draft: draftFromReading(reading, text) };
}

export interface DescriptionDeps extends JobDescriptionReader {
  readonly parser: Parser;
  readonly ocrLanguages: () => Promise<readonly string[]>;
  /** A folder for what a file may unpack; nothing in it is kept. */
  readonly staging: () => Promise<Pick<ParseRequest, 'stagingDir' | 'stagingKey'>>;
}

/** Proposes a job from a file (PDF, DOCX, text …). Errors: INVALID with why it cannot be read, also for an archive. */
export async function proposeJobFromFile(
  deps: DescriptionDeps,
  { path, fileName }: { readonly path: string; readonly fileName: string },
  signal: AbortSignal,
): Promise<JobProposal> {
  const [ocrLanguages, staging] = [await deps.ocrLanguages(), await deps.staging()];
  const outcome = await deps.parser.parse({ path, fileName, ocrLanguages, ...staging }, signal);
  switch (outcome.kind) {
    case 'document':
      return proposeJob(deps, outcome.document.text, signal);
    case 'failed':
      throw new AppError('INVALID', outcome.failure.message, { reason: outcome.failure.code });
    case 'container':
      throw new AppError('INVALID', 'This file holds other files. Choose the description itself.', {
        reason: 'UNSUPPORTED_TYPE',
      });
  }
}
