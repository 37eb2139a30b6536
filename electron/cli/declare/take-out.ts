import { z } from 'zod';
import { auditExportCommand, auditVerifyCommand } from '../commands/audit';
import { exportCommand } from '../commands/export';
import { exportAllCommand, openExportCommand } from '../commands/portable';
import { dataRequestCommand, eraseCommand } from '../commands/privacy';
import type { Line } from './line';
import { deskOptions, filter } from './options';

/** What writes to files, and what is gone afterwards: exports, a data request, erasure, the audit log. */
export function declareTakeOut({ program, place, opens, ended }: Line): void {
  opens(program, 'export')
    .description('write candidates to a file: CSV, XLSX, JSON Resume or vCard')
    .requiredOption('--out <file>', 'the file to write')
    .option(
      '--format <format>',
      'csv, xlsx, json-resume or vcard; else told by the name of the file',
    )
    .option('--query <text>', 'only those a search finds, in the language of longlist search')
    .addOption(filter())
    .option('--columns <names>', 'of a table, as in name,email,skills')
    .action(async (options: unknown) => {
      ended(await exportCommand(place, exportOptions.parse(options)));
    });
  opens(program, 'data-request')
    .description('write everything held on a candidate to a ZIP: a page, JSON and the files')
    .argument('<id>', 'the id of a candidate, as longlist search prints it')
    .requiredOption('--out <file>', 'the file to write')
    .action(async (id: string, options: unknown) => {
      ended(await dataRequestCommand(place, id, dataRequestOptions.parse(options)));
    });
  opens(program, 'export-all')
    .description('write everything in open formats, NOT encrypted: SQLite, JSON, original files')
    .argument('<folder>', 'a new or an empty folder')
    .action(async (folder: string, options: unknown) => {
      ended(await exportAllCommand(place, folder, deskOptions.parse(options)));
    });
  opens(program, 'open-export')
    .description('make the workspace of what export-all wrote, where there is none yet')
    .argument('<folder>', 'the folder of the export')
    .action(async (folder: string, options: unknown) => {
      ended(await openExportCommand(place, folder, deskOptions.parse(options)));
    });
  opens(program, 'erase')
    .description('erase a candidate for good: rows, history, index, files; it cannot be undone')
    .argument('<id>', 'the id of a candidate, as longlist search prints it')
    .requiredOption('--reason <text>', 'why; it is kept, so it must not name the person')
    .option('--anonymise', 'keep stages, dates and skills, without an identity')
    .option('--dry-run', 'only tell what would go')
    .action(async (id: string, options: unknown) => {
      ended(await eraseCommand(place, id, eraseOptions.parse(options)));
    });
  const audit = program
    .command('audit')
    .description('the audit log: write it to a file, check one');
  opens(audit, 'export')
    .description('write the audit log to a file that proves itself: JSONL or CSV')
    .requiredOption('--out <file>', 'the file to write')
    .option('--format <format>', 'jsonl or csv; else told by the name of the file')
    .option('--actor <id>', 'only what this person did')
    .option('--group <group>', 'only deeds of a kind, as in access or privacy')
    .option('--record <id>', 'only what was done to this record')
    .option('--client <id>', 'only what concerns this client')
    .option('--from <day>', 'from this day or instant on')
    .option('--to <day>', 'until before this day or instant')
    .action(async (options: unknown) => {
      ended(await auditExportCommand(place, auditExportOptions.parse(options)));
    });
  audit
    .command('verify')
    .description('check an exported audit log: works on any machine, with nothing but the file')
    .argument('<file>', 'what audit export or the audit screen wrote, JSONL or CSV')
    .option(
      '--key <fingerprint>',
      'the signing key it has to be from, as the audit screen shows it',
    )
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: unknown) => {
      ended(await auditVerifyCommand(file, auditVerifyOptions.parse(options)));
    });
}

// Commander hands options over untyped; what it was told above is said again here as types.
const exportOptions = deskOptions.extend({
  out: z.string(),
  format: z.string().optional(),
  query: z.string().optional(),
  filter: z.array(z.string()).default([]),
  columns: z.string().optional(),
});
const dataRequestOptions = deskOptions.extend({ out: z.string() });
const eraseOptions = deskOptions.extend({
  reason: z.string(),
  anonymise: z.boolean().optional(),
  dryRun: z.boolean().optional(),
});
const auditExportOptions = deskOptions.extend({
  out: z.string(),
  format: z.string().optional(),
  actor: z.string().optional(),
  group: z.string().optional(),
  record: z.string().optional(),
  client: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
const auditVerifyOptions = z.object({
  key: z.string().optional(),
  json: z.boolean().optional(),
});
