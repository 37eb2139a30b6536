import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, type RunningApp, screenshot, test } from './app-fixture';
import { goTo, rows, search } from './desk';

// Narrowing the list of candidates: what is counted beside a filter is what the filter leaves, by mouse and by keyboard.

test('every count beside a filter is the length of the list behind it', async ({
  start,
  withSamples,
}) => {
  withSamples();
  const { window, errors } = await start().then(atTheList);

  for (const section of ['Skills', 'Years of experience', 'Place', 'Seniority', 'Degree']) {
    await unfold(window, section);
    const values = valuesOf(window, section);
    await expect(values.first()).toHaveAccessibleName(/, \d+ candidates?$/);
    for (let index = 0; index < Math.min(3, await values.count()); index++) {
      const value = values.nth(index);
      const count = countIn(await nameOf(value));
      await value.click();
      await expect(value).toBeChecked();
      await expect(
        window.getByText(count === 0 ? 'No candidates found' : found(count)).first(),
      ).toBeVisible();
      if (count < 12) await expect(rows(window)).toHaveCount(count);
      await value.click();
      await expect(value).not.toBeChecked();
    }
    await expect(window.getByText('53 candidates', { exact: true })).toBeVisible();
    await fold(window, section);
  }

  // All of, any of, none of: together as many as there are.
  await unfold(window, 'Skills');
  const skill = valuesOf(window, 'Skills').first();
  const name = await nameOf(skill);
  const having = countIn(name);
  await skill.click();
  await expect(window.getByText(found(having))).toBeVisible();
  await window.getByRole('button', { name: /How .* counts$/ }).click();
  await window.getByRole('menuitem', { name: 'None of' }).click();
  await expect(window.getByText(found(53 - having))).toBeVisible();
  await expect(chips(window)).toContainText(`Skill, not: ${name.split(',')[0]}`);
  await window.getByRole('button', { name: 'Clear all' }).click();
  await expect(window.getByText('53 candidates', { exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});

test('filters are in the address: back, elsewhere and again, and a broken part of it', async ({
  start,
  withSamples,
}) => {
  withSamples();
  const { window, errors } = await start().then(atTheList);
  await unfold(window, 'Years of experience');
  await window.getByRole('checkbox', { name: /^10–15 years/ }).click();
  await window.getByRole('checkbox', { name: /^15–20 years/ }).click();
  await expect(chips(window)).toContainText('10 to under 20 years');
  const years = window.getByRole('group', { name: 'Years of experience' });
  await expect(years.getByRole('textbox', { name: 'To' })).toHaveValue('under 20');
  await unfold(window, 'Status');
  await window.getByRole('checkbox', { name: 'May be contacted' }).click();
  await expect(chips(window).getByRole('row')).toHaveCount(2);
  // The number of the list before stands until the answer is there.
  await expect(list(window)).toHaveAttribute('aria-busy', 'false');
  const all = await window.getByText(/^\d+ candidates? found$/).textContent();
  const address = await window.evaluate(() => location.hash);

  await goTo(window, 'Import');
  await goTo(window, 'Candidates');
  await expect(chips(window).getByRole('row')).toHaveCount(2);
  await rows(window).first().click();
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  await window.evaluate(() => history.back());
  await expect(chips(window).getByRole('row')).toHaveCount(2);
  await expect(window.getByText(all ?? '', { exact: true })).toBeVisible();
  expect(await window.evaluate(() => location.hash)).toBe(address);

  await window.evaluate((hash) => {
    location.hash = `${hash}&cities=%7B&degrees=%5B%22wizard%22%5D&sort=shoes`;
  }, address);
  await expect(chips(window).getByRole('row')).toHaveCount(2);
  await expect(window.getByText(all ?? '', { exact: true })).toBeVisible();

  // A chip is a filter: without it the list is wider.
  await chips(window)
    .getByRole('button', { name: /^Remove May be contacted/ })
    .click();
  await expect(chips(window).getByRole('row')).toHaveCount(1);
  await window.getByRole('button', { name: 'Clear all' }).click();
  await expect(chips(window)).toHaveCount(0);

  // A language there is, which nobody here speaks: nothing about it is wrong, and still it is said why nobody is found.
  await search(window, 'nurse language:Xhosa ');
  await expect(window.getByText('“language:Xhosa” by itself finds nobody.')).toBeVisible();
  expect(errors).toEqual([]);
});

test('filtering without a mouse', async ({ start, withSamples }) => {
  withSamples();
  const { window, errors } = await start().then(atTheList);
  const { keyboard } = window;
  await list(window).focus();
  await keyboard.press('f');
  const skills = foldOf(window, 'Skills');
  await expect(skills).toBeFocused();
  if ((await skills.getAttribute('aria-expanded')) === 'true') await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  const years = foldOf(window, 'Years of experience');
  await expect(years).toBeFocused();
  if ((await years.getAttribute('aria-expanded')) === 'false') await keyboard.press('Enter');
  const values = valuesOf(window, 'Years of experience');
  await keyboard.press('Tab');
  await expect(values.first()).toBeFocused();
  // Counts come a moment later and take no range away, not even one that nobody is in, nor the keyboard from where it is.
  const ranges = await values.count();
  await expect(values.first()).toHaveAccessibleName(/, \d+ candidates?$/);
  await expect(values).toHaveCount(ranges);
  await expect(values.first()).toBeFocused();
  const counts = (await Promise.all((await values.all()).map(nameOf))).map(countIn);
  expect(counts).toContain(0);
  const busy = counts.findIndex((one, index) => index > 0 && one > 0);
  const range = values.nth(busy);
  for (let step = 0; step < busy; step++) await keyboard.press('ArrowDown');
  await expect(range).toBeFocused();
  const count = counts[busy] ?? 0;
  await keyboard.press('Space');
  await expect(range).toBeChecked();
  await expect(window.getByText(found(count))).toBeVisible();
  await keyboard.press('Escape');
  await expect(list(window)).toBeFocused();

  // The chip goes by Backspace.
  await keyboard.press('Shift+Tab');
  for (let presses = 0; presses < 40; presses++) {
    if (await chips(window).evaluate((one) => one.contains(document.activeElement))) break;
    await keyboard.press('Shift+Tab');
  }
  await keyboard.press('Backspace');
  await expect(window.getByText('53 candidates', { exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});

test('whoever is chosen stays chosen while one searches, and everybody found is one choice', async ({
  start,
  withSamples,
}) => {
  withSamples();
  const { window, errors } = await start().then(atTheList);
  const { keyboard } = window;
  const grid = list(window);
  const bar = window.getByText(/ selected/);
  await grid.focus();
  await keyboard.press('x');
  await keyboard.press('j');
  await keyboard.press('j');
  await keyboard.press('Shift+X');
  await expect(bar).toHaveText('3 selected');
  const first = await rows(window).first().getByRole('gridcell').nth(1).innerText();

  await search(window, first);
  await expect(rows(window).first()).toContainText(first);
  await expect(bar).toHaveText(/^3 selected, [12] of them in this list$/);
  await expect(rows(window).first()).toHaveAttribute('aria-selected', 'true');
  await search(window, '');
  await expect(bar).toHaveText('3 selected');
  await window.getByRole('button', { name: 'Select all 53' }).click();
  await expect(bar).toHaveText('53 selected');
  await grid.focus();
  await keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('the filters can be used by everybody, in both themes and the smallest window', async ({
  start,
  withSamples,
}) => {
  withSamples();
  const { window, errors } = await start().then(atTheList);
  const titles = window.getByRole('region', { name: 'Filters' }).locator('[data-fold]');
  for (let index = 0; index < (await titles.count()); index++) {
    if ((await titles.nth(index).getAttribute('aria-expanded')) === 'false') {
      await titles.nth(index).click();
    }
  }
  await valuesOf(window, 'Skills').first().click();
  await valuesOf(window, 'Languages').first().click();
  await window.getByRole('checkbox', { name: 'Needs review' }).click();
  await expect(chips(window).getByRole('row')).toHaveCount(3);
  for (const colorScheme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme });
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
    ] as const) {
      await window.setViewportSize({ width, height });
      await expectAccessible(
        window,
        `filters ${width} ${colorScheme}`,
        colorScheme === 'dark' ? 'colours' : 'all',
      );
      await screenshot(window, `candidates-filters-${width}-${colorScheme}`);
    }
  }
  // Nothing sticks out of the window at its smallest.
  expect(await window.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
  expect(errors).toEqual([]);
});

/** The list of the samples on screen and the filters beside it. */
async function atTheList(running: RunningApp): Promise<RunningApp> {
  await goTo(running.window, 'Candidates');
  await expect(running.window.getByText('53 candidates', { exact: true })).toBeVisible();
  return running;
}

const foldOf = (window: Page, section: string): Locator =>
  window
    .getByRole('region', { name: 'Filters' })
    .getByRole('heading', { level: 3 })
    .getByRole('button', { name: new RegExp(`^${section}`) });

async function unfold(window: Page, section: string): Promise<void> {
  if ((await foldOf(window, section).getAttribute('aria-expanded')) === 'false') {
    await foldOf(window, section).click();
  }
}

async function fold(window: Page, section: string): Promise<void> {
  await foldOf(window, section).click();
  await expect(foldOf(window, section)).toHaveAttribute('aria-expanded', 'false');
}

/** The values to tick in an open section. */
const valuesOf = (window: Page, section: string): Locator =>
  foldOf(window, section).locator('xpath=ancestor::section[1]').getByRole('checkbox');

const list = (window: Page): Locator => window.getByRole('grid', { name: 'Candidates' });
const chips = (window: Page): Locator => window.getByRole('grid', { name: 'Filters in force' });

const nameOf = async (value: Locator): Promise<string> =>
  (await value.getAttribute('aria-label')) ?? '';
const countIn = (name: string): number => Number(/, (\d+) candidates?$/.exec(name)?.[1]);
const found = (count: number): string =>
  count === 1 ? '1 candidate found' : `${count} candidates found`;
