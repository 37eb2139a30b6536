import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectForWriting } from '@/db/sqlite/connection';
import {
  cvText,
  importAll,
  openDesk,
  type TestPlace,
  testPlace,
} from '@/electron/core/test-support/test-core';
import { keyringOf } from '@/electron/core/test-support/workspace-key';
import { parseLineSchema } from '@/shared/domain/parsing/parse-line';
import { finished, type Run, runLonglist, startLonglist } from './test-support/command-line';

describe('longlist on the command line', () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace();
  });
  afterEach(() => place.remove());

  const longlist = (...args: readonly string[]): Promise<Run> => runLonglist(place, args);
  /** As a process of its own, where another has the workspace open or the process is what matters. */
  const asProcess = (...args: readonly string[]): Promise<Run> =>
    finished(startLonglist(place, args));

  it('reports who is here twice beside the open application, and changes nothing', async () => {
    place.file('1.txt', cvText({ name: 'Anna Lindqvist', phone: '+46 70 123 45 67' }));
    place.file(
      '2.txt',
      cvText({ name: 'Lindqvist, Anna', phone: '0046701234567', company: 'B AB' }),
    );
    place.file('3.txt', cvText({ name: 'Boris Petrov', email: 'boris@example.org' }));
    const core = await openDesk(place);
    try {
      await importAll(core, [place.files]);
      await core.session().duplicateSearcher.ended();
      const before = await core.client().duplicates.counts();
      const report = JSON.parse(
        (await asProcess('dedupe', '--report', '--json', '--csv', 'pairs.csv')).out,
      );
      expect(report).toMatchObject({ candidates: 2, pairs: 1, reasons: { phone: 1 } });
      // Which of the two came in first is for the parser pool to say.
      expect(report.groups[0].people.map((one: { name: string }) => one.name).sort()).toEqual([
        'Anna Lindqvist',
        'Lindqvist, Anna',
      ]);
      const csv = readFileSync(path.join(place.dir, 'pairs.csv'), 'utf8').split('\r\n');
      expect(csv[0]).toContain('group,score,reasons,id,name,other_id,other_name');
      expect(csv[1]).toMatch(
        /,(?:Anna Lindqvist,.*,"Lindqvist, Anna"|"Lindqvist, Anna",.*,Anna Lindqvist)$/,
      );
      const words = await asProcess('dedupe', '--report');
      expect(words).toMatchObject({ code: 0 });
      expect(words.out).toMatch(
        /(?:Anna Lindqvist · Lindqvist, Anna|Lindqvist, Anna · Anna Lindqvist)\n +\d+ %[\s\S]*1 group, 2 candidates, 1 pair\n/,
      );
      expect(await core.client().duplicates.counts()).toEqual(before);
    } finally {
      await core.close();
    }
    expect((await longlist('dedupe')).code).toBe(2);
    expect((await longlist('dedupe', '--report', '--min-score', '2')).code).toBe(2);
  });

  it('narrows, counts and explains a search', async () => {
    place.file('1.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    place.file('2.txt', cvText({ name: 'Boris Petrov', phone: '+46 70 123 45 67' }));
    await longlist('import', 'files', '--json');
    const total = async (...args: readonly string[]): Promise<number> =>
      JSON.parse((await longlist('search', ...args, '--json')).out).total;
    expect(await total('--filter', 'has=email')).toBeLessThanOrEqual(2);
    expect(await total('lindqvist', '--filter', 'missing=email')).toBe(0);
    expect(
      await total('lindqvist', '--filter', 'added=2020-01-01..', '--filter', 'years=0-80'),
    ).toBeLessThanOrEqual(1);
    const explained = await longlist('search', 'lindqvst', '-zeppelin', '--explain');
    expect(explained.code).toBe(2);
    const said = await longlist('search', '--explain', '--', 'name:lindqvst', '-zeppelin');
    expect(said.out).toMatch(
      /^Finds lindqvst in name and not zeppelin\n {2}nobody has name:lindqvst, looked for lindqvist\n1 candidate\n[\s\S]*matches: Lindqvist in the name/,
    );
    const why = (await longlist('search', '--explain', 'works', 'docker')).out;
    expect(why).toMatch(/matches: .*Works in a company; Docker in the skills/);
    const usual = await longlist('search', '--facets', 'lindqvist', '--json');
    expect(JSON.parse(usual.out)).toMatchObject({ query: 'lindqvist', total: 1 });
    expect(JSON.parse(usual.out).facets.length).toBeGreaterThan(3);
    const narrow = await longlist('search', 'lindqvist', '--filter', 'missing=name');
    expect(narrow.out).toMatch(/^0 candidates\n {2}without the filter missing: 1\n/);
    const out = ['export', '--out', 'some.csv', '--columns', 'name'];
    expect((await longlist(...out, '--filter', 'missing=name')).out).toMatch(/^0 candidates/);
    expect((await longlist(...out, '--filter', 'has=file')).out).toMatch(/^2 candidates/);
    expect((await longlist(...out, '--filter', 'has=luck')).code).toBe(2);
    const counted = await longlist('search', 'lindqvist', '--facets=has,years');
    expect(counted.out).toMatch(/\nhas\n +1 {2}\S/);
  });

  it('refuses filters that are none', async () => {
    await (await openDesk(place)).close();
    const wrongs = [
      ['--filter', 'colour=red'],
      ['--filter', 'skill'],
      ['--filter', 'years=many'],
      ['--filter', 'country=Nowhereland'],
      ['--filter', 'near=Nowhereland,20'],
      ['--filter', 'language=German:Z9'],
      ['--filter', 'added=2026-02-31..'],
      ['--filter', 'tag=none'],
      ['--filter', 'custom.Nothing=1'],
      ['--filter', 'constructor=1'],
      ['--facets=colours'],
      ['--sort', 'beauty'],
    ];
    const refusals = await Promise.all(wrongs.map((wrong) => longlist('search', 'x', ...wrong)));
    expect(refusals.map(({ code }, at) => [wrongs[at], code])).toEqual(
      wrongs.map((wrong) => [wrong, 2]),
    );
    for (const { err } of refusals) expect(err).toMatch(/^longlist: /);
  });

  it('imports, finds and shows, in words and in clean JSON', async () => {
    place.file('Anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    place.file('sub/broken.pdf', '%PDF-1.4 cut');
    const imported = await asProcess('import', 'files', '--json');
    expect(imported).toMatchObject({
      code: 0,
      // The workspace was made; nothing else is said beside the answer.
      err: expect.stringMatching(/^Recovery key[^:]*: ([0-9A-Z]{4}-){13}[0-9A-Z]{4}\n$/),
    });
    const report = JSON.parse(imported.out);
    expect(report).toMatchObject({ state: 'done', counts: { seen: 2, loaded: 1, failed: 1 } });
    expect(report.failed).toEqual([
      {
        file: path.join('sub', 'broken.pdf'),
        code: expect.any(String),
        message: expect.stringMatching(/\.$/),
      },
    ]);

    const found = JSON.parse((await asProcess('search', 'lindq*', '--json')).out);
    expect(found).toMatchObject({
      total: 1,
      rows: [{ name: 'Anna Lindqvist', email: 'anna@example.org' }],
    });
    const { id } = found.rows[0];
    expect(JSON.parse((await longlist('show', id, '--json')).out)).toMatchObject({
      candidate: { id },
    });
    expect((await longlist('show', id)).out).toMatch(
      /^Anna Lindqvist\n[\s\S]*E-mail +anna@example\.org/,
    );
    expect((await longlist('search', 'Lindqvist', 'postgresql')).out).toMatch(
      /^1 candidate\n\nAnna Lindqvist/,
    );
    const again = await longlist('import', 'files');
    expect(again.out).toMatch(/^2 files seen[\s\S]* 1 {2}Already here[\s\S]* 1 {2}Failed/);
  });

  it('parses without a database: a line for each file in the order given, a reason for what cannot be read', async () => {
    place.file('b.txt', cvText({ name: 'Boris Petrov', email: 'boris@example.org' }));
    place.file('a.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    place.file('empty.docx', '');
    const { code, out, err } = await longlist(
      'parse',
      'files/b.txt',
      'files/empty.docx',
      'files/none.pdf',
      'files/a.txt',
      '--jsonl',
    );
    expect([code, err]).toEqual([0, '']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.file)).toEqual([
      'files/b.txt',
      'files/empty.docx',
      'files/none.pdf',
      'files/a.txt',
    ]);
    expect(parseLineSchema.parse(lines[0])).toMatchObject({
      name: 'Boris Petrov',
      experience: [{ start: '2019-01', end: '2023-03' }],
    });
    expect(lines[1].error).toMatchObject({ code: 'EMPTY_FILE' });
    expect(lines[2].error).toMatchObject({ code: 'UNREADABLE' });
    const walked = await longlist('parse', 'files');
    expect(
      walked.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).file)
        .sort(),
    ).toEqual(['a.txt', 'b.txt', 'empty.docx'].map((name) => path.join('files', name)));
    expect((await longlist('doctor', '--json')).out).toContain('There is no workspace yet');
  });

  it('explains how it read a file, for a person and for a program', async () => {
    place.file('a.txt', cvText({ name: 'Anna \u001b[31mLindqvist', email: 'anna@example.org' }));
    const { code, out, err } = await longlist('parse', '--explain', 'files/a.txt');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/LINES[\s\S]*SECTIONS[\s\S]*experience[\s\S]*VALUES[\s\S]*anna@example/);
    // What a file holds must not steer the terminal.
    expect(out).not.toContain('\u001b');
    const told = JSON.parse((await longlist('parse', '--explain', '--json', 'files/a.txt')).out);
    expect(told).toMatchObject({ file: 'files/a.txt', sections: expect.any(Array) });
    const { values }: { readonly values: readonly { readonly field: string }[] } = told;
    expect(values.map(({ field }) => field)).toContain('job');
    expect((await longlist('parse', '--json', 'files/a.txt')).code).toBe(2);
  });

  it('reads every sample CV that is no picture, which sample-files.test.ts reads', async () => {
    const samples = path.resolve('resources/samples/cvs');
    const pictures = ['Berlin', 'Brisbane', 'Rīga'];
    const folders = readdirSync(samples).filter(
      (name) => !pictures.includes(name.normalize('NFC')),
    );
    const { code, out } = await longlist(
      'parse',
      ...folders.map((name) => path.join(samples, name)),
    );
    expect(code).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.length).toBeGreaterThanOrEqual(35);
    expect(lines.filter((line) => line.error !== undefined)).toEqual([]);
    const named = lines.filter((line) => line.name !== null);
    expect(named.length / lines.length).toBeGreaterThan(0.9);
  });

  it('ends as people expect: codes for help, wrong use, nothing there, nothing readable', async () => {
    const version = JSON.parse(readFileSync('package.json', 'utf8')).version;
    expect(await asProcess('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await longlist('--help');
    expect(help.code).toBe(0);
    expect(help.out).toMatch(
      /import[\s\S]*parse[\s\S]*search[\s\S]*show[\s\S]*doctor[\s\S]*Exit codes/,
    );
    for (const wrong of [
      ['fly'],
      ['search', 'x', '--limit', '0'],
      ['import', 'nothing-here'],
      ['show', 'no-id'],
      [],
    ]) {
      const { code, out } = await longlist(...wrong);
      expect([wrong, code, out]).toEqual([wrong, 2, '']);
    }
    expect(await asProcess('fly')).toMatchObject({ code: 2, out: '' });
    const none = await asProcess('search', 'x');
    expect([none.code, none.out]).toEqual([1, '']);
    expect(none.err).toMatch(/no workspace/);
    place.file('x.bin', new Uint8Array(100));
    expect((await longlist('import', 'files')).code).toBe(1);
    expect((await longlist('parse', 'files')).code).toBe(1);
  });

  it('finds and shows beside the running application, which alone may import', async () => {
    const core = await openDesk(place, { background: false });
    try {
      await importAll(core, [
        place.file('Anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' })),
      ]);
      const found = await asProcess('search', 'lindqvist', '--json');
      expect(found).toMatchObject({ code: 0, err: '' });
      const { id } = JSON.parse(found.out).rows[0];
      expect((await asProcess('show', id)).out).toMatch(/^Anna Lindqvist\n/);
      const checks: readonly { readonly id: string; readonly state: string }[] = JSON.parse(
        (await asProcess('doctor', '--json')).out,
      ).checks;
      expect(checks.find((check) => check.id === 'database')?.state).toBe('ok');

      const { code, err } = await asProcess('import', 'files');
      expect(code).toBe(1);
      expect(err).toMatch(/^longlist: .*open in another Longlist/);
      // The application goes on writing after being read beside.
      await importAll(core, [
        place.file('Boris.txt', cvText({ name: 'Boris Petrov', email: 'boris@example.org' })),
      ]);
      expect(JSON.parse((await asProcess('search', 'petrov', '--json')).out).total).toBe(1);
    } finally {
      await core.close();
    }
  });

  it('tells what a newer parser reads differently, beside the running application, and changes it when told', async () => {
    place.file('Anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    await longlist('import', 'files');
    const key = (await keyringOf(place.workspaceDir)).key('database');
    const db = connectForWriting(path.join(place.workspaceDir, 'longlist.db'), key);
    db.exec("UPDATE resume SET parser_version = '1'; UPDATE experience SET title = 'Clerk'");
    db.close();
    expect((await longlist('reparse')).code).toBe(2);
    const core = await openDesk(place, { background: false });
    try {
      const { code, out } = await asProcess('reparse', '--dry-run', '--json');
      expect([code, JSON.parse(out)]).toMatchObject([
        0,
        {
          applied: false,
          candidates: 1,
          different: 1,
          summary: { 'experience.title': { candidates: 1, changed: 1 } },
          changes: [{ name: 'Anna Lindqvist', differences: [{ before: 'Clerk' }] }],
        },
      ]);
      // Writing is the application's alone.
      expect((await asProcess('reparse', '--apply')).code).toBe(1);
    } finally {
      await core.close();
    }
    const applied = await longlist('reparse', '--apply');
    expect(applied.code).toBe(0);
    expect(applied.out).toMatch(/Clerk → Software Engineer[\s\S]*1 of 1 candidates were read/);
    expect(JSON.parse((await longlist('reparse', '--dry-run', '--json')).out).candidates).toBe(0);
    const again = await openDesk(place, { background: false });
    try {
      expect(await again.client().history.undo({})).toMatchObject({ candidates: 1 });
    } finally {
      await again.close();
    }
    expect(JSON.parse((await longlist('search', 'clerk', '--json')).out).total).toBe(1);
  });

  it('takes the last word as it stands, unlike the search box, where it is still being typed', async () => {
    place.file('Anna.txt', cvText({ name: 'Anna Lindqvist', email: 'anna@example.org' }));
    await longlist('import', 'files');
    expect(JSON.parse((await longlist('search', 'lindq', '--json')).out).total).toBe(0);
    expect(JSON.parse((await longlist('search', 'lindq*', '--json')).out).total).toBe(1);
  });

  it('cancels on Ctrl-C: what came in stays, and counts add up', async () => {
    for (let i = 0; i < 300; i++) {
      place.file(
        `${i}.txt`,
        cvText({ name: 'Anna Lindqvist', email: `p${i}@example.org`, company: `Company ${i}` }),
      );
    }
    const child = startLonglist(place, ['import', 'files', '--json']);
    const over = finished(child);
    const originals = path.join(place.workspaceDir, 'originals');
    const begun = () => expect(readdirSync(originals).length).toBeGreaterThan(0);
    await vi.waitFor(begun, { timeout: 60_000, interval: 10 });
    // Twice, as a terminal and `npx` together send it.
    child.kill('SIGINT');
    child.kill('SIGINT');
    const { code, out } = await over;
    const { state, counts } = JSON.parse(out);
    expect([state, code]).toEqual(['cancelled', 130]);
    const { seen, ...rest } = counts;
    expect(Object.values<number>(rest).reduce((sum, one) => sum + one, 0)).toBe(seen);
    const page = JSON.parse((await longlist('search', 'lindqvist', '--json')).out);
    expect(page.total).toBe(counts.loaded + counts.possible_duplicate);
  });

  it('does not mind a reader that has seen enough', async () => {
    for (let i = 0; i < 30; i++)
      place.file(`${i}.txt`, cvText({ name: 'Anna Lindqvist', email: `p${i}@example.org` }));
    const child = startLonglist(place, ['parse', 'files']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    let err = '';
    child.stderr?.on('data', (piece: Buffer) => {
      err += piece.toString();
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});
