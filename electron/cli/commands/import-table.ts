import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { interruption } from '@/electron/cli/interruption';
import {
  EXIT,
  type ExitCode,
  plain,
  print,
  printJson,
  say,
  statusLine,
  UsageError,
} from '@/electron/cli/output';
import { openCore, type Surroundings, workspaceDirOf } from '@/electron/cli/surroundings';
import type { Core } from '@/electron/core/core';
import { explain } from '@/electron/core/tables/explain-fate';
import type { TableDraft, TableImportView } from '@/shared/contract/api/tables';
import { labelKey } from '@/shared/domain/custom-fields/custom-value';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import {
  customFieldIdOf,
  customTarget,
  isTableField,
  SKIP,
  TABLE_FIELDS,
} from '@/shared/domain/tables/fields';
import { DELIMITERS, ENCODINGS } from '@/shared/domain/tables/formats';
import type { RowFate } from '@/shared/domain/tables/row-fate';

interface ImportTableOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
  readonly map?: string | undefined;
  readonly dryRun?: boolean | undefined;
  readonly format?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
}

const SHOWN_ROWS = 20;

/**
 * `longlist import-table`: people from another system's export. Without `--map` the columns go where their headers and values say;
 * `--dry-run` tells what would become of every row. Ctrl-C stops; what came in stays, as one deed that the application can undo.
 */
export async function importTableCommand(
  place: Surroundings,
  file: string,
  options: ImportTableOptions,
): Promise<ExitCode> {
  const at = path.resolve(file);
  await stat(at).catch(() => {
    throw new UsageError(`there is no file or folder ${plain(file)}`);
  });
  const interrupted = interruption();
  const core = await openCore(place, options);
  try {
    if ((await core.client().workspace.status()).state === 'none') {
      throw new UsageError('there is no workspace yet; longlist import makes one');
    }
    const draft = await opened(core, at, options);
    const targets = await targetsOf(core, draft, options.map);
    if (options.json !== true) await printMapping(core, draft, targets);
    return options.dryRun === true
      ? await lookOnly(core, draft, targets, options, interrupted)
      : await bringIn(core, draft, targets, options, interrupted);
  } finally {
    await core.close();
  }
}

async function opened(core: Core, at: string, options: ImportTableOptions): Promise<TableDraft> {
  const { tables } = core.client();
  const draft = await tables.open({ handle: core.grantHandle([at]) });
  if (options.format !== undefined && options.format !== draft.format) {
    throw new UsageError(`the file is ${draft.format} and not ${plain(options.format)}`);
  }
  const choices = {
    ...(options.delimiter !== undefined && { delimiter: delimiterOf(options.delimiter) }),
    ...(options.encoding !== undefined && {
      encoding: oneOf('--encoding', ENCODINGS, options.encoding.toLowerCase()),
    }),
    ...(options.sheet !== undefined && { sheet: sheetOf(draft, options.sheet) }),
  };
  return Object.keys(choices).length === 0 ? draft : tables.choose({ id: draft.id, choices });
}

const delimiterOf = (written: string) =>
  oneOf('--delimiter', DELIMITERS, written === 'tab' || written === '\\t' ? '\t' : written);

function sheetOf(draft: TableDraft, written: string): number {
  const named = draft.sheets.indexOf(written);
  const index = named >= 0 ? named : Number(written) - 1;
  if (Number.isInteger(index) && index >= 0 && index < draft.sheets.length) return index;
  throw new UsageError(`the sheets are ${draft.sheets.map(plain).join(', ') || 'none'}`);
}

function oneOf<T extends string>(option: string, known: readonly T[], written: string): T {
  const found = known.find((one) => one === written);
  if (found !== undefined) return found;
  const names = known.map((one) => (one === '\t' ? 'tab' : one)).join(' ');
  throw new UsageError(`${option} is one of ${names}`);
}

/** `Header=field,…`: the columns that it names go there, the others where they would go without. */
async function targetsOf(
  core: Core,
  draft: TableDraft,
  map: string | undefined,
): Promise<readonly string[]> {
  const proposed = draft.columns.map(({ target }) => target);
  if (map === undefined) return proposed;
  const customFields = await core.client().customFields.list({});
  const chosen = new Map<string, string>();
  for (const pair of map.split(',').filter((part) => part.trim() !== '')) {
    const equals = pair.lastIndexOf('=');
    const header = pair.slice(0, equals).trim();
    if (equals < 1 || !draft.columns.some((column) => column.header === header)) {
      const headers = draft.columns.map((column) => plain(column.header)).join(', ');
      throw new UsageError(`--map is Header=field,…; the headers are ${headers}`);
    }
    chosen.set(header, targetNamed(pair.slice(equals + 1).trim(), customFields));
  }
  return draft.columns.map(({ header, target }) => chosen.get(header) ?? target);
}

function targetNamed(name: string, customFields: readonly CustomField[]): string {
  if (name === SKIP || isTableField(name)) return name;
  const custom = customFields.find(({ label }) => labelKey(label) === labelKey(name));
  if (custom !== undefined) return customTarget(custom.id);
  const names = [SKIP, ...TABLE_FIELDS, ...customFields.map(({ label }) => plain(label))];
  throw new UsageError(`there is no field ${plain(name)}; the fields are ${names.join(', ')}`);
}

