import { z } from 'zod';
import { extractedDocumentSchema } from '@/shared/domain/parsing/extracted-document';
import { parsedResumeSchema } from '@/shared/domain/parsing/parsed-resume';
import { PARSE_FAILURES } from '@/shared/usecases/ports/parser';

const failureSchema = z.object({ code: z.enum(PARSE_FAILURES), message: z.string() });

/** What a parse process may answer: a process that has read a stranger's file is itself a stranger. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('document'),
    document: extractedDocumentSchema,
    resume: parsedResumeSchema,
    mediaType: z.string(),
  }),
  z.object({
    kind: z.literal('container'),
    mediaType: z.string(),
    entries: z.array(
      z.object({ name: z.string(), stagedPath: z.string(), bytes: z.number().int().nonnegative() }),
    ),
    skipped: z.array(z.object({ name: z.string(), failure: failureSchema })),
  }),
  z.object({ kind: z.literal('failed'), failure: failureSchema }),
]);
