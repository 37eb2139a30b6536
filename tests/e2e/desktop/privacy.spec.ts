import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, inBothThemes, pickerAnswers, type RunningApp, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows } from './desk';

// What is held on a person and for how long: consent, a hold, a rule, quarantine, a data request, and erasing for good.

test('consent, hold, rule, quarantine, data request and erasure of a candidate on screen', async ({
  start,
  profile,
}) => {
  const files = ['Ilse Brandt', 'Marco Conti'].map((name) => writeCv(profile, name));
  const { app, window, errors } = await start();
  await nameWorkspace(window);
  await pickerAnswers(app, files);
  await window.getByRole('button', { name: 'Choose files…' }).click();
  await importEnded(window);
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(2);
  await rows(window).filter({ hasText: 'Ilse Brandt' }).dblclick();
  await window.getByRole('tab', { name: 'Privacy' }).click();

  // Consent with an end; as long as the workspace says where nobody chooses.
  const consent = window.getByRole('region', { name: 'Consent and lawful basis' });
  await expect(consent).toContainText('Nothing is recorded');
  await consent.getByRole('button', { name: 'Set basis' }).click();
  await consent.getByLabel('Given on').fill('2026-01-31');
  await expect(consent.getByLabel('Until')).toHaveValue('2028-01-31');
  await consent.getByRole('button', { name: 'Save' }).click();
  await expect(consent).toContainText('until January 31, 2028');

  // A hold takes the way to erasing away.
  const hold = window.getByRole('region', { name: 'Legal hold' });
  await hold.getByRole('button', { name: 'Place a hold' }).click();
  await hold.getByLabel('Why are they kept?').fill('Claim at the labour court');
  await hold.getByRole('button', { name: 'Place a hold' }).click();
  await expect(hold).toContainText('placed by Robin Hale');
  await expect(window.getByRole('button', { name: 'Erase…' })).toBeDisabled();
  await inBothThemes(window, 'privacy-panel');
  await hold.getByRole('button', { name: 'Release hold' }).click();

  // Everything held on them, in one file.
  const bundle = path.join(profile, 'request.zip');
  await pickerAnswers(app, [bundle]);
  await window.getByRole('button', { name: 'Data request…' }).click();
  await expect(window.getByText(/^Saved: \d+ records, 1 file/)).toBeVisible();
  expect(existsSync(bundle)).toBe(true);
  expect(readFileSync(bundle).includes('index.html')).toBe(true);

  // A rule says before it is saved whom it would take.
  await goTo(window, 'Settings');
  await window.getByRole('link', { name: 'Privacy' }).click();
  await window.getByRole('button', { name: 'Add a rule' }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Two years');
  await expect(
    window.getByText(/Today 0 candidates would go into quarantine; 2 are kept/),
  ).toBeVisible();
  await inBothThemes(window, 'privacy-settings');
  await window.getByRole('button', { name: 'Save' }).click();
  await expect(window.getByText('at most 730 days')).toBeVisible();
  await window.getByRole('button', { name: 'Apply the rules now' }).click();
  await expect(window.getByText('0 put into quarantine, 0 erased, 0 waiting')).toBeVisible();

  // Out of all lists, and brought back as before.
  await openPerson(window, 'Marco Conti');
  const retention = window.getByRole('region', { name: 'Retention' });
  await retention.getByRole('button', { name: 'Put into quarantine' }).click();
  await retention.getByLabel('Why do they go?').fill('No reply for a year');
  await retention.getByRole('button', { name: 'Put into quarantine' }).click();
  await expect(retention).toContainText('In quarantine until');
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(1);
  await command(window, 'Open Privacy');
  const list = window.getByRole('list', { name: 'Quarantine' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await inBothThemes(window, 'privacy-quarantine');
  await list.getByRole('button', { name: 'Release' }).click();
  await expect(window.getByText('Nobody is in quarantine')).toBeVisible();
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(2);

  // Consent that ends soon stands on Today, and among what privacy has to be done about.
  await openPerson(window, 'Marco Conti');
  await consent.getByRole('button', { name: 'Set basis' }).click();
  await consent.getByLabel('Given on').fill('2025-02-03');
  await consent.getByLabel('Until').fill(inDays(9));
  await consent.getByRole('button', { name: 'Save' }).click();
  await goTo(window, 'Today');
  await expect(window.getByText(/consent/i).first()).toBeVisible();
  await expect(window.getByRole('link', { name: 'Marco Conti' })).toBeVisible();
  await inBothThemes(window, 'today-consent');
  await command(window, 'Open Privacy');
  for (const tab of ['Consent', 'Legal holds', 'Search log']) {
    await window.getByRole('tab', { name: tab }).click();
    if (tab === 'Consent') await expect(window.getByText('Marco Conti')).toBeVisible();
    await inBothThemes(window, `privacy-${tab.toLowerCase().replace(' ', '-')}`);
  }

  // Erased for good, once the name is typed.
  await openPerson(window, 'Ilse Brandt');
  await window.getByRole('button', { name: 'Erase…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Erase a candidate' });
  await expect(dialog.getByRole('region', { name: 'This goes' })).toContainText('CVs1');
  const erase = dialog.getByRole('button', { name: 'Erase for good' });
  await expect(erase).toBeDisabled();
  await dialog.getByLabel('Reason').fill('Asked for by letter');
  await dialog.getByLabel(/^Type “Ilse Brandt”/).fill('ilse brandt');
  await inBothThemes(window, 'privacy-erase');
  await erase.click();
  await expect(window.getByText('1 candidate was erased')).toBeVisible();
  await expect(rows(window)).toHaveCount(1);

  // They come in again, and a person decides.
  await goTo(window, 'Import');
  await pickerAnswers(app, [files[0] ?? '']);
  await window.getByRole('button', { name: 'Choose files…' }).first().click();
  await importEnded(window);
  await command(window, 'Open Privacy');
  await window.getByRole('tab', { name: 'Came in again' }).click();
  const returned = window.getByRole('list', { name: 'Came in again' });
  await expect(returned.getByRole('listitem')).toHaveCount(1);
  await inBothThemes(window, 'privacy-came-in-again');
  await returned.getByRole('button', { name: 'Keep out' }).click();
  await expect(window.getByText('Nobody came in again')).toBeVisible();
  await window.getByRole('tab', { name: 'Erased' }).click();
  await expect(window.getByText('Asked for by letter')).toBeVisible();
  await inBothThemes(window, 'privacy-erased');

  // A row of a table is kept out too, until somebody lets them in again.
  const table = path.join(profile, 'people.csv');
  writeFileSync(table, 'Name,Email\nIlse Brandt,ilse.brandt@example.org');
  await openTable(app, window, table);
  await expect(window.getByRole('tab', { name: /^Left out 1/ })).toBeVisible();
  await expect(
    window.getByText('Somebody who was erased came in again: the row is left out.'),
  ).toBeVisible();
  await command(window, 'Open Privacy');
  await window.getByRole('tab', { name: 'Erased' }).click();
  const letIn = window.getByRole('button', { name: 'Let in again' });
  await letIn.click();
  await expect(window.getByText('They come in as anybody does from now on')).toBeVisible();
  await expect(letIn).toHaveCount(0);
  await openTable(app, window, table);
  await window.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(window.getByText('Imported', { exact: true })).toBeVisible();
  await goTo(window, 'Candidates');
  await expect(rows(window).filter({ hasText: 'Ilse Brandt' })).toHaveCount(1);
  expect(errors).toEqual([]);
});

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function openPerson(window: Page, name: string): Promise<void> {
  await goTo(window, 'Candidates');
  await rows(window).filter({ hasText: name }).dblclick();
  await window.getByRole('tab', { name: 'Privacy' }).click();
}

/** Opens a table and looks what would become of its rows. */
async function openTable(app: RunningApp['app'], window: Page, file: string): Promise<void> {
  await goTo(window, 'Import');
  await window.getByRole('link', { name: 'From a table or another system' }).click();
  await pickerAnswers(app, [file]);
  await window.getByRole('button', { name: 'Choose file…' }).click();
  await window.getByRole('button', { name: 'See what would happen' }).click();
}

async function command(window: Page, name: string): Promise<void> {
  await window.keyboard.press('ControlOrMeta+k');
  await window.keyboard.type(name);
  await window.getByRole('menuitem', { name }).first().click();
}

function writeCv(profile: string, name: string): string {
  const file = path.join(profile, `${name}.txt`);
  const mail = name.toLowerCase().replace(' ', '.');
  writeFileSync(
    file,
    `${name}\nWarehouse Lead\nEmail: ${mail}@example.org\n\nExperience\nWarehouse Lead, Northern Freight Ltd\nJanuary 2019 - March 2023\nLed the night shift.\n\nSkills\nForklift, Inventory management\n`,
  );
  return file;
}
