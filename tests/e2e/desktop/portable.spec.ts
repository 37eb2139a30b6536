import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, inBothThemes, launch, PASSPHRASE, pickerAnswers, test } from './app-fixture';
import { goTo, keepRecoveryKey, rows } from './desk';

// What would break here: an export that does not open again, one that anybody at the desk may take along, a system check that says nothing.
test('everything is exported, and opened as a new workspace in an empty profile', async ({
  start,
  withSamples,
}) => {
  const place = mkdtempSync(path.join(tmpdir(), 'longlist-e2e-export-'));
  try {
    withSamples();
    const { app, window, errors, close } = await start();
    await goTo(window, 'Candidates');
    const people = await firstRow(window);
    await goTo(window, 'Settings');
    await window.getByRole('link', { name: 'Full export' }).click();
    await inBothThemes(window, 'settings-full-export');
    await window.getByRole('button', { name: 'Export everything…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Export everything' });
    const run = dialog.getByRole('button', { name: 'Choose folder and export…' });
    await pickerAnswers(app, [place]);
    // Neither the name nor the passphrase alone will do, and the passphrase has to be the right one.
    await dialog.getByLabel('Type the name of the workspace').fill('Northwind Talent');
    await expect(run).toBeDisabled();
    await dialog.getByLabel('Passphrase of the workspace').fill('not the passphrase');
    await window.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('not the passphrase');
    await inBothThemes(window, 'export-everything');
    // The folder stays chosen, and is named: the picker is not asked again.
    await pickerAnswers(app, []);
    await dialog.getByLabel('Passphrase of the workspace').fill(PASSPHRASE);
    await dialog.getByRole('button', { name: `Export to “${path.basename(place)}”` }).click();
    await expect(window.getByRole('region', { name: 'Exported' })).toContainText('Longlist export');
    await inBothThemes(window, 'exported-everything');
    await window.getByRole('link', { name: 'System check' }).click();
    await expect(window.getByText('The key file and its copy are whole.')).toBeVisible();
    await window.getByRole('button', { name: 'Look at everything' }).click();
    const everything = window.getByRole('list', { name: 'Look at everything' });
    await expect(everything).toContainText('all of them were read and are whole');
    await inBothThemes(window, 'system-check');
    const [folder = ''] = readdirSync(place);
    const readMe = readFileSync(path.join(place, folder, 'README.txt'), 'utf8');
    expect(readMe).toContain('Northwind Talent');
    expect(errors).toEqual([]);
    await close();

    const profile = path.join(place, 'profile');
    const other = await launch(profile, 'typed');
    try {
      await other.window.getByRole('button', { name: 'Open a full export…' }).click();
      await pickerAnswers(other.app, [place]);
      await other.window.getByRole('button', { name: 'Choose folder…' }).click();
      await expect(other.window.getByRole('alert')).toContainText('not a full export');
      await pickerAnswers(other.app, [path.join(place, folder)]);
      await other.window.getByRole('button', { name: 'Choose folder…' }).click();
      await expect(other.window.getByText('Northwind Talent')).toBeVisible();
      await other.window.getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE);
      await other.window.getByLabel('New passphrase once more').fill(PASSPHRASE);
      await inBothThemes(other.window, 'open-export');
      await other.window.getByRole('button', { name: 'Open', exact: true }).click();
      await keepRecoveryKey(other.window);
      await goTo(other.window, 'Candidates');
      await expect.poll(() => firstRow(other.window)).toEqual(people);
      expect(other.errors).toEqual([]);
    } finally {
      await other.close();
    }
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** What the first row says, but for how long ago it changed. */
const firstRow = async (window: Page): Promise<readonly string[]> => {
  await rows(window).first().waitFor();
  const cells = await rows(window).first().getByRole('gridcell').allInnerTexts();
  return cells.slice(0, -1);
};
