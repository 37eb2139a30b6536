import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, pickerAnswers, SAMPLES, screenshot, test } from './app-fixture';
import { rows } from './desk';
import { beginByKeys } from './keys';

// A hand on the keyboard and none on the mouse: nothing here clicks, hovers or focuses by script.

test('from the first start to an edit and its undo without a mouse', async ({ start }) => {
  const { app, window, errors } = await start();
  const { keyboard } = window;

  await beginByKeys(window);
  await pickerAnswers(app, [path.join(SAMPLES, 'Manchester')]);
  await keyboard.press('Enter');
  await expect(window.getByText('Done', { exact: true }).first()).toBeVisible();

  // By the letters of the place, and by its link in the rail.
  await keyboard.press('g');
  await keyboard.press('c');
  const list = window.getByRole('grid');
  await expect(list).toBeFocused();
  await keyboard.press('g');
  await keyboard.press('m');
  await tabTo(window.getByRole('navigation').getByRole('link', { name: 'Candidates' }));
  await keyboard.press('Enter');
  await expect(list).toBeFocused();
  await typeAhead(window);

  const second = await rowName(window, 1);
  await keyboard.press('j');
  await keyboard.press(' ');
  await expect(window.getByRole('complementary').getByText(second).first()).toBeVisible();
  await keyboard.press(' ');
  await expect(window.getByRole('complementary')).toHaveCount(0);
  await keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: second })).toBeVisible();

  // Back to the row one came from, also after stepping on.
  await keyboard.press('k');
  const first = window.getByRole('heading', { level: 1 });
  await expect(first).not.toHaveText(second);
  await keyboard.press('Escape');
  await expect(list).toBeFocused();
  await expect(list).toHaveAttribute('aria-activedescendant', 'row-0');

  await keyboard.press('/');
  await keyboard.type('okonjo');
  await expect(rows(window)).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(list).toBeFocused();
  await keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Amara Okonjo-Hartley' })).toBeVisible();

  const overview = window.getByRole('tabpanel', { name: 'Overview' });
  await tabTo(overview.getByRole('button', { name: 'amara.okonjo@example.org', exact: true }));
  await keyboard.press('Enter');
  await expect(window.getByText(/is marked on page 1/)).toBeAttached();
  await screenshot(window, 'keyboard-evidence');

  await tabTo(window.getByRole('button', { name: 'Edit Headline' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: 'Headline' })).toBeFocused();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Ward Sister, Cardiology');
  await keyboard.press('Enter');
  await expect(window.getByText('Ward Sister, Cardiology').first()).toBeVisible();
  // The keyboard stays where the editor was.
  await expect(window.getByRole('button', { name: 'Edit Headline' })).toBeFocused();
  await keyboard.press('ControlOrMeta+z');
  await expect(window.getByText('Ward Sister, Cardiology')).toHaveCount(0);
  expect(errors).toEqual([]);
});

/**
 * Whoever types faster than a slow computer draws: every key pressed after the command bar was called is the bar's, none a shortcut of the
 * list below it, and none is lost because something that was closed still fades away.
 */
async function typeAhead(window: Page): Promise<void> {
  const { keyboard } = window;
  const slow = await window.context().newCDPSession(window);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await window.emulateMedia({ reducedMotion: 'no-preference' });
  const bar = window.getByRole('dialog', { name: 'Commands' }).getByRole('searchbox');
  const lists = window.getByRole('dialog', { name: 'Lists' });
  await keyboard.press('ControlOrMeta+k');
  await keyboard.type('Lists');
  await expect(bar).toHaveValue('Lists');
  await keyboard.press('Enter');
  await expect(lists).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('ControlOrMeta+k');
  await keyboard.type('tl');
  await expect(bar).toHaveValue('tl');
  // The first empties it.
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(window.getByRole('grid')).toBeFocused();
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await window.emulateMedia({ reducedMotion: 'reduce' });
}

/** Presses Tab until the target has the focus. */
async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await target.page().keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target.toString()} is not within 60 presses of ${key}`);
}

/** The name in a row of the list, counted from 0. */
const rowName = async (window: Page, index: number): Promise<string> =>
  (await rows(window).nth(index).getByRole('gridcell').nth(1).innerText()).trim();
