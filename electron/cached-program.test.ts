import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('a program run from kept compiled code', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'longlist-compiled-'));
  const program = path.join(dir, 'program.cjs');
  const kept = path.join(dir, 'compiled', 'program');
  const write = (word: string): void =>
    writeFileSync(
      program,
      `const { sep } = require('node:path'); const say = () => '${word}' + sep.length + __dirname.length;
       console.log(say()); setTimeout(() => {}, 60);`,
    );
  const run = (): string =>
    spawnSync(process.execPath, ['dist/node/cached-program.cjs', program, kept, '10'], {
      encoding: 'utf8',
      timeout: 60_000,
    }).stdout;
  const said = (word: string): string => `${word}1${dir.length}\n`;

  beforeAll(() => write('one'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  // Node refuses a dynamic import to what comes from compiled code, and a piece in a file of its own would require the program: run it again.
  it('runs no program that has pieces in other files', () => {
    for (const built of ['core', 'query'])
      expect(readFileSync(`dist/node/${built}.cjs`, 'utf8')).not.toMatch(
        /[^.\w]import\(|require\(["']\.\.?\//,
      );
  });

  it('keeps the code, says the same from it, and does not write it again', () => {
    expect(run()).toBe(said('one'));
    const { mtimeMs } = statSync(kept);
    expect(run()).toBe(said('one'));
    expect(statSync(kept).mtimeMs).toBe(mtimeMs);
  });

  it('never runs the code of another version, even one of the same length', () => {
    write('two');
    expect(run()).toBe(said('two'));
    expect(run()).toBe(said('two'));
  });

  it('does without a file that is cut short, changed or no code at all, and mends it', () => {
    const whole = readFileSync(kept);
    const changed = Buffer.from(whole);
    changed.fill(0xff, whole.length - 200, whole.length - 100);
    for (const bytes of [whole.subarray(0, whole.length / 2), changed, Buffer.from('no code')]) {
      writeFileSync(kept, bytes);
      expect(run()).toBe(said('two'));
      expect(readFileSync(kept).length).toBeGreaterThan(100);
      expect(readFileSync(kept).equals(bytes)).toBe(false);
    }
  });
});
