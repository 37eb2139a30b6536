import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test';
import { findingsOf } from './axe';
import { importEnded, nameWorkspace } from './desk';
import { startDisplay } from './display';

export const REPO = path.resolve(import.meta.dirname, '../../..');
export const SAMPLES = path.join(REPO, 'resources', 'samples', 'cvs');
/** `longlist …` as it was built: the script that sets up and builds before it takes three times as long. */
export const COMMAND_LINE = path.join(REPO, 'dist', 'node', 'cli.js');
const RESULTS = path.join(REPO, 'test-results');
/** Where pictures of screens go; without it none are taken, as nobody looks at them. */
const SHOTS = process.env.LONGLIST_SCREENSHOTS;
/** A profile with the samples in it, made once in a run: Playwright empties the folder when it starts. */
const SAMPLES_PROFILE = path.join(RESULTS, 'samples-profile');
/** There while one of the workers makes it. */
const SAMPLES_BEGUN = `${SAMPLES_PROFILE}-begun`;

/** What the workspaces of tests are opened with, given with the start unless a test types it; one try of it costs next to nothing. */
export const PASSPHRASE = 'a passphrase for tests';
const CHEAP = { LONGLIST_CHEAP_PASSPHRASE: '1' };
const KEYS = { given: { ...CHEAP, LONGLIST_PASSPHRASE: PASSPHRASE }, typed: CHEAP };
type Key = keyof typeof KEYS;

/** The environment for a program that opens a workspace of the tests, such as the command line. */
export const withKey = (key: Key = 'given'): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  ),
  ...KEYS[key],
});

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
    env: { ...withKey(key), TZ: 'UTC' },
  });
  const window = await app.firstWindow({ timeout: 60_000 });
  await window.setViewportSize(USUAL);
  // Nothing has to wait for a fade.
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const errors: string[] = [];
  window.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  window.on('pageerror', (error) => errors.push(String(error)));
  return { app, window, profile, errors, close: () => app.close() };
}

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

/** No serious or critical finding of axe on what is on screen now; of its colours alone where the other theme was looked at whole. */
export async function expectAccessible(
  window: Page,
  screen: string,
  rules: 'all' | 'colours' = 'all',
): Promise<void> {
  await drawn(window);
  const findings = await findingsOf(window, rules);
  expect(findings.map((finding) => `${screen}: ${finding}`)).toEqual([]);
}

/** Until every colour is the one it was changed to: a transition begins with the old one, and ends with a frame at the earliest. */
async function drawn(window: Page): Promise<void> {
  await window.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(changing.map(({ finished }) => finished));
  });
}

export async function screenshot(window: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await window.screenshot({ path: path.join(SHOTS, `${name}.png`), animations: 'disabled' });
}

const USUAL = { width: 1280, height: 800 } as const;
const SMALLEST = { width: 1024, height: 700 } as const;

/** What is on screen in both themes, without a serious finding of axe, and in the smallest window that works. */
export async function inBothThemes(window: Page, screen: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    await expectAccessible(window, `${screen} (${theme})`, theme === 'dark' ? 'colours' : 'all');
    await screenshot(window, `${screen}-${theme}`);
    await window.setViewportSize(SMALLEST);
    await screenshot(window, `${screen}-small-${theme}`);
    // Nothing sticks out of it, once what hangs from a button has been put beside it again: that is done when the resize is told.
    await expect
      .poll(() => window.evaluate(() => document.documentElement.scrollWidth))
      .toBe(SMALLEST.width);
    await window.setViewportSize(USUAL);
  }
  await window.emulateMedia({ colorScheme: null });
}

interface Fixtures {
  readonly profile: string;
  readonly start: (key?: Key) => Promise<RunningApp>;
  /** Makes the profile one with every sample CV imported, as somebody left it who closed the window after the import. */
  readonly withSamples: () => void;
}

interface WorkerFixtures {
  readonly display: string;
  readonly samplesProfile: string;
}

/** A test with a profile folder of its own, and the application closed behind it whatever happened. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const display = await startDisplay();
      await use(display.name);
      display.end();
    },
    { scope: 'worker', auto: true },
  ],
  samplesProfile: [
    // It opens a window: on the display of its worker.
    async ({ display: _display }, use) => {
      await samplesImported();
      await use(SAMPLES_PROFILE);
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
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
  withSamples: async ({ profile, samplesProfile }, use) => {
    await use(() => copyProfile(samplesProfile, profile));
  },
});

/** Resolves when the profile with the samples is there: made by this worker, unless another began to. */
async function samplesImported(): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  try {
    mkdirSync(SAMPLES_BEGUN);
  } catch {
    await expect.poll(() => existsSync(SAMPLES_PROFILE), { timeout: 200_000 }).toBe(true);
    return;
  }
  await makeSamplesProfile().catch((error: unknown) => {
    rmdirSync(SAMPLES_BEGUN);
    throw error;
  });
}

/** Imports the samples through the window, once for every test that begins with them. */
async function makeSamplesProfile(): Promise<void> {
  const unfinished = mkdtempSync(path.join(tmpdir(), 'longlist-e2e-samples-'));
  const { app, window, close } = await launch(unfinished);
  await nameWorkspace(window);
  await pickerAnswers(app, [SAMPLES]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await importEnded(window, 200_000);
  await close();
  copyProfile(unfinished, `${SAMPLES_PROFILE}-unfinished`);
  renameSync(`${SAMPLES_PROFILE}-unfinished`, SAMPLES_PROFILE);
  rmSync(unfinished, { recursive: true, force: true, maxRetries: 5 });
}

/** A closed profile, all but what Chromium holds it open by. */
function copyProfile(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (one) => !path.basename(one).startsWith('Singleton'),
  });
}
export { expect };
