import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, pickerAnswers, SAMPLES, screenshot, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows, search } from './desk';

// Every screen in both themes: no serious finding of axe, and a picture to look at.

const THEMES = ['Light', 'Dark'] as const;

test('every screen is accessible in both themes', async ({ start, profile }) => {
  const { app, window, errors } = await start();

  await expect(window.getByLabel('Name of the workspace')).toBeVisible();
  await lookInBoth(window, 'first-run-name');
  await nameWorkspace(window);
  await lookInBoth(window, 'first-run-add');
  await window.getByRole('button', { name: 'Skip for now' }).click();
  await expect(window.getByText('No candidates yet')).toBeVisible();
  await lookInBoth(window, 'candidates-empty');
  await goTo(window, 'Import');
  await expect(window.getByText('Nothing imported yet')).toBeVisible();
  await lookInBoth(window, 'import-empty');

  // A copy, so that the pictures show no folder of whoever made them.
  const folder = path.join(profile, 'CVs');
  cpSync(SAMPLES, folder, { recursive: true });
  await pickerAnswers(app, [folder, damagedFile(profile)]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(window.getByText('Reading').first()).toBeVisible();
  // The longest line of tabs there is; when it gets shorter nothing below may move.
  await expect(window.getByRole('tab', { name: /^Waiting/ })).toBeVisible();
  const during = await placesOf(window);
  await lookInBoth(window, 'import-running');
  await importEnded(window);
  await expect(window.getByRole('tab', { name: /^Waiting/ })).toHaveCount(0);
  expect(await placesOf(window)).toEqual(during);
  expect(during.linesOfTabs).toBe(1);

  await window.emulateMedia({ colorScheme: null });
  for (const theme of THEMES) {
    const name = theme.toLowerCase();
    await goTo(window, 'Settings');
    for (const section of [
      'Appearance',
      'Parsing',
      'Scanned pages',
      'Custom fields',
      'Workspace',
      'System check',
      'Shortcuts',
      'About',
    ]) {
      await window.getByRole('link', { name: section }).click();
      if (section === 'Appearance')
        await window.getByRole('radio', { name: theme }).click({ force: true });
      await expect(window.getByRole('heading', { level: 2, name: section })).toBeVisible();
      await expect(window.getByText('Checking…')).toHaveCount(0);
      await look(window, `settings-${section.toLowerCase().replace(' ', '-')}`, name);
    }

    await goTo(window, 'Import');
    await expect(window.getByText('Done', { exact: true }).first()).toBeVisible();
    // The screen comes back as it was left: on the failed ones, the second time.
    await window.getByRole('tab', { name: /^All/ }).click();
    await look(window, 'import-done', name);
    await window.getByRole('tab', { name: /^Failed/ }).click();
    await look(window, 'import-failed', name);

    await goTo(window, 'Candidates');
    await search(window, '');
    await expect(rows(window).nth(5)).toBeVisible();
    await look(window, 'candidates', name);
    await search(window, 'senior -nurse');
    await expect(window.locator('mark').first()).toBeVisible();
    await look(window, 'candidates-search', name);
    await withFilters(window, name);
    await window.getByRole('grid', { name: 'Candidates' }).focus();
    await window.keyboard.press('j');
    await window.keyboard.press(' ');
    await expect(window.getByRole('complementary').first()).toBeVisible();
    await look(window, 'candidates-preview', name);
    // Beside the preview the table gives up columns, and one never scrolls sideways for the rest.
    expect(await sideways(window)).toBe(0);
    await window.keyboard.press(' ');
    await search(window, 'zzzunknown');
    await expect(window.getByText('No candidates found')).toBeVisible();
    await look(window, 'candidates-none', name);

    await open(window, 'okonjo', 'Amara Okonjo-Hartley');
    await expect(window.locator('canvas').first()).toBeVisible();
    await window.getByRole('tabpanel').getByText('Northfold University Hospitals').first().click();
    await expect(window.getByText(/is marked on page 1/)).toBeAttached();
    await look(window, 'candidate-pdf', name);
    await window.getByRole('tab', { name: 'Timeline' }).click();
    await look(window, 'candidate-timeline', name);
    await window.getByRole('tab', { name: /^Notes/ }).click();
    await look(window, 'candidate-notes', name);
    await window.getByRole('tab', { name: /^Files/ }).click();
    await look(window, 'candidate-files', name);
    await open(window, 'braithwaite', /Braithwaite/);
    await look(window, 'candidate-docx', name);

    await window.keyboard.press('?');
    await expect(window.getByRole('dialog')).toBeVisible();
    await look(window, 'shortcuts', name);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await window.keyboard.press('ControlOrMeta+k');
    await expect(window.getByRole('dialog')).toBeVisible();
    await look(window, 'commands', name);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  }
  await window.setViewportSize({ width: 1024, height: 700 });
  await look(window, 'candidate-small', 'dark', 'all');
  await goTo(window, 'Candidates');
  await look(window, 'candidates-small', 'dark', 'all');
  expect(await sideways(window)).toBe(0);
  // So small a window starts with the filters folded; then the columns fit.
  await window.getByRole('button', { name: 'Hide filters' }).click();
  await look(window, 'candidates-small-folded', 'dark', 'all');
  expect(await sideways(window)).toBe(0);
  expect(errors).toEqual([]);
});

/** A PDF that ends where its first page would begin. */
function damagedFile(folder: string): string {
  const file = path.join(folder, 'Damaged application.pdf');
  writeFileSync(file, '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n');
  return file;
}

/** How many lines the tabs take, and where the files under them begin. */
const placesOf = (window: Page) =>
  window.evaluate(() => {
    const tops = (selector: string): readonly number[] =>
      [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect().top);
    return { linesOfTabs: new Set(tops('[role=tab]')).size, firstFile: tops('[data-row]')[0] };
  });

/** How far the table of candidates scrolls sideways, in px. */
const sideways = (window: Page): Promise<number> =>
  window
    .getByRole('grid', { name: 'Candidates' })
    .evaluate((one) => one.scrollWidth - one.clientWidth);

/** The dark one has the same elements in other colours. */
async function look(
  window: Page,
  screen: string,
  theme: string,
  rules: 'all' | 'colours' = theme === 'dark' ? 'colours' : 'all',
): Promise<void> {
  await expectAccessible(window, `${screen} (${theme})`, rules);
  await screenshot(window, `${screen}-${theme}`);
}

/** Before a theme is chosen the window follows the system's. */
async function lookInBoth(window: Page, screen: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme });
    await look(window, screen, colorScheme);
  }
}

