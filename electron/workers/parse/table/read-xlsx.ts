import { TABLE_LIMITS, type TableLine } from '@/shared/domain/tables/table-line';
import { LIMITS } from '../extract/limits';
import { readXml } from '../extract/office/xml';
import { corrupt, ReadFailure } from '../extract/read-failure';
import { inflateEntry, readZipDirectory, type ZipEntry } from '../extract/zip-directory';
import { dateText, isDateFormat } from './xlsx-dates';

const KIND = 'workbook';
const MOST_SHEETS = 100;

export interface Sheet {
  readonly name: string;
  readonly lines: Iterable<TableLine>;
}

/**
 * The sheets of a workbook (ECMA-376, SpreadsheetML) in their order, each row with its texts. Formulas are not calculated: what the last
 * program stored of them is taken. Numbers formatted as dates become YYYY-MM-DD.
 */
export function* readXlsx(bytes: Uint8Array): Generator<Sheet> {
  const parts = new Map(
    readZipDirectory(bytes, KIND).map((entry) => [entry.name.replace(/\\/g, '/'), entry]),
  );
  const part = (name: string): Uint8Array | null => {
    const entry: ZipEntry | undefined = parts.get(name);
    return entry === undefined ? null : inflateEntry(bytes, entry, KIND, LIMITS.officePartBytes);
  };
  const workbook = part('xl/workbook.xml');
  if (workbook === null) {
    throw new ReadFailure(
      'UNSUPPORTED_TYPE',
      'This ZIP is no workbook. Choose an XLSX or CSV file.',
    );
  }
  const { sheets, date1904 } = readWorkbook(workbook);
  const targets = readTargets(part('xl/_rels/workbook.xml.rels'));
  const shared = readSharedStrings(part('xl/sharedStrings.xml'));
  const dateStyles = readDateStyles(part('xl/styles.xml'));
  for (const { name, relation } of sheets.slice(0, MOST_SHEETS)) {
    const content = part(targets.get(relation) ?? '');
    // A chart has a sheet of its own, without cells.
    if (content === null) continue;
    yield { name, lines: readRows(content, { shared, dateStyles, date1904 }) };
  }
}

function readWorkbook(xml: Uint8Array) {
  const sheets: { readonly name: string; readonly relation: string }[] = [];
  let date1904 = false;
  readXml(xml, KIND, {
    open: (element, { name = '', id = '', date1904: early }) => {
      if (element === 'sheet') sheets.push({ name, relation: id });
      if (element === 'workbookPr') date1904 = early === '1' || early === 'true';
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (sheets.length === 0) throw corrupt(KIND);
  return { sheets, date1904 };
}

/** Where each relation leads, as the name of a part. */
function readTargets(xml: Uint8Array | null): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (xml === null) throw corrupt(KIND);
  readXml(xml, KIND, {
    open: (element, { Id = '', Target = '' }) => {
      if (element !== 'Relationship') return;
      targets.set(
        Id,
        Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`,
      );
    },
    close: () => undefined,
    text: () => undefined,
  });
  return targets;
}

function readSharedStrings(xml: Uint8Array | null): readonly string[] {
  const strings: string[] = [];
  if (xml === null) return strings;
  const text = textCollector();
  readXml(xml, KIND, {
    open: (element) => {
      if (element === 'si') text.begin();
      text.open(element);
    },
    close: (element) => {
      text.close(element);
      if (element === 'si') strings.push(text.take());
    },
    text: text.text,
  });
  return strings;
}

/** For each style of cells whether it shows a number as a date. */
function readDateStyles(xml: Uint8Array | null): readonly boolean[] {
  const styles: boolean[] = [];
  if (xml === null) return styles;
  const formats = new Map<string, string>();
  let inCells = false;
  readXml(xml, KIND, {
    open: (element, { numFmtId = '', formatCode = '' }) => {
      if (element === 'numFmt') formats.set(numFmtId, formatCode);
      if (element === 'cellXfs') inCells = true;
      if (element === 'xf' && inCells) {
        styles.push(isDateFormat(Number(numFmtId), formats.get(numFmtId) ?? null));
      }
    },
    close: (element) => {
      if (element === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return styles;
}

interface Book {
  readonly shared: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

function readRows(xml: Uint8Array, book: Book): readonly TableLine[] {
  const lines: TableLine[] = [];
  let row = 0;
  let cells: string[] = [];
  let cell = { column: 0, type: '', style: 0 };
  let value = '';
  let inValue = false;
  const inline = textCollector();
  readXml(xml, KIND, {
    open: (element, { r = '', t = 'n', s = '0' }) => {
      if (element === 'row') {
        row = Number(r) > row ? Number(r) : row + 1;
        cells = [];
      } else if (element === 'c') {
        cell = { column: r === '' ? cells.length : columnOf(r), type: t, style: Number(s) };
        value = '';
        inline.begin();
      } else if (element === 'v') inValue = true;
      inline.open(element);
    },
    close: (element) => {
      inline.close(element);
      if (element === 'v') inValue = false;
      else if (element === 'c') {
        const text = cellText(cell, cell.type === 'inlineStr' ? inline.take() : value, book);
        // A workbook has 16,384 columns, and a table of people has a few dozen.
        if (text !== '' && cell.column < TABLE_LIMITS.columns) {
          while (cells.length < cell.column) cells.push('');
          cells[cell.column] = text;
        }
      } else if (element === 'row' && cells.length > 0) lines.push({ row, cells });
    },
    text: (text) => {
      if (inValue) value += text;
      else inline.text(text);
    },
  });
  return lines;
}

function cellText(
  { type, style }: { readonly type: string; readonly style: number },
  value: string,
  book: Book,
): string {
  switch (type) {
    case 's':
      return book.shared[Number(value)] ?? '';
    case 'str':
      return unescaped(value);
    case 'inlineStr':
      return value;
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    // What Excel shows where a formula failed is no value.
    case 'e':
      return '';
    case 'd':
      return value;
    default: {
      const number = value === '' ? Number.NaN : Number(value);
      if (!Number.isFinite(number)) return '';
      return book.dateStyles[style] ? dateText(number, book.date1904) : String(number);
    }
  }
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

/** Gathers the text of `<t>`, but not of the readings of Chinese characters beside it (`<rPh>`). */
function textCollector() {
  let gathered = '';
  let inText = false;
  let inReading = false;
  return {
    begin: (): void => {
      gathered = '';
    },
    open: (element: string): void => {
      if (element === 't') inText = true;
      if (element === 'rPh') inReading = true;
    },
    close: (element: string): void => {
      if (element === 't') inText = false;
      if (element === 'rPh') inReading = false;
    },
    text: (text: string): void => {
      if (inText && !inReading) gathered += text;
    },
    take: (): string => unescaped(gathered),
  };
}

/** Characters that XML cannot hold are written `_x0000_` (ST_Xstring, ECMA-376 22.9.2.19). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
