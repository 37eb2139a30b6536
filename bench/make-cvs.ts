import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { createGenerator } from './generate-candidates';

/** Writes CVs of invented people into a folder tree: PDF and DOCX by turns, a hundred a folder. The same every time. */
export function writeCvs(dir: string, count: number): void {
  const { next } = createGenerator({ ownerId: '01890000-0000-7000-8000-000000000001', seed: 7 });
  for (let index = 0; index < count; index++) {
    const folder = path.join(dir, String(Math.floor(index / 100)).padStart(3, '0'));
    if (index % 100 === 0) mkdirSync(folder, { recursive: true });
    const text = textOf(next().changes);
    const isPdf = index % 2 === 0;
    const name = `cv-${String(index).padStart(6, '0')}.${isPdf ? 'pdf' : 'docx'}`;
    writeFileSync(path.join(folder, name), isPdf ? pdfOf(text) : docxOf(text));
  }
}

function textOf(
  changes: ReturnType<ReturnType<typeof createGenerator>['next']>['changes'],
): string {
  for (const change of changes) {
    if (change.op === 'insert' && change.entity === 'resume') return change.row.text;
  }
  throw new Error('A generated candidate has no résumé');
}

const LINE_LENGTH = 95;
const LINES_A_PAGE = 58;

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${LINE_LENGTH}}(?:\\s|$)`, 'g')) ?? ['']);

/** A PDF as an office program writes it: packed page contents, a cross-reference table, one of the standard fonts. */
function pdfOf(text: string): Buffer {
  const lines = linesOf(text);
  const pages: string[][] = [];
  for (let at = 0; at < lines.length; at += LINES_A_PAGE)
    pages.push(lines.slice(at, at + LINES_A_PAGE));
  const objects: Buffer[] = [];
  const add = (...parts: readonly (string | Buffer)[]): number => {
    objects.push(
      Buffer.concat(
        parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
      ),
    );
    return objects.length;
  };
  add('<</Type/Catalog/Pages 2 0 R>>');
  add('');
  const font = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  const kids = pages.map((page) => {
    const shown = page.map((line) => `(${escapePdf(line)}) Tj T*`).join('\n');
    const content = deflateSync(
      Buffer.from(`BT /F1 10 Tf 12 TL 50 790 Td\n${shown}\nET`, 'latin1'),
    );
    const stream = add(
      `<</Length ${content.length}/Filter/FlateDecode>>stream\n`,
      content,
      '\nendstream',
    );
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 ${font} 0 R>>>>/Contents ${stream} 0 R>>`,
    );
  });
  objects[1] = Buffer.from(
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
  );
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, body] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      body,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    length += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const escapePdf = (line: string): string =>
  line
    .replaceAll('–', '\u0096')
    .replaceAll('·', '\u00b7')
    .replace(/[\\()]/g, '\\$&');

function docxOf(text: string): Uint8Array {
  const paragraphs = text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`)
    .join('');
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="${w}"><w:body>${paragraphs}</w:body></w:document>`,
    ),
  });
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
