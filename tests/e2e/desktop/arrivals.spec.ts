import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, pickerAnswers, screenshot, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows, search } from './desk';

// The ways files come in that are not a dialog: dropped on the window, and by themselves from a watched folder.

test('files dropped on the window are imported', async ({ start, profile }) => {
  const files = ['Ilse Brandt', 'Marco Conti'].map((name) => writeCv(profile, name));
  const { window, errors } = await start();
  await nameWorkspace(window);
  await window.getByRole('button', { name: 'Skip for now' }).click();
  await drop(window, files);
  await importEnded(window);
  await expect(window.getByText('2 of 2', { exact: false }).first()).toBeVisible();
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(2);
  await expect(rows(window).filter({ hasText: 'Ilse Brandt' })).toBeVisible();
  await expect(rows(window).filter({ hasText: 'Marco Conti' })).toBeVisible();

  // Both at once, and both taken back at once, which is said so.
  for (const key of ['x', 'j', 'x']) await window.keyboard.press(key);
  await window.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(window.getByText('2 candidates archived')).toBeVisible();
  await window.keyboard.press('ControlOrMeta+z');
  await expect(window.getByText('Undone: archived 2 candidates')).toBeVisible();
  await expect(rows(window)).toHaveCount(2);

  // What one deed said gives way to what the next one says; all of them stand in the history.
  const messages = window.getByRole('alertdialog');
  await expect(messages).toHaveCount(1);
  for (const key of ['x', 'k', 'x']) await window.keyboard.press(key);
  await window.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(messages).toContainText('2 candidates archived');
  await expect(messages).toHaveCount(1);
  await messages.getByRole('button', { name: 'History' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await goTo(window, 'Candidates');
  await goTo(window, 'History');
  await expect(window.getByRole('table', { name: 'History' })).toBeVisible();
  expect(errors).toEqual([]);
});

test('a watched folder brings in new files by itself, until it is paused or let go', async ({
  start,
  profile,
}) => {
  const folder = path.join(profile, 'Inbox');
  mkdirSync(folder);
  const { app, window, errors } = await start();
  await nameWorkspace(window);
  await window.getByRole('button', { name: 'Skip for now' }).click();
  await goTo(window, 'Import');
  await pickerAnswers(app, [folder]);
  await window.getByRole('button', { name: 'Watch a folder' }).click();
  await window.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(window.getByRole('listitem').filter({ hasText: 'Inbox' })).toBeVisible();

  await goTo(window, 'Candidates');
  writeCv(folder, 'Ilse Brandt');
  await expect(rows(window).filter({ hasText: 'Ilse Brandt' })).toBeVisible();

  await goTo(window, 'Import');
  await act(window, 'Pause');
  await expect(window.getByText('Paused', { exact: true })).toBeVisible();
  await screenshot(window, 'import-watched');
  writeCv(folder, 'Marco Conti');
  // Longer than a new file takes: it is looked for every second and has to be two seconds old.
  await window.waitForTimeout(4_000);
  await search(window, 'Marco');
  await expect(window.getByText('No candidates found')).toBeVisible();
  await goTo(window, 'Import');
  await act(window, 'Resume');
  await search(window, 'Marco');
  await expect(rows(window).filter({ hasText: 'Marco Conti' })).toBeVisible();

  await goTo(window, 'Import');
  await act(window, 'Stop watching');
  await expect(window.getByRole('button', { name: 'Actions for Inbox' })).toHaveCount(0);
  expect(errors).toEqual([]);
});

async function act(window: Page, action: string): Promise<void> {
  await window.getByRole('button', { name: 'Actions for Inbox' }).click();
  await window.getByRole('menuitem', { name: action }).click();
}

/** Drags files of the disk onto the middle of the window and lets go, as the system does: the page gets real File objects. */
async function drop(window: Page, files: readonly string[]): Promise<void> {
  const session = await window.context().newCDPSession(window);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 640,
      y: 400,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    });
  await session.detach();
}

/** A small text CV in the folder; its path. */
function writeCv(folder: string, name: string): string {
  const file = path.join(folder, `${name}.txt`);
  const email = `${name.toLowerCase().replace(' ', '.')}@mail.example`;
  const job = 'Experience\nPicker, Northgate Depot Ltd\nJan 2019 - present\n';
  writeFileSync(file, `${name}\nWarehouse Operative\n${email}\n\n${job}`);
  return file;
}
