import { expect, type Page } from '@playwright/test';

// What somebody without a mouse does: nothing here points at anything.

/** What has the keyboard now, as a screen reader would name it. */
export const focused = (window: Page): Promise<string> =>
  window.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return '';
    const ids = (at.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
    const labels =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null;
    return (
      at.getAttribute('aria-label') ||
      ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ') ||
      [...(labels ?? [])].map(({ textContent }) => textContent).join(' ') ||
      (at.textContent ?? '')
    ).trim();
  });

/** Tab, or Shift and Tab, until what is named so has the keyboard. */
export async function tabTo(
  window: Page,
  name: RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 60; n++) {
    const here = await focused(window);
    if (name.test(here)) return;
    passed.push(here.slice(0, 30));
    await window.keyboard.press(key);
  }
  expect(passed, `no way by ${key} to ${name}`).toEqual([]);
}

/** Presses Enter on what is named so, wherever Tab finds it. */
export async function pressAt(
  window: Page,
  name: RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await tabTo(window, name, key);
  await window.keyboard.press('Enter');
}

/** The first run of a desk that nobody else uses, up to where CVs are added. */
export async function beginByKeys(window: Page): Promise<void> {
  const { keyboard } = window;
  await expect(window.getByLabel('Name of the workspace')).toBeFocused();
  await keyboard.type('Northwind Talent');
  await tabTo(window, /^Your name/);
  await keyboard.type('Robin Hale');
  await tabTo(window, /^Nobody else uses this computer/);
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Write down the recovery key' })).toBeVisible();
  await tabTo(window, /^I have written it down/);
  await keyboard.press('Space');
  await pressAt(window, /^Continue/);
  await expect(window.getByRole('button', { name: 'Choose folder…' })).toBeFocused();
}
