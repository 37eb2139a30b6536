import type { Page } from '@playwright/test';
import { expect, expectAccessible, screenshot, test } from './app-fixture';
import { nameWorkspace } from './desk';

// Clients, contacts and jobs: made, changed in place, moved from state to state and taken back, by keyboard alone.

test('a job is made for a new client, edited, opened, duplicated and undone, by keyboard alone', async ({
  start,
}) => {
  const { window, errors } = await start();
  await nameWorkspace(window);
  await window.getByRole('button', { name: 'Skip for now' }).press('Enter');
  await window.setViewportSize({ width: 1024, height: 700 });

  await keys(window, 'g', 'j');
  await expect(window.getByText('No jobs yet')).toBeVisible();
  await inBothThemes(window, 'jobs-empty');
  await window.getByRole('main').getByRole('button', { name: 'New job' }).last().press('Enter');

  // The form: what contradicts itself is refused in words, nothing is lost.
  await expect(window.getByLabel('Job title')).toBeFocused();
  await window.getByLabel('Job title').fill('Backend developer <img onerror>');
  await window.getByRole('combobox', { name: 'Client' }).fill('Northwind Robotics');
  await expect(window.getByText('Northwind Robotics is new')).toBeVisible();
  await window.keyboard.press('Escape');
  await window.getByLabel('Location').fill('Leeds, UK');
  await window.getByLabel('Years, at least').fill('5');
  await window.getByLabel('Years, at most').fill('3');
  await window.getByLabel('Salary from').fill('50,000');
  await window.getByLabel('Currency').fill('gbp');
  await addSkill(window, 'Add a must-have', 'kuber', 'Kubernetes');
  await addSkill(window, 'Add a must-have', 'Zorbing with llamas', null);
  await addSkill(window, 'Add a nice-to-have', 'typescr', 'TypeScript');
  await window.getByRole('button', { name: 'Save and open' }).press('Enter');
  await expect(
    window.getByText('The least years of experience are more than the most.'),
  ).toBeVisible();
  await inBothThemes(window, 'jobs-new');
  await window.getByLabel('Years, at most').fill('8');
  await window.getByRole('button', { name: 'Save and open' }).press('Enter');

  // The brief.
  await expect(
    window.getByRole('heading', { name: 'Backend developer <img onerror>' }),
  ).toBeVisible();
  await expect(window.getByRole('button', { name: 'Status: Open' })).toBeVisible();
  await expect(window.getByText('£50,000')).toBeVisible();
  await window.getByRole('button', { name: /^Department/ }).press('Enter');
  await window.getByLabel('Department').fill('Platform');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Department: Platform. Edit' })).toBeFocused();
  await window.getByRole('button', { name: /^Years, at most/ }).press('Enter');
  await window.getByLabel('Years, at most').fill('2');
  await window.keyboard.press('Enter');
  await expect(window.getByText('The least years of experience are more')).toBeVisible();
  await window.keyboard.press('Escape');
  const must = window.getByRole('region', { name: 'Must-haves' }).getByRole('listitem');
  await expect(must).toHaveCount(2);
  await window.getByRole('button', { name: 'Move Zorbing with llamas up' }).press('Enter');
  await expect(must.first()).toContainText('Zorbing with llamas');
  await window.keyboard.press('Alt+ArrowDown');
  await window.keyboard.press('Alt+ArrowDown');
  await expect(must).toHaveCount(1);
  await window.getByLabel('Least years of Kubernetes').fill('4');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Skills saved').first()).toBeVisible();
  await inBothThemes(window, 'jobs-brief');

  // Only legal moves are offered, and each can be taken back.
  await window.getByRole('button', { name: 'Status: Open' }).press('Enter');
  await expect(window.getByRole('menuitem')).toHaveText([
    'Set to On hold',
    'Set to Filled',
    'Set to Closed',
  ]);
  await window.getByRole('menuitem', { name: 'Set to Filled' }).press('Enter');
  await expect(window.getByRole('button', { name: 'Status: Filled' })).toBeVisible();
  await window.keyboard.press('ControlOrMeta+z');
  await expect(window.getByRole('button', { name: 'Status: Open' })).toBeVisible();

  // A field of this workspace's own.
  await keys(window, 'g', 's');
  await window.getByRole('link', { name: 'Custom fields' }).press('Enter');
  await window.getByRole('radio', { name: 'Jobs' }).press('Space');
  await window.getByRole('button', { name: 'Add a field' }).press('Enter');
  await window.getByLabel('Name', { exact: true }).fill('Fee percentage');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Edit Fee percentage' })).toBeVisible();
  await inBothThemes(window, 'jobs-custom-fields');
  await keys(window, 'g', 'j');
  await window.getByRole('link', { name: 'Backend developer <img onerror>' }).press('Enter');
  await window.getByRole('button', { name: /^Fee percentage/ }).press('Enter');
  await window.getByRole('textbox', { name: 'Fee percentage' }).fill('20 % of a year');
  await window.keyboard.press('Enter');
  await expect(window.getByText('20 % of a year')).toBeVisible();
  await keys(window, '9');
  await expect(window.getByText('Fee percentage:')).toBeVisible();
  await expect(window.getByText('Place: 2 → 1').first()).toBeVisible();
  await expect(
    window.getByText('moved a job').or(window.getByText('Filled')).first(),
  ).toBeVisible();
  await inBothThemes(window, 'jobs-activity');
  await keys(window, '3');
  await expect(window.getByRole('link', { name: 'Board' })).toHaveAttribute('aria-current', 'page');
  await inBothThemes(window, 'jobs-board');
  await keys(window, '4');
  await expect(window.getByRole('link', { name: 'Shortlist' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await inBothThemes(window, 'jobs-shortlist');
  await keys(window, '1');

  // The command bar reaches what the page can do.
  await command(window, 'save as template');
  await expect(window.getByRole('dialog', { name: 'Save as template' })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByText('Template kept')).toBeVisible();
  await expect(window.getByRole('dialog', { name: 'Save as template' })).toHaveCount(0);
  await command(window, 'duplicate the job');
  await expect(window.getByRole('button', { name: 'Status: Draft' })).toBeVisible();

  // The list: narrowed, sorted, changed in place.
  await keys(window, 'g', 'j');
  await expect(window.getByText('2 jobs')).toBeVisible();
  await window.getByRole('button', { name: 'Priority: Medium' }).first().press('Enter');
  await window.getByRole('menuitem', { name: 'Urgent' }).press('Enter');
  await expect(window.getByRole('button', { name: 'Priority: Urgent' })).toBeVisible();
  await window
    .getByRole('main')
    .getByRole('button', { name: 'Status', exact: true })
    .press('Enter');
  await window.getByRole('checkbox', { name: 'Draft' }).press('Space');
  await window.keyboard.press('Escape');
  await expect(window.getByText('1 job', { exact: true })).toBeVisible();
  await window.getByRole('button', { name: 'Views' }).press('Enter');
  await window.getByLabel('Keep this view as').fill('Drafts');
  await window.keyboard.press('Enter');
  await expect(window.getByText('View kept')).toBeVisible();
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await expect(window.getByText('2 jobs')).toBeVisible();
  await inBothThemes(window, 'jobs-list');
  await window.getByRole('searchbox', { name: 'Search jobs' }).fill('leeds');
  await expect(window.getByText('2 jobs')).toBeVisible();
  await window.getByRole('searchbox', { name: 'Search jobs' }).fill('nobody looks for this');
  await expect(window.getByText('No job is like this')).toBeVisible();
  expect(errors).toEqual([]);
});

test('a client has contacts, jobs and an off-limits reason, and is not deleted with a job', async ({
  start,
}) => {
  const { window, errors } = await start();
  await nameWorkspace(window);
  await window.getByRole('button', { name: 'Skip for now' }).press('Enter');
  await window.setViewportSize({ width: 1024, height: 700 });

  await keys(window, 'g', 'l');
  await expect(window.getByText('No clients yet')).toBeVisible();
  await inBothThemes(window, 'clients-empty');
  await window.getByRole('main').getByRole('button', { name: 'New client' }).last().press('Enter');
  await window.getByLabel('Company').fill('Müller & Söhne GmbH');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Müller & Söhne GmbH' })).toBeVisible();

  await window.getByRole('button', { name: 'Add contact' }).press('Enter');
  await window.getByLabel('Name', { exact: true }).fill('Cora Klein');
  await window.getByLabel('Title').fill('Head of engineering');
  await window.getByLabel('E-mail').fill('cora@example.org');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Cora Klein')).toBeVisible();
  await window.getByRole('button', { name: /^Industry/ }).press('Enter');
  await window.getByLabel('Industry').fill('Machines');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Industry: Machines. Edit' })).toBeVisible();
  await window.getByRole('switch', { name: 'Off limits' }).press('Space');
  await window.getByLabel('Why off limits').fill('Fee agreement until 2027');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Fee agreement until 2027')).toBeVisible();

  await window.getByRole('main').getByRole('button', { name: 'New job' }).first().press('Enter');
  await expect(window.getByRole('combobox', { name: 'Client' })).toHaveValue('Müller & Söhne GmbH');
  await window.getByLabel('Job title').fill('Welder');
  await window.getByRole('button', { name: 'Save as draft' }).press('Enter');
  await expect(window.getByRole('button', { name: 'Status: Draft' })).toBeVisible();
  await window.getByRole('button', { name: 'Add hiring manager' }).press('Enter');
  await window.getByRole('menuitem', { name: 'Cora Klein' }).press('Enter');
  await expect(window.getByText('Cora Klein · Head of engineering')).toBeVisible();
  await window.getByRole('main').getByRole('link', { name: 'Müller & Söhne GmbH' }).press('Enter');
  await expect(window.getByRole('link', { name: 'Welder' })).toBeVisible();
  await inBothThemes(window, 'clients-page');

  await window.getByRole('button', { name: 'More about this client' }).press('Enter');
  await window.getByRole('menuitem', { name: 'Delete the client' }).press('Enter');
  await expect(window.getByText('It was not deleted; make it inactive instead.')).toBeVisible();
  await window.getByRole('tab', { name: 'Activity' }).press('Enter');
  await expect(window.getByText('Fee agreement until 2027')).toBeVisible();
  await inBothThemes(window, 'clients-activity');
  await window.getByRole('tab', { name: /Put forward/ }).press('Enter');
  await expect(window.getByText('Nobody was put forward yet')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('row').last()).toContainText('Müller & Söhne GmbH');
  await inBothThemes(window, 'clients-list');
  expect(errors).toEqual([]);
});

async function keys(window: Page, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await window.keyboard.press(key);
}

async function command(window: Page, name: string): Promise<void> {
  await window.keyboard.press('ControlOrMeta+k');
  await expect(window.getByPlaceholder('Type the name of a command')).toBeFocused();
  await window.keyboard.type(name);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'Commands' })).toHaveCount(0);
}

/** Types a skill; takes the one that is offered, or the words as they are. */
async function addSkill(
  window: Page,
  field: string,
  typed: string,
  offered: string | null,
): Promise<void> {
  const box = window.getByRole('combobox', { name: field });
  await box.fill(typed);
  if (offered !== null) {
    await expect(window.getByRole('option', { name: offered, exact: true })).toBeVisible();
    await window.keyboard.press('ArrowDown');
  }
  await window.keyboard.press('Enter');
  await expect(box).toHaveValue('');
}

/** Looks at a screen in both themes: no failure of accessibility, and a picture of each. */
async function inBothThemes(window: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    await expectAccessible(window, `${name} (${theme})`, theme === 'dark' ? 'colours' : 'all');
    await screenshot(window, `${name}-${theme}`);
  }
  await window.emulateMedia({ colorScheme: 'light' });
}
