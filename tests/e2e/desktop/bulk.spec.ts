import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectAccessible, inBothThemes, pickerAnswers, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows, search } from './desk';

// Some hundred people at once: tagged, put on a list, taken back with one key, found in the history, looked at as they were.

test.use({ actionTimeout: 8000 });

const PEOPLE = 240;
const WELDERS = 160;

test('all of a search are tagged with one deed and untagged with one key; the past is shown as it was', async ({
  start,
  profile,
}) => {
  const { app, window, errors } = await start();
  await nameWorkspace(window);
  await pickerAnswers(app, [writeCvs(path.join(profile, 'cvs'))]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await importEnded(window);

  await goTo(window, 'Candidates');
  await search(window, 'welding ');
  await expect(window.getByText(`${WELDERS} candidates found`)).toBeVisible();
  await window.getByRole('checkbox', { name: 'Select all' }).press('Space');
  const bar = window.locator('#bulk-actions');
  await expect(bar).toContainText(String(WELDERS));
  await expectAccessible(window, 'list with a selection');

  // A preview first, in the place of the buttons; Escape leaves everything as it is.
  await bar.getByRole('button', { name: 'Tag' }).click();
  await window.getByRole('searchbox', { name: 'Add a tag' }).fill('Hot pool');
  await window.getByRole('menuitemcheckbox', { name: 'New tag “Hot pool”' }).click();
  await expect(bar).toContainText(`Add the tag “Hot pool” to ${WELDERS} candidates`);
  await expect(bar).toContainText('and 155 more');
  await inBothThemes(window, 'bulk-preview');
  await expect(bar.getByRole('button', { name: 'Add tag' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByText(`“Hot pool” added to ${WELDERS} candidates`)).toBeVisible();
  await inBothThemes(window, 'bulk-done');

  // One key takes all of it back, another does it again.
  await rows(window).first().focus();
  await window.keyboard.press('Control+z');
  await expect(window.getByText(`Undone: added a tag to ${WELDERS} candidates`)).toBeVisible();
  await expect(rows(window).first()).not.toContainText('Hot pool');
  await window.keyboard.press('Control+Shift+Z');
  await expect(window.getByText(`Done again: added a tag to ${WELDERS} candidates`)).toBeVisible();
  await expect(rows(window).first()).toContainText('Hot pool');

  // A list, made on the way, and reached by name.
  await bar.getByRole('button', { name: 'List', exact: true }).click();
  await window.getByRole('searchbox', { name: 'Put on a list' }).fill('Yard');
  await window.getByRole('menuitemcheckbox', { name: 'New list “Yard”' }).click();
  await expect(bar.getByRole('button', { name: 'Put on list' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByText(`${WELDERS} candidates put on “Yard”`)).toBeVisible();
  await window.keyboard.press('Control+k');
  await window.keyboard.type('Go to list Yard');
  await window.getByRole('menuitem', { name: /Go to list “Yard”/ }).click();
  await expect(window.getByRole('row', { name: /Yard/ })).toBeVisible();

  // The history: each deed once, with its number and its way back.
  await expect(window.getByRole('dialog', { name: 'Commands' })).toHaveCount(0);
  await window.keyboard.press('g');
  await window.keyboard.press('h');
  const history = window.getByRole('table', { name: 'History' });
  const listed = history.getByRole('row').filter({ hasText: 'put 160 candidates on a list' });
  await expect(listed).toHaveCount(1);
  await expect(listed).toContainText('Yard');
  await expect(history.getByRole('row').filter({ hasText: 'did again' })).toHaveCount(1);
  await inBothThemes(window, 'history');
  await listed.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(listed.last()).toContainText('Undone');
  await window.getByRole('button', { name: /Kind/ }).press('Enter');
  await window.getByRole('option', { name: 'Imports' }).press('Enter');
  await expect(history.getByRole('row').filter({ hasText: 'tag' })).toHaveCount(0);

  // As it was: before the tag there was none.
  await window.evaluate(() => {
    location.hash = '#/candidates?q=welding';
  });
  await rows(window)
    .first()
    .getByText(/Anna|Boris|Clara|David|Elena|Frank|Greta|Henry|Irina|Jonas|Karen|Lucas/)
    .first()
    .click();
  await window.getByRole('tab', { name: 'Timeline' }).click();
  await inBothThemes(window, 'timeline-past');
  await window.getByRole('link', { name: 'See as it was then' }).last().click();
  await expect(window.getByText('Nothing can be changed here')).toBeVisible();
  await expect(window.getByText('Hot pool')).toHaveCount(0);
  await expect(window.getByRole('button', { name: /^Edit/ })).toHaveCount(0);
  await inBothThemes(window, 'candidate-past');
  await window.getByRole('button', { name: 'Later' }).click();
  await expect(window.getByText('Hot pool')).toBeVisible();
  await window.getByLabel('Day', { exact: true }).fill('2020-01-01');
  await expect(window.getByText(/Not here yet/)).toBeVisible();
  await window.getByRole('button', { name: 'Back to today' }).first().press('Enter');
  await expect(window.getByRole('tab', { name: 'Timeline' })).toBeVisible();
  expect(errors).toEqual([]);
});

/** A folder of CVs of invented people, two thirds of whom weld. */
function writeCvs(dir: string): string {
  mkdirSync(dir, { recursive: true });
  for (let n = 0; n < PEOPLE; n++) {
    const name = `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length)]}`;
    const trade = n < WELDERS ? 'welding of hulls' : 'baking of bread';
    const lines = [
      name,
      'Fitter',
      `Email: p${n}@example.org`,
      '',
      'Experience',
      'Fitter, Example Works Ltd',
      'January 2019 - March 2023',
      `Did the ${trade}.`,
      '',
      `Number ${n}`,
    ];
    writeFileSync(path.join(dir, `cv-${n}.txt`), lines.join('\n'));
  }
  return dir;
}

const FIRST = 'Anna Boris Clara David Elena Frank Greta Henry Irina Jonas Karen Lucas'.split(' ');
const LAST =
  'Lindqvist Petrov Meier Hughes Novak Brandt Olsen Fischer Moreau Rossi Keller Jansen Larsen Weber Schmidt Dubois Nowak Horvat Costa Murphy'.split(
    ' ',
  );
