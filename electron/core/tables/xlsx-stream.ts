import { Zip, ZipDeflate, strToU8 } from 'fflate';

/** Characters that a cell of Excel takes. */
const LONGEST_CELL = 32_767;

/** A sheet of a workbook; its name has at most 31 signs, without []:*?/\\. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly (string | number)[]>;
  /** Of its columns, in characters; else as the program that opens it has them. */
  readonly widths?: readonly number[];
}

/** A workbook of one sheet. `cut` counts the cells that were longer than Excel takes. */
export const xlsxPieces = (
  header: readonly string[],
  rows: Sheet['rows'],
  cut: () => void,
): AsyncGenerator<Uint8Array> => workbookPieces([{ name: 'Candidates', header, rows }], cut);

/**
 * Writes a workbook sheet by sheet and row by row, as pieces of its ZIP. Texts are stored as texts and marked as such (`quotePrefix`), so
 * that a cell that begins with `=` is no formula, now or when somebody edits it. `cut` counts the cells that were longer than Excel takes.
 */
export async function* workbookPieces(
  sheets: readonly Sheet[],
  cut: () => void,
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    failure ??= error;
    pieces.push(piece);
  });
  const take = (): readonly Uint8Array[] => {
    if (failure !== null) throw failure;
    const ready = pieces;
    pieces = [];
    return ready;
  };
  const begin = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    return part;
  };
  for (const [name, content] of Object.entries(partsOf(sheets.map((sheet) => sheet.name)))) {
    begin(name).push(strToU8(XML + content), true);
  }
  for (const [at, { header, rows, widths }] of sheets.entries()) {
    const sheet = begin(`xl/${fileOf(at)}`);
    let pending = XML + sheetStart(widths) + rowXml(1, header, HEADER_STYLE, cut);
    let number = 1;
    for await (const row of rows) {
      number += 1;
      pending += rowXml(number, row, TEXT_STYLE, cut);
      if (pending.length < 64 * 1024) continue;
      sheet.push(strToU8(pending));
      pending = '';
      yield* take();
    }
    sheet.push(strToU8(pending + SHEET_END), true);
  }
  zip.end();
  yield* take();
}

const TEXT_STYLE = 1;
const HEADER_STYLE = 2;

function rowXml(
  number: number,
  cells: readonly (string | number)[],
  style: number,
  cut: () => void,
): string {
  const xml = cells.map((cell, index) => {
    const at = `${columnName(index)}${number}`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (cell === '') return '';
    if (cell.length > LONGEST_CELL) cut();
    const text = escaped(cell.slice(0, LONGEST_CELL));
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${number}">${xml.join('')}</row>`;
}

/** 0 → A, 26 → AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** What XML cannot hold is written `_x0000_`, and so is a text that looks like that (ST_Xstring, ECMA-376 22.9.2.19). */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(
      UNWRITABLE,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** Control characters, half pairs, and the carriage return, which XML reads as a line feed. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is written otherwise
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const sheetStart = (widths: readonly number[] = []): string => {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>`;
};
const SHEET_END = '</sheetData></worksheet>';

const fileOf = (at: number): string => `worksheets/sheet${at + 1}.xml`;

const partsOf = (names: readonly string[]): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${names.map((_, at) => `<Override PartName="/xl/${fileOf(at)}" ContentType="${TYPES}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="${fileOf(at)}"/>`).join('')}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="49" quotePrefix="1" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" fontId="1" quotePrefix="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
});
