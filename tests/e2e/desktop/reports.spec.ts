import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, inBothThemes, pickerAnswers, test } from './app-fixture';
import { goTo } from './desk';

// Figures after some work on the sample workspace: each opens a list as long as it says, and the files hold what is on screen.

test.use({ actionTimeout: 15_000 });

const behind = (window: Page) => window.getByRole('complementary', { name: 'What is counted' });

test('every figure of Reports and Today is as long as its list, and goes out as it stands', async ({
  start,
  profile,
  withSamples,
}) => {
  withSamples();
  const { app, window, errors } = await start();
  await goTo(window, 'Reports');
  await expect(window.getByRole('heading', { name: 'Reports' })).toBeVisible();
  await someWork(window);

  await goTo(window, 'Reports');
  const funnel = window.getByRole('table', { name: 'Funnel' });
  await expect(funnel.getByRole('row', { name: /^New/ }).getByRole('button')).toHaveText('6');
  await inBothThemes(window, 'reports');
  await window.getByRole('button', { name: /same as a table/ }).click();

  // Each number, and the lines of what it opens.
  const figures = window.getByRole('main').getByRole('button', { name: /, show the list$/ });
  const names = await figures.evaluateAll((all) =>
    all.map((one) => one.getAttribute('aria-label') ?? ''),
  );
  expect(names.length).toBeGreaterThan(10);
  for (const [at, name] of names.entries()) {
    const count = Number(/: ([\d,]+), show the list$/.exec(name)?.[1]?.replaceAll(',', ''));
    await figures.nth(at).click();
    await expect(behind(window).locator('header')).toContainText(`(${count})`);
    await expect(behind(window).getByRole('listitem')).toHaveCount(count);
  }
  await inBothThemes(window, 'reports-behind');
  await behind(window).getByRole('button', { name: 'Close' }).click();

  // The same numbers in files.
  const csv = path.join(profile, 'report.csv');
  await saved(window, app, csv, 'Figures as CSV');
  const lines: readonly (readonly string[])[] = parse(readFileSync(csv, 'utf8'), { bom: true });
  expect(lines.slice(1)).toEqual(await figuresOnScreen(window));

  const xlsx = path.join(profile, 'report.xlsx');
  await saved(window, app, xlsx, 'Figures as a workbook (XLSX)');
  const files = unzipSync(readFileSync(xlsx));
  const sheet = files['xl/worksheets/sheet1.xml'];
  expect(sheet && strFromU8(sheet).match(/<row\b/g)?.length).toBe(lines.length);

  const png = path.join(profile, 'report.png');
  await saved(window, app, png, 'Drawing over time as PNG');
  const picture = readFileSync(png);
  expect(picture.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(picture.length).toBeGreaterThan(5000);

  await today(window);
  expect(errors).toEqual([]);
});

/** A job that closes soon, six people on it, one further and one rejected. */
async function someWork(window: Page): Promise<void> {
  await goTo(window, 'Jobs');
  await window.getByRole('main').getByRole('button', { name: 'New job' }).last().click();
  await window.getByLabel('Job title').fill('Staff nurse');
  await window.getByRole('combobox', { name: 'Client' }).fill('Harbour Clinic');
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await window.getByLabel('Closes on').fill(soon);
  await window.getByRole('button', { name: 'Save and open' }).click();
  await expect(window.getByRole('button', { name: 'Status: Open' })).toBeVisible();

  await goTo(window, 'Candidates');
  const boxes = window.getByRole('gridcell', { name: /^Select / });
  for (let n = 0; n < 6; n++) await boxes.nth(n).click();
  await window.getByRole('button', { name: 'Job', exact: true }).click();
  await window.getByRole('button', { name: /^Put 6 / }).click();
  await expect(window.getByRole('dialog')).toHaveCount(0);

  await goTo(window, 'Pipeline');
  const cards = (title: string): Locator =>
    window.getByRole('region', { name: new RegExp(`^${title}: `) }).getByRole('listitem');
  await expect(cards('New')).toHaveCount(6);
  await cards('New').first().focus();
  await window.keyboard.press('a');
  await expect(cards('In review')).toHaveCount(1);
  await cards('New').first().focus();
  await window.keyboard.press('r');
  await expect(window.getByRole('button', { name: /Skills/ })).toBeFocused();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect(cards('New')).toHaveCount(4);
}

/** All tables but the one over time, as they stand: table, row, column, value. */
const figuresOnScreen = (window: Page): Promise<readonly (readonly string[])[]> =>
  window.evaluate(() =>
    [...document.querySelectorAll('main section table')].flatMap((table) => {
      const title = table.querySelector('caption')?.textContent ?? '';
      if (/over time$/.test(title)) return [];
      const columns = [...table.querySelectorAll('thead th')].map((one) => one.textContent ?? '');
      return [...table.querySelectorAll('tbody tr')].flatMap((row) =>
        [...row.querySelectorAll('td:not([aria-hidden])')].map((cell, at) => [
          title,
          row.querySelector('th')?.textContent ?? '',
          columns[at + 1] ?? '',
          cell.textContent ?? '',
        ]),
      );
    }),
  );

async function saved(
  window: Page,
  app: ElectronApplication,
  file: string,
  format: string,
): Promise<void> {
  await pickerAnswers(app, [file]);
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await window.getByRole('menuitem', { name: format }).click();
  await expect(window.getByText('The report was saved')).toBeVisible();
  await window.getByRole('button', { name: 'Close' }).last().click();
  await expect(window.getByText('The report was saved')).toHaveCount(0);
}

/** Today: whoever is to be reviewed, the job that closes, and what the import lacks. */
async function today(window: Page): Promise<void> {
  await goTo(window, 'Today');
  const items = window.getByRole('main').locator('li:has(> [aria-hidden])');
  await expect(window.getByText('new on open jobs, to review')).toBeVisible();
  await inBothThemes(window, 'today');
  const numberOf = async (words: RegExp): Promise<number> =>
    Number(await items.filter({ hasText: words }).locator('> [aria-hidden]').innerText());

  expect(await numberOf(/closes within a week/)).toBe(1);
  expect(await numberOf(/to review/)).toBe(4);
  await window.getByRole('link', { name: /to review$/ }).click();
  await expect(behind(window).getByRole('listitem')).toHaveCount(4);

  await goTo(window, 'Today');
  const missing = await numberOf(/with missing information/);
  await window.getByRole('link', { name: /with missing information/ }).click();
  await expect(window.getByRole('tab', { name: /^Missing information/ })).toContainText(
    String(missing),
  );
  await expect(window.locator('[data-row]')).toHaveCount(missing);

  await goTo(window, 'Today');
  const unread = await numberOf(/not read/);
  await window
    .getByRole('main')
    .getByRole('button', { name: /not read/ })
    .click();
  const panel = window.getByRole('dialog', { name: 'Notifications' });
  await expect(panel.getByText('Not read', { exact: true })).toHaveCount(unread);
  await window.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
}
