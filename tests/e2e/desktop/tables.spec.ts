import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inBothThemes, pickerAnswers, test } from './app-fixture';
import { goTo, nameWorkspace, rows } from './desk';

// People from another system: columns, a look at every row, in, back out with one key, and to a file again.

test('a table comes in by its columns after a look, is taken back, and goes out again', async ({
  start,
  profile,
}) => {
  const { app, window, errors } = await start();
  await nameWorkspace(window);
  await window.getByRole('button', { name: 'Skip for now' }).click();
  await goTo(window, 'Import');
  await window.getByRole('link', { name: 'From a table or another system' }).press('Enter');
  await inBothThemes(window, 'tables-start');

  const file = path.join(profile, 'old-system.csv');
  writeFileSync(
    file,
    [
      'Vorname;Nachname;E-Mail;Kürzel;Firma;Kenntnisse',
      ...Array.from(
        { length: 40 },
        (_, at) => `Person${at};Muster;p${at}@example.org;P${at};Beispiel AG;"Rust, Go"`,
      ),
      'Person3;Muster;p3@example.org;;;Ada',
      ';;;X;;',
    ].join('\n'),
  );
  await pickerAnswers(app, [file]);
  await window.getByRole('button', { name: 'Choose file…' }).press('Enter');
  const mapping = window.getByRole('table', { name: 'Where the columns go' });
  await expect(mapping.getByRole('row')).toHaveCount(7);
  await expect(window.getByRole('button', { name: /Semicolon/ })).toBeVisible();
  await inBothThemes(window, 'tables-columns');
  await mapping.getByRole('button', { name: /Kürzel/ }).press('ArrowDown');
  await window.getByRole('option', { name: 'Tags' }).press('Enter');

  await window.getByRole('button', { name: 'See what would happen' }).press('Enter');
  await expect(window.getByRole('tab', { name: /^All 42/ })).toBeVisible();
  await expect(window.getByRole('tab', { name: /^New 40/ })).toBeVisible();
  await window.getByRole('tab', { name: /^Updated 1/ }).click();
  await expect(window.getByText('The person of row 5 of this table.')).toBeVisible();
  await inBothThemes(window, 'tables-check');
  await window.getByRole('tab', { name: /^Left out 1/ }).click();
  await expect(window.getByText('Neither a name nor an address')).toBeVisible();

  await window.getByRole('button', { name: 'Import 41 rows' }).press('Enter');
  await expect(window.getByText('Imported', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(window.getByText('40 new · 1 updated · 1 left out')).toBeVisible();
  await expect(window.getByRole('link', { name: 'Person0 Muster' })).toBeVisible();
  await inBothThemes(window, 'tables-done');
  const leftOut = path.join(profile, 'left-out.csv');
  await pickerAnswers(app, [leftOut]);
  await window.getByRole('button', { name: 'Save what was left out…' }).press('Enter');
  await expect(window.getByText('1 row saved')).toBeVisible();
  expect(readFileSync(leftOut, 'utf8')).toContain('43,');

  await goTo(window, 'Candidates');
  await expect(rows(window).first()).toBeVisible();
  await window.getByRole('grid').focus();
  await window.keyboard.press('ControlOrMeta+a');
  await window.getByRole('button', { name: 'More', exact: true }).last().press('Enter');
  await window.getByRole('menuitemcheckbox', { name: /Export/ }).click();
  await expect(window.getByRole('dialog', { name: 'Export 40 candidates' })).toBeVisible();
  await inBothThemes(window, 'tables-export');
  const out = path.join(profile, 'out.xlsx');
  await pickerAnswers(app, [out]);
  await window.getByRole('button', { name: 'Export…' }).press('Enter');
  await expect(window.getByText('40 candidates exported')).toBeVisible();
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');

  await window.keyboard.press('ControlOrMeta+z');
  await expect(window.getByText('Undone: imported 41 rows of a table')).toBeVisible({
    timeout: 30_000,
  });
  await expect(window.getByText('No candidates yet')).toBeVisible();
  expect(errors).toEqual([]);
});

test('a file that is no table says so, and nothing comes in', async ({ start, profile }) => {
  const { app, window } = await start();
  await nameWorkspace(window);
  await window.getByRole('button', { name: 'Skip for now' }).click();
  await goTo(window, 'Import');
  await window.getByRole('link', { name: 'From a table or another system' }).click();
  const file = path.join(profile, 'picture.csv');
  writeFileSync(file, Buffer.from('89504e470d0a1a0a0000000d4948445200010203', 'hex'));
  await pickerAnswers(app, [file]);
  await window.getByRole('button', { name: 'Choose file…' }).click();
  await expect(window.getByRole('alert')).toContainText('This is no table');
  await inBothThemes(window, 'tables-refused');
});
