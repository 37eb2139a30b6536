import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { JOB_STATUSES } from '@/shared/domain/jobs/records';
import { GIVEN_ROLES } from '@/shared/domain/people/manage';
import { auditExportCommand, auditVerifyCommand } from './commands/audit';
import {
  backupCommand,
  listBackupsCommand,
  restoreCommand,
  verifyBackupCommand,
} from './commands/backup';
import { dedupeCommand, LEAST_SCORE } from './commands/dedupe';
import { doctorCommand } from './commands/doctor';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { importTableCommand } from './commands/import-table';
import { addJobsCommand, listJobsCommand, showJobCommand } from './commands/job';
import { matchCommand } from './commands/match';
import { parseCommand } from './commands/parse';
import { exportAllCommand, openExportCommand } from './commands/portable';
import { dataRequestCommand, eraseCommand } from './commands/privacy';
import { rankCommand } from './commands/rank';
import { reparseCommand } from './commands/reparse';
import { searchCommand } from './commands/search';
import { showCommand } from './commands/show';
import {
  addUserCommand,
  deactivateUserCommand,
  listUsersCommand,
  resetPasswordCommand,
} from './commands/user';
import { EXIT, type ExitCode, endQuietlyOnClosedPipe, report } from './output';
import type { WhoRuns } from './sign-in';
import { surroundings } from './surroundings';

