import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  COMMAND_LINE,
  expect,
  inBothThemes,
  pickerAnswers,
  SAMPLES,
  test,
  withKey,
} from './app-fixture';
import { goTo, importEnded, rows, search } from './desk';
import {
  accountMenu,
  addUser,
  BEN,
  nameSharedWorkspace,
  ROBIN,
  type SignIn,
  signIn,
  signInFirst,
} from './people-desk';

// One laptop, six people: an administrator, two recruiters, a client's hiring manager, an interviewer and an auditor. Each sees what docs/access.md says; somebody
// else checks the audit log; whoever takes the folder has nothing.

const CLEO: SignIn = {
  name: 'Cleo Marsh',
  email: 'cleo@example.org',
  password: 'seven amber kettles hum',
};
const DANA: SignIn = {
  name: 'Dana Whitlock',
  email: 'dana@example.org',
  password: 'eleven paper boats at dusk',
};
const INES: SignIn = {
  name: 'Ines Calloway',
  email: 'ines@example.org',
  password: 'four brass gulls on a roof',
};
const ARNO: SignIn = {
  name: 'Arno Felding',
  email: 'arno@example.org',
  password: 'two slate hens by the weir',
};
const OF_BEN = ['Amara Okonjo-Hartley', 'Callum Braithwaite', 'Zainab Qureshi-Malone'];
const OF_CLEO = ['Tobias Achterberg-Lowe', 'Priyanka Raghunathan'];

