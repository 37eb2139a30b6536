import { z } from 'zod';

/**
 * What a text extractor hands to the field parser: the file's text in reading order, and where each line stood.
 * Offsets are UTF-16 indexes into `text`. Boxes are in PDF points (1/72 inch), origin at the page's top left.
 */
export const boxSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type Box = z.infer<typeof boxSchema>;

export const lineSchema = z.object({
  /** Half-open range of this line in `text`, without the line break. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** Page number from 1; 1 for formats without pages. */
  page: z.number().int().positive(),
  /** Null where the format has no geometry (DOCX, TXT, HTML …). */
  box: boxSchema.nullable(),
  /**
   * The pieces the line is made of, each with its own box, so that a span inside the line can be located exactly.
   * Empty where the format has no geometry.
   */
  pieces: z.array(
    z.object({
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
      box: boxSchema,
    }),
  ),
  fontSize: z.number().positive().nullable(),
  bold: z.boolean(),
  /** What the format says of the line, where it says it (a heading style, a table cell …). */
  role: z.enum(['heading', 'list', 'cell', 'header', 'footer', 'body']),
});
export type Line = z.infer<typeof lineSchema>;

export const documentLinkSchema = z.object({
  url: z.string(),
  /** The text the link stands on; '' behind an icon. */
  text: z.string(),
  page: z.number().int().positive(),
  box: boxSchema.nullable(),
});

export const HIDDEN_TEXT_KINDS = [
  'invisible-ink',
  'tiny',
  'off-page',
  'zero-width',
  'tag-characters',
] as const;

export const extractedDocumentSchema = z.object({
  text: z.string(),
  lines: z.array(lineSchema),
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
  mediaType: z.string(),
  links: z.array(documentLinkSchema),
  /** Text a reader of the page would not see; it is left out of `text` and reported. */
  hidden: z.array(z.object({ kind: z.enum(HIDDEN_TEXT_KINDS), text: z.string() })),
  /** 0..1 when (some of) the text came from OCR, else null. */
  ocrConfidence: z.number().min(0).max(1).nullable(),
  /** Things worth saying about the file ("30 of 250 pages read"); stable codes with a sentence. */
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  extractor: z.object({ name: z.string(), version: z.string() }),
});
export type ExtractedDocument = z.infer<typeof extractedDocumentSchema>;