/** Runs `longlist …` and answers with the exit code. Never throws. */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  endQuietlyOnClosedPipe();
  let passphraseIn: string | null = null;
  let who: WhoRuns = {};
  const place = surroundings({ passphraseFile: () => passphraseIn, who: () => who });
  let code: ExitCode = EXIT.ok;
  const workspace = () =>
    new Option('--workspace <dir>', 'folder of the workspace').env('LONGLIST_WORKSPACE');

  const passphraseFile = () =>
    new Option(
      '--passphrase-file <file>',
      'file whose first line is the passphrase; else LONGLIST_PASSPHRASE, the keychain, or asked for',
    ).argParser((file: string) => {
      passphraseIn = file;
    });

  const filter = () =>
    new Option(
      '--filter <key=value>',
      'narrow by a value, as in skill=Java, years=5-10, near=Lyon,50, has=email; may be repeated',
    )
      .argParser((value: string, before: readonly string[]) => [...before, value])
      .default([], 'none');

  const program = new Command('longlist')
    .description(
      'Turns folders of CVs into candidates you can find. Everything stays on this computer.',
    )
    .version(place.version, '-V, --version')
    .exitOverride()
    .showHelpAfterError('(longlist --help shows how)')
    .addHelpText('after', AFTER_HELP);

  program
    .command('import')
    .description('bring files and folders of CVs into the workspace (made on first use)')
    .argument('<paths...>', 'files and folders')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object at the end')
    .action(async (paths: readonly string[], options: unknown) => {
      code = await importCommand(place, paths, deskOptions.parse(options));
    });
  program
    .command('import-table')
    .description('bring in people from another system: CSV, XLSX, JSON Resume or vCard')
    .argument('<file>', 'the table, or a folder of JSON Resumes or vCards')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--map <pairs>', 'where columns go, as in "Mail=email,Chief=headline,Id=skip"')
    .option('--dry-run', 'only tell what would become of every row')
    .option('--format <format>', 'csv, xlsx, json-resume or vcard; else told by the content')
    .option('--delimiter <sign>', 'between the cells of a CSV: , ; | or tab')
    .option('--encoding <name>', 'of a CSV, as in utf-8 or windows-1252')
    .option('--sheet <name>', 'of a workbook: its name, or its number from 1')
    .option('--json', 'print one JSON object at the end')
    .action(async (file: string, options: unknown) => {
      code = await importTableCommand(place, file, importTableOptions.parse(options));
    });
  program
    .command('export')
    .description('write candidates to a file: CSV, XLSX, JSON Resume or vCard')
    .requiredOption('--out <file>', 'the file to write')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option(
      '--format <format>',
      'csv, xlsx, json-resume or vcard; else told by the name of the file',
    )
    .option('--query <text>', 'only those a search finds, in the language of longlist search')
    .addOption(filter())
    .option('--columns <names>', 'of a table, as in name,email,skills')
    .option('--json', 'print one JSON object')
    .action(async (options: unknown) => {
      code = await exportCommand(place, exportOptions.parse(options));
    });
  program
    .command('export-all')
    .description('write everything in open formats, NOT encrypted: SQLite, JSON, original files')
    .argument('<folder>', 'a new or an empty folder')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: unknown) => {
      code = await exportAllCommand(place, folder, deskOptions.parse(options));
    });
  program
    .command('open-export')
    .description('make the workspace of what export-all wrote, where there is none yet')
    .argument('<folder>', 'the folder of the export')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: unknown) => {
      code = await openExportCommand(place, folder, deskOptions.parse(options));
    });
  const backup = program.command('backup').description('backups: make one, list, verify');
  backup
    .command('make', { isDefault: true })
    .description('make one now: encrypted, read back and checked')
    .option('--to <folder>', 'in another folder than usual, which has to be there')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (options: unknown) => {
      code = await backupCommand(place, backupOptions.parse(options));
    });
  backup
    .command('list')
    .description('list the backups, newest first')
    .argument('[folder]', 'where they are; else where they usually go')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (folder: string | undefined, options: unknown) => {
      code = await listBackupsCommand(place, folder, deskOptions.parse(options));
    });
  backup
    .command('verify')
    .description('look at everything in a backup')
    .argument('<folder>', 'the backup, or a folder of several: then the newest')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: unknown) => {
      code = await verifyBackupCommand(place, folder, deskOptions.parse(options));
    });
  program
    .command('restore')
    .description('put a backup in the place of the workspace, which is kept beside it')
    .argument('<folder>', 'the backup, or a folder of several: then the newest')
    .option('--yes', 'do it; else only tell what would happen')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: unknown) => {
      code = await restoreCommand(place, folder, restoreOptions.parse(options));
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
      code = await parseCommand(place, files, parseOptions.parse(options));
    });
  program
    .command('reparse')
    .description('read stored CVs again with a newer parser: what would change, or change it')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--dry-run', 'only tell what would change')
    .option('--apply', 'change it; corrections stay, and the application can undo it')
    .option('--json', 'print one JSON object at the end')
    .action(async (options: unknown) => {
      code = await reparseCommand(place, reparseOptions.parse(options));
    });
  program
    .command('search')
    .description('find candidates: words, "phrases", prefix*, -without, OR, skill:java, years>=5')
    .argument('[query...]', 'what to look for; docs/search.md has the whole language')
    .addOption(workspace())
    .addOption(passphraseFile())
    .addOption(filter())
    .option(
      '--facets [kinds]',
      'count skills, titles, companies … of those found; or what is said, as in --facets=skill,city',
    )
    .option('--explain', 'say how the query was understood and why each was found')
    .option('--sort <order>', 'relevance, name, totalYears, updatedAt …, with :asc or :desc')
    .option('--limit <n>', 'how many to show, 1 to 200', count, 20)
    .option('--json', 'print one JSON object')
    .action(async (words: readonly string[], options: unknown) => {
      code = await searchCommand(place, words.join(' '), searchOptions.parse(options));
    });
  program
    .command('rank')
    .description('rank candidates against a job, with what each thing asked for came to')
    .requiredOption(
      '--job <job>',
      'the id of a job, or a file of one: JSON or YAML; docs/matching.md has its keys',
    )
    .option(
      '--candidates <jsonl>',
      'the candidates: what longlist parse --jsonl printed; else those of the workspace',
    )
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--top <n>', 'show only the best n', top)
    .option('--as-of <month>', 'count jobs that go on to this month, as in 2026-01', month)
    .option('--json', 'print one JSON object')
    .action(async (options: unknown) => {
      code = await rankCommand(place, rankOptions.parse(options));
    });
  program
    .command('match')
    .description('the open jobs for a candidate, best first')
    .argument('<id>', 'the id of a candidate, as longlist search prints it')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--top <n>', 'show only the best n', top)
    .option('--json', 'print one JSON object')
    .action(async (id: string, options: unknown) => {
      code = await matchCommand(place, id, matchOptions.parse(options));
    });
  program
    .command('erase')
    .description('erase a candidate for good: rows, history, index, files; it cannot be undone')
    .argument('<id>', 'the id of a candidate, as longlist search prints it')
    .addOption(workspace())
    .requiredOption('--reason <text>', 'why; it is kept, so it must not name the person')
    .option('--anonymise', 'keep stages, dates and skills, without an identity')
    .option('--dry-run', 'only tell what would go')
    .option('--json', 'print one JSON object')
    .action(async (id: string, options: unknown) => {
      code = await eraseCommand(place, id, eraseOptions.parse(options));
    });
  program
    .command('data-request')
    .description('write everything held on a candidate to a ZIP: a page, JSON and the files')
    .argument('<id>', 'the id of a candidate, as longlist search prints it')
    .requiredOption('--out <file>', 'the file to write')
    .addOption(workspace())
    .option('--json', 'print one JSON object')
    .action(async (id: string, options: unknown) => {
      code = await dataRequestCommand(place, id, dataRequestOptions.parse(options));
    });
  const job = program.command('job').description('jobs of the workspace: add, list, show');
  job
    .command('add')
    .description('add the jobs of a file; a client that is not there yet is made')
    .argument('<file>', 'one job or a list of them, JSON or YAML; docs/jobs.md has the keys')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: unknown) => {
      code = await addJobsCommand(place, file, deskOptions.parse(options));
    });
  job
    .command('list')
    .description('list jobs, the most pressing first')
    .addOption(workspace())
    .addOption(passphraseFile())
    .addOption(new Option('--status <status>', 'only those that are').choices([...JOB_STATUSES]))
    .option('--limit <n>', 'how many to show, 1 to 200', count, 50)
    .option('--json', 'print one JSON object')
    .action(async (options: unknown) => {
      code = await listJobsCommand(place, listJobsOptions.parse(options));
    });
  job
    .command('show')
    .description('show one job')
    .argument('<id>', 'the id that job list prints')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (id: string, options: unknown) => {
      code = await showJobCommand(place, id, deskOptions.parse(options));
    });
  program
    .command('dedupe')
    .description(
      'who may be in the workspace twice, in groups, with the reasons; nothing is changed',
    )
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--report', 'make the report; the command does nothing without it')
    .option('--json', 'print one JSON object at the end')
    .option('--csv <file>', 'write the pairs to a file, one a line')
    .option(
      '--min-score <n>',
      'leave out pairs that are less likely one person, 0.5 to 1',
      score,
      LEAST_SCORE,
    )
    .action(async (options: unknown) => {
      code = await dedupeCommand(place, dedupeOptions.parse(options));
    });
  program
    .command('show')
    .description('show one candidate')
    .argument('<id>', 'the id that search prints')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (id: string, options: unknown) => {
      code = await showCommand(place, id, deskOptions.parse(options));
    });
  const audit = program
    .command('audit')
    .description('the audit log: write it to a file, check one');
  audit
    .command('export')
    .description('write the audit log to a file that proves itself: JSONL or CSV')
    .requiredOption('--out <file>', 'the file to write')
    .addOption(workspace())
    .option('--format <format>', 'jsonl or csv; else told by the name of the file')
    .option('--actor <id>', 'only what this person did')
    .option('--group <group>', 'only deeds of a kind, as in access or privacy')
    .option('--record <id>', 'only what was done to this record')
    .option('--client <id>', 'only what concerns this client')
    .option('--from <day>', 'from this day or instant on')
    .option('--to <day>', 'until before this day or instant')
    .option('--json', 'print one JSON object')
    .action(async (options: unknown) => {
      code = await auditExportCommand(place, auditExportOptions.parse(options));
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
      code = await auditVerifyCommand(file, auditVerifyOptions.parse(options));
    });
  program
    .command('doctor')
    .description('check what Longlist stands on')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--all', 'look at every page of the database and every original file: minutes')
    .option('--json', 'print one JSON object')
    .action(async (options: unknown) => {
      code = await doctorCommand(place, doctorOptions.parse(options));
    });
  const user = program.command('user').description('who may sign in: list, add, deactivate');
  user
    .command('list')
    .description('list everybody, those deactivated too')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (options: unknown) => {
      code = await listUsersCommand(place, deskOptions.parse(options));
    });
  user
    .command('add')
    .description('let somebody in; prints the one-time password they sign in with')
    .argument('<email>', 'what they sign in with')
    .requiredOption('--name <name>', 'who they are')
    .addOption(new Option('--role <role>', 'what they may do').choices([...GIVEN_ROLES]))
    .option('--own-role <name>', 'a role of the desk’s own, by its name')
    .option('--client <name>', 'the client of a client user, by its name')
    .addOption(workspace())
    .addOption(passphraseFile())
    .option('--json', 'print one JSON object')
    .action(async (email: string, options: unknown) => {
      code = await addUserCommand(place, email, addUserOptions.parse(options));
    });
  for (const [name, deed, description] of USER_DEEDS) {
    user
      .command(name)
      .description(description)
      .argument('<email>', 'what they sign in with')
      .addOption(workspace())
      .addOption(passphraseFile())
      .option('--json', 'print one JSON object')
      .action(async (email: string, options: unknown) => {
        code = await deed(place, email, deskOptions.parse(options));
      });
  }
  for (const command of commandsOf(program)) {
    command
      .option('--user <email>', 'sign in as; LONGLIST_USER')
      .option('--password-file <file>', 'its first line is the password; else LONGLIST_PASSWORD')
      .option('--code <code>', 'of two-step sign-in, or a recovery code');
  }
  program.hook('preAction', (_, command) => {
    who = whoOptions.parse(command.opts());
  });

  try {
    await program.parseAsync([...withoutSwallowing(args)], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return report(error);
  }
}