/** The list as it looks at work in a usual window: words, chips, counts, hits. */
async function withFilters(window: Page, theme: string): Promise<void> {
  await window.setViewportSize({ width: 1440, height: 900 });
  await search(window, 'manager OR lead');
  const filters = window.getByRole('region', { name: 'Filters' });
  for (const value of [/^10–15 years/, /^15–20 years/, /^United Kingdom/, /^United States/]) {
    await filters.getByRole('checkbox', { name: value }).click();
  }
  await expect(window.getByRole('grid', { name: 'Filters in force' }).getByRole('row')).toHaveCount(
    3,
  );
  await expect(rows(window).locator('mark').first()).toBeVisible();
  await filters.getByRole('button', { name: /^Skills/ }).scrollIntoViewIfNeeded();
  await look(window, 'candidates-filters', theme);
  // The columns one starts with fit beside the filters.
  expect(await sideways(window)).toBe(0);
  await window.getByRole('button', { name: 'Clear all' }).click();
  await search(window, 'senior -nurse');
  await window.setViewportSize({ width: 1280, height: 800 });
}

async function open(window: Page, words: string, name: string | RegExp): Promise<void> {
  await goTo(window, 'Candidates');
  await search(window, words);
  await expect(rows(window)).toHaveCount(1);
  await rows(window).first().getByText(name).first().click();
  await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
}
