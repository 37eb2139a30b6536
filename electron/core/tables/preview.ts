import type { SealedPlace } from '@/electron/core/keys/sealed-file';
import { dateOrderOf } from '@/shared/domain/tables/cell-values';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import { type Mapping, SKIP, uniqueHeaders } from '@/shared/domain/tables/fields';
import type { TableChoices } from '@/shared/domain/tables/formats';
import { looksLikeEmail, proposeMapping } from '@/shared/domain/tables/propose-mapping';
import type { TableLine } from '@/shared/domain/tables/table-line';
import { isAppError } from '@/shared/kit/app-error';
import { linesOf, type StagedTable } from './staged-table';

/** Rows that the columns are told by, and rows that are shown. */
const LOOKED_AT = 200;
const SHOWN = 12;
const SAMPLES = 3;
const LONGEST_SAMPLE = 120;

export interface Preview {
  readonly headers: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  readonly mapping: Mapping;
  readonly dateOrder: TableChoices['dateOrder'];
  readonly ambiguousDates: boolean;
  /** There is not one row, and nothing that kept from reading one. */
  readonly isEmpty: boolean;
  /** Whether the first row looks like names of columns. */
  readonly looksNamed: boolean;
}

/** Reads the first rows of a table and proposes where its columns go. */
export async function previewOf(
  dir: SealedPlace,
  table: StagedTable,
  customFields: readonly CustomField[],
): Promise<Preview> {
  const { lines, isCutOff } = await firstLines(dir, table);
  const all = lines.flatMap((line) => ('cells' in line ? [line.cells] : []));
  if (all.length === 0)
    return { ...previewOfPeople(lines), isEmpty: lines.length === 0 && !isCutOff };
  const looksNamed = !(all[0] ?? []).some(
    (cell) => looksLikeEmail(cell.trim()) || /^\+?\d[\d\s()/-]{6,}$/.test(cell.trim()),
  );
  const rows = table.choices.hasHeader ? all.slice(1) : all;
  const width = Math.max(0, ...rows.slice(0, SHOWN).map((row) => row.length));
  const headers = headersOf(all[0] ?? [], table.choices.hasHeader, width);
  const columns = headers.map((_, index) => rows.map((row) => row[index] ?? ''));
  const orders = columns.map(dateOrderOf);
  const told = orders.find((order) => order !== null) ?? null;
  return {
    headers,
    samples: columns.map((cells) =>
      [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))]
        .slice(0, SAMPLES)
        .map((cell) => cell.slice(0, LONGEST_SAMPLE)),
    ),
    rows: rows
      .slice(0, SHOWN)
      .map((row) => headers.map((_, index) => (row[index] ?? '').slice(0, LONGEST_SAMPLE))),
    mapping: proposeMapping(headers, rows, customFields),
    dateOrder: told ?? table.choices.dateOrder,
    ambiguousDates:
      told === null &&
      columns.some((cells) => cells.some((cell) => /^\s*\d{1,2}[-/]\d{1,2}[-/]\d{4}\b/.test(cell))),
    isEmpty: false,
    looksNamed,
  };
}

/** A table that cannot be read to its end opens all the same: another sign between the cells may be all it needs. */
async function firstLines(
  dir: SealedPlace,
  table: StagedTable,
): Promise<{ readonly lines: readonly TableLine[]; readonly isCutOff: boolean }> {
  const lines: TableLine[] = [];
  try {
    for await (const line of linesOf(dir, table)) {
      lines.push(line);
      if (lines.length > LOOKED_AT) break;
    }
  } catch (error) {
    if (!isAppError(error) || error.code !== 'INVALID') throw error;
    return { lines, isCutOff: true };
  }
  return { lines, isCutOff: false };
}

/** The names of the columns; a table without any, or with more cells than names, has numbers. */
export const headersOf = (
  first: readonly string[],
  hasHeader: boolean,
  width: number,
): readonly string[] =>
  uniqueHeaders(hasHeader ? first : Array.from({ length: width || first.length }, () => ''));

function previewOfPeople(lines: readonly TableLine[]): Omit<Preview, 'isEmpty'> {
  const rows = lines.flatMap((line) => {
    if (!('person' in line)) return [];
    const { name, emails, phones, experience, location } = line.person;
    const job = experience[0];
    return [
      [name, emails[0], phones[0], job?.title, job?.company, location].map((cell) =>
        (cell ?? '').slice(0, LONGEST_SAMPLE),
      ),
    ];
  });
  return {
    headers: [],
    samples: [],
    rows: rows.slice(0, SHOWN),
    mapping: {},
    dateOrder: 'day-first',
    ambiguousDates: false,
    looksNamed: true,
  };
}

/** Where the columns of a table with just these headers went the last time, if that is still possible. */
export function rememberedMapping(
  headers: readonly string[],
  earlier: readonly { readonly mapping: Mapping }[],
  customFields: readonly CustomField[],
): Mapping | null {
  const key = JSON.stringify([...headers].sort());
  const found = earlier.find(
    ({ mapping }) => headers.length > 0 && JSON.stringify(Object.keys(mapping).sort()) === key,
  );
  if (found === undefined) return null;
  const customs = new Set(customFields.map(({ id }) => `custom:${id}`));
  return Object.fromEntries(
    Object.entries(found.mapping).map(([header, target]) => [
      header,
      target.startsWith('custom:') && !customs.has(target) ? SKIP : target,
    ]),
  );
}