/** A bare `--facets` takes nothing with it: in `--facets java` the word is what to look for. */
function withoutSwallowing(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return args.map((arg, at) =>
    arg === '--facets' && (end === -1 || at < end) ? '--facets=usual' : arg,
  );
}

// Commander hands options over untyped; what it was told above is said again here as types.
const deskOptions = z.object({
  workspace: z.string().optional(),
  json: z.boolean().optional(),
});
const doctorOptions = deskOptions.extend({ all: z.boolean().optional() });
const eraseOptions = deskOptions.extend({
  reason: z.string(),
  anonymise: z.boolean().optional(),
  dryRun: z.boolean().optional(),
});
const backupOptions = deskOptions.extend({ to: z.string().optional() });
const restoreOptions = deskOptions.extend({ yes: z.boolean().optional() });
const dataRequestOptions = deskOptions.extend({ out: z.string() });
const searchOptions = deskOptions.extend({
  limit: z.number().int(),
  filter: z.array(z.string()).default([]),
  facets: z.string().optional(),
  explain: z.boolean().default(false),
  sort: z.string().optional(),
});
const importTableOptions = deskOptions.extend({
  map: z.string().optional(),
  dryRun: z.boolean().optional(),
  format: z.string().optional(),
  delimiter: z.string().optional(),
  encoding: z.string().optional(),
  sheet: z.string().optional(),
});
const exportOptions = deskOptions.extend({
  out: z.string(),
  format: z.string().optional(),
  query: z.string().optional(),
  filter: z.array(z.string()).default([]),
  columns: z.string().optional(),
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
const reparseOptions = deskOptions.extend({
  dryRun: z.boolean().default(false),
  apply: z.boolean().default(false),
});
const dedupeOptions = deskOptions.extend({
  report: z.boolean().default(false),
  csv: z.string().optional(),
  minScore: z.number(),
});
const listJobsOptions = deskOptions.extend({
  status: z.enum(JOB_STATUSES).optional(),
  limit: z.number().int(),
});
const matchOptions = z.object({
  workspace: z.string().optional(),
  top: z.number().optional(),
  json: z.boolean().optional(),
});
const rankOptions = z.object({
  workspace: z.string().optional(),
  job: z.string(),
  candidates: z.string().optional(),
  top: z.number().optional(),
  asOf: z.string().optional(),
  json: z.boolean().optional(),
});
const parseOptions = z.object({
  ocr: z.string(),
  explain: z.boolean().default(false),
  json: z.boolean().default(false),
});

const addUserOptions = deskOptions.extend({
  name: z.string(),
  role: z.enum(GIVEN_ROLES).optional(),
  ownRole: z.string().optional(),
  client: z.string().optional(),
});
const whoOptions = z.object({
  user: z.string().optional(),
  passwordFile: z.string().optional(),
  code: z.string().optional(),
});

const USER_DEEDS = [
  ['deactivate', deactivateUserCommand, 'let somebody in no more; what they did stays'],
  ['reset-password', resetPasswordCommand, 'print a new one-time password for somebody'],
] as const;

/** The commands that do something, not those that only hold others. */
const commandsOf = (command: Command): readonly Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(commandsOf);

const AFTER_HELP = `
The workspace is the one of the desktop application unless --workspace or
LONGLIST_WORKSPACE names another. Close the application before importing.
It is encrypted. Its key comes from --passphrase-file, LONGLIST_PASSPHRASE or
LONGLIST_RECOVERY_KEY, the keychain of this computer, or is asked for.

Where one signs in, a command runs as --user (or LONGLIST_USER), with the password
of --password-file or LONGLIST_PASSWORD, or typed when it is asked for.

Exit codes:
  0    done; files that could not be read are listed and do not change this
  1    failed: nothing could be read, found or opened
  2    wrong use: unknown command or option, a path that does not exist
  130  interrupted
`;

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 200) {
    throw new InvalidArgumentError('Give a whole number from 1 to 200.');
  }
  return value;
}

function top(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError('Give a whole number from 1 on.');
  }
  return value;
}

function month(text: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text))
    throw new InvalidArgumentError('Give a month as in 2026-01.');
  return text;
}

function score(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= LEAST_SCORE && value <= 1)) {
    throw new InvalidArgumentError(`Give a number from ${LEAST_SCORE} to 1.`);
  }
  return value;
}
