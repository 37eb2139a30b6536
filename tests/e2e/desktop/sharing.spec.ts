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
import {
  accountMenu,
  addUser,
  BEN,
  nameSharedWorkspace,
  ROBIN,
  signIn,
  signInFirst,
} from './people-desk';

const NAME = 'Amara Okonjo-Hartley';

const IVY = {
  name: 'Ivy Sato',
  email: 'ivy@example.org',
  password: 'seven slow barges going north',
};

// What would break here: a door that lets somebody see more, and a screen that offers what would be refused.
test('an administrator shares a candidate with a recruiter and an interviewer, who see that one and are offered what they may', async ({
  start,
}) => {
  const { app, window, errors } = await start();
  await nameSharedWorkspace(window, ROBIN);
  await pickerAnswers(app, [path.join(SAMPLES, 'Manchester')]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await importEnded(window);

  await accountMenu(window, ROBIN.name, 'People and roles');
  const bensFirst = await addUser(window, BEN);
  await window.getByRole('button', { name: 'Passed on' }).click();
  const ivysFirst = await addUser(window, IVY, 'Interviewer');
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
  await dialog.getByRole('button', { name: /With/ }).click();
  await window.getByRole('option', { name: /Ivy Sato/ }).click();
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await inBothThemes(window, 'sharing-dialog');
  await window.keyboard.press('Escape');

  // A job that the recruiter is not on.
  await goTo(window, 'Jobs');
  await window.getByRole('main').getByRole('button', { name: 'New job' }).last().click();
  await window.getByLabel('Job title').fill('Ward manager');
  await window.getByRole('combobox', { name: 'Client' }).fill('Harbour Clinic');
  await window.getByRole('button', { name: 'Save and open' }).click();
  await expect(window.getByRole('button', { name: 'Status: Open' })).toBeVisible();
  const job = await window.evaluate(() => globalThis.location.hash);

  // The recruiter sees that one, who says by whom and how far, and has no other way to anybody.
  await accountMenu(window, ROBIN.name, 'Switch user');
  await signInFirst(window, BEN, bensFirst);
  for (const tab of ['', '/matches', '/board', '/shortlist', '/activity']) {
    await window.evaluate((hash) => {
      globalThis.location.hash = hash;
    }, `${job}${tab}`);
    await expect(window.getByText('This job is not there')).toBeVisible();
    await expect(window.getByText('It was deleted, or you are not on it.')).toBeVisible();
    await expect(window.getByText('Ward manager')).toHaveCount(0);
  }
  await screenshot(window, 'sharing-job-not-there');
  await window.getByRole('main').getByRole('button').click();
  await expect(window.getByText('No jobs yet')).toBeVisible();
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(1);
  await expect(rows(window).first()).toContainText(NAME);
  await expect(rows(window).first()).toContainText('Shared');
  await expectAccessible(window, 'sharing-list');
  await screenshot(window, 'sharing-list');
  await rows(window).getByText(NAME, { exact: true }).first().click();
  await expect(window.getByText('Shared by Robin Hale: View, until revoked')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Share', exact: true })).toHaveCount(0);
  const changes = ['Archive', 'Tag', 'List', 'Note', 'Add to Skills', 'Edit Name'];
  for (const name of changes) {
    await expect(window.getByRole('button', { name, exact: true }), name).toHaveCount(0);
  }
  await window.getByRole('tab', { name: 'Timeline' }).click();
  await inBothThemes(window, 'sharing-page');

  // An interviewer is not at the desk: no lists, no import, no timeline, nothing to choose people for.
  await accountMenu(window, BEN.name, 'Switch user');
  await signInFirst(window, IVY, ivysFirst);
  const rail = window.getByRole('navigation');
  await expect(rail.getByRole('link', { name: 'Candidates' })).toBeVisible();
  for (const name of ['Import', 'Clients', 'Reports', 'History', 'Audit']) {
    await expect(rail.getByRole('link', { name }), name).toHaveCount(0);
  }
  await goTo(window, 'Today');
  // Only that somebody was shared with them.
  await expect(window.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expect(window.getByRole('main').getByRole('button', { name: /not read/ })).toBeVisible();
  await goTo(window, 'Jobs');
  await expect(window.getByRole('button', { name: 'New job' })).toHaveCount(0);
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(1);
  await expect(window.getByRole('checkbox', { name: 'Select all' })).toHaveCount(0);
  await window.keyboard.press('x');
  await expect(window.getByText('1 selected')).toHaveCount(0);
  await screenshot(window, 'guest-list');
  await rows(window).getByText(NAME, { exact: true }).first().click();
  await expect(window.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await expect(window.getByRole('tab', { name: 'Timeline' })).toHaveCount(0);
  await expect(window.getByRole('tab', { name: 'Privacy' })).toHaveCount(0);
  for (const name of changes) {
    await expect(window.getByRole('button', { name, exact: true }), name).toHaveCount(0);
  }
  await window.getByRole('tab', { name: 'Applications' }).click();
  await expect(window.getByRole('button', { name: 'Put on a job' })).toHaveCount(0);
  await inBothThemes(window, 'guest-page');

  // Nothing that was only looked at was refused on the way.
  await accountMenu(window, IVY.name, 'Switch user');
  await signIn(window, ROBIN.email, ROBIN.password);
  await goTo(window, 'Audit');
  await expect(window.getByText('signed in').first()).toBeVisible();
  await expect(window.getByText('tried what their role does not allow')).toHaveCount(0);
  expect(errors).toEqual([]);
});
