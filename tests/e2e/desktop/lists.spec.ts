import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, inBothThemes, pickerAnswers, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows } from './desk';

// Talent pools and hot lists: made, named, described and deleted on screen, from the command bar and from the filter by list.

test('a list is made, renamed, described, deleted and brought back with everybody on it', async ({
  start,
  profile,
}) => {
  const files = ['Ilse Brandt', 'Marco Conti'].map((name) => writeCv(profile, name));
  const { app, window, errors } = await start();
  const { keyboard } = window;
  await nameWorkspace(window);
  await pickerAnswers(app, files);
  await window.getByRole('button', { name: 'Choose files…' }).click();
  await importEnded(window);
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(2);

  // From the command bar: nothing there yet, so the one next step is offered.
  await keyboard.press('ControlOrMeta+k');
  await keyboard.type('Lists');
  await window.getByRole('menuitem', { name: /^Lists: make/ }).click();
  const dialog = window.getByRole('dialog', { name: 'Lists' });
  await expect(dialog.getByText('No lists yet')).toBeVisible();
  await dialog.getByRole('button', { name: 'New list' }).press('Enter');
  await keyboard.type('Night pickers');
  await keyboard.press('Enter');
  const pickers = dialog.getByRole('listitem').filter({ hasText: 'Night pickers' });
  await expect(pickers).toContainText('0 candidates');

  // A name that is taken is told at the field, and what was typed stays.
  await dialog.getByRole('button', { name: 'New list' }).press('Enter');
  await keyboard.type('night  PICKERS');
  await keyboard.press('Enter');
  await expect(dialog.getByText('There is a list named “Night pickers” already.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('night  PICKERS');
  await keyboard.press('Escape');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // Somebody goes on it; then it gets another name and a word on what it is for, from the filter by list.
  await window.getByRole('grid', { name: 'Candidates' }).focus();
  await keyboard.press('x');
  await window.getByRole('button', { name: 'List', exact: true }).click();
  await window.getByRole('menuitemcheckbox', { name: 'Night pickers' }).click();
  await expect(window.getByText('1 candidate put on “Night pickers”')).toBeVisible();
  const section = window.getByRole('region', { name: 'Filters' }).getByRole('button', {
    name: /^Lists/,
  });
  await section.click();
  await window.getByRole('button', { name: 'Manage lists' }).click();
  await act(window, 'Night pickers', 'Rename and describe');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Night shift');
  await dialog.getByRole('textbox', { name: 'What it is for' }).fill('Call before the season.');
  await inBothThemes(window, 'lists-form');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const shift = dialog.getByRole('listitem').filter({ hasText: 'Night shift' });
  await expect(shift).toContainText('Call before the season.');
  await expect(shift).toContainText('1 candidate');
  await inBothThemes(window, 'lists');

  // Deleted, and back with one click of what says so.
  await act(window, 'Night shift', 'Delete');
  await expect(dialog.getByText('No lists yet')).toBeVisible();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
  await expect(shift).toContainText('1 candidate');

  // Its people.
  await shift.getByRole('button', { name: /^Night shift/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rows(window)).toHaveCount(1);
  await expect(window.getByRole('grid', { name: 'Filters in force' })).toContainText('Night shift');
  expect(errors).toEqual([]);
});

async function act(window: Page, list: string, action: string): Promise<void> {
  await window.getByRole('button', { name: `Actions for ${list}` }).click();
  await window.getByRole('menuitem', { name: action }).click();
}

/** A small text CV in the folder; its path. */
function writeCv(folder: string, name: string): string {
  const file = path.join(folder, `${name}.txt`);
  const email = `${name.toLowerCase().replace(' ', '.')}@mail.example`;
  const job = 'Experience\nPicker, Northgate Depot Ltd\nJan 2019 - present\n';
  writeFileSync(file, `${name}\nWarehouse Operative\n${email}\n\n${job}`);
  return file;
}
