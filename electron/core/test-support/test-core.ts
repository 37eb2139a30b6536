import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Core, type CoreOptions, createCore } from '@/electron/core/core';
import { CHEAP_ARGON2 } from '@/electron/core/keys/given-key';
import { noKeychain } from '@/electron/core/keys/secret-store';
import { silentLog } from '@/electron/core/log';
import { createWarmSpawner } from './warm-parsers';
import { PASSPHRASE, PROGRAMS } from './workspace-key';
import type { ImportView } from '@/shared/contract/api/imports';

/** A folder for one test, with a workspace beside the files to import. */
export interface TestPlace {
  readonly dir: string;
  readonly workspaceDir: string;
  /** Writes a file under `files/` and answers with its path. */
  readonly file: (name: string, content: string | Uint8Array) => string;
  readonly files: string;
  readonly openCore: (options?: Partial<CoreOptions>) => Promise<Core>;
  readonly remove: () => void;
}

export { PROGRAMS };

/** One for all tests of a process of the test runner. */
export const warmParsers = createWarmSpawner(path.join(PROGRAMS, 'parse.js'));

export function testPlace(): TestPlace {
  // Real path: a watched folder is kept by it, and macOS has its temporary folder behind a link.
  const dir = realpathSync(mkdtempSync(path.join(tmpdir(), 'longlist-core-')));
  const files = path.join(dir, 'files');
  const workspaceDir = path.join(dir, 'workspace');
  mkdirSync(files);
  return {
    dir,
    files,
    workspaceDir,
    file: (name, content) => {
      const at = path.join(files, name);
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, content);
      return at;
    },
    openCore: (options = {}) =>
      createCore({
        workspaceDir,
        resourcesDir: path.resolve('resources'),
        parserSpawner: warmParsers,
        queryEntry: path.join(PROGRAMS, 'query.cjs'),
        version: 'test',
        log: silentLog,
        background: true,
        parsers: 1,
        secrets: noKeychain,
        argon2: CHEAP_ARGON2,
        key: { passphrase: PASSPHRASE },
        ...options,
      }),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** A core with a workspace, ready to import. */
export async function openDesk(
  place: TestPlace,
  options: Partial<CoreOptions> = {},
): Promise<Core> {
  const core = await place.openCore(options);
  const client = core.client();
  if ((await client.workspace.status()).state === 'none') {
    await client.workspace.create({ name: 'Test', userName: 'Tess' });
  }
  return core;
}

/** Imports paths and waits for the end. */
export async function importAll(core: Core, paths: readonly string[]): Promise<ImportView> {
  const client = core.client();
  const view = await client.imports.start({ handle: core.grantHandle(paths) });
  await core.session().runner.ended(view.id);
  return client.imports.get({ id: view.id });
}

/** A CV as a text file. */
export function cvText(person: {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly company?: string;
  readonly more?: string;
}): string {
  return [
    person.name,
    'Software Engineer',
    ...(person.email === undefined ? [] : [`Email: ${person.email}`]),
    ...(person.phone === undefined ? [] : [`Phone: ${person.phone}`]),
    '',
    'Experience',
    `Software Engineer, ${person.company ?? 'Example Works Ltd'}`,
    'January 2019 - March 2023',
    'Built and ran the billing service.',
    '',
    'Skills',
    'TypeScript, PostgreSQL, Docker',
    '',
    ...(person.more === undefined ? [] : [person.more]),
  ].join('\n');
}
