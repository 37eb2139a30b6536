import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cvText, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { type Run, runLonglist } from './test-support/command-line';

const ANNA = { name: 'Anna Lindqvist', email: 'anna@example.org', more: 'Speaks canaryword.' };

// As somebody types it who has nothing but the command line.
describe('data-request and erase on the command line', () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace();
  });
  afterEach(() => place.remove());

  const longlist = (...args: readonly string[]): Promise<Run> => runLonglist(place, args);
  const found = async (text: string): Promise<readonly { readonly id: string }[]> =>
    JSON.parse((await longlist('search', text, '--json')).out).rows;

  it('bundles what is held, tells what would go, erases, and finds nobody afterwards', async () => {
    await longlist(
      'import',
      place.file('anna.txt', cvText(ANNA)),
      place.file('otto.txt', cvText({ name: 'Otto Other', email: 'otto@example.org' })),
    );
    const [anna] = await found('canaryword');
    const id = anna?.id ?? '';
    const bundle = await longlist('data-request', id, '--out', 'anna.zip');
    expect(bundle).toMatchObject({ code: 0 });
    expect(bundle.out).toMatch(/^\d+ records and 1 file: /);
    expect(bundle.out).toContain(path.join(place.dir, 'anna.zip'));
    const zip = unzipSync(readFileSync(path.join(place.dir, 'anna.zip')));
    expect(Object.keys(zip).toSorted()).toEqual(['data.json', 'files/1-anna.txt', 'index.html']);
    expect(strFromU8(zip['index.html'] ?? new Uint8Array())).toContain('canaryword');

    const dry = await longlist('erase', id, '--reason', 'They asked for it', '--dry-run');
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('Nothing was changed.') });

    // A reason is asked for, another id is a mistake, and neither erases anybody.
    expect((await longlist('erase', id)).code).toBe(2);
    expect(await longlist('erase', 'anna', '--reason', 'They asked')).toMatchObject({ code: 2 });
    expect(await found('canaryword')).toHaveLength(1);

    const erased = await longlist('erase', id, '--reason', 'They asked for it', '--json');
    expect(erased.code).toBe(0);
    expect(JSON.parse(erased.out)).toMatchObject({ candidateId: id, erased: true, files: 1 });
    expect(await found('canaryword')).toEqual([]);
    expect(await found('otto')).toHaveLength(1);
    for (const [command, ...more] of [
      ['erase', '--reason', 'Again'],
      ['data-request', '--out', 'gone.zip'],
    ] as const) {
      const again = await longlist(command, id, ...more);
      expect(again.code).toBe(1);
      expect(again.err).toContain('not there any more');
    }
    expect(existsSync(path.join(place.dir, 'gone.zip'))).toBe(false);
  });
});
