import { htmlExtractor } from './extract-html';
import { imageExtractor } from './extract-image';
import { textExtractor } from './extract-txt';
import { docExtractor } from './office/extract-doc';
import { docxExtractor } from './office/extract-docx';
import { odtExtractor } from './office/extract-odt';
import { rtfExtractor } from './office/extract-rtf';
import { pdfExtractor } from './pdf/extract-pdf';
import type { TextExtractor } from './text-extractor';

const ALL: readonly TextExtractor[] = [
  pdfExtractor,
  docxExtractor,
  docExtractor,
  odtExtractor,
  rtfExtractor,
  htmlExtractor,
  textExtractor,
  imageExtractor,
];

const BY_TYPE = new Map(
  ALL.flatMap((extractor) => extractor.mediaTypes.map((type) => [type, extractor] as const)),
);

/** The reader for a media type. A faster reader of a format takes its place here. */
export const extractorFor = (mediaType: string): TextExtractor | undefined =>
  BY_TYPE.get(mediaType);
