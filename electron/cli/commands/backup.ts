import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { askKey, canAsk } from '@/electron/cli/ask-key';
import { EXIT, type ExitCode, print, printJson, say, UsageError } from '@/electron/cli/output';
import { givenKey, openCore, type Surroundings } from '@/electron/cli/surroundings';
import type { Core } from '@/electron/core/core';
import type { KeyGiven } from '@/electron/core/keys/key-desk';
import type { BackupView } from '@/shared/domain/backup/views';

interface BackupOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `longlist backup`: makes one now, in the folder that backups go to or in another. */
export async function backupCommand(
  place: Surroundings,
  options: BackupOptions & { readonly to?: string | undefined },
): Promise<ExitCode> {
  const core = await openCore(place, options);
  try {
    const handle =
      options.to === undefined ? undefined : core.grantHandle([path.resolve(options.to)]);
    const { made } = await core.client().backup.make({ handle });
    if (made === null) return EXIT.interrupted;
    if (options.json) printJson(made);
    else {
      print(`${made.folder}`);
      print(
        `${made.candidates} candidates, ${made.copiedOriginals} files copied, ${megabytes(made.bytes)} and ${megabytes(made.originalBytes)} of files; checked.`,
      );
      if (made.lacking > 0) {
        say(`${made.lacking} original files are missing or damaged in the workspace itself.`);
      }
    }
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

/** `longlist backup list`: the backups in a folder, or in the one that they go to. */
export async function listBackupsCommand(
  place: Surroundings,
  folder: string | undefined,
  options: BackupOptions,
): Promise<ExitCode> {
  const core = await openCore(place, options, { reading: true });
  try {
    const backups = await find(core, folder);
    if (options.json) printJson(backups.map((backup) => ({ ...backup, id: undefined })));
    else for (const backup of backups) print(lineOf(backup));
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

/** `longlist backup verify`: looks at everything in a backup. Ends with 1 where it is not as it was made. */
export async function verifyBackupCommand(
  place: Surroundings,
  folder: string,
  options: BackupOptions,
): Promise<ExitCode> {
  const core = await openCore(place, options, { reading: true });
  try {
    const backup = await findOne(core, folder);
    const report = await core.client().backup.verify({ id: backup.id });
    if (report === null) return EXIT.interrupted;
    if (options.json) printJson({ name: backup.name, ...report });
    else if (report.flaws.length === 0) {
      print(
        `${backup.name}: ${report.files} files, the database and its audit log are as they were made.`,
      );
    } else {
      for (const { kind, count } of report.flaws) print(`${backup.name}: ${kind} (${count})`);
    }
    return report.flaws.length === 0 ? EXIT.ok : EXIT.failed;
  } finally {
    await core.close();
  }
}

/** `longlist restore`: puts a backup in the place of the workspace, which is kept beside it. Without `--yes` it only tells. */
export async function restoreCommand(
  place: Surroundings,
  folder: string,
  options: BackupOptions & { readonly yes?: boolean | undefined },
): Promise<ExitCode> {
  const key = givenKey(place);
  const core = await openCore(place, options, { reading: options.yes !== true, key });
  try {
    const { backup: api } = core.client();
    const { id } = await findOne(core, folder);
    let given: KeyGiven | null = null;
    let plan = await api.plan({ id, key: given });
    if (plan.state === 'key-needed') {
      given = key ?? (canAsk() ? await askKey('passphrase') : null);
      if (given !== null) plan = await api.plan({ id, key: given });
    }
    if (plan.state === 'key-needed') {
      throw new UsageError(
        'no key at hand opens this backup: say --passphrase-file, LONGLIST_PASSPHRASE or LONGLIST_RECOVERY_KEY',
      );
    }
    const { replaces, workspaceName, ledger, backup } = plan;
    if (options.json) printJson({ ...plan, restored: options.yes === true });
    else {
      print(`“${workspaceName}” as of ${lineOf(backup)}`);
      if (replaces !== null) print(`The workspace there is will be kept in ${replaces.aside}`);
      if (ledger !== 'read') say('The list of erasures beside the backup is missing or damaged.');
    }
    if (options.yes !== true) {
      say('Nothing was changed. Say --yes to restore it.');
      return EXIT.ok;
    }
    await api.restore({ id, key: given, typed: workspaceName });
    while ((await core.client().workspace.status()).state === 'working') await pause(50);
    const { failed } = await api.outcome();
    if (failed !== null) {
      say(`longlist: ${failed.message}`);
      return EXIT.failed;
    }
    if (!options.json) print('Restored.');
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

const find = (core: Core, folder: string | undefined): Promise<readonly BackupView[]> => {
  if (folder === undefined) return core.client().backup.find({ handle: null });
  const at = path.resolve(folder);
  if (!existsSync(at)) throw new UsageError(`${folder} is not there`);
  return core.client().backup.find({ handle: core.grantHandle([at]) });
};

/** The newest where a folder has several. */
async function findOne(core: Core, folder: string): Promise<BackupView> {
  const [newest] = await find(core, folder);
  if (newest === undefined) throw new UsageError(`there is no backup in ${folder}`);
  return newest;
}

const lineOf = ({ name, madeAt, counts, bytes, originalBytes, state }: BackupView): string =>
  `${madeAt}  ${counts.candidates} candidates, ${counts.jobs} jobs, ${counts.originals} files, ${megabytes(bytes + originalBytes)}  ${name}${state === 'whole' ? '' : `  (${state})`}`;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
