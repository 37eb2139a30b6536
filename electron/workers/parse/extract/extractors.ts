import { textExtractor } from './extract-txt';
import { docxExtractor } from './office/extract-docx';
import { pdfExtractor } from './pdf/extract-pdf';
import type { TextExtractor } from './text-extractor';

const ALL: readonly TextExtractor[] = [pdfExtractor, docxExtractor, textExtractor];

const BY_TYPE = new Map(
  ALL.flatMap((extractor) => extractor.mediaTypes.map((type) => [type, extractor] as const)),
);

/** The reader for a media type. */
export const extractorFor = (mediaType: string): TextExtractor | undefined =>
  BY_TYPE.get(mediaType);
