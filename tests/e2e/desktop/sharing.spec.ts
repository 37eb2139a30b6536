import path from 'node:path';
import {
  expect,
  expectAccessible,
  inBothThemes,
  pickerAnswers,
  SAMPLES,
  screenshot,
  test,
} from './app-fixture';
import { goTo, importEnded, keepRecoveryKey, rows } from './desk';

const ROBIN = { email: 'robin@example.org', password: 'violet lantern over quiet harbour' };
const NAME = 'Amara Okonjo-Hartley';
const BEN = { email: 'ben@example.org', password: 'nine copper owls by the mill' };

test('an administrator shares a candidate with a recruiter, who sees that one and nobody else', async ({
  start,
}) => {
  test.setTimeout(120_000);
  const { app, window, errors } = await start();
  const account = (name: string) => window.getByRole('button', { name: `Account of ${name}` });
  const choosePassword = async (password: string): Promise<void> => {
    await window.getByLabel('New password').fill(password);
    await window.getByLabel('The same again').fill(password);
  };

  await window.getByLabel('Name of the workspace').fill('Northwind Talent');
  await window.getByLabel('Your name').fill('Robin Hale');
  await window.getByLabel('E-mail').fill(ROBIN.email);
  await choosePassword(ROBIN.password);
  await window.getByRole('button', { name: 'Continue' }).click();
  await keepRecoveryKey(window);
  await pickerAnswers(app, [path.join(SAMPLES, 'Manchester')]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await importEnded(window);

  await account('Robin Hale').click();
  await window.getByRole('menuitem', { name: 'People and roles' }).click();
  await window.getByRole('button', { name: 'Add user' }).click();
  await window.getByLabel('Name', { exact: true }).fill('Ben Ruiz');
  await window.getByLabel('E-mail').fill(BEN.email);
  await window.getByRole('button', { name: 'Add user' }).click();
  const oneTime = await window.getByTestId('one-time-password').innerText();
  await window.getByRole('button', { name: 'Passed on' }).click();

  // From the candidate's own page.
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(3);
  await rows(window).getByText(NAME, { exact: true }).first().click();
  await window.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = window.getByRole('dialog', { name: `Share ${NAME}` });
  await expect(dialog.getByText('Shared with nobody.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog.getByRole('listitem')).toContainText('Ben Ruiz');
  await expect(dialog.getByRole('listitem')).toContainText('until revoked');
  await inBothThemes(window, 'sharing-dialog');
  await window.keyboard.press('Escape');

  // The recruiter sees that one, who says by whom and how far, and has no other way to anybody.
  await account('Robin Hale').click();
  await window.getByRole('menuitem', { name: 'Switch user' }).click();
  await window.getByLabel('E-mail').fill(BEN.email);
  await window.getByLabel('Password').fill(oneTime);
  await window.getByRole('button', { name: 'Sign in' }).click();
  await window.getByLabel('One-time password').fill(oneTime);
  await choosePassword(BEN.password);
  await window.getByRole('button', { name: 'Save and go on' }).click();
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(1);
  await expect(rows(window).first()).toContainText(NAME);
  await expect(rows(window).first()).toContainText('Shared');
  await expectAccessible(window, 'sharing-list');
  await screenshot(window, 'sharing-list');
  await rows(window).getByText(NAME, { exact: true }).first().click();
  await expect(window.getByText('Shared by Robin Hale: View, until revoked')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Share', exact: true })).toHaveCount(0);
  await inBothThemes(window, 'sharing-page');
  expect(errors).toEqual([]);
});
