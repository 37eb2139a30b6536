import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { MANIFEST } from '@/shared/domain/portable/manifest';
import { type Run, runLonglist } from './test-support/command-line';

const ADMIN = { email: 'tess@example.org', password: 'a boat of seven oars' };
const ANEW = 'four gulls above the pier';

describe('export-all and open-export', () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace();
  });
  afterEach(() => place.remove());

  const madeBy = async (isGuarded: boolean): Promise<void> => {
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
  const longlist = (password: string | null, ...args: readonly string[]): Promise<Run> =>
    runLonglist(
      place,
      args,
      password === null ? {} : { LONGLIST_USER: ADMIN.email, LONGLIST_PASSWORD: password },
    );
  /** Into a workspace of another name. */
  const openInto = (password: string | null, name: string, ...more: readonly string[]) =>
    longlist(password, 'open-export', 'out', '--workspace', path.join(place.dir, name), ...more);

  it('takes everything out and makes a workspace of it, never over anything that is there', async () => {
    await madeBy(false);
    const made = await longlist(null, 'export-all', 'out');
    expect(made).toMatchObject({ code: 0 });
    expect(made.out).toContain('1 candidate and 1 original file: ');
    expect(made.err).toContain('It is not encrypted.');
    const manifest = readFileSync(path.join(place.dir, 'out', MANIFEST), 'utf8');
    expect(await longlist(null, 'export-all', 'out')).toMatchObject({ code: 1 });
    expect(readFileSync(path.join(place.dir, 'out', MANIFEST), 'utf8')).toBe(manifest);
    expect(await longlist(null, 'export-all', 'not/there')).toMatchObject({ code: 2 });

    const opened = await openInto(null, 'other', '--json');
    expect(JSON.parse(opened.out)).toMatchObject({
      recoveryKey: expect.stringMatching(/^(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}$/),
      counts: { candidates: 1, originals: 1 },
    });
    const found = await longlist(null, 'search', '--workspace', path.join(place.dir, 'other'));
    expect(found.out).toContain('Ada Example');
    const again = await openInto(null, 'other');
    expect(again).toMatchObject({ code: 1 });
    expect(again.err).toContain('There is a workspace here already');
    writeFileSync(path.join(place.dir, 'out', 'jobs.jsonl'), 'changed');
    const changed = await openInto(null, 'third');
    expect(changed.err).toContain('not as Longlist wrote it');
    expect(existsSync(path.join(place.dir, 'third'))).toBe(false);
  });

  it('asks who it is where one signs in, and for which administrator of it a new password is', async () => {
    await madeBy(true);
    expect(await longlist(null, 'export-all', 'out')).toMatchObject({ code: 2 });
    expect(await longlist('not this one at all', 'export-all', 'out')).toMatchObject({ code: 1 });
    expect(existsSync(path.join(place.dir, 'out'))).toBe(false);
    expect(await longlist(ADMIN.password, 'export-all', 'out')).toMatchObject({ code: 0 });
    expect(await openInto(null, 'other')).toMatchObject({ code: 2 });
    const opened = await openInto(ANEW, 'other');
    expect(opened).toMatchObject({ code: 0 });
    expect(opened.out).toContain('Recovery key, shown this once.');
    // The password is the new one, and no other.
    const list = ['user', 'list', '--workspace', path.join(place.dir, 'other')];
    expect(await longlist(ADMIN.password, ...list)).toMatchObject({ code: 1 });
    expect(await longlist(ANEW, ...list)).toMatchObject({ code: 0 });
  });
});