async function printMapping(
  core: Core,
  draft: TableDraft,
  targets: readonly string[],
): Promise<void> {
  const { encoding, delimiter } = draft.choices;
  const sign = delimiter === '\t' ? 'tab' : delimiter;
  const how = [draft.format, encoding, sign === null ? null : `separated by ${sign}`];
  print(`${plain(draft.fileName)}: ${how.filter((part) => part !== null).join(', ')}`);
  const labels = new Map(
    (await core.client().customFields.list({})).map(({ id, label }) => [id, label]),
  );
  for (const [index, { header }] of draft.columns.entries()) {
    const target = targets[index] ?? SKIP;
    const label = labels.get(customFieldIdOf(target) ?? '') ?? target;
    print(`  ${plain(header)} = ${plain(label)}`);
  }
}

async function lookOnly(
  core: Core,
  draft: TableDraft,
  targets: readonly string[],
  options: ImportTableOptions,
  interrupted: AbortSignal,
): Promise<ExitCode> {
  const { tables } = core.client();
  const line = statusLine();
  let view = await tables.check({ id: draft.id, targets: [...targets] });
  while (view.check.state === 'running' && !interrupted.aborted) {
    line.show(`${view.check.rows} rows looked at`);
    await delay(100);
    view = await tables.draft({ id: draft.id });
  }
  line.clear();
  if (interrupted.aborted) return EXIT.interrupted;
  const { check } = view;
  const rows: RowFate[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof tables.fates>> = await tables.fates({
      id: draft.id,
      after,
      limit: 200,
    });
    rows.push(...page.fates);
    after = options.json === true || rows.length < SHOWN_ROWS ? page.next : null;
  }
  if (options.json) {
    const mapping = draft.columns.map(({ header }, index) => [header, targets[index]] as const);
    printJson({
      ...check,
      choices: view.choices,
      mapping: Object.fromEntries(mapping),
      fates: rows,
    });
  } else {
    print(
      `${check.rows} rows: ${check.counts.created} new, ${check.counts.updated} updated, ${check.counts.skipped} left out`,
    );
    for (const fate of rows.slice(0, SHOWN_ROWS)) printFate(fate);
    if (check.rows > SHOWN_ROWS) print(`  … and ${check.rows - SHOWN_ROWS} more (--json has all)`);
    print('Nothing was changed. Without --dry-run it comes in.');
  }
  if (check.error !== null) say(`longlist: ${check.error}`);
  return check.state === 'done' ? EXIT.ok : EXIT.failed;
}

const KINDS = { create: 'new', update: 'update', skip: 'left out' } as const;

function printFate(fate: RowFate): void {
  const taken = fate.taken.map(({ field }) => field);
  const more = [
    fate.why === 'row' ? `the person of row ${fate.sameAs ?? ''}` : fate.why,
    ...(fate.kind === 'update' ? [`fills ${[...new Set(taken)].join(', ')}`] : []),
    ...(fate.kept.length > 0 ? [`keeps ${fate.kept.map(({ field }) => field).join(', ')}`] : []),
  ];
  print(
    `  row ${fate.row}: ${KINDS[fate.kind]} · ${plain(fate.name || '(no name)')} · ${more.join(' · ')}`,
  );
  const why = explain(fate);
  if (why !== '' && fate.why !== 'unchanged') print(`    ${plain(why)}`);
}

async function bringIn(
  core: Core,
  draft: TableDraft,
  targets: readonly string[],
  options: ImportTableOptions,
  interrupted: AbortSignal,
): Promise<ExitCode> {
  const { tables } = core.client();
  const line = statusLine();
  const { id } = await tables.start({ id: draft.id, targets: [...targets] });
  const ended = core.session().tables.ended();
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    if (interrupted.aborted) await tables.cancel({ id });
    else await Promise.race([ended, delay(200)]);
    const { counts } = await tables.get({ id });
    line.show(`${counts.created + counts.updated + counts.skipped} rows`);
  }
  line.clear();
  const view = await tables.get({ id });
  const { fates } = await tables.fates({ id, kind: 'left-out', limit: SHOWN_ROWS });
  if (options.json) printJson({ workspace: workspaceDirOf(options), ...view, leftOutRows: fates });
  else printResult(view, fates);
  if (view.error !== null) say(`longlist: ${view.error}`);
  if (view.state === 'cancelled') return EXIT.interrupted;
  return view.state === 'done' ? EXIT.ok : EXIT.failed;
}

function printResult({ counts, leftOut }: TableImportView, fates: readonly RowFate[]): void {
  print(`${counts.created} new, ${counts.updated} updated, ${counts.skipped} left out`);
  for (const fate of fates) print(`  row ${fate.row}: ${plain(explain(fate))}`);
  if ((leftOut ?? 0) > fates.length) print(`  … and ${(leftOut ?? 0) - fates.length} more rows`);
}
