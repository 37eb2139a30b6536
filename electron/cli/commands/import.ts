import { stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { tellRecoveryKey } from '@/electron/cli/ask-key';
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
import { finishedCount } from '@/shared/domain/imports/counts';
import type { ImportCounts, ImportItem } from '@/shared/domain/imports/records';
import type { Id } from '@/shared/kit/ids';
import { labelOf } from '@/shared/usecases/imports/label-of';
import type { ImportProgress } from '@/shared/usecases/ports/import-runner';

interface ImportOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `longlist import`: runs one import to its end, with progress on a terminal. Ctrl-C cancels it; what was loaded stays. */
export async function importCommand(
  place: Surroundings,
  given: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  const paths = await existing(given);
  const interrupted = interruption();
  const core = await openCore(place, options);
  try {
    await makeWorkspaceIfNone(core, options);
    const begun = performance.now();
    const progress = await runToEnd(core, paths, interrupted);
    const seconds = (performance.now() - begun) / 1000;
    const failed = await itemsWith(core, progress.task.id, 'failed');
    if (options.json) {
      printJson({
        workspace: workspaceDirOf(options),
        importId: progress.task.id,
        state: progress.task.state,
        counts: progress.counts,
        seconds: Math.round(seconds * 10) / 10,
        failed: failed.map(failure),
        error: progress.task.error,
      });
    } else printSummary(progress, failed, seconds);
    // What came in can be ranked at once.
    await core.session().matchKeeper.settle();
    return exitCodeOf(progress);
  } finally {
    await core.close();
  }
}

async function existing(given: readonly string[]): Promise<readonly string[]> {
  const paths = given.map((one) => path.resolve(one));
  for (const [index, one] of paths.entries()) {
    await stat(one).catch(() => {
      throw new UsageError(`there is no file or folder ${plain(given[index] ?? one)}`);
    });
  }
  return paths;
}

/** The first import makes the workspace, named after the person at this computer. */
async function makeWorkspaceIfNone(core: Core, options: ImportOptions): Promise<void> {
  const client = core.client();
  const status = await client.workspace.status();
  if (status.state !== 'none') return;
  const userName = userNameHere();
  const folder = path.basename(workspaceDirOf(options));
  const name = folder === 'workspace' ? `${userName}'s candidates` : folder;
  const { recoveryKey } = await client.workspace.create({ name, userName });
  if (recoveryKey !== '') tellRecoveryKey(recoveryKey);
}

function userNameHere(): string {
  try {
    return os.userInfo().username || 'Me';
  } catch {
    // A container may run as a user that the system has no name for.
    return 'Me';
  }
}

async function runToEnd(
  core: Core,
  paths: readonly string[],
  interrupted: AbortSignal,
): Promise<ImportProgress> {
  const { runner, actor } = core.session();
  const line = statusLine();
  const taskId = (await startOrTakeUp(core, paths)).task.id;
  const stopListening = runner.onProgress((progress) => {
    if (progress.task.id === taskId && !interrupted.aborted) line.show(statusText(progress));
  });
  const cancel = (): void => {
    line.show('Cancelling …');
    void runner.cancel(actor, taskId).catch(() => undefined);
  };
  // It may have come while the workspace was opened.
  if (interrupted.aborted) cancel();
  else interrupted.addEventListener('abort', cancel, { once: true });
  try {
    await endOrHalt(core, taskId);
    return await runner.progress(taskId);
  } finally {
    stopListening();
    line.clear();
  }
}

/** An import of the same paths that was cut off is carried on: its files would else be counted as here already. */
async function startOrTakeUp(core: Core, paths: readonly string[]): Promise<ImportProgress> {
  const { runner, actor, deps } = core.session();
  const open = await deps.imports.openTasks();
  const same = open.find(
    (task) =>
      task.origin === 'command-line' && JSON.stringify(task.paths) === JSON.stringify(paths),
  );
  if (same) return runner.takeUp(same.id);
  const label = labelOf(paths.map((one) => path.basename(one) || one));
  return runner.start(actor, { paths, origin: 'command-line', label });
}

/** Resolves when the import has ended, or stands still because nothing can be written. */
async function endOrHalt(core: Core, taskId: Id): Promise<void> {
  const { runner } = core.session();
  let stop = (): void => undefined;
  const halted = new Promise<void>((resolve) => {
    stop = runner.onProgress(({ task }) => {
      if (task.id === taskId && task.state === 'paused') resolve();
    });
  });
  await Promise.race([runner.ended(taskId), halted]);
  stop();
}

async function itemsWith(
  core: Core,
  taskId: Id,
  outcome: 'failed',
): Promise<readonly ImportItem[]> {
  const { deps } = core.session();
  const found: ImportItem[] = [];
  for (;;) {
    const afterId = found.at(-1)?.id;
    const page = await deps.imports.items({
      taskId,
      outcome,
      limit: 500,
      ...(afterId !== undefined && { afterId }),
    });
    if (page.length === 0) return found;
    found.push(...page);
  }
}

const failure = (item: ImportItem) => ({
  file: item.displayPath,
  code: item.failureCode,
  message: item.failureMessage,
});

const needYou = (counts: ImportCounts): number =>
  counts.missing_information + counts.possible_duplicate;

function statusText({ task, counts, filesPerMinute, secondsLeft }: ImportProgress): string {
  const parts = [
    `${finishedCount(counts)} of ${counts.seen}${task.scanned ? '' : '+'}`,
    ...(needYou(counts) > 0 ? [`${needYou(counts)} need you`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
    ...(filesPerMinute === null ? [] : [`${Math.round(filesPerMinute)} a minute`]),
    ...(secondsLeft === null ? [] : [`${Math.ceil(secondsLeft)} s left`]),
  ];
  return parts.join(' · ');
}

const OUTCOME_WORDS = [
  ['loaded', 'Loaded'],
  ['updated', 'Updated'],
  ['missing_information', 'Missing information'],
  ['possible_duplicate', 'Possible duplicate'],
  ['already_here', 'Already here'],
  ['failed', 'Failed'],
  ['cancelled', 'Cancelled'],
] as const;
const SHOWN_FAILURES = 20;

function printSummary(
  { task, counts }: ImportProgress,
  failed: readonly ImportItem[],
  seconds: number,
): void {
  const files = counts.seen === 1 ? '1 file' : `${counts.seen} files`;
  print(`${files} seen in ${seconds.toFixed(1)} s`);
  for (const [key, words] of OUTCOME_WORDS) {
    if (counts[key] > 0) print(`${String(counts[key]).padStart(8)}  ${words}`);
  }
  for (const item of failed.slice(0, SHOWN_FAILURES)) {
    print(`          ${plain(item.displayPath)}: ${plain(item.failureMessage ?? '')}`);
  }
  if (failed.length > SHOWN_FAILURES) {
    print(`          … and ${failed.length - SHOWN_FAILURES} more`);
  }
  if (task.error !== null) say(`longlist: ${task.error}`);
}

function exitCodeOf({ task, counts }: ImportProgress): ExitCode {
  if (task.state === 'cancelled') return EXIT.interrupted;
  if (task.state !== 'done') return EXIT.failed;
  if (counts.seen === 0) {
    say('longlist: there are no files there.');
    return EXIT.failed;
  }
  return counts.failed === counts.seen ? EXIT.failed : EXIT.ok;
}
