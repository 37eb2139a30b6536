import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, inBothThemes, pickerAnswers, SAMPLES, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows } from './desk';

// Searching from the keyboard alone: suggestions, chips, what was searched before, what is kept, and news of it.

const box = (window: Page) => window.getByRole('combobox', { name: 'Search candidates' });
const options = (window: Page) => window.getByRole('listbox').getByRole('option');
const chips = (window: Page) =>
  window.getByRole('list', { name: 'Parts of the search' }).locator('[data-chip]');

test('search by suggestion and by chips, keep it, and be told who is new in it', async ({
  start,
}) => {
  const { app, window, errors } = await start();
  const { keyboard } = window;
  await nameWorkspace(window);
  await pickerAnswers(app, [path.join(SAMPLES, 'Manchester')]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await importEnded(window);

  // The import is told of, and its end leads there.
  const bell = window.getByRole('button', { name: /^Notifications/ });
  await expect(bell).toHaveAccessibleName('Notifications, 1 not read');
  await goTo(window, 'Candidates');
  await keyboard.press('g');
  await keyboard.press('n');
  const panel = window.getByRole('dialog', { name: 'Notifications' });
  await expect(panel.getByText(/The import of Manchester is done/)).toBeVisible();
  await inBothThemes(window, 'search-notifications');
  await panel.getByRole('button', { name: 'Mark all as read' }).press('Enter');
  await expect(bell).toHaveAccessibleName('Notifications');
  await keyboard.press('Escape');

  // A suggestion is taken by arrow and Enter; typing and Enter alone mean what was typed.
  await window.getByRole('grid', { name: 'Candidates' }).focus();
  await keyboard.press('/');
  await expect(box(window)).toBeFocused();
  await keyboard.type('vene');
  await expect(options(window).first()).toBeVisible();
  await expect(box(window)).toHaveAttribute('aria-expanded', 'true');
  await inBothThemes(window, 'search-suggestions');
  await keyboard.press('Escape');
  await expect(options(window)).toHaveCount(0);
  await expect(box(window)).toHaveValue('vene');
  await keyboard.type('p');
  await expect(options(window).first()).toBeVisible();
  await keyboard.press('ArrowDown');
  await expect(options(window).first()).toHaveAttribute('aria-selected', 'true');
  const taken = await options(window).first().innerText();
  expect(taken.toLowerCase()).toContain('venep');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await expect(window.getByRole('grid', { name: 'Candidates' })).toBeFocused();
  await expect(box(window)).toHaveValue('venep');

  // A value goes into the text where the caret stands; a person is opened.
  await keyboard.press('/');
  await keyboard.type('-electrician skill:vene');
  await expect(options(window).first()).toContainText('Venepuncture');
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await expect(box(window)).toHaveValue('-electrician skill:"Venepuncture and cannulation" ');
  await expect(rows(window)).toHaveCount(1);
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('okonj');
  await options(window).filter({ hasText: 'Amara Okonjo-Hartley' }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: /Okonjo/ })).toBeVisible();
  await goTo(window, 'Candidates');

  // The same text as chips and back, unchanged; a chip is edited, excluded and removed by keys.
  const text = 'nurs* (ward OR "night shift") -electrician';
  await keyboard.press('/');
  await keyboard.type(text);
  await keyboard.press('ControlOrMeta+/');
  await expect(chips(window)).toHaveText(['nurs*', '(ward OR "night shift")', '-electrician']);
  await inBothThemes(window, 'search-chips');
  await keyboard.press('ControlOrMeta+/');
  await expect(box(window)).toHaveValue(text);
  await keyboard.press('ControlOrMeta+/');
  await keyboard.press('ArrowLeft');
  await expect(chips(window).nth(2)).toBeFocused();
  await keyboard.press('-');
  await expect(chips(window)).toHaveText(['nurs*', '(ward OR "night shift")', 'electrician']);
  await keyboard.press('-');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('ward');
  await keyboard.press('Enter');
  await expect(chips(window)).toHaveText(['nurs*', 'ward', '-electrician']);
  await expect(chips(window).nth(1)).toBeFocused();
  await keyboard.press('Backspace');
  await expect(chips(window)).toHaveText(['nurs*', '-electrician']);
  await keyboard.press('End');
  await keyboard.type('staff ');
  await expect(chips(window)).toHaveText(['nurs*', '-electrician', 'staff']);
  await expect(box(window)).toHaveValue('');
  await keyboard.press('Enter');
  await expect(rows(window)).not.toHaveCount(0);
  const found = await rows(window).count();
  await keyboard.press('/');
  await keyboard.press('ControlOrMeta+/');
  await expect(box(window)).toHaveValue('nurs* -electrician staff ');

  // Kept under a name, to be told of new people.
  await keyboard.press('ControlOrMeta+s');
  const saved = window.getByRole('dialog', { name: 'Saved searches' });
  await expect(saved.getByRole('textbox', { name: 'Save this search' })).toBeFocused();
  await keyboard.type('Ward nurses');
  await keyboard.press('Enter');
  const row = saved.getByRole('listitem').filter({ hasText: 'Ward nurses' });
  await expect(row.getByText(String(found), { exact: true })).toBeVisible();
  await row.getByRole('button', { name: 'Tell of new people in Ward nurses' }).press('Enter');
  await expect(row.getByRole('button', { name: /^Stop telling/ })).toBeVisible();
  await inBothThemes(window, 'search-saved-searches');
  await keyboard.press('Escape');

  // The empty box offers what was searched before, and forgets it.
  await window.getByRole('grid', { name: 'Candidates' }).focus();
  await keyboard.press('/');
  await keyboard.press('Escape');
  await expect(box(window)).toHaveValue('');
  await keyboard.press('ArrowDown');
  await window.getByRole('grid', { name: 'Candidates' }).focus();
  await keyboard.press('/');
  await expect(options(window).first()).toContainText('nurs* -electrician staff');
  await inBothThemes(window, 'search-past-searches');
  const before = await options(window).count();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(box(window)).toHaveValue('nurs* -electrician staff');
  await expect(rows(window)).toHaveCount(found);
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await window.getByRole('grid', { name: 'Candidates' }).focus();
  await keyboard.press('/');
  await keyboard.press('ArrowDown');
  await keyboard.press('Shift+Delete');
  await expect(options(window)).toHaveCount(before - 1);

  // Somebody new comes in, and the bell says so.
  await keyboard.press('Escape');
  await goTo(window, 'Import');
  const folder = mkdtempSync(path.join(tmpdir(), 'longlist-new-'));
  writeFileSync(
    path.join(folder, 'Ines.txt'),
    'Ines Ferreira-Holm\nines.holm@example.org\n\nExperience\nStaff Nurse, St Brigid Hospital, 2019 - present\nNight shifts on the ward.\n',
  );
  await pickerAnswers(app, [folder]);
  await window.getByRole('button', { name: 'Choose folder…' }).first().click();
  await expect(bell).toHaveAccessibleName('Notifications, 2 not read', { timeout: 30_000 });
  await bell.press('Enter');
  await panel.getByRole('button', { name: /1 new person in “Ward nurses”/ }).press('Enter');
  await expect(rows(window)).toHaveCount(1);
  await expect(rows(window).first()).toContainText('Ines Ferreira-Holm');

  // Her CV shows where the words stand, one after the other.
  await window.getByRole('grid', { name: 'Candidates' }).focus();
  await keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Ines Ferreira-Holm' })).toBeVisible();
  const hits = window.getByRole('toolbar', { name: /CV/ }).getByRole('status');
  await expect(hits).toHaveText('2 hits');
  await keyboard.press('F3');
  await expect(hits).toHaveText('1 of 2 hits');
  await keyboard.press('Shift+F3');
  await expect(hits).toHaveText('2 of 2 hits');
  await inBothThemes(window, 'search-hits');

  // People like her.
  await keyboard.press('m');
  await expect(window).toHaveURL(/like=/);
  expect(errors).toEqual([]);
});
