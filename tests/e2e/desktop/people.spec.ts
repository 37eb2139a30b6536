import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, expectAccessible, inBothThemes, screenshot, test } from './app-fixture';
import { goTo, keepRecoveryKey } from './desk';
import {
  account,
  accountMenu,
  addUser,
  BEN,
  choosePassword,
  ROBIN,
  signIn,
  signInFirst,
} from './people-desk';

const IVY = {
  name: 'Ivy Sato',
  email: 'ivy@example.org',
  password: 'seven slow barges going north',
};

const leave = async (window: Page, name: string): Promise<void> => {
  await accountMenu(window, name, 'Sign out');
  await expect(window.getByRole('heading', { name: 'Sign in' })).toBeVisible();
};

test('an administrator lets a recruiter in, who signs in in two steps until they are let go', async ({
  start,
}) => {
  const { window, errors } = await start();

  // First run: the administrator, with a password.
  await window.getByLabel('Name of the workspace').fill('Northwind Talent');
  await window.getByLabel('Your name').fill('Robin Hale');
  await window.getByLabel('E-mail').fill(ROBIN.email);
  await choosePassword(window, 'Password1234');
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByRole('alert')).toContainText('everybody tries first');
  await choosePassword(window, ROBIN.password);
  await window.getByRole('button', { name: 'Continue' }).click();
  await keepRecoveryKey(window);
  await window.getByRole('button', { name: 'Skip for now' }).click();

  // A recruiter gets in with a one-time password.
  await account(window, 'Robin Hale').click();
  await window.getByRole('menuitem', { name: 'People and roles' }).click();
  const oneTime = await addUser(window, BEN);
  const users = window.getByRole('list', { name: 'Users' }).getByRole('listitem');
  await expect(users.filter({ hasText: 'Ben Ruiz' })).toContainText('Has a one-time password');
  await screenshot(window, 'people-one-time-password');
  await window.getByRole('button', { name: 'Passed on' }).click();
  await expectAccessible(window, 'people-users');
  await window.getByText('Roles', { exact: true }).click();
  await window.getByRole('button', { name: 'Add role' }).click();
  await expectAccessible(window, 'people-role-form');
  await window.getByLabel('Name of the role').fill('Sourcer');
  await window.getByText('Take lists out as files').click();
  await window.getByText('Edit clients').click();
  await window.getByRole('button', { name: 'Add role' }).click();
  await expect(window.getByText('Nobody has it')).toBeVisible();
  await inBothThemes(window, 'people-roles');
  await window.getByText('Who may do what', { exact: true }).click();
  const resets = window.getByRole('row', { name: /Manage users/ });
  await expect(resets).toContainText('users.resetPassword');
  await inBothThemes(window, 'people-access');

  // Who has a role of the desk's own that only reads clients is offered no change of one, nor of its contacts.
  await window.getByText('Users', { exact: true }).click();
  const ivysFirst = await addUser(window, IVY, 'Sourcer');
  await window.getByRole('button', { name: 'Passed on' }).click();
  await goTo(window, 'Clients');
  await window.getByRole('main').getByRole('button', { name: 'New client' }).last().click();
  await window.getByLabel('Company').fill('Harbour Clinic');
  await window.getByRole('button', { name: 'Save' }).click();
  await window.getByRole('button', { name: 'Add contact' }).click();
  await window.getByLabel('Name', { exact: true }).fill('Mo Adler');
  await window.getByRole('button', { name: 'Save' }).click();
  await expect(window.getByRole('button', { name: 'Edit Mo Adler' })).toBeVisible();
  await leave(window, 'Robin Hale');
  await signInFirst(window, IVY, ivysFirst);
  await goTo(window, 'Clients');
  await window.getByRole('link', { name: 'Harbour Clinic' }).click();
  await expect(window.getByText('Mo Adler')).toBeVisible();
  for (const name of [/Mo Adler/, 'Add contact', /Edit$/, 'More about this client']) {
    await expect(window.getByRole('button', { name })).toHaveCount(0);
  }
  await screenshot(window, 'people-client-read-only');
  await leave(window, IVY.name);
  await signIn(window, ROBIN.email, ROBIN.password);

  // They choose a password before anything else, and see nothing of what is not theirs.
  await account(window, 'Robin Hale').click();
  await window.getByRole('menuitem', { name: 'Switch user' }).click();
  await expect(window.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await inBothThemes(window, 'people-sign-in');
  await signIn(window, BEN.email, oneTime);
  await window.getByLabel('One-time password').fill(oneTime);
  await choosePassword(window, BEN.password);
  await screenshot(window, 'people-choose-password');
  await window.getByRole('button', { name: 'Save and go on' }).click();
  await account(window, 'Ben Ruiz').click();
  await expect(window.getByRole('menuitem', { name: 'My account' })).toBeVisible();
  await expect(window.getByRole('menuitem', { name: 'People and roles' })).toHaveCount(0);

  // Two-step sign-in, with the code an app would show.
  await window.getByRole('menuitem', { name: 'My account' }).click();
  await window.getByRole('button', { name: 'Set up' }).click();
  await window.getByLabel('Own password').fill(BEN.password);
  await window.getByRole('button', { name: 'Next' }).click();
  const secret = (await window.getByTestId('totp-secret').innerText()).replace(/\s/g, '');
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await inBothThemes(window, 'people-two-step');
  await window.getByLabel('Code that the app shows now').fill(totp.generate());
  await window.getByRole('button', { name: 'Turn on' }).click();
  await expect(
    window.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem'),
  ).toHaveCount(10);
  await screenshot(window, 'people-recovery-codes');
  await window.getByRole('button', { name: 'They are kept safe' }).click();
  await expect(window.getByText('10 recovery codes left')).toBeVisible();
  await window.keyboard.press('Escape');
  await leave(window, 'Ben Ruiz');

  await signIn(window, BEN.email, 'not the password at all');
  await expect(window.getByRole('alert')).toContainText('Nobody was signed in');
  await signIn(window, BEN.email, BEN.password);
  // The code of this step was used to turn it on; that of the next one is taken too.
  await window.getByLabel('Code').fill(totp.generate({ timestamp: Date.now() + 30_000 }));
  await window.keyboard.press('Enter');
  await expect(account(window, 'Ben Ruiz')).toBeVisible();
  await leave(window, 'Ben Ruiz');

  // Let go: nothing of it works any more, and the record stays.
  await signIn(window, ROBIN.email, ROBIN.password);
  await account(window, 'Robin Hale').click();
  await window.getByRole('menuitem', { name: 'People and roles' }).click();
  await window.getByRole('button', { name: 'What to do with Ben Ruiz' }).click();
  await window.getByRole('menuitem', { name: 'Deactivate' }).click();
  await expect(users.filter({ hasText: 'Ben Ruiz' })).toContainText('Deactivated');
  await leave(window, 'Robin Hale');
  await signIn(window, BEN.email, BEN.password);
  await expect(window.getByRole('alert')).toContainText('Nobody was signed in');
  expect(errors).toEqual([]);
});
