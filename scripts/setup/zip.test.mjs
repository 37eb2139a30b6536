import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzip } from './zip.mjs';

describe('unzip', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'longlist-zip-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const archive = (files) => {
    const file = path.join(folder, 'a.zip');
    writeFileSync(file, zipSync(files));
    return file;
  };

  it('keeps content and permission bits: without the execute bit the runtime would not start', () => {
    const text = 'runtime '.repeat(500);
    const zip = archive({ 'App/run': [strToU8(text), { os: 3, attrs: 0o755 << 16 }] });
    unzip(zip, path.join(folder, 'out'), (name) => name.replace('App/', ''));
    expect(readFileSync(path.join(folder, 'out', 'run'), 'utf8')).toBe(text);
    expect(statSync(path.join(folder, 'out', 'run')).mode & 0o777).toBe(0o755);
  });

  it('leaves out what nameFor refuses', () => {
    const zip = archive({ 'keep.txt': strToU8('1'), 'drop.txt': strToU8('2') });
    unzip(zip, path.join(folder, 'out'), (name) => (name === 'drop.txt' ? undefined : name));
    expect(existsSync(path.join(folder, 'out', 'keep.txt'))).toBe(true);
    expect(existsSync(path.join(folder, 'out', 'drop.txt'))).toBe(false);
  });

  it('writes nothing outside its folder', () => {
    const zip = archive({ '../escaped.txt': strToU8('out') });
    expect(() => unzip(zip, path.join(folder, 'out'), (name) => name)).toThrow(/outside/);
    expect(existsSync(path.join(folder, 'escaped.txt'))).toBe(false);
  });

  it('notices a changed byte', () => {
    const zip = archive({ 'a.txt': [strToU8('hello world'), { level: 0 }] });
    const bytes = readFileSync(zip);
    bytes[bytes.indexOf('hello')] ^= 1;
    writeFileSync(zip, bytes);
    expect(() => unzip(zip, path.join(folder, 'out'), (name) => name)).toThrow(/damaged/);
  });
});
