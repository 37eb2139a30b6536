import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shelfIn } from './layout';
import { lastRestore, READY, recoverRestore, stagingOf, swapIn } from './swap-in';

const DATABASE_ID = '01890000-0000-7000-8000-0000000000db';
/** Everything that changes the disk in an exchange. */
const CHANGES = ['renameSync', 'rmSync', 'mkdirSync', 'writeFileSync'] as const;

describe('the exchange of a workspace for a restored one', () => {
  let root: string;
  let workspace: string;
  let aside: string;
  const real = { ...fs };
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'longlist-swap-'));
    workspace = path.join(root, 'workspace');
    aside = path.join(root, 'aside');
  });
  afterEach(() => {
    powerOn();
    rmSync(root, { recursive: true, force: true });
  });

  /** After so many changes nothing reaches the disk any more, also nothing that would tidy up. */
  const powerOffAfter = (changes: number): void => {
    let left = changes;
    for (const name of CHANGES) {
      const change = real[name] as (...given: readonly unknown[]) => unknown; // Called with what it is given.
      Object.assign(fs, {
        [name]: (...given: readonly unknown[]) => {
          if (left-- <= 0) throw new Error('The power is off');
          return change(...given);
        },
      });
    }
    syncBuiltinESMExports();
  };
  const powerOn = (): void => {
    for (const name of CHANGES) Object.assign(fs, { [name]: real[name] });
    syncBuiltinESMExports();
  };
  /** True when it came to its end. */
  const survives = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (error instanceof Error && error.message === 'The power is off') return false;
      throw error;
    } finally {
      powerOn();
    }
  };

  const lay = (hasWorkspace: boolean): void => {
    rmSync(root, { recursive: true, force: true });
    const staging = stagingOf(workspace);
    mkdirSync(staging, { recursive: true });
    writeFileSync(path.join(staging, 'longlist.db'), 'new');
    const restored = {
      at: '2026-03-01T12:00:00.000Z',
      backup: 'b',
      backupMadeAt: '2026-03-01T02:00:00.000Z',
      databaseId: DATABASE_ID,
      aside: hasWorkspace ? aside : null,
    };
    writeFileSync(path.join(staging, READY), JSON.stringify(restored));
    if (!hasWorkspace) return;
    const shelf = shelfIn(path.join(workspace, 'backups'), DATABASE_ID);
    mkdirSync(shelf, { recursive: true });
    writeFileSync(path.join(shelf, 'kept'), 'backups');
    writeFileSync(path.join(workspace, 'longlist.db'), 'old');
    writeFileSync(path.join(workspace, 'backup.json'), 'device');
  };
  const read = (...names: readonly string[]): string => readFileSync(path.join(...names), 'utf8');

  it('leaves the one or the other, whole, wherever it and its repair are killed', () => {
    const seen = new Set<string>();
    let ended = false;
    for (let steps = 0; !ended; steps++) {
      for (let repair = 0; ; repair++) {
        lay(true);
        powerOffAfter(steps);
        ended = survives(() => swapIn(workspace));
        powerOffAfter(repair);
        const repaired = survives(() => recoverRestore(workspace));
        // The start after that one.
        recoverRestore(workspace);
        const which = read(workspace, 'longlist.db');
        seen.add(which);
        expect(existsSync(stagingOf(workspace))).toBe(false);
        expect(read(shelfIn(path.join(workspace, 'backups'), DATABASE_ID), 'kept')).toBe('backups');
        expect(read(workspace, 'backup.json')).toBe('device');
        expect(lastRestore(workspace)?.backup ?? null).toBe(which === 'new' ? 'b' : null);
        // Nothing of what was there is lost.
        if (which === 'new') expect(read(aside, 'longlist.db')).toBe('old');
        else expect(existsSync(aside)).toBe(false);
        if (repaired) break;
      }
    }
    expect([...seen].toSorted()).toEqual(['new', 'old']);
  });

  it('puts one where there was none', () => {
    let ended = false;
    for (let steps = 0; !ended; steps++) {
      lay(false);
      powerOffAfter(steps);
      ended = survives(() => swapIn(workspace));
      recoverRestore(workspace);
      expect(read(workspace, 'longlist.db')).toBe('new');
      expect(lastRestore(workspace)?.backup).toBe('b');
    }
  });

  it('removes what was not whole yet, and nothing else', () => {
    lay(true);
    rmSync(path.join(stagingOf(workspace), READY));
    recoverRestore(workspace);
    expect(read(workspace, 'longlist.db')).toBe('old');
    expect(existsSync(stagingOf(workspace))).toBe(false);
    recoverRestore(path.join(root, 'nothing'));
  });
});
