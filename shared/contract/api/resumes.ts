import { z } from 'zod';
import { procedure } from '@/shared/contract/procedure';
import { shownResumeSchema } from '@/shared/domain/candidates/views';
import { idSchema } from '@/shared/kit/ids';

/** The bytes of a file. A Blob because it crosses every transport as binary. */
const blobSchema = z.custom<Blob>((value) => value instanceof Blob, 'not a Blob');

export const resumesContract = {
  /** A résumé with its text, the lines to show it by, and the extraction with evidence. */
  get: procedure('candidate.read')
    .input(z.object({ id: idSchema }))
    .output(shownResumeSchema),
  /** The original file's bytes, checked against its SHA-256. NOT_FOUND when it is missing from the store. */
  original: procedure('candidate.read')
    .input(z.object({ id: idSchema }))
    .output(blobSchema),
  /** Writes the original to where a save dialog pointed. */
  saveOriginal: procedure('candidate.read')
    .input(z.object({ id: idSchema, handle: z.string() }))
    .output(z.object({ saved: z.literal(true) })),
  /** Character maps, standard fonts and picture decoders for the PDF view: the window has no network to fetch them with. */
  pdfData: procedure('candidate.read')
    .input(
      z.object({
        kind: z.enum(['cmap', 'font', 'wasm']),
        name: z.string().regex(/^[A-Za-z0-9_-]{1,80}(\.[a-z]{2,5})?$/),
      }),
    )
    .output(blobSchema),
};
