import type { Page } from '@playwright/test';
import { expect, inBothThemes, test } from './app-fixture';
import { goTo, rows, search } from './desk';

// Fields of the desk's own: made in the settings, filled on the candidate's page, taken back with one key.

test('a field is made, filled, renamed, archived and taken back, by keyboard alone', async ({
  start,
  withSamples,
}) => {
  withSamples();
  const { window, errors } = await start();

  await goTo(window, 'Settings');
  await window.getByRole('link', { name: 'Custom fields' }).click();
  await expect(window.getByText('No custom fields yet')).toBeVisible();
  await inBothThemes(window, 'settings-custom-fields-empty');
  await add(window, 'Salary wish', 'Number');
  await add(window, 'Can start', 'Date');
  await add(window, 'Clearance', 'Choice', 'None\nBasic\nFull');
  await add(window, 'Relocates', 'Yes or no');
  const fields = window.getByRole('list', { name: 'Custom fields' }).getByRole('listitem');
  await expect(fields).toHaveCount(4);
  await window.getByRole('button', { name: 'Move Relocates up' }).press('Enter');
  await expect(fields.nth(2)).toContainText('Relocates');
  await inBothThemes(window, 'settings-custom-fields');
  await window.getByRole('button', { name: 'Edit Clearance' }).press('Enter');
  await expect(window.getByLabel('Name', { exact: true })).toBeFocused();
  await inBothThemes(window, 'settings-custom-fields-edit');
  await window.keyboard.press('Escape');

  await goTo(window, 'Candidates');
  await search(window, 'okonjo');
  await rows(window).first().getByText('Amara Okonjo-Hartley').first().click();
  const section = window.getByRole('region', { name: 'Custom fields' });
  await expect(section).toBeVisible();
  await edit(window, 'Salary wish');
  await window.getByLabel('Salary wish').fill('plenty');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Enter a number, such as 52000 or 7.5.')).toBeVisible();
  await window.getByLabel('Salary wish').fill('52000');
  await window.keyboard.press('Enter');
  await expect(section.getByText('52,000')).toBeVisible();
  await edit(window, 'Can start');
  await window.getByLabel('Can start').fill('2027-03-01');
  await window.keyboard.press('Enter');
  await expect(section.getByText('Mar 1, 2027')).toBeVisible();
  await edit(window, 'Clearance');
  await window
    .getByRole('button', { name: /Clearance/ })
    .last()
    .press('ArrowDown');
  await window.getByRole('option', { name: 'Basic' }).press('Enter');
  await window.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(window.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(section.getByText('Basic')).toBeVisible();
  await edit(window, 'Relocates');
  await inBothThemes(window, 'candidate-custom-fields');
  await window.keyboard.press('Escape');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(section.getByText('Basic')).toHaveCount(0);

  await window.getByRole('tab', { name: 'Timeline' }).click();
  await expect(window.getByText('Salary wish:')).toBeVisible();
  await expect(window.getByText('52,000')).toBeVisible();

  await goTo(window, 'Settings');
  await window.getByRole('link', { name: 'Custom fields' }).click();
  await window.getByRole('button', { name: 'Archive Salary wish' }).press('Enter');
  await expect(fields).toHaveCount(3);
  await expect(window.getByRole('button', { name: 'Offer Salary wish again' })).toBeVisible();
  await window.keyboard.press('ControlOrMeta+z');
  await expect(fields).toHaveCount(4);
  expect(errors).toEqual([]);
});

async function add(window: Page, label: string, kind: string, choices?: string): Promise<void> {
  await window.getByRole('button', { name: 'Add a field' }).click();
  await window.getByLabel('Name', { exact: true }).fill(label);
  await window.getByRole('button', { name: /^Kind|Kind$/ }).click();
  await window.getByRole('option', { name: kind }).click();
  if (choices !== undefined) await window.getByLabel('Choices').fill(choices);
  await window.getByRole('button', { name: 'Save' }).click();
  await expect(window.getByRole('button', { name: `Edit ${label}` })).toBeVisible();
}

const edit = (window: Page, label: string): Promise<void> =>
  window.getByRole('button', { name: `Edit ${label}` }).press('Enter');
