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
import { goTo, importEnded, rows } from './desk';
import { accountMenu, addUser, BEN, nameSharedWorkspace, ROBIN, signInFirst } from './people-desk';

const NAME = 'Amara Okonjo-Hartley';

test('an administrator shares a candidate with a recruiter, who sees that one and nobody else', async ({
  start,
}) => {
  test.setTimeout(120_000);
  const { app, window, errors } = await start();
  await nameSharedWorkspace(window, ROBIN);
  await pickerAnswers(app, [path.join(SAMPLES, 'Manchester')]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await importEnded(window);

  await accountMenu(window, ROBIN.name, 'People and roles');
  const oneTime = await addUser(window, BEN);
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
  await accountMenu(window, ROBIN.name, 'Switch user');
  await signInFirst(window, BEN, oneTime);
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
