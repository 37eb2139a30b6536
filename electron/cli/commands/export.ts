import path from 'node:path';
import { EXIT, type ExitCode, plain, print, printJson, UsageError } from '@/electron/cli/output';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import type { Core } from '@/electron/core/core';
import { labelKey } from '@/shared/domain/custom-fields/custom-value';
import {
  EXPORT_COLUMNS,
  isExportColumn,
  USUAL_COLUMNS,
} from '@/shared/domain/tables/export-columns';
import { customTarget } from '@/shared/domain/tables/fields';
import { TABLE_FORMATS, type TableFormat } from '@/shared/domain/tables/records';
import { filtersGiven } from './filters-given';

interface ExportOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
  readonly format?: string | undefined;
  readonly out: string;
  readonly query?: string | undefined;
  readonly filter?: readonly string[] | undefined;
  readonly columns?: string | undefined;
}

/**
 * `longlist export`: candidates as a table or in a format that other systems read. Not beside the running
 * application: what goes out stands in the audit log.
 */
export async function exportCommand(
  place: Surroundings,
  options: ExportOptions,
): Promise<ExitCode> {
  const format = formatOf(options);
  const core = await openCore(place, options, { reading: false });
  try {
    const columns = await columnsOf(core, options.columns);
    const target = path.resolve(options.out);
    const done = await core.client().tables.export({
      selection: {
        kind: 'search',
        // What stands on a command line is typed to its end; without the space its last word would be the beginning of one.
        request: {
          text: options.query === undefined ? '' : `${options.query} `,
          filters: await filtersGiven(options.filter, core.client()),
          synonyms: true,
          spelling: true,
        },
        total: 0,
      },
      format,
      columns,
      handle: core.grantHandle([target]),
    });
    if (options.json) printJson({ ...done, format, out: target });
    else {
      const people = done.candidates === 1 ? '1 candidate' : `${done.candidates} candidates`;
      print(`${people} written to ${plain(options.out)}`);
    }
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

const ENDINGS: Readonly<Record<string, TableFormat>> = {
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.json': 'json-resume',
  '.vcf': 'vcard',
};

function formatOf({ format, out }: ExportOptions): TableFormat {
  const wanted = format ?? ENDINGS[path.extname(out).toLowerCase()];
  const known = TABLE_FORMATS.find((one) => one === wanted);
  if (known === undefined) throw new UsageError(`--format is one of ${TABLE_FORMATS.join(' ')}`);
  return known;
}

async function columnsOf(core: Core, written: string | undefined): Promise<string[]> {
  const customFields = await core.client().customFields.list({});
  if (written === undefined) {
    return [...USUAL_COLUMNS, ...customFields.map(({ id }) => customTarget(id))];
  }
  return written.split(',').map((part) => {
    const name = part.trim();
    if (isExportColumn(name)) return name;
    const custom = customFields.find(({ label }) => labelKey(label) === labelKey(name));
    if (custom !== undefined) return customTarget(custom.id);
    const names = [...EXPORT_COLUMNS, ...customFields.map(({ label }) => plain(label))];
    throw new UsageError(`there is no column ${plain(name)}; the columns are ${names.join(', ')}`);
  });
}
