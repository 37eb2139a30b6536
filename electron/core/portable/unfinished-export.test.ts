import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyring, newSecret } from '@/electron/core/keys/keyring';
import { createUnfinishedNote, newUnfinished } from './unfinished-export';

let dir: string;
const keyring = () => createKeyring('x', { workspace: newSecret(), identity: newSecret() });
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'longlist-unfinished-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const folder = (name: string): string => {
  const place = path.join(dir, name);
  mkdirSync(place);
  writeFileSync(path.join(place, 'candidates.jsonl'), 'somebody, in clear');
  return place;
};

describe('an export whose process was killed', () => {
  it('is removed at the next start, and the note of it too, which named its place to nobody', async () => {
    const keys = keyring();
    const left = folder(newUnfinished());
    await createUnfinishedNote(dir, keys).begin(left);
    const sealed = readFileSync(path.join(dir, 'exporting.sealed'));
    expect(sealed.includes(path.basename(left))).toBe(false);
    await createUnfinishedNote(dir, keys).cleanUp();
    expect(existsSync(left)).toBe(false);
    expect(existsSync(path.join(dir, 'exporting.sealed'))).toBe(false);
  });

  it('takes nothing else with it: no folder of another name, none that another key names', async () => {
    const keys = keyring();
    const whole = folder('Longlist export 2026-03-01');
    await createUnfinishedNote(dir, keys).begin(whole);
    await createUnfinishedNote(dir, keys).cleanUp();
    const other = folder(newUnfinished());
    await createUnfinishedNote(dir, keyring()).begin(other);
    await createUnfinishedNote(dir, keys).cleanUp();
    expect([existsSync(whole), existsSync(other)]).toEqual([true, true]);
  });
});
