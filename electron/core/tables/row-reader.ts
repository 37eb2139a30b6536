import type { SealedPlace } from '@/electron/core/keys/sealed-file';
import { labelKey } from '@/shared/domain/custom-fields/custom-value';
import { readRow } from '@/shared/domain/tables/read-row';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { LeftOut, SkipReason, TablePerson } from '@/shared/domain/tables/table-person';
import type { TableLine } from '@/shared/domain/tables/table-line';
import { linesOf, type StagedTable } from './staged-table';
import { headersOf } from './preview';

/** A row as a person, or why it is nobody. */
export type PersonRow = {
  readonly row: number;
  readonly leftOut: readonly LeftOut[];
  readonly cells: readonly string[];
} & (
  | { readonly person: TablePerson }
  | { readonly person: null; readonly why: SkipReason; readonly message: string | null }
);

/** The people of a staged table, row by row, behind `afterRow`; `onRead` as for `linesOf`. */
export async function* personRows(
  dir: SealedPlace,
  table: StagedTable,
  customFields: readonly CustomField[],
  afterRow: number,
  onRead: (part: number) => void,
): AsyncGenerator<PersonRow> {
  let headers: readonly string[] | null = null;
  const byLabel = new Map(customFields.map((field) => [labelKey(field.label), field]));
  for await (const line of linesOf(dir, table, onRead)) {
    if ('cells' in line && headers === null) {
      headers = headersOf(line.cells, table.choices.hasHeader, table.targets.length);
      if (table.choices.hasHeader) continue;
    }
    if (line.row <= afterRow) continue;
    yield readLine(line, headers ?? [], table, customFields, byLabel);
  }
}

function readLine(
  line: TableLine,
  headers: readonly string[],
  table: StagedTable,
  customFields: readonly CustomField[],
  byLabel: ReadonlyMap<string, CustomField>,
): PersonRow {
  const { row } = line;
  if ('broken' in line) {
    return { row, person: null, why: 'broken', message: line.broken, leftOut: [], cells: [] };
  }
  if ('cells' in line) {
    const { cells } = line;
    const { targets, choices } = table;
    const rules = { headers, targets, dateOrder: choices.dateOrder, customFields };
    return { row, cells, ...readRow(cells, rules) };
  }
  const custom = [...line.person.custom];
  const leftOut = [...line.leftOut];
  for (const [label, value] of Object.entries(line.customByLabel)) {
    const field = byLabel.get(labelKey(label));
    if (field !== undefined) custom.push({ fieldId: field.id, value });
    else leftOut.push({ column: label, value: String(value).slice(0, 200), problem: 'no-column' });
  }
  return { row, cells: [line.person.name], person: { ...line.person, custom }, leftOut };
}
