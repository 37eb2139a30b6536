import { expect, type Page } from '@playwright/test';
import { keepRecoveryKey } from './desk';

// What people do who share one computer, in words that several tests share.

export interface SignIn {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}
export const ROBIN: SignIn = {
  name: 'Robin Hale',
  email: 'robin@example.org',
  password: 'violet lantern over quiet harbour',
};
export const BEN: SignIn = {
  name: 'Ben Ruiz',
  email: 'ben@example.org',
  password: 'nine copper owls by the mill',
};

/** The first run of a desk that is signed in to: `who` is its administrator. */
export async function nameSharedWorkspace(window: Page, who: SignIn): Promise<void> {
  await window.getByLabel('Name of the workspace').fill('Northwind Talent');
  await window.getByLabel('Your name').fill(who.name);
  await window.getByLabel('E-mail').fill(who.email);
  await choosePassword(window, who.password);
  await window.getByRole('button', { name: 'Continue' }).click();
  await keepRecoveryKey(window);
}

export async function choosePassword(window: Page, password: string): Promise<void> {
  await window.getByLabel('New password').fill(password);
  await window.getByLabel('The same again').fill(password);
}

export const account = (window: Page, name: string) =>
  window.getByRole('button', { name: `Account of ${name}` });

export async function accountMenu(window: Page, name: string, item: string): Promise<void> {
  await account(window, name).click();
  await window.getByRole('menuitem', { name: item }).click();
}

/** As an administrator, in People and roles. Gives back the one-time password. */
export async function addUser(
  window: Page,
  who: Pick<SignIn, 'name' | 'email'>,
  role: 'Recruiter' | 'Interviewer' | 'Sourcer' = 'Recruiter',
): Promise<string> {
  await window.getByRole('button', { name: 'Add user' }).click();
  await window.getByLabel('Name', { exact: true }).fill(who.name);
  await window.getByLabel('E-mail').fill(who.email);
  if (role !== 'Recruiter') {
    await window.getByRole('button', { name: /Role$/ }).click();
    await window.getByRole('option', { name: role, exact: true }).click();
  }
  await window.getByRole('button', { name: 'Add user' }).click();
  return window.getByTestId('one-time-password').innerText();
}

export async function signIn(window: Page, email: string, password: string): Promise<void> {
  await window.getByLabel('E-mail').fill(email);
  await window.getByLabel('Password').fill(password);
  await window.getByRole('button', { name: 'Sign in' }).click();
}

/** The first time, with the one-time password: they choose their own. */
export async function signInFirst(window: Page, who: SignIn, oneTime: string): Promise<void> {
  await signIn(window, who.email, oneTime);
  await window.getByLabel('One-time password').fill(oneTime);
  await choosePassword(window, who.password);
  await window.getByRole('button', { name: 'Save and go on' }).click();
  await expect(account(window, who.name)).toBeVisible();
}
