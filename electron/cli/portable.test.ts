import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exportAllCommand, openExportCommand } from '@/electron/cli/commands/portable';
import { EXIT, UsageError } from '@/electron/cli/output';
import type { Surroundings } from '@/electron/cli/surroundings';
import {
  cvText,
  importAll,
  openDesk,
  PROGRAMS,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { PASSPHRASE } from '@/electron/core/test-support/workspace-key';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import { MANIFEST } from '@/shared/domain/portable/manifest';

const ADMIN = { email: 'tess@example.org', password: 'a boat of seven oars' };
const ANEW = 'four gulls above the pier';

describe('export-all and open-export', () => {
  let place: TestPlace;
  let printed: string;
  beforeEach(() => {
    place = testPlace();
    printed = '';
    vi.stubEnv('LONGLIST_CHEAP_PASSPHRASE', '1');
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((text) => {
        printed += String(text);
        return true;
      });
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    place.remove();
  });

  /** As the command line is, with a passphrase in a file and whoever runs it. */
  const line = (password?: string): Surroundings => {
    const passphraseFile = place.file('passphrase', `${PASSPHRASE}\n`);
    const passwordFile = place.file('password', `${password}\n`);
    return {
      resourcesDir: path.resolve('resources'),
      queryEntry: path.join(PROGRAMS, 'query.cjs'),
      version: 'test',
      parserSpawner: createNodeSpawner({ entry: path.join(PROGRAMS, 'parse.js') }),
      passphraseFile: () => passphraseFile,
      who: () => (password === undefined ? {} : { user: ADMIN.email, passwordFile }),
    };
  };
  const workspace = (name: string) => ({ workspace: path.join(place.dir, name) });
  const madeBy = async (isGuarded: boolean) => {
    const core = await openDesk(place, {
      background: false,
      passwordCost: { memory: 8, passes: 1 },
    });
    await importAll(core, [
      place.file('ada.txt', cvText({ name: 'Ada Example', email: 'ada@example.org' })),
    ]);
    if (isGuarded) await core.client().auth.setFirstPassword(ADMIN);
    await core.close();
  };

  it('takes everything out and makes a workspace of it, never over anything that is there', async () => {
    await madeBy(false);
    const folder = path.join(place.dir, 'out');
    expect(await exportAllCommand(line(), folder, workspace('workspace'))).toBe(EXIT.ok);
    expect(printed).toContain('1 candidate and 1 original file: ');
    expect(printed).toContain('It is not encrypted.');
    const manifest = readFileSync(path.join(folder, MANIFEST), 'utf8');
    await expect(exportAllCommand(line(), folder, workspace('workspace'))).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(readFileSync(path.join(folder, MANIFEST), 'utf8')).toBe(manifest);
    await expect(
      exportAllCommand(line(), path.join(place.dir, 'not', 'there'), workspace('workspace')),
    ).rejects.toBeInstanceOf(UsageError);

    printed = '';
    const json = { ...workspace('other'), json: true };
    expect(await openExportCommand(line(), folder, json)).toBe(EXIT.ok);
    expect(JSON.parse(printed)).toMatchObject({
      recoveryKey: expect.stringMatching(/^(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}$/),
      counts: { candidates: 1, originals: 1 },
    });
    await expect(openExportCommand(line(), folder, json)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    writeFileSync(path.join(folder, 'jobs.jsonl'), 'changed');
    await expect(openExportCommand(line(), folder, workspace('third'))).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(existsSync(path.join(place.dir, 'third'))).toBe(false);
  });

  it('asks who it is where one signs in, and for which administrator of it a new password is', async () => {
    await madeBy(true);
    const folder = path.join(place.dir, 'out');
    await expect(exportAllCommand(line(), folder, workspace('workspace'))).rejects.toBeInstanceOf(
      UsageError,
    );
    await expect(
      exportAllCommand(line('not this one at all'), folder, workspace('workspace')),
    ).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect(existsSync(folder)).toBe(false);
    expect(await exportAllCommand(line(ADMIN.password), folder, workspace('workspace'))).toBe(
      EXIT.ok,
    );
    await expect(openExportCommand(line(), folder, workspace('other'))).rejects.toBeInstanceOf(
      UsageError,
    );
    expect(await openExportCommand(line(ANEW), folder, workspace('other'))).toBe(EXIT.ok);
    expect(printed).toContain('Recovery key, shown this once.');
    // The password is the new one, and no other.
    const again = path.join(place.dir, 'again');
    await expect(
      exportAllCommand(line(ADMIN.password), again, workspace('other')),
    ).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect(await exportAllCommand(line(ANEW), again, workspace('other'))).toBe(EXIT.ok);
  });
});
