import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  cvText,
  PROGRAMS,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';

const ANNA = { name: 'Anna Lindqvist', email: 'anna@example.org', more: 'Speaks canaryword.' };

// As somebody types it who has nothing but the command line.
describe('data-request and erase on the command line', () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace();
  });
  afterEach(() => place.remove());

  const longlist = (...given: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(PROGRAMS, 'cli.js'), ...given, '--workspace', place.workspaceDir],
      { encoding: 'utf8', cwd: place.dir },
    );
    return { code: status, out: stdout, said: stderr };
  };
  const found = (text: string): readonly { readonly id: string }[] =>
    JSON.parse(longlist('search', text, '--json').out).rows;

  it('bundles what is held, tells what would go, erases, and finds nobody afterwards', () => {
    longlist(
      'import',
      place.file('anna.txt', cvText(ANNA)),
      place.file('otto.txt', cvText({ name: 'Otto Other', email: 'otto@example.org' })),
    );
    const [anna] = found('canaryword');
    const id = anna?.id ?? '';
    const bundle = longlist('data-request', id, '--out', 'anna.zip');
    expect(bundle).toMatchObject({ code: 0 });
    expect(bundle.out).toMatch(/^\d+ records and 1 file: /);
    expect(bundle.out).toContain(path.join(place.dir, 'anna.zip'));
    const zip = unzipSync(readFileSync(path.join(place.dir, 'anna.zip')));
    expect(Object.keys(zip).toSorted()).toEqual(['data.json', 'files/1-anna.txt', 'index.html']);
    expect(strFromU8(zip['index.html'] ?? new Uint8Array())).toContain('canaryword');

    const dry = longlist('erase', id, '--reason', 'They asked for it', '--dry-run');
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('Nothing was changed.') });

    // A reason is asked for, another id is a mistake, and neither erases anybody.
    expect(longlist('erase', id).code).toBe(2);
    expect(longlist('erase', 'anna', '--reason', 'They asked')).toMatchObject({ code: 2 });
    expect(found('canaryword')).toHaveLength(1);

    const erased = longlist('erase', id, '--reason', 'They asked for it', '--json');
    expect(erased.code).toBe(0);
    expect(JSON.parse(erased.out)).toMatchObject({ candidateId: id, erased: true, files: 1 });
    expect(found('canaryword')).toEqual([]);
    expect(found('otto')).toHaveLength(1);
    for (const [command, ...more] of [
      ['erase', '--reason', 'Again'],
      ['data-request', '--out', 'gone.zip'],
    ] as const) {
      const again = longlist(command, id, ...more);
      expect(again.code).toBe(1);
      expect(again.said).toContain('not there any more');
    }
    expect(existsSync(path.join(place.dir, 'gone.zip'))).toBe(false);
  }, 120_000);
});
