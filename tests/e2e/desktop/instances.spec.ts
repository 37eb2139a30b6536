import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { expect, REPO, test } from './app-fixture';
import { nameWorkspace } from './desk';

/** The runtime that `npm start` runs, by its path. */
const ELECTRON = String(createRequire(import.meta.url)('electron'));

test('a second start of the same profile brings the first window to the front and ends', async ({
  start,
  profile,
}) => {
  const { app, window } = await start();
  await nameWorkspace(window);
  await app.evaluate(({ BrowserWindow }) => {
    const first = BrowserWindow.getAllWindows()[0];
    if (!first) throw new Error('There is no window');
    const focus = first.focus.bind(first);
    first.focus = () => {
      Reflect.set(globalThis, 'broughtToFront', true);
      focus();
    };
  });

  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(ELECTRON, [...root, `--user-data-dir=${profile}`, REPO], {
    stdio: 'ignore',
    timeout: 30_000,
  });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'broughtToFront'))).toBe(true);
  expect(app.windows()).toHaveLength(1);
  await expect(window.getByRole('heading', { name: 'Add CVs' })).toBeVisible();
});

// Everything else here runs as whoever runs the tests; as root Chromium has no sandbox. People have one.
test('an ordinary user starts the application inside the real sandbox', async () => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'needs root to make a user');
  const user = makeUser();
  test.skip(user === null, 'no throwaway user could be made on this machine');
  if (user === null) return;
  try {
    const refusal = whyNotSandboxed(user.name);
    if (refusal !== null) console.log(`Not tried in the real sandbox: ${refusal}`);
    test.skip(refusal !== null, refusal ?? '');
    const app = await _electron.launch({
      executablePath: user.launcher,
      args: [`--user-data-dir=${path.join(user.home, 'profile')}`, REPO],
      chromiumSandbox: true,
      cwd: user.home,
      timeout: 60_000,
    });
    try {
      const window = await app.firstWindow({ timeout: 60_000 });
      await expect(window.getByLabel('Name of the workspace')).toBeVisible();
      const pid = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
      );
      expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('no-sandbox');
      // In the sandbox the page's process has a user namespace, or the setuid helper's, and no root directory to look at.
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(status).toMatch(/^CapEff:\s+0+$/m);
      expect(status).toMatch(/^NSpid:\s+\d+\s+\d+/m);
    } finally {
      await app.close();
    }
  } finally {
    user.remove();
  }
});

interface ThrowawayUser {
  readonly name: string;
  readonly home: string;
  /** A program that starts Electron as this user on the display of the tests. */
  readonly launcher: string;
  readonly remove: () => void;
}

function makeUser(): ThrowawayUser | null {
  const name = `longlist-e2e-${process.pid}`;
  const home = mkdtempSync(path.join(tmpdir(), 'longlist-user-'));
  try {
    execFileSync('useradd', ['--no-create-home', '--home-dir', home, name], { stdio: 'ignore' });
  } catch {
    rmSync(home, { recursive: true });
    return null;
  }
  const cookie = process.env['XAUTHORITY'];
  const display = [`DISPLAY=${process.env['DISPLAY'] ?? ''}`, `HOME=${home}`, 'TZ=UTC'];
  if (cookie !== undefined) {
    copyFileSync(cookie, path.join(home, 'Xauthority'));
    display.push(`XAUTHORITY=${path.join(home, 'Xauthority')}`);
  }
  // The runtime may lie in root's own folder. Linked where that is possible, as it is large.
  const runtime = path.join(home, 'electron');
  const from = path.dirname(realpathSync(ELECTRON));
  try {
    execFileSync('cp', ['-al', from, runtime], { stdio: 'ignore' });
  } catch {
    rmSync(runtime, { recursive: true, force: true });
    execFileSync('cp', ['-a', from, runtime]);
  }
  const launcher = path.join(home, 'launch');
  writeFileSync(
    launcher,
    `#!/bin/sh\nexec runuser -u ${name} -- env -i PATH=/usr/bin:/bin ${display.join(' ')} '${path.join(runtime, path.basename(ELECTRON))}' "$@"\n`,
  );
  chmodSync(launcher, 0o755);
  // Not what is in it: the runtime's files may be links to the ones in use.
  execFileSync('chown', [
    name,
    home,
    ...(cookie === undefined ? [] : [path.join(home, 'Xauthority')]),
  ]);
  return {
    name,
    home,
    launcher,
    remove: () => {
      try {
        execFileSync('userdel', ['--force', name], { stdio: 'ignore' });
      } finally {
        rmSync(home, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}

/** Why this machine cannot show the sandbox at work, or null when it can. */
function whyNotSandboxed(user: string): string | null {
  const as = (...command: readonly string[]): boolean => {
    try {
      execFileSync('runuser', ['-u', user, '--', ...command], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  const program = path.join(REPO, 'dist', 'node', 'main.js');
  if (!as('test', '-r', path.join(REPO, 'package.json')) || !as('test', '-r', program))
    return 'an ordinary user may not read this folder';
  if (!as('unshare', '--user', '--map-root-user', 'true'))
    return 'this system gives ordinary users no user namespaces';
  return null;
}
