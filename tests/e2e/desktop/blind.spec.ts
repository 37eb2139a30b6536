import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  COMMAND_LINE,
  expect,
  expectAccessible,
  inBothThemes,
  pickerAnswers,
  SAMPLES,
  screenshot,
  test,
  withKey,
} from './app-fixture';
import { goTo, importEnded, rows, search } from './desk';
import { textOfPdf } from './pdf-text';
import { accountMenu, addUser, BEN, nameSharedWorkspace, ROBIN, signInFirst } from './people-desk';

const NAME = 'Amara Okonjo-Hartley';
/** What of her may reach the recruiter in no message, on no screen and in no title. */
const TELLING = ['amara', 'okonjo', 'hartley', '900142', 'salford', 'staff nurse.pdf'];

/** Everything the core answers from the next page on, as it comes through the window's port. */
async function listen(window: Page): Promise<void> {
  await window.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const write = (data: unknown): void => {
      heard.push(typeof data === 'string' ? data : (JSON.stringify(data) ?? ''));
    };
    // As it is in every window; reading it by its name alone keeps it unbound on purpose.
    const add = Reflect.get(EventTarget.prototype, 'addEventListener') as (
      this: MessagePort,
      ...asked: Parameters<MessagePort['addEventListener']>
    ) => void;
    MessagePort.prototype.addEventListener = function (
      this: MessagePort,
      ...asked: Parameters<MessagePort['addEventListener']>
    ) {
      if (asked[0] === 'message') {
        add.call(this, 'message', (event) => write('data' in event ? event.data : null));
      }
      add.apply(this, asked);
    };
  });
}

const told = (text: string): readonly string[] =>
  TELLING.filter((one) => text.toLowerCase().includes(one));

test('a recruiter reviews blind: nothing that reaches their window tells who somebody is', async ({
  profile,
  start,
}) => {
  const { app, window, errors } = await start();
  await nameSharedWorkspace(window, ROBIN);
  await pickerAnswers(app, [path.join(SAMPLES, 'Manchester')]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await importEnded(window);
  await accountMenu(window, ROBIN.name, 'People and roles');
  const oneTime = await addUser(window, BEN);
  await window.getByRole('button', { name: 'Passed on' }).click();
  await goTo(window, 'Candidates');
  await rows(window).getByText(NAME, { exact: true }).first().click();
  await window.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = window.getByRole('dialog', { name: `Share ${NAME}` });
  await dialog.getByRole('button', { name: /May/ }).click();
  await window.getByRole('option', { name: 'Edit' }).click();
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog.getByRole('listitem')).toContainText('Ben Ruiz');
  await window.keyboard.press('Escape');

  // The administrator hides who people are from recruiters, and goes on seeing it.
  await goTo(window, 'Settings');
  await window.getByRole('link', { name: 'Privacy' }).click();
  await window.getByText('Recruiters', { exact: true }).click();
  await expect(window.getByRole('switch', { name: 'Recruiters' })).toBeChecked();
  await inBothThemes(window, 'blind-settings');
  await expect(window.getByText('Blind review', { exact: true })).toHaveCount(1);
  await goTo(window, 'Candidates');
  await expect(rows(window).getByText(NAME, { exact: true })).toBeVisible();

  // The recruiter sees the work and not the person.
  await listen(window);
  await accountMenu(window, ROBIN.name, 'Switch user');
  await signInFirst(window, BEN, oneTime);
  // Every screen is there for them.
  await goTo(window, 'Today');
  await expect(window.getByRole('heading', { name: 'Today' })).toBeVisible();
  for (const place of ['Import', 'History', 'Jobs'] as const) {
    await goTo(window, place);
    await expect(window.getByRole('heading', { name: place, level: 1 })).toBeVisible();
    // A table would be refused: it is not offered.
    if (place === 'Import')
      await expect(window.getByRole('link', { name: /table/i })).toHaveCount(0);
  }
  const job = await newJob(window);
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(1);
  await expect(rows(window).first()).toContainText(/Candidate [0-9A-F]{5}/);
  await expect(window.getByText('Blind review', { exact: true })).toBeVisible();
  await expectAccessible(window, 'blind-list');
  await screenshot(window, 'blind-list');
  await search(window, 'name:nobody ward');
  await expect(window.getByText('name:nobody is not searched in blind review')).toBeVisible();
  await search(window, 'nurse');
  await expect(rows(window)).toHaveCount(1);
  await rows(window).first().click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(/Candidate [0-9A-F]{5}/);
  const id = /candidates\/([0-9a-f-]{36})/.exec(window.url())?.[1] ?? '';
  const cv = window.getByRole('region', { name: 'CV.pdf' });
  await expect(cv).toContainText('EMPLOYMENT HISTORY');
  await expect(cv).toContainText('██████');
  await expect(window.getByText('Hidden for blind review').first()).toBeVisible();
  await expect(window.getByRole('button', { name: /^Edit/ })).toHaveCount(0);
  await inBothThemes(window, 'blind-page');
  for (const tab of ['Timeline', 'Notes', 'Files']) {
    await window.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    expect(told(await window.locator('body').innerText())).toEqual([]);
  }
  await expect(window.getByRole('button', { name: 'Download' })).toHaveCount(0);
  await screenshot(window, 'blind-files');
  const files = await workOnJob(app, window, profile, job);
  for (const text of files) expect(told(text)).toEqual([]);
  await window.evaluate(() => {
    location.hash = '#/duplicates';
  });
  await expect(window.getByText('which is hidden from your role')).toBeVisible();
  expect(told(await window.title())).toEqual([]);
  expect(told(await window.content())).toEqual([]);
  const heard = await window.evaluate(() =>
    String(Object.getOwnPropertyDescriptor(globalThis, 'heard')?.value),
  );
  expect(heard).toMatch(/Candidate [0-9A-F]{5}/);
  expect(told(heard)).toEqual([]);
  // No screen asks for what it would be refused.
  expect(heard).not.toContain('Blind review is on for your role');

  // Nor does the command line.
  const shown = execFileSync(process.execPath, [COMMAND_LINE, 'show', id, '--json'], {
    encoding: 'utf8',
    env: {
      ...withKey(),
      LONGLIST_WORKSPACE: path.join(profile, 'workspace'),
      LONGLIST_USER: BEN.email,
      LONGLIST_PASSWORD: BEN.password,
    },
  });
  expect(shown).toMatch(/Candidate [0-9A-F]{5}/);
  expect(told(shown)).toEqual([]);
  expect(errors).toEqual([]);
});

