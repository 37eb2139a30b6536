import type { ExtractedDocument, Line } from './extracted-document';
import { rangesBetweenGaps } from './wide-gaps';

/** A document without geometry, one line per text line: for plain text, pasted text and tests. */
export function documentFromText(text: string, mediaType = 'text/plain'): ExtractedDocument {
  const lines: Line[] = [];
  let page = 1;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 10;
    if (code !== 10 && code !== 12) continue;
    const end = index > start && text.charCodeAt(index - 1) === 13 ? index - 1 : index;
    for (const [from, to] of rangesBetweenGaps(text.slice(start, end))) {
      lines.push({
        start: start + from,
        end: start + to,
        page,
        box: null,
        pieces: [],
        fontSize: null,
        bold: false,
        role: 'body',
      });
    }
    if (code === 12) page++;
    start = index + 1;
  }
  return {
    text,
    lines,
    pages: [],
    mediaType,
    links: [],
    hidden: [],
    ocrConfidence: null,
    warnings: [],
    extractor: { name: 'text', version: '2' },
  };
}