test('six people share a laptop, each sees their own part, and a stranger nothing', async ({
  profile,
  start,
}) => {
  const longlist = (who: SignIn, ...args: readonly string[]): string =>
    execFileSync(process.execPath, [COMMAND_LINE, ...args], {
      encoding: 'utf8',
      env: {
        ...withKey(),
        LONGLIST_WORKSPACE: path.join(profile, 'workspace'),
        LONGLIST_USER: who.email,
        LONGLIST_PASSWORD: who.password,
      },
    });

  // The administrator lets two recruiters in; each brings CVs of their own.
  const first = await start();
  await nameSharedWorkspace(first.window, ROBIN);
  await first.window.getByRole('button', { name: 'Skip for now' }).click();
  await accountMenu(first.window, ROBIN.name, 'People and roles');
  const ofBen = await addUser(first.window, BEN);
  await first.window.getByRole('button', { name: 'Passed on' }).click();
  const ofCleo = await addUser(first.window, CLEO);
  await first.window.getByRole('button', { name: 'Passed on' }).click();
  await accountMenu(first.window, ROBIN.name, 'Switch user');
  await signInFirst(first.window, BEN, ofBen);
  await importFolder(first, 'Manchester');
  await accountMenu(first.window, BEN.name, 'Switch user');
  await signInFirst(first.window, CLEO, ofCleo);
  await importFolder(first, 'London');
  await first.close();

  const job = path.join(profile, 'job.json');
  writeFileSync(
    job,
    JSON.stringify({ client: 'Harbour Clinic', title: 'Ward nurse', status: 'open' }),
  );
  longlist(BEN, 'job', 'add', job);
  const passwordOf = (who: SignIn, role: string, ...more: readonly string[]): string => {
    const named = ['user', 'add', who.email, '--name', who.name, '--role', role];
    const added = longlist(ROBIN, ...named, ...more, '--json');
    return (JSON.parse(added) as { readonly oneTimePassword: string }).oneTimePassword;
  };
  const ofDana = passwordOf(DANA, 'client_user', '--client', 'Harbour Clinic');
  const ofInes = passwordOf(INES, 'interviewer');
  const ofArno = passwordOf(ARNO, 'auditor');

  // A recruiter has their own, finds nobody else's, and puts one forward.
  const { app, window, errors, close } = await start();
  await signIn(window, BEN.email, BEN.password);
  await expectCandidates(window, OF_BEN);
  await search(window, 'solicitor');
  await expect(window.getByText('0 candidates found')).toBeVisible();
  await search(window, 'nurse');
  await rows(window).getByText('Amara Okonjo-Hartley', { exact: true }).first().click();
  await window.getByRole('tab', { name: /^Applications/ }).click();
  await window.getByRole('button', { name: 'Put on a job' }).click();
  await window.getByRole('button', { name: /Begin at$/ }).click();
  await window.getByRole('option', { name: 'Shortlisted' }).click();
  await window.getByRole('button', { name: 'Put 1 candidate on the job' }).click();
  await expect(window.getByText('1 candidate put on “Ward nurse”')).toBeVisible();

  // So has the other, who sees nothing of the job either; the command line says the same.
  await accountMenu(window, BEN.name, 'Switch user');
  await signIn(window, CLEO.email, CLEO.password);
  await expectCandidates(window, OF_CLEO);
  await goTo(window, 'Jobs');
  await expect(window.getByText('Ward nurse')).toHaveCount(0);
  expect(longlist(CLEO, 'search', 'nurse', '--json')).not.toContain('Okonjo');
  expect(longlist(BEN, 'search', 'nurse', '--json')).toContain('Okonjo');

  // The hiring manager sees who was put forward on their job, and no other place of the desk.
  await accountMenu(window, CLEO.name, 'Switch user');
  await signInFirst(window, DANA, ofDana);
  await expectCandidates(window, ['Amara Okonjo-Hartley']);
  for (const place of ['Import', 'Audit', 'Clients']) {
    await expect(window.getByRole('navigation').getByRole('link', { name: place })).toHaveCount(0);
  }
  await inBothThemes(window, 'client-user-candidates');
  await rows(window).getByText('Amara Okonjo-Hartley', { exact: true }).first().click();
  await expect(window.getByRole('heading', { level: 1, name: /Okonjo/ })).toBeVisible();
  await inBothThemes(window, 'client-user-candidate');

  // They post a job of their own client, who stands in the form, and judge whom they were shown: nothing else is offered on the board.
  await goTo(window, 'Jobs');
  await window.getByRole('button', { name: 'New job' }).click();
  await expect(window.getByLabel('Client', { exact: true })).toHaveValue('Harbour Clinic');
  await expect(window.getByLabel('Client', { exact: true })).not.toBeEditable();
  await expect(window.getByRole('button', { name: 'From a template' })).toHaveCount(0);
  await window.getByRole('button', { name: 'Paste a description' }).click();
  await window.getByRole('dialog').getByRole('textbox').fill('Theatre nurse\nLeeds');
  await window.getByRole('button', { name: 'Read it' }).click();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.getByLabel('Job title').fill('Theatre nurse');
  await inBothThemes(window, 'client-user-new-job');
  await window.getByRole('button', { name: 'Save and open' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Theatre nurse' })).toBeVisible();
  await expect(window.getByRole('button', { name: /^Client: / })).toHaveCount(0);
  await window.getByRole('button', { name: /^Department/ }).click();
  await window.getByLabel('Department').fill('Theatre 2');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Department: Theatre 2. Edit' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  await goTo(window, 'Jobs');
  await window.getByRole('link', { name: 'Ward nurse' }).click();
  await window.getByRole('link', { name: 'Board', exact: true }).click();
  await window.getByRole('listitem', { name: /Okonjo/ }).click();
  const bar = window.getByRole('toolbar');
  await expect(bar.getByRole('button', { name: 'Reject', exact: true })).toBeEnabled();
  await expect(bar.getByRole('button', { name: 'Withdraw', exact: true })).toHaveCount(0);
  await bar.getByRole('button', { name: 'Move to' }).click();
  await expect(window.getByRole('menu').getByText('Interviewing')).toBeVisible();
  await expect(window.getByRole('menu').getByText('In review')).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'Columns of this board' })).toHaveCount(0);
  await inBothThemes(window, 'client-user-board');
  await window.keyboard.press('Escape');

  // Who works on the job, and how, is the desk's: they read it.
  await window.getByRole('link', { name: 'Brief', exact: true }).click();
  await expect(window.getByText('Recruiters')).toBeVisible();
  await expect(window.getByRole('button', { name: /^(Add recruiter|Remove )/ })).toHaveCount(0);
  await inBothThemes(window, 'client-user-brief');
  await window.getByRole('button', { name: 'More about this job' }).click();
  await expect(window.getByRole('menuitem')).toHaveText(['Duplicate the job']);
  await window.keyboard.press('Escape');
  await window.getByRole('link', { name: 'Matches', exact: true }).click();
  const ranked = window.getByRole('table', { name: 'Candidates by score' });
  await ranked.getByText('Amara Okonjo-Hartley').click();
  const why = window.getByRole('complementary', { name: 'Why this score' });
  await expect(why.getByText('A score is advice, never a decision.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Put on the job' })).toHaveCount(0);
  await expect(window.getByRole('slider', { name: 'Notify from score' })).toHaveCount(0);
  await inBothThemes(window, 'client-user-matches');
  await window.getByRole('link', { name: 'Shortlist', exact: true }).click();
  await expect(window.getByRole('list', { name: 'Shortlist' }).getByRole('listitem')).toHaveCount(
    1,
  );
  await expect(window.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await inBothThemes(window, 'client-user-shortlist');
  await window.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(window.getByText('added a job')).toBeVisible();
  await goTo(window, 'Pipeline');
  await goTo(window, 'Today');

  // An interviewer who is on no job finds none and makes none; an auditor has the audit log alone.
  await accountMenu(window, DANA.name, 'Switch user');
  await signInFirst(window, INES, ofInes);
  await goTo(window, 'Jobs');
  await expect(window.getByText('No jobs yet')).toBeVisible();
  await expect(window.getByRole('button', { name: 'New job' })).toHaveCount(0);
  await goTo(window, 'Pipeline');
  await goTo(window, 'Today');
  await accountMenu(window, INES.name, 'Switch user');
  await signInFirst(window, ARNO, ofArno);
  for (const place of ['Jobs', 'Pipeline', 'Candidates', 'Import', 'Reports', 'Clients']) {
    await expect(window.getByRole('navigation').getByRole('link', { name: place })).toHaveCount(0);
  }

  // The administrator has everybody, and takes the audit log out.
  await accountMenu(window, ARNO.name, 'Switch user');
  await signIn(window, ROBIN.email, ROBIN.password);
  await expectCandidates(window, [...OF_BEN, ...OF_CLEO]);
  await goTo(window, 'Audit');
  // Nobody was offered what is refused them.
  await expect(window.getByText('signed in').first()).toBeVisible();
  await expect(window.getByText('tried what their role does not allow')).toHaveCount(0);
  const log = path.join(profile, 'audit.jsonl');
  await pickerAnswers(app, [log]);
  await window.getByRole('button', { name: 'Export' }).click();
  await window.getByRole('menuitem', { name: 'JSONL, for a verifier' }).click();
  await expect(window.getByText(/saved$/)).toBeVisible();
  expect(errors).toEqual([]);
  await close();

  // An auditor elsewhere has the file and nothing else; a changed entry is named.
  const elsewhere = path.join(profile, 'elsewhere');
  mkdirSync(elsewhere);
  const verify = (file: string) =>
    spawnSync(process.execPath, [COMMAND_LINE, 'audit', 'verify', file], {
      encoding: 'utf8',
      cwd: elsewhere,
      env: { PATH: process.env['PATH'] ?? '', HOME: elsewhere },
    });
  expect(verify(log)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Unbroken: /) });
  const lines = readFileSync(log, 'utf8').split('\n');
  const nth = lines.findIndex((line) => line.includes('application.created'));
  lines[nth] = String(lines[nth]).replace('application.created', 'application.removed');
  const changed = path.join(elsewhere, 'changed.jsonl');
  writeFileSync(changed, lines.join('\n'));
  const named = expect.stringMatching(new RegExp(`^BROKEN at .*\\b${nth + 1}\\b`));
  expect(verify(changed)).toMatchObject({ status: 1, stdout: named });

  // Whoever has the folder, but no key, reads no name, no words of a CV and no password.
  const words = [...OF_BEN, ...OF_CLEO, 'Okonjo', 'Harbour Clinic', BEN.email, BEN.password];
  expect(holders(path.join(profile, 'workspace'), words)).toEqual([]);
  const { PATH } = process.env;
  const stranger = spawnSync(process.execPath, [COMMAND_LINE, 'search', 'nurse'], {
    encoding: 'utf8',
    env: { PATH, HOME: elsewhere, LONGLIST_WORKSPACE: path.join(profile, 'workspace') },
  });
  expect(stranger).toMatchObject({ status: 1, stdout: '' });
});

async function importFolder(
  { app, window }: { readonly app: Parameters<typeof pickerAnswers>[0]; readonly window: Page },
  folder: string,
): Promise<void> {
  await goTo(window, 'Import');
  await pickerAnswers(app, [path.join(SAMPLES, folder)]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await importEnded(window);
}

/** The whole list, and the count above it. */
async function expectCandidates(window: Page, names: readonly string[]): Promise<void> {
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(names.length);
  for (const name of names) await expect(rows(window).filter({ hasText: name })).toHaveCount(1);
  const count = names.length === 1 ? '1 candidate' : `${names.length} candidates`;
  await expect(window.getByText(count, { exact: true })).toBeVisible();
}

/** Files in which one of the words stands, as it is or in UTF-16. */
const holders = (dir: string, words: readonly string[]): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const held = readFileSync(file);
      return words.some(
        (word) => held.includes(word) || held.includes(Buffer.from(word, 'utf16le')),
      );
    });
