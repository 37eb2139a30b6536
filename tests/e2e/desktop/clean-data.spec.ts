import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, inBothThemes, pickerAnswers, SAMPLES, test } from './app-fixture';
import { rows } from './desk';
import { beginByKeys, focused } from './keys';

// A working morning without a mouse: find, filter, choose all, tag, take it back, open, come back, merge two who are one, take that back.

test('from a search to a merge and back without a mouse', async ({ start, profile }) => {
  const { app, window, errors } = await start();
  const { keyboard } = window;
  await beginByKeys(window);
  await pickerAnswers(app, [folderOfCvs(profile)]);
  await keyboard.press('Enter');
  await expect(window.getByText('Done', { exact: true }).first()).toBeVisible({ timeout: 60_000 });

  // Find.
  await keyboard.press('g');
  await keyboard.press('c');
  const list = window.getByRole('grid', { name: 'Candidates' });
  await expect(list).toBeFocused();
  await keyboard.press('/');
  await keyboard.type('nurse');
  await keyboard.press('Enter');
  await expect(list).toBeFocused();
  await expect(window.locator('mark').first()).toBeVisible();
  const found = await countFound(window);

  // Filter: one of the years of experience, by the count beside it.
  await keyboard.press('f');
  const fold = window
    .getByRole('region', { name: 'Filters' })
    .getByRole('button', { name: /^Years of experience/ });
  for (let presses = 0; presses < 5 && !(await hasFocus(fold)); presses++) {
    await keyboard.press('ArrowDown');
  }
  await expect(fold).toBeFocused();
  // Counts come a moment after the rows.
  const ranges = window
    .getByRole('region', { name: 'Filters' })
    .getByRole('checkbox', { name: /years?, \d+ candidates?$/ });
  await expect
    .poll(async () => {
      const names = await ranges.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
      const counts = names.map((name) => Number(/, (\d+) /.exec(name)?.[1]));
      return counts.length > 0 && counts.every((count) => count <= found);
    })
    .toBe(true);
  await keyboard.press('Tab');
  // Down to the first range that somebody is in.
  const countHere = async (): Promise<number> =>
    Number(/, (\d+) candidates?$/.exec(await focused(window))?.[1]);
  while ((await countHere()) === 0) await keyboard.press('ArrowDown');
  const count = await countHere();
  expect(count).toBeGreaterThan(0);
  await keyboard.press('Space');
  await keyboard.press('Escape');
  await expect(list).toBeFocused();
  await expect.poll(() => countFound(window)).toBe(count);
  expect(count).toBeLessThan(found);

  // Choose all, tag them, take it back; so few are tagged at once.
  await keyboard.press('ControlOrMeta+a');
  const bar = window.locator('#bulk-actions');
  await expect(bar).toContainText(`${count} selected`);
  await inBothThemes(window, 'morning-selected');
  await keyboard.press('t');
  await expect(window.getByRole('searchbox', { name: 'Add a tag' })).toBeFocused();
  await keyboard.type('Ward pool');
  await expect(window.getByRole('menuitemcheckbox', { name: 'New tag “Ward pool”' })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(rows(window).first()).toContainText('Ward pool');
  await expect(list).toBeFocused();
  await keyboard.press('u');
  await expect(window.getByText(/^Undone: added a tag/)).toBeVisible();
  await expect(rows(window).first()).not.toContainText('Ward pool');

  // Open, and back to the same list with the same people chosen.
  await keyboard.press('Enter');
  await expect(window.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(list).toBeFocused();
  await expect(bar).toContainText(`${count} selected`);
  await keyboard.press('Escape');
  await expect(bar).toHaveCount(0);

  // Duplicates: a value of the other one, merged, taken back.
  await keyboard.press('g');
  await keyboard.press('d');
  const queue = window.getByRole('list', { name: 'Possible duplicates' });
  const pair = queue.getByRole('link', { name: /Varga/ });
  await tabTo(pair);
  await keyboard.press('Enter');
  const board = window.getByRole('group', { name: 'What each of them has' });
  const name = board.getByRole('radio', { name: 'Name: Ilse Varga', exact: true });
  await expect(name).toBeVisible();
  await tabTo(board.getByRole('radio', { name: /^Name: / }));
  if (!(await name.isChecked())) {
    await keyboard.press('ArrowRight');
    if (!(await hasFocus(name))) await keyboard.press('ArrowLeft');
    await keyboard.press('Space');
  }
  await expect(name).toBeChecked();
  await inBothThemes(window, 'morning-duplicates');
  await keyboard.press('Enter');
  await expect(window.getByText('2 merged into Ilse Varga')).toBeVisible();
  await expect(pair).toHaveCount(0);
  await keyboard.press('u');
  await expect(pair).toBeVisible();
  expect(errors).toEqual([]);
});

/** The samples, and two CVs of one person beside them. */
function folderOfCvs(profile: string): string {
  const folder = path.join(profile, 'CVs');
  mkdirSync(folder);
  cpSync(path.join(SAMPLES, 'Manchester'), folder, { recursive: true });
  const cv = (name: string, job: string): string =>
    [
      name,
      'Rotterdam, Netherlands',
      'ilse.varga@example.org',
      '',
      'Work experience',
      job,
      'Cared for patients as a nurse.',
      '',
      'Skills',
      'Triage, Excel',
    ].join('\n');
  writeFileSync(
    path.join(folder, 'varga-1.txt'),
    cv('Ilse Varga', 'Nurse | Harbour Clinic | Jan 2016 - Mar 2020'),
  );
  writeFileSync(
    path.join(folder, 'varga-2.txt'),
    cv('Ilse M. Varga-Holm', 'Head Nurse | Lakeside Hospital | Apr 2020 - present'),
  );
  return folder;
}

/** What the line above the rows says, once it is the answer to what was asked last. */
async function countFound(window: Page): Promise<number> {
  const line = window.getByText(/^\d+ candidates? found$/);
  await expect(line).toBeVisible();
  return Number.parseInt((await line.textContent()) ?? '', 10);
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Presses Tab until one of the targets has the focus. */
async function tabTo(target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let presses = 0; presses < 60; presses++) {
    await target.page().keyboard.press('Tab');
    const isThere = await target.evaluateAll((all) =>
      all.some((element) => element === document.activeElement),
    );
    if (isThere) return;
  }
  throw new Error(`${target.toString()} is not within 60 presses of Tab`);
}
