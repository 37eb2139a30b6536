import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText } from '@/shared/domain/tables/safe-cell';
import { writeTable } from './write-table';

const FORMULAS = [
  "=cmd|' /C calc'!A0",
  '+1',
  '-1+cmd|x',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  "'=1",
  "''+1",
  '＝1',
  '＋1',
  '－1',
  '＠1',
];
/** What a spreadsheet takes for the beginning of a formula. */
const BEGINS = /^[=+\-@\t\r\n＝＋－＠]/;

describe('a table that goes out', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'longlist-table-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const written = async (format: 'csv' | 'xlsx' | 'json'): Promise<Buffer> => {
    const target = path.join(dir, `table.${format}`);
    // Names of columns may be somebody's too: custom fields have theirs.
    const rows = FORMULAS.map((text) => [text, -5]);
    await writeTable({ header: ['=HYPERLINK("x")', 'n'], rows }, format, target);
    return readFileSync(target);
  };

  it('has no formula as CSV, and the same texts when it comes in again', async () => {
    const rows = parse(await written('csv'), { bom: true }) as readonly string[][]; // Of texts, without further options.
    for (const cell of rows.flat()) expect(cell).not.toMatch(BEGINS);
    expect(rows.slice(1).map(([cell = '']) => cellText(cell))).toEqual(FORMULAS);
  });

  it('has none as a workbook: texts are stored and marked as texts', async () => {
    const parts = unzipSync(await written('xlsx'));
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString();
    const styles = Buffer.from(parts['xl/styles.xml'] ?? []).toString();
    expect(sheet).not.toMatch(/<f[ >]/);
    const cells = [...sheet.matchAll(/<c r="A(\d+)"([^>]*)>/g)];
    expect(cells).toHaveLength(FORMULAS.length + 1);
    const formats = [...styles.matchAll(/<xf [^>]*>/g)].map(([format]) => format);
    for (const [, row, about = ''] of cells) {
      expect(about).toContain('t="inlineStr"');
      const style = Number(/s="(\d+)"/.exec(about)?.[1]);
      const own = formats.slice(-3)[style] ?? '';
      if (row !== '1') expect(own).toContain('quotePrefix="1"');
    }
  });

  it('has the texts as they are as JSON, which nothing takes for formulas', async () => {
    const rows = JSON.parse((await written('json')).toString()) as readonly Record<
      string,
      unknown
    >[]; // Just written.
    expect(rows.map((row) => row['=HYPERLINK("x")'])).toEqual(FORMULAS);
  });
});
