import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { connectForWriting } from '@/db/sqlite/connection';
import { keyringOf } from '@/electron/core/test-support/workspace-key';
import {
  expect,
  expectAccessible,
  inBothThemes,
  pickerAnswers,
  screenshot,
  test,
} from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows } from './desk';

// What cannot be opened or kept running ends in a screen that says so, and nothing is put in its place.

test('a core that stops three times in a row is given up, and started again by hand', async ({
  start,
}) => {
  const { app, window } = await start();
  await nameWorkspace(window);
  await window.getByRole('button', { name: 'Skip for now' }).click();
  let last = 0;
  for (let time = 0; time < 3; time++) {
    await expect.poll(async () => (await corePid(app)) ?? last).not.toBe(last);
    last = (await corePid(app)) ?? 0;
    process.kill(last, 'SIGKILL');
  }
  await expect(
    window.getByRole('heading', { name: 'The data service of Longlist keeps stopping' }),
  ).toBeVisible();
  await expect(window.getByText('It was started 3 times', { exact: false }).first()).toBeVisible();
  await window.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(window, 'recovery-core (light)');
  await screenshot(window, 'recovery-core-light');
  await window.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(window, 'recovery-core (dark)', 'colours');
  await screenshot(window, 'recovery-core-dark');
  expect(await corePid(app)).toBeUndefined();

  await window.getByRole('button', { name: 'Start again' }).click();
  await expect(window.getByText('No candidates yet')).toBeVisible();
  await goTo(window, 'Settings');
  await expect(window.getByText('Northwind Talent').first()).toBeVisible();
});

test('an emptied database file is left alone, and opens when it is put back', async ({
  start,
  profile,
}) => {
  const file = path.join(profile, 'workspace', 'longlist.db');
  const first = await start();
  await nameWorkspace(first.window);
  await first.close();
  const whole = readFileSync(file);
  writeFileSync(file, '');

  const { window } = await start();
  await expect(window.getByRole('heading', { name: 'The workspace cannot be read' })).toBeVisible();
  await expectAccessible(window, 'recovery-damaged');
  await screenshot(window, 'recovery-damaged');
  await expect(window.getByRole('button', { name: 'Restore a backup…' })).toBeVisible();
  await window.getByRole('button', { name: 'Try again' }).click();
  await expect(window.getByRole('heading', { name: 'The workspace cannot be read' })).toBeVisible();
  expect(statSync(file).size).toBe(0);
  const besideIt = readdirSync(path.dirname(file)).filter((name) => name.startsWith('longlist.db'));
  expect(besideIt).toEqual(['longlist.db']);

  writeFileSync(file, whole);
  // A try that was under way may have found it already.
  await expect(async () => {
    const tryAgain = window.getByRole('button', { name: 'Try again' });
    await tryAgain.click({ timeout: 500 }).catch(() => undefined);
    const name = window.getByRole('navigation').getByText('Northwind Talent');
    await expect(name).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
});

test('a workspace of a newer version is refused and not touched', async ({ start, profile }) => {
  const file = path.join(profile, 'workspace', 'longlist.db');
  const first = await start();
  await nameWorkspace(first.window);
  await first.close();
  const key = (await keyringOf(path.dirname(file))).key('database');
  const database = connectForWriting(file, key);
  const version = Number(database.pragma('user_version', { simple: true }));
  database.pragma(`user_version = ${version + 1}`);
  database.close();
  const before = readFileSync(file);

  const { window } = await start();
  await expect(
    window.getByRole('heading', { name: 'The workspace was made by a newer Longlist' }),
  ).toBeVisible();
  await screenshot(window, 'recovery-newer');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a disk that cannot be written is said on every screen, and what stopped goes on when it can', async ({
  start,
  profile,
}) => {
  const { app, window } = await start();
  await nameWorkspace(window);
  await window.getByRole('button', { name: 'Skip for now' }).click();
  const workspace = path.join(profile, 'workspace');
  const cv = path.join(profile, 'ilse.txt');
  writeFileSync(cv, 'Ilse Brandt\nSoftware Engineer\nilse@example.org\n');
  // Things in the way of what is written: they stop root too, whom no permission does.
  const temp = path.join(workspace, 'originals', 'tmp');
  const room = path.join(workspace, '.room.part');
  rmSync(temp, { recursive: true });
  writeFileSync(temp, '');
  mkdirSync(room);

  await goTo(window, 'Import');
  await pickerAnswers(app, [cv]);
  await window.getByRole('button', { name: 'Choose files…' }).first().click();
  const banner = window.getByText('Read-only: the disk of the workspace does not answer');
  await expect(banner).toBeVisible();
  await inBothThemes(window, 'read-only');
  await goTo(window, 'Candidates');
  await expect(banner).toBeVisible();
  const tryAgain = window.getByRole('button', { name: 'Try again' });
  await tryAgain.click();
  const refused = window.getByRole('alertdialog');
  await expect(refused).toContainText('did not answer as it should');
  await expect(banner).toBeVisible();

  rmSync(temp);
  mkdirSync(temp);
  rmSync(room, { recursive: true });
  await tryAgain.click();
  await expect(banner).toBeHidden();
  await goTo(window, 'Import');
  await window.getByRole('button', { name: 'Resume' }).first().click();
  await importEnded(window);
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(1);
});

/** The process id of the core; undefined while there is none. */
const corePid = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(
    ({ app: application }) =>
      application.getAppMetrics().find((one) => one.name === 'Longlist core')?.pid,
  );
