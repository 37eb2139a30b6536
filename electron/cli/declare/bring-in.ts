import { z } from 'zod';
import { importCommand } from '../commands/import';
import { importTableCommand } from '../commands/import-table';
import { parseCommand } from '../commands/parse';
import { reparseCommand } from '../commands/reparse';
import type { Line } from './line';
import { deskOptions } from './options';

/** What brings CVs and people in, and what only reads them. */
export function declareBringIn({ program, place, opens, ended }: Line): void {
  opens(program, 'import')
    .description('bring files and folders of CVs into the workspace (made on first use)')
    .argument('<paths...>', 'files and folders')
    .action(async (paths: readonly string[], options: unknown) => {
      ended(await importCommand(place, paths, deskOptions.parse(options)));
    });
  opens(program, 'import-table')
    .description('bring in people from another system: CSV, XLSX, JSON Resume or vCard')
    .argument('<file>', 'the table, or a folder of JSON Resumes or vCards')
    .option('--map <pairs>', 'where columns go, as in "Mail=email,Chief=headline,Id=skip"')
    .option('--dry-run', 'only tell what would become of every row')
    .option('--format <format>', 'csv, xlsx, json-resume or vcard; else told by the content')
    .option('--delimiter <sign>', 'between the cells of a CSV: , ; | or tab')
    .option('--encoding <name>', 'of a CSV, as in utf-8 or windows-1252')
    .option('--sheet <name>', 'of a workbook: its name, or its number from 1')
    .action(async (file: string, options: unknown) => {
      ended(await importTableCommand(place, file, importTableOptions.parse(options)));
    });
  program
    .command('parse')
    .description('read CVs and print what is in them; nothing is stored')
    .argument('<files...>', 'files and folders')
    .option('--jsonl', 'one JSON object a line (this is the default)')
    .option('--explain', 'how each file was read: lines, sections, why each value was chosen')
    .option('--json', 'with --explain: one JSON object a line')
    .option('--ocr <languages>', 'languages of scans, as in eng,deu', 'eng')
    .action(async (files: readonly string[], options: unknown) => {
      ended(await parseCommand(place, files, parseOptions.parse(options)));
    });
  opens(program, 'reparse')
    .description('read stored CVs again with a newer parser: what would change, or change it')
    .option('--dry-run', 'only tell what would change')
    .option('--apply', 'change it; corrections stay, and the application can undo it')
    .action(async (options: unknown) => {
      ended(await reparseCommand(place, reparseOptions.parse(options)));
    });
}

// Commander hands options over untyped; what it was told above is said again here as types.
const importTableOptions = deskOptions.extend({
  map: z.string().optional(),
  dryRun: z.boolean().optional(),
  format: z.string().optional(),
  delimiter: z.string().optional(),
  encoding: z.string().optional(),
  sheet: z.string().optional(),
});
const parseOptions = z.object({
  ocr: z.string(),
  explain: z.boolean().default(false),
  json: z.boolean().default(false),
});
const reparseOptions = deskOptions.extend({
  dryRun: z.boolean().default(false),
  apply: z.boolean().default(false),
});
