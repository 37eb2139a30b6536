import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAMS, type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { readJobFile } from './job-file';
import { type Run, runLonglist } from './test-support/command-line';

describe('longlist rank', () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace();
  });
  afterEach(() => place.remove());

  const rank = (...args: readonly string[]): Promise<Run> => runLonglist(place, ['rank', ...args]);
  const line = (file: string, more: object = {}): string => JSON.stringify({ file, ...more });

  it('gives the points of the example in docs/matching.md', async () => {
    const doc = readFileSync(path.join(PROGRAMS, '..', '..', 'docs', 'matching.md'), 'utf8');
    const block = (name: string): string =>
      new RegExp(`\`\`\`\\w+ ${name}\n([^]*?)\`\`\``).exec(doc)?.[1] ?? '';
    const job = place.file('job.json', block('job'));
    const candidates = place.file('people.jsonl', block('candidates'));
    const { code, out } = await rank(
      '--job',
      job,
      '--candidates',
      candidates,
      '--as-of',
      '2026-01',
    );
    expect(code).toBe(0);
    expect(out.trim()).toBe(block('answer').trim());
  });

  it('ranks the same whatever the order of the lines, twins by name; names and skips what is broken', async () => {
    const job = place.file(
      'job.yaml',
      'title: Payroll clerk\nrequiredSkills: [Payroll]\ncolour: red\n',
    );
    const people = [
      line('b.txt', { skills: ['Payroll'] }),
      line('a.txt', { skills: ['Payroll'] }),
      line('c.txt', { headline: 'Payroll clerk', skills: ['Payroll'] }),
      line('empty.txt'),
    ];
    const broken = ['{broken', '[]', line('x.pdf', { error: { code: 'ENCRYPTED' } })];
    const orders = await Promise.all(
      [people, people.toReversed()].map((list, at) => {
        const file = place.file(`people-${at}.jsonl`, [...list, ...broken].join('\r\n'));
        return rank('--job', job, '--candidates', file, '--as-of', '2026-01', '--json');
      }),
    );
    const [one, other] = orders.map(
      ({ out }) => JSON.parse(out) as { candidates: { candidate: string }[]; skipped: unknown[] },
    );
    expect(one?.candidates.map(({ candidate }) => candidate)).toEqual([
      'c.txt',
      'a.txt',
      'b.txt',
      'empty.txt',
    ]);
    expect(other?.candidates).toEqual(one?.candidates);
    expect(one?.skipped).toEqual([
      { where: 'line 5', why: 'it is not JSON' },
      { where: 'line 6', why: expect.stringContaining('expected object') },
      { where: 'line 7', why: 'x.pdf could not be read (ENCRYPTED)' },
    ]);
    expect(orders[0]?.code).toBe(0);
    expect(orders[0]?.err).toContain('“colour” is not known');
  });

  it('says in a sentence what is no job, no file and no candidate', async () => {
    const people = place.file('people.jsonl', '{broken\n');
    const none = place.file('none.jsonl', '');
    const job = place.file('job.json', '{"title":"Cook"}');
    expect(await rank('--job', job, '--candidates', people)).toMatchObject({ code: 1 });
    expect(await rank('--job', job, '--candidates', none)).toMatchObject({
      code: 0,
      out: '0 ranked.\n',
    });
    const nowhere = path.join(place.dir, 'no-workspace');
    expect(await rank('--job', job, '--workspace', nowhere)).toMatchObject({ code: 1 });
    await expect(readJobFile('nowhere.json')).rejects.toThrow('no job file');
    await expect(readJobFile(place.file('wrong.json', '{"title": 7}'))).rejects.toThrow('title');
    await expect(readJobFile(place.file('list.yaml', '- Cook\n'))).rejects.toThrow('one object');
    await expect(readJobFile(place.file('broken.yml', 'title: [\n'))).rejects.toThrow('not YAML');
  });
});
