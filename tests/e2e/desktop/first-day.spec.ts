import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, pickerAnswers, SAMPLES, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows, search } from './desk';

// The whole way of a new user, in one window and then in a second one after a restart.

test('from an empty profile to a found, corrected candidate that is still there tomorrow', async ({
  start,
  profile,
}) => {
  const first = await start();
  const { app, window, errors } = first;

  await nameWorkspace(window);
  await pickerAnswers(app, [SAMPLES]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await importEnded(window);
  await expect(window.getByText('55 of 55', { exact: false }).first()).toBeVisible();

  await goTo(window, 'Candidates');
  await expect(window.getByText('53 candidates')).toBeVisible();

  // Words from deep inside a CV, as a phrase and with an exclusion.
  await search(window, 'nurse -electrician');
  await expect(rows(window).filter({ hasText: 'Okonjo-Hartley' })).toBeVisible();
  await expect(rows(window).filter({ hasText: 'Braithwaite' })).toHaveCount(0);
  await search(window, 'okonjo');
  await expect(rows(window)).toHaveCount(1);

  await rows(window).first().getByText('Amara Okonjo-Hartley', { exact: true }).first().click();
  await expect(window.getByRole('heading', { name: 'Amara Okonjo-Hartley' })).toBeVisible();

  // Clicking a field shows its place on the page of the original.
  await expect(window.locator('canvas').first()).toBeVisible();
  const overview = window.getByRole('tabpanel', { name: 'Overview' });
  await overview.getByRole('button', { name: 'amara.okonjo@example.org', exact: true }).click();
  await expect(window.getByText(/is marked on page 1/)).toBeAttached();

  await editHeadline(window, 'Ward Sister, Cardiology');
  await expect(window.getByText('Ward Sister, Cardiology').first()).toBeVisible();
  await expect(window.getByText(/Robin Hale, /).first()).toBeVisible();

  await window.keyboard.press('ControlOrMeta+z');
  await expect(window.getByText('Ward Sister, Cardiology')).toHaveCount(0);

  await editHeadline(window, 'Ward Sister');
  await expect(window.getByText('Ward Sister', { exact: true }).first()).toBeVisible();

  await window.getByRole('tab', { name: 'Notes' }).click();
  await window.getByRole('textbox', { name: 'Note' }).fill('Called: can start in March.');
  await window.getByRole('button', { name: 'Add note' }).click();
  await expect(window.getByText('Called: can start in March.')).toBeVisible();

  const copy = path.join(profile, 'saved.pdf');
  await pickerAnswers(app, [copy]);
  await window.getByRole('tab', { name: 'Files' }).click();
  await window.getByRole('button', { name: 'Download' }).first().click();
  await expect(window.getByText(/was saved$/)).toBeVisible();
  const original = path.join(SAMPLES, 'Manchester', 'Okonjo-Hartley Amara - Staff Nurse.pdf');
  expect(readFileSync(copy).equals(readFileSync(original))).toBe(true);

  expect(errors).toEqual([]);
  await first.close();

  const { window: tomorrow } = await start();
  await expect(rows(tomorrow).first()).toBeVisible();
  await search(tomorrow, 'okonjo');
  await expect(rows(tomorrow)).toHaveCount(1);
  await expect(rows(tomorrow).first()).toContainText('Ward Sister');
  await rows(tomorrow)
    .first()
    .getByText('Amara Okonjo-Hartley', { exact: true })
    .first()
    .dblclick();
  await tomorrow.getByRole('tab', { name: 'Notes' }).click();
  await expect(tomorrow.getByText('Called: can start in March.')).toBeVisible();
  await tomorrow.getByRole('tab', { name: 'Timeline' }).click();
  await expect(tomorrow.getByText('undone').first()).toBeVisible();
});

/** The pencil of a field shows while the pointer is over it. */
async function editHeadline(window: Page, text: string): Promise<void> {
  await window.getByText('Headline', { exact: true }).hover();
  await window.getByRole('button', { name: 'Edit Headline' }).click();
  await window.getByRole('textbox', { name: 'Headline' }).fill(text);
  await window.keyboard.press('Enter');
}
