import type { DocumentBuilder } from '../document-builder';

const FIELD = { begin: 0x13, separate: 0x14, end: 0x15 } as const;
/** A row whose cells are this short together is one line with tabs. */
const ROW_AS_LINE = 240;

/**
 * Text as binary Word files keep it, with its marks (0D paragraph, 07 cell or row end, 0B line, 13–15 fields …), to lines.
 * Two cell marks in a row end a row.
 */
export function addWordText(builder: DocumentBuilder, raw: string, role: 'body' | 'header'): void {
  const { text, links } = resolveFields(raw);
  for (const link of links) builder.addLink(link.url, link.text);
  let row: string[] = [];
  let line = '';
  const endRow = (): void => {
    const cells = row.filter((cell) => cell.trim() !== '');
    const length = cells.reduce((sum, cell) => sum + cell.length, 0);
    if (cells.length > 1 && length <= ROW_AS_LINE)
      builder.addLine({ text: cells.map((cell) => cell.trim()).join('\t'), role: 'cell' });
    else for (const cell of cells) builder.addLine({ text: cell, role: 'cell' });
    row = [];
  };
  for (const char of text) {
    if (char === '\x07') {
      if (line.trim() === '') endRow();
      else row.push(line);
      line = '';
    } else if (char === '\r' || char === '\f' || char === '\v') {
      endRow();
      if (line.trim() === '') builder.addBlank();
      else builder.addLine({ text: line, role });
      line = '';
    } else if (char === '\x1e') line += '-';
    else if (char !== '\x1f') line += char;
  }
  endRow();
  builder.addLine({ text: line, role });
}

/** Field instructions leave the text; what they show stays, and hyperlinks are told. */
function resolveFields(raw: string): {
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly text: string }[];
} {
  if (!raw.includes('\x13')) return { text: raw, links: [] };
  const links: { url: string; text: string }[] = [];
  const open: { instruction: string; from: number; shown: boolean }[] = [];
  let text = '';
  for (const char of raw) {
    const code = char.charCodeAt(0);
    const field = open.at(-1);
    if (code === FIELD.begin) open.push({ instruction: '', from: text.length, shown: false });
    else if (code === FIELD.separate && field !== undefined) {
      field.shown = true;
      field.from = text.length;
    } else if (code === FIELD.end && field !== undefined) {
      open.pop();
      const url = /HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(field.instruction)?.[1];
      if (url !== undefined) links.push({ url, text: text.slice(field.from) });
    } else if (field !== undefined && !field.shown) {
      if (field.instruction.length < 4_000) field.instruction += char;
    } else text += char;
  }
  return { text, links };
}
