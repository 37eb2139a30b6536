import { expect, type Page } from '@playwright/test';

// What a person does at the desk, in words that several tests share.

/** The names of the first run, of a desk that nobody signs in to. */
export async function nameFields(window: Page): Promise<void> {
  await window.getByLabel('Name of the workspace').fill('Northwind Talent');
  await window.getByLabel('Your name').fill('Robin Hale');
  await window.getByText('Nobody else uses this computer').click();
}

export async function nameWorkspace(window: Page): Promise<void> {
  await nameFields(window);
  await window.getByRole('button', { name: 'Continue' }).click();
  await keepRecoveryKey(window);
  await expect(window.getByRole('heading', { name: 'Add CVs' })).toBeVisible();
}

/** Says that the recovery key on screen is written down, and gives it back. */
export async function keepRecoveryKey(window: Page): Promise<string> {
  const key = await window.getByLabel('Recovery key').innerText();
  await window.getByText('I have written it down or printed it').click();
  await window.getByRole('button', { name: 'Continue' }).click();
  return key;
}

/** Waits until the import on screen has ended. OCR takes seconds a page, so this is the slow part of a first run. */
export async function importEnded(window: Page, timeout = 240_000): Promise<void> {
  await expect(window.getByText('Done', { exact: true }).first()).toBeVisible({ timeout });
}

export async function goTo(
  window: Page,
  place:
    | 'Today'
    | 'Candidates'
    | 'Jobs'
    | 'Pipeline'
    | 'Clients'
    | 'Import'
    | 'Reports'
    | 'History'
    | 'Audit'
    | 'Settings',
): Promise<void> {
  await window.getByRole('navigation').getByRole('link', { name: place }).click();
}

export async function search(window: Page, text: string): Promise<void> {
  await window.getByRole('combobox', { name: 'Search candidates' }).fill(text);
}

/** The rows of the candidate table, without its header. */
export const rows = (window: Page) =>
  window
    .getByRole('grid', { name: 'Candidates' })
    .locator('[role="row"][aria-rowindex]:not([aria-rowindex="1"])');
