import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inBothThemes, launch, pickerAnswers, test } from './app-fixture';
import { goTo, importEnded, keepRecoveryKey, nameFields, rows } from './desk';

// What would break here: a backup that is none, one that only its own computer can open, and a restore that brings back who was erased.
test('a backup is made and verified, somebody is erased, and it is restored on another computer with the recovery key', async ({
  start,
  profile,
}) => {
  const vault = path.join(profile, 'vault');
  mkdirSync(vault);
  const { app, window, errors, close } = await start();
  await nameFields(window);
  await window.getByRole('button', { name: 'Continue' }).click();
  const recoveryKey = await keepRecoveryKey(window);
  await pickerAnswers(app, [writeCv(profile, 'Ilse Brandt'), writeCv(profile, 'Marco Conti')]);
  await window.getByRole('button', { name: 'Choose files…' }).click();
  await importEnded(window);

  // Into a folder of one's own, made, listed, and looked through.
  await goTo(window, 'Settings');
  await window.getByRole('link', { name: 'Backup' }).click();
  await expect(window.getByText('None yet')).toBeVisible();
  await inBothThemes(window, 'settings-backup-none');
  await pickerAnswers(app, [vault]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(window.getByText(vault)).toBeVisible();
  await window.getByRole('button', { name: 'Back up now' }).click();
  const list = window.getByRole('list', { name: 'Backups' });
  await expect(list.getByRole('listitem')).toHaveCount(1, { timeout: 20_000 });
  await expect(list).toContainText('2 candidates, 0 jobs, 2 files');
  await list.getByRole('button', { name: 'Verify' }).click();
  await expect(window.getByText('Everything in it is as it was made')).toBeVisible();
  await inBothThemes(window, 'settings-backup');

  // What a restore would do here, and it is not done.
  await list.getByRole('button', { name: 'Restore…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Restore a backup' });
  await expect(dialog.getByText('Nothing of that is deleted')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Restore', exact: true })).toBeDisabled();
  await inBothThemes(window, 'backup-restore');
  await window.keyboard.press('Escape');

  // Erased after the backup was made.
  await goTo(window, 'Candidates');
  await rows(window).filter({ hasText: 'Ilse Brandt' }).dblclick();
  await window.getByRole('tab', { name: 'Privacy' }).click();
  await window.getByRole('button', { name: 'Erase…' }).click();
  const erasing = window.getByRole('dialog', { name: 'Erase a candidate' });
  await erasing.getByLabel('Reason').fill('Asked for by letter');
  await erasing.getByLabel(/^Type “Ilse Brandt”/).fill('ilse brandt');
  await erasing.getByRole('button', { name: 'Erase for good' }).click();
  await expect(window.getByText('1 candidate was erased')).toBeVisible();
  expect(errors).toEqual([]);
  await close();

  const elsewhere = mkdtempSync(path.join(tmpdir(), 'longlist-e2e-'));
  const there = await launch(elsewhere, 'typed');
  try {
    const { window: other } = there;
    await pickerAnswers(there.app, [vault]);
    await other.getByRole('button', { name: 'Restore a backup…' }).click();
    await expect(other.getByText('No backups found there')).toBeVisible();
    await inBothThemes(other, 'first-run-restore');
    await other.getByRole('button', { name: 'Choose folder…' }).click();
    await other.getByRole('button', { name: 'Choose', exact: true }).click();
    await other.getByRole('button', { name: 'Use the recovery key' }).click();
    await other.getByLabel('Recovery key').fill(recoveryKey);
    await inBothThemes(other, 'first-run-restore-key');
    await other.keyboard.press('Enter');
    await expect(other.getByText('“Northwind Talent” will be as it was')).toBeVisible();
    await other.getByRole('button', { name: 'Restore', exact: true }).press('Enter');
    await goTo(other, 'Candidates');
    await expect(rows(other)).toHaveCount(1);
    await rows(other).filter({ hasText: 'Marco Conti' }).dblclick();
    await expect(other.getByText('Led the night shift.').first()).toBeVisible();
    await goTo(other, 'Settings');
    await other.getByRole('link', { name: 'Backup' }).click();
    await expect(other.getByText('One person was erased again.')).toBeVisible();
    expect(there.errors).toEqual([]);
  } finally {
    await there.close();
    rmSync(elsewhere, { recursive: true, force: true, maxRetries: 5 });
  }
});

function writeCv(profile: string, name: string): string {
  const file = path.join(profile, `${name}.txt`);
  const mail = name.toLowerCase().replace(' ', '.');
  writeFileSync(
    file,
    `${name}\nWarehouse Lead\nEmail: ${mail}@example.org\n\nExperience\nWarehouse Lead, Northern Freight Ltd\nJanuary 2019 - March 2023\nLed the night shift.\n\nSkills\nForklift, Inventory management\n`,
  );
  return file;
}
