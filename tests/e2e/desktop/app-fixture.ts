import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test';

export const REPO = path.resolve(import.meta.dirname, '../../..');
export const SAMPLES = path.join(REPO, 'resources', 'samples', 'cvs');
const SHOTS = process.env.LONGLIST_SCREENSHOTS ?? path.join(REPO, 'test-results', 'screenshots');

/** What the workspaces of tests are opened with, given with the start unless a test types it; one try of it costs next to nothing. */
export const PASSPHRASE = 'a passphrase for tests';
const CHEAP = { LONGLIST_CHEAP_PASSPHRASE: '1' };
const KEYS = { given: { ...CHEAP, LONGLIST_PASSPHRASE: PASSPHRASE }, typed: CHEAP };
type Key = keyof typeof KEYS;

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly profile: string;
  /** Lines the page wrote to its console that are errors, CSP violations among them. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts the built application on a profile folder; the same folder again is a restart. */
export async function launch(profile: string, key: Key = 'given'): Promise<RunningApp> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    args: [...root, `--user-data-dir=${profile}`, REPO],
    cwd: REPO,
    timeout: 60_000,
    env: { ...withoutDisplayNoise(process.env), TZ: 'UTC', ...KEYS[key] },
  });
  const window = await app.firstWindow({ timeout: 60_000 });
  await window.setViewportSize(USUAL);
  const errors: string[] = [];
  window.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  window.on('pageerror', (error) => errors.push(String(error)));
  return { app, window, profile, errors, close: () => app.close() };
}

const withoutDisplayNoise = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The native picker is the one thing a test cannot click: it answers with these paths from now on. */
export async function pickerAnswers(
  app: ElectronApplication,
  paths: readonly string[],
): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...chosen] });
    const save = chosen[0];
    if (save !== undefined)
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: save });
  }, paths);
}

/** No serious or critical finding of axe on what is on screen now. */
export async function expectAccessible(window: Page, screen: string): Promise<void> {
  // Legacy mode: Electron cannot open the extra page that axe otherwise uses to merge frames.
  // React Aria's announcer keeps what it said for seconds, after the element it named is gone; nobody can come upon it.
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode(true)
    .exclude('[data-live-announcer]')
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(
      ({ id, help, nodes }) =>
        `${screen}: ${id} (${help}): ${nodes.map((n) => n.target.join(' ')).join(' | ')}`,
    ),
  ).toEqual([]);
}

export async function screenshot(window: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await window.screenshot({ path: path.join(SHOTS, `${name}.png`), animations: 'disabled' });
}

const USUAL = { width: 1280, height: 800 } as const;
const SMALLEST = { width: 1024, height: 700 } as const;

/** What is on screen in both themes, without a serious finding of axe, and in the smallest window that works. */
export async function inBothThemes(window: Page, screen: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    await expectAccessible(window, `${screen} (${theme})`);
    await screenshot(window, `${screen}-${theme}`);
    await window.setViewportSize(SMALLEST);
    await screenshot(window, `${screen}-small-${theme}`);
    // Nothing sticks out of it.
    expect(await window.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALLEST.width);
    await window.setViewportSize(USUAL);
  }
  await window.emulateMedia({ colorScheme: null });
}

/** A test with a profile folder of its own, and the application closed behind it whatever happened. */
export const test = base.extend<{ profile: string; start: (key?: Key) => Promise<RunningApp> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  profile: async ({}, use) => {
    const profile = mkdtempSync(path.join(tmpdir(), 'longlist-e2e-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ profile }, use) => {
    const running: RunningApp[] = [];
    await use(async (key) => {
      const started = await launch(profile, key);
      running.push(started);
      return started;
    });
    for (const one of running) await one.close().catch(() => undefined);
  },
});
export { expect };
