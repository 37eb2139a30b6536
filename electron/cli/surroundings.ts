import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { askKey, canAsk, tellRecoveryKey } from '@/electron/cli/ask-key';
import { signInAs, type WhoRuns } from '@/electron/cli/sign-in';
import { type Core, createCore } from '@/electron/core/core';
import { createElectronParserSpawner } from '@/electron/core/electron-parser-spawner';
import {
  CHEAP_ARGON2,
  keyInEnvironment,
  keyInFile,
  testingOptions,
} from '@/electron/core/keys/given-key';
import type { KeyGiven } from '@/electron/core/keys/key-desk';
import type { LockReason } from '@/shared/contract/api/keys';
import { createLog, silentLog } from '@/electron/core/log';
import { parentPort } from '@/electron/core/parent-port';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import type { ParserSpawner } from '@/electron/core/parser-pool/parser-spawner';
import { defaultWorkspaceDir } from '@/electron/core/paths';

/** Where the program's own files are, and how it starts parse processes: the same in a checkout and in the application. */
export interface Surroundings {
  readonly resourcesDir: string;
  readonly queryEntry: string;
  readonly version: string;
  readonly parserSpawner: ParserSpawner;
  /** The file named for the passphrase; known when the command is. */
  readonly passphraseFile: () => string | null;
  /** What the command said of who runs it. */
  readonly who: () => WhoRuns;
}

/** Where the built programs are, and what starts the one that parses. */
export interface BuiltPrograms {
  /** `dist/node`, absolute. */
  readonly programs: string;
  readonly parserSpawner: ParserSpawner;
}

/** `given` is known when the command is. */
export function surroundings(
  { programs, parserSpawner }: BuiltPrograms,
  given: Pick<Surroundings, 'passphraseFile' | 'who'>,
): Surroundings {
  const root = path.join(programs, '..', '..');
  return {
    resourcesDir: path.join(root, 'resources'),
    queryEntry: path.join(programs, 'query.cjs'),
    version: versionOf(root),
    parserSpawner,
    ...given,
  };
}

/** Those that this one was built with. */
export function ownPrograms(): BuiltPrograms {
  const programs = programsDir();
  return { programs, parserSpawner: parserSpawner(path.join(programs, 'parse.js')) };
}

/**
 * Opens the core on a workspace: `--workspace`, or the one that the desktop application uses; where one signs in, as whoever runs the
 * command. `reading`: a command that only asks works beside the running application.
 */
export async function openCore(
  place: Surroundings,
  options: { readonly workspace?: string | undefined },
  { reading, asNobody = false, key = givenKey(place) }: Opening = { reading: false },
): Promise<Core> {
  const { plain, cheapPassphrase } = testingOptions();
  // Of a packaged application these are not asked.
  const isTesting = process.versions.electron === undefined;
  // Opened more than once, it asks once.
  let answer: Promise<KeyGiven | null> | null = null;
  const askOnce = (why: LockReason): Promise<KeyGiven | null> => (answer ??= askKey(why));
  const open = (readOnly: boolean): Promise<Core> =>
    createCore({
      ...place,
      workspaceDir: workspaceDirOf(options),
      key,
      askKey: canAsk() ? askOnce : null,
      showRecoveryKey: tellRecoveryKey,
      ...(isTesting && { plain }),
      ...(isTesting && cheapPassphrase && { argon2: CHEAP_ARGON2 }),
      log: process.env.LONGLIST_LOG ? createLog(path.resolve(process.env.LONGLIST_LOG)) : silentLog,
      background: false,
      reading: readOnly,
    });
  let core = await open(reading);
  try {
    const guarded = (await core.client().workspace.status()).state === 'signed-out';
    if (asNobody || !guarded) return core;
    if (reading) {
      // An attempt to sign in is kept, and counts, unless the running application alone may write.
      await core.close();
      core = await open(false);
      if ((await core.client().workspace.status()).state === 'unavailable') {
        await core.close();
        core = await open(true);
      }
    }
    await signInAs(core, place.who());
    return core;
  } catch (error) {
    await core.close();
    throw error;
  }
}

interface Opening {
  readonly reading: boolean;
  /** For what has to work for whoever sits at the computer, such as looking whether all is well. */
  readonly asNobody?: boolean;
  /** The key that was given, where somebody has asked for it before: it is taken out of the environment. */
  readonly key?: KeyGiven | null;
}

/** The key given with the command, by file or environment: reading the environment takes it out. Errors: INVALID. */
export function givenKey(place: Surroundings): KeyGiven | null {
  const file = place.passphraseFile();
  return file === null ? keyInEnvironment() : keyInFile(file);
}

export const workspaceDirOf = (options: { readonly workspace?: string | undefined }): string =>
  options.workspace === undefined ? defaultWorkspaceDir() : path.resolve(options.workspace);

/** The folder of the built programs (`dist/node`). A bundler may have put this module into a folder of shared pieces below it. */
function programsDir(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return path.basename(here) === 'chunks' ? path.dirname(here) : here;
}

function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly version: string;
  }; // Our own package.json.
  return version;
}

/** Inside the application only main can fork; it listens on the parent port. */
function parserSpawner(entry: string): ParserSpawner {
  const main = parentPort();
  if (!main) return createNodeSpawner({ entry });
  const spawner = createElectronParserSpawner(main.post);
  main.onMessage((message, port) => {
    if (message.type === 'parser-port' || message.type === 'parser-exit') {
      spawner.handle(message, port);
    }
  });
  return spawner;
}
