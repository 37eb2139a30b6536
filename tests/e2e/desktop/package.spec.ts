import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from '@playwright/test';
import { expect, PASSPHRASE, REPO, test } from './app-fixture';
import { keepRecoveryKey } from './desk';

// The packaged application refuses a debugger, so Playwright cannot launch it; it is driven through the browser's own port.

/** How the fuse wire spells off and on: the ASCII digits. */
const OFF = 48;
const ON = 49;

let executable = '';

test.beforeAll(() => {
  const printed = execFileSync(process.execPath, ['scripts/package.mjs'], {
    cwd: REPO,
    encoding: 'utf8',
  });
  executable = printed.trim().split('\n').at(-1) ?? '';
});

test('the fuses are set as the security page says', async () => {
  const fuses = await getCurrentFuseWire(executable);
  expect({
    runAsNode: fuses[FuseV1Options.RunAsNode],
    nodeOptions: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: fuses[FuseV1Options.EnableNodeCliInspectArguments],
    integrity: fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: fuses[FuseV1Options.OnlyLoadAppFromAsar],
    cookies: fuses[FuseV1Options.EnableCookieEncryption],
    fileProtocol: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({
    runAsNode: OFF,
    nodeOptions: OFF,
    inspect: OFF,
    integrity: ON,
    onlyAsar: ON,
    cookies: ON,
    fileProtocol: OFF,
  });
});

test('the package opens, imports the samples and finds one of them', async ({ profile }) => {
  const child = spawn(
    executable,
    [...rootSwitches(), `--user-data-dir=${profile}`, '--remote-debugging-port=0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LONGLIST_PASSPHRASE: PASSPHRASE },
    },
  );
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const window = browser.contexts()[0]?.pages()[0];
    if (!window) throw new Error('The package opened no window');
    await window.getByLabel('Name of the workspace').fill('Packaged desk');
    await window.getByLabel('Your name').fill('Robin');
    await window.getByText('Nobody else uses this computer').click();
    await window.getByRole('button', { name: 'Continue' }).click();
    await keepRecoveryKey(window);
    await window.getByRole('button', { name: 'Load samples' }).click();
    await expect(window.getByText('Done', { exact: true }).first()).toBeVisible({
      timeout: 90_000,
    });
    await browser.close();
  } finally {
    await ended(child);
  }
});

test('the package without a window is the command line', async ({ profile }) => {
  const printed = execFileSync(
    executable,
    [
      ...rootSwitches(),
      'parse',
      path.join(REPO, 'resources', 'samples', 'cvs', 'London'),
      '--jsonl',
    ],
    {
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, LONGLIST_WORKSPACE: path.join(profile, 'workspace') },
    },
  );
  const lines = printed
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(1);
  expect(lines).toContainEqual(expect.objectContaining({ name: 'Priyanka Raghunathan' }));
});

const rootSwitches = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** The address the browser prints once it listens. */
function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new Error('The package did not start within 60 s')),
      60_000,
    );
    let printed = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (address === undefined) return;
      clearTimeout(deadline);
      resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The package ended with ${code}: ${printed}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 8_000).unref();
  });
}
