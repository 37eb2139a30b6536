import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { type Run, runLonglist } from './test-support/command-line';

describe('tables on the command line', () => {
  let place: TestPlace;
  beforeEach(async () => {
    place = testPlace();
    await (await openDesk(place)).close();
  });
  afterEach(() => place.remove());
  const longlist = (...args: readonly string[]): Promise<Run> => runLonglist(place, args);

  it('tells what would become of every row, brings them in, and writes them out again', async () => {
    const file = place.file('people.csv', 'Name;Mail;Team\nAnna Ek;a@example.org;Blue\n;;Red\n');
    const look = await longlist('import-table', file, '--dry-run', '--json', '--map', 'Team=tags');
    expect(look.code).toBe(0);
    expect(JSON.parse(look.out)).toMatchObject({
      state: 'done',
      counts: { created: 1, updated: 0, skipped: 1 },
      mapping: { Name: 'name', Mail: 'email', Team: 'tags' },
      choices: { delimiter: ';', encoding: 'utf-8' },
      fates: [
        { row: 2, kind: 'create', why: 'new' },
        { row: 3, kind: 'skip', why: 'nobody' },
      ],
    });
    const done = await longlist('import-table', file, '--map', 'Team=tags');
    expect(done).toMatchObject({ code: 0 });
    expect(done.out).toContain('  Team = tags\n');
    expect(done.out).toContain('1 new, 0 updated, 1 left out');
    const again = await longlist('import-table', file, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ counts: { created: 0, updated: 0, skipped: 2 } });
    const out = path.join(place.dir, 'out.csv');
    expect(await longlist('export', '--out', out, '--columns', 'name,email,tags')).toMatchObject({
      code: 0,
      out: `1 candidate written to ${out}\n`,
    });
    expect(readFileSync(out, 'utf8')).toBe('\ufeffName,Email,Tags\nAnna Ek,a@example.org,Blue\n');
  });

  it('ends with 2 for what cannot be meant, and with 1 for what is no table', async () => {
    const file = place.file('people.csv', 'Name\nAnna\n');
    const wrong: readonly (readonly string[])[] = [
      ['import-table', 'not-there.csv'],
      ['import-table', file, '--map', 'Nobody=name'],
      ['import-table', file, '--map', 'Name=nothing'],
      ['import-table', file, '--delimiter', 'x'],
      ['import-table', file, '--encoding', 'klingon'],
      ['import-table', file, '--format', 'xlsx'],
      ['export', '--out', 'out.doc'],
      ['export', '--out', 'out.csv', '--columns', 'shoe size'],
      ['export'],
    ];
    for (const args of wrong)
      expect({ args, code: (await longlist(...args)).code }).toEqual({ args, code: 2 });
    const empty = await longlist('import-table', place.file('empty.csv', ''));
    expect(empty).toMatchObject({ code: 1, err: 'longlist: This file is empty.\n' });
  });
});
