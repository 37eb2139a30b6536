import { existsSync } from 'node:fs';
import path from 'node:path';
import { askHidden, canAsk } from '@/electron/cli/ask-key';
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
import { interruption } from '@/electron/cli/interruption';
import { passwordOf } from '@/electron/cli/sign-in';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import type { Core } from '@/electron/core/core';

interface PortableOptions {
  readonly workspace?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `longlist export-all`: everything in open formats, in clear. Not beside the running application: it stands in the audit log. */
export async function exportAllCommand(
  place: Surroundings,
  folder: string,
  options: PortableOptions,
): Promise<ExitCode> {
  const target = path.resolve(folder);
  if (!existsSync(path.dirname(target))) {
    throw new UsageError(`there is no folder ${plain(path.dirname(target))}`);
  }
  const core = await openCore(place, options);
  try {
    const workspace = await core.session().deps.workspace.workspace();
    const done = await withProgress(core, 'exported', (signal) =>
      core.client().portable.export(
        {
          handle: core.grantHandle([path.dirname(target)]),
          name: path.basename(target),
          typed: workspace?.name ?? '',
        },
        { signal },
      ),
    );
    if (done === null) return EXIT.interrupted;
    if (options.json) printJson({ ...done, folder: target });
    else {
      const { candidates, originals, missingOriginals, privateNotesLeftOut } = done.counts;
      print(
        `${many(candidates, 'candidate')} and ${many(originals, 'original file')}: ${plain(target)}`,
      );
      if (missingOriginals > 0) print(`${missingOriginals} original files are missing or damaged.`);
      if (privateNotesLeftOut > 0) {
        print(`${privateNotesLeftOut} private notes of others are not in it.`);
      }
      say('It is not encrypted. Keep it on an encrypted disk.');
    }
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

/** `longlist open-export`: the workspace of a full export, where there is none yet. */
export async function openExportCommand(
  place: Surroundings,
  folder: string,
  options: PortableOptions,
): Promise<ExitCode> {
  const core = await openCore(place, options, { reading: false, asNobody: true });
  try {
    const { portable } = core.client();
    const look = await portable.look({ handle: core.grantHandle([path.resolve(folder)]) });
    const who = place.who();
    const email = who.user ?? process.env.LONGLIST_USER;
    if (look.guarded && (email === undefined || email === '')) {
      throw new UsageError(
        'one signs in to this workspace: say with --user <email> which administrator opens it, and give a new password with --password-file.',
      );
    }
    const admin =
      email === undefined || email === ''
        ? undefined
        : { email, password: await passwordOf(who, email) };
    const passphrase = await newPassphrase(core);
    const made = await withProgress(core, 'opened', (signal) =>
      portable.open(
        {
          handle: look.handle,
          ...(admin !== undefined && { admin }),
          ...(passphrase !== undefined && { passphrase }),
        },
        { signal },
      ),
    );
    if (made === null) return EXIT.interrupted;
    if (options.json) printJson({ recoveryKey: made.recoveryKey, counts: made.counts });
    else {
      print(`${plain(look.workspace)}: ${many(made.counts.candidates, 'candidate')}`);
      if (look.guarded) print('Everybody else needs a new password: longlist user reset-password.');
      print('\nRecovery key, shown this once. Write it down:');
      print(made.recoveryKey);
    }
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

const many = (count: number, what: string): string =>
  count === 1 ? `1 ${what}` : `${count} ${what}s`;

/** Where no keychain keeps a key and none was given, one is asked for. */
async function newPassphrase(core: Core): Promise<string | undefined> {
  const { keychain, passphraseGiven } = await core.client().keys.status();
  if (passphraseGiven || keychain === 'works') return undefined;
  if (!canAsk()) {
    throw new UsageError('no keychain keeps a key here: give a passphrase with --passphrase-file.');
  }
  const typed = await askHidden('New passphrase: ');
  if (typed !== (await askHidden('Once more: ')))
    throw new UsageError('these are two passphrases.');
  return typed;
}

/** Shows how far it is; null when somebody stopped it, and then nothing is left. */
async function withProgress<T>(
  core: Core,
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const signal = interruption();
  const line = statusLine();
  const show = async (): Promise<void> => {
    const { done } = await core.client().portable.progress();
    if (done !== null) line.show(`${Math.floor(done * 100)} % ${what}`);
  };
  const timer = setInterval(() => void show(), 500);
  try {
    return await work(signal);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    clearInterval(timer);
    line.clear();
  }
}
