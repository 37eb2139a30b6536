import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestPlace, testPlace } from '@/electron/core/test-support/test-core';
import { type Run, runLonglist } from './test-support/command-line';

describe('longlist job', () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace();
  });
  afterEach(() => place.remove());

  const longlist = (...args: readonly string[]): Promise<Run> => runLonglist(place, args);
  const write = (name: string, text: string): void =>
    writeFileSync(path.join(place.dir, name), text);

  it('adds the jobs of a file, lists and shows them', async () => {
    place.file('1.txt', 'Anna Lindqvist\nanna@example.org\nNurse\n');
    expect((await longlist('import', 'files', '--json')).code).toBe(0);
    write(
      'jobs.yaml',
      [
        '- client: Acme',
        '  title: "Nurse \\e[31m"',
        '  status: open',
        '  location: Leeds, UK',
        '  salaryMin: 40000',
        '  salaryCurrency: GBP',
        '  requiredSkills: [Triage, {name: Kubernetes, weight: 5, minYears: 2}]',
        '- client: ACME',
        '  title: Carpenter',
        '  priority: urgent',
      ].join('\n'),
    );
    const added = await longlist('job', 'add', 'jobs.yaml', '--json');
    expect(added).toMatchObject({ code: 0 });
    const { jobs } = JSON.parse(added.out) as { jobs: { id: string }[] };
    expect(jobs).toHaveLength(2);
    const open = JSON.parse((await longlist('job', 'list', '--status', 'open', '--json')).out);
    expect(open).toMatchObject({ total: 1, jobs: [{ clientName: 'Acme', city: 'Leeds' }] });
    const listed = await longlist('job', 'list');
    expect(listed.out).toMatch(/Carpenter · Acme · 0 candidates\n.*Nurse/);
    expect(listed.out).not.toContain('\u001b');
    const shown = await longlist('job', 'show', jobs[0]?.id ?? '');
    expect(shown.out).toMatch(/Salary +from 40000 GBP\n[\s\S]*Kubernetes \(weight 5, 2 years\)/);
  });

  it('adds nothing of a file with something wrong in it', async () => {
    write(
      'jobs.json',
      JSON.stringify([
        { client: 'A', title: 'B' },
        { client: 'A', titel: 'C' },
      ]),
    );
    const refused = await longlist('job', 'add', 'jobs.json');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('job 2, title');
    write('jobs.json', '{');
    expect((await longlist('job', 'add', 'jobs.json')).code).toBe(2);
    expect((await longlist('job', 'add', 'missing.json')).code).toBe(2);
    expect((await longlist('job', 'list', '--status', 'lost')).code).toBe(2);
    expect((await longlist('job', 'show', 'x')).code).toBe(2);
  });
});