/** A job of the recruiter's own. */
async function newJob(window: Page): Promise<string> {
  const title = 'Ward nurse';
  await window.getByRole('main').getByRole('button', { name: 'New job' }).last().click();
  await window.getByLabel('Job title').fill(title);
  await window.getByRole('combobox', { name: 'Client' }).fill('Harbour Clinic');
  await window.getByRole('button', { name: 'Save and open' }).click();
  await expect(window.getByRole('button', { name: 'Status: Open' })).toBeVisible();
  return title;
}

/** From the candidate's page onto the job, its ranking, board and shortlist; gives back what was put into files. */
async function workOnJob(
  app: Parameters<typeof pickerAnswers>[0],
  window: Page,
  profile: string,
  job: string,
): Promise<readonly string[]> {
  await window.getByRole('tab', { name: /^Applications/ }).click();
  await window.getByRole('button', { name: 'Put on a job' }).click();
  await window.getByRole('button', { name: /Begin at$/ }).click();
  await window.getByRole('option', { name: 'Shortlisted' }).click();
  await window.getByRole('button', { name: 'Put 1 candidate on the job' }).click();
  await expect(window.getByText(`1 candidate put on “${job}”`)).toBeVisible();
  await goTo(window, 'Jobs');
  // In the list: the words that say that somebody was put on it name the job too.
  await window.getByRole('table', { name: 'Jobs' }).getByRole('link', { name: job }).click();
  const said = /Candidate [0-9A-F]{5}/;
  for (const [tab, isThere] of [
    ['Matches', window.locator('[data-row="0"]')],
    ['Board', window.getByRole('region', { name: /^Shortlisted: / }).getByRole('listitem')],
    ['Shortlist', window.getByRole('list', { name: 'Shortlist', exact: true }).getByRole('link')],
  ] as const) {
    await window.getByRole('link', { name: tab, exact: true }).click();
    if (tab === 'Matches') await window.getByText('Also those on the job').click();
    await expect(isThere.first()).toContainText(said);
    await expect(window.getByText('being prepared')).toHaveCount(0);
    await inBothThemes(window, `blind-${tab.toLowerCase()}`);
    expect(told(await window.locator('body').innerText())).toEqual([]);
  }
  await expect(window.getByRole('columnheader', { name: said })).toBeVisible();
  const [pdf, csv] = [path.join(profile, 'shortlist.pdf'), path.join(profile, 'shortlist.csv')];
  await pickerAnswers(app, [pdf]);
  await window.getByRole('button', { name: 'PDF' }).click();
  await expect(window.getByText(/written to the file/)).toBeVisible();
  await pickerAnswers(app, [csv]);
  await window.getByRole('button', { name: 'CSV' }).click();
  await expect.poll(() => existsSync(csv) && readFileSync(csv, 'utf8')).toMatch(said);
  const printed = await textOfPdf(pdf);
  expect(printed).toMatch(/Candidate[0-9A-F]{5}/);
  await goTo(window, 'Candidates');
  await rows(window).first().click();
  return [printed, readFileSync(csv, 'utf8')];
}
