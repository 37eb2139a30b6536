import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, inBothThemes, pickerAnswers, test } from './app-fixture';
import { makeBoardProfile } from './board-profile';
import { rows } from './desk';

// An interview from its plan to a decision, where the application is looked at and on the screen of all of them, and out as a file.

test.use({ actionTimeout: 8000 });

test('an interview is planned, held and decided, and its application goes with it', async ({
  start,
  profile,
}) => {
  await makeBoardProfile(profile, 6);
  const { app, window, errors } = await start();
  await expect(rows(window).first()).toBeVisible();
  await window.keyboard.press('g');
  await window.keyboard.press('i');
  await expect(window.getByRole('heading', { name: 'Interviews' })).toBeVisible();
  await expect(window.getByText('No interview is planned')).toBeVisible();
  await inBothThemes(window, 'interviews-empty');

  // Planned beside the board, with the clocks of another country.
  await window.keyboard.press('g');
  await window.keyboard.press('p');
  const card = window
    .getByRole('region', { name: /^New: / })
    .getByRole('listitem')
    .first();
  await expect(card).toBeFocused();
  await window.keyboard.press('Space');
  const panel = window.getByRole('complementary', { name: 'Details' });
  const name = await panel.getByRole('link').first().innerText();
  await panel.getByRole('button', { name: 'Plan an interview' }).click();
  const dialog = window.getByRole('dialog', { name: 'Plan an interview' });
  await dialog.getByLabel('Round name').fill('First call');
  await dialog.getByLabel('Date').fill('2031-03-30');
  await dialog.getByLabel('Time', { exact: true }).fill('02:30');
  await dialog.getByLabel('Time zone').fill('Europe/Berlin');
  await window.keyboard.press('Tab');
  await expect(dialog.getByText('The clocks skip this hour on that day.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('Time', { exact: true }).fill('14:30');
  await expect(dialog.getByText(/12:30.*for you/)).toBeVisible();
  await dialog.getByLabel('Meeting link').fill('https://meet.example.org/ward');
  await dialog.getByRole('button', { name: 'Add an interviewer' }).click();
  await window.getByRole('menuitem').first().click();
  await dialog.getByLabel('Instructions').fill('Bring the licence');
  await inBothThemes(window, 'interview-plan');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(window.getByText('Interview planned')).toBeVisible();
  const round = panel.getByRole('article', { name: 'Round 1: First call' });
  await expect(round.getByText('Draft', { exact: true })).toBeVisible();
  // No second round while this one is undecided, and no step that the table does not have.
  await expect(panel.getByRole('button', { name: /^Plan/ })).toHaveCount(0);
  await expect(round.getByRole('button', { name: 'Took place' })).toHaveCount(0);
  await round.getByRole('button', { name: 'Invitation sent' }).click();
  await expect(round.getByText('Scheduled', { exact: true })).toBeVisible();
  await inBothThemes(window, 'interview-application');

  // Nobody came; another time is found, later today.
  const asked = (step: string) => round.getByRole('form', { name: step });
  await round.getByRole('button', { name: 'Did not come' }).click();
  await expect(asked('Did not come').getByRole('textbox')).toBeFocused();
  await window.keyboard.type('Was ill');
  await window.keyboard.press('Enter');
  await expect(round.getByText('Did not come once')).toBeVisible();
  await expect(round.getByText('Was ill')).toBeVisible();
  await round.getByRole('button', { name: 'Reschedule' }).click();
  await asked('Reschedule').getByRole('button', { name: 'Reschedule' }).click();
  await expect(round.getByText('Time to be agreed', { exact: true })).toBeVisible();
  const today = await window.evaluate(() => {
    const [date = ''] = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000)
      .toISOString()
      .split('T');
    return { date, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  });
  await round.getByRole('button', { name: 'Enter the agreed time' }).click();
  const booking = asked('Enter the agreed time');
  await expect(booking.getByRole('button', { name: 'Enter the agreed time' })).toBeDisabled();
  await booking.getByLabel('Date').fill(today.date);
  await booking.getByLabel('Time', { exact: true }).fill('23:59');
  await booking.getByLabel('Time zone').fill(today.zone);
  await window.keyboard.press('Tab');
  await inBothThemes(window, 'interview-booking');
  await booking.getByRole('button', { name: 'Enter the agreed time' }).click();
  await expect(round.getByText('Time agreed', { exact: true })).toBeVisible();
  await round.getByRole('button', { name: 'Cancel the interview' }).click();
  await asked('Cancel the interview').getByRole('button', { name: 'Keep the interview' }).click();
  await round.getByRole('button', { name: 'Invitation sent' }).click();
  await expect(round.getByText('Scheduled', { exact: true })).toBeVisible();

  // Today says as many as the list it opens has.
  await panel.focus();
  await window.keyboard.press('Escape');
  await window.keyboard.press('g');
  await window.keyboard.press('t');
  const line = window.getByRole('listitem').filter({ hasText: 'still to come today' });
  // The number is in the name of what opens the list, for who does not see it beside.
  await line.getByRole('link', { name: '1 interview still to come today', exact: true }).click();
  await expect(window.getByRole('table', { name: 'Interviews' }).getByRole('link')).toHaveCount(1);
  await expect(window.getByText('1 interview', { exact: true })).toBeVisible();

  // On the screen of all of them it waits, takes place, and is decided.
  await window.getByText('All days').click();
  const table = window.getByRole('table', { name: 'Interviews' });
  await expect(table.getByRole('link', { name })).toBeVisible();
  await expect(window.getByText('1 interview', { exact: true })).toBeVisible();
  await table.getByRole('button', { name: /^Details/ }).click();
  const details = window.getByRole('complementary', { name: 'Details' });
  await inBothThemes(window, 'interviews');
  await details.getByRole('button', { name: 'Took place' }).click();
  await expect(window.getByText('No interview is planned')).toBeVisible();
  await window.getByText('Needs a decision').click();
  await table.getByRole('button', { name: /^Details/ }).click();
  await details.getByLabel('How it went').fill('Calm, knows the ward');
  await details.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.getByText('Saved', { exact: true })).toBeVisible();
  await details.getByRole('button', { name: 'Reject', exact: true }).click();
  await inBothThemes(window, 'interview-reject');
  await details.getByRole('form', { name: 'Reject' }).getByRole('textbox').press('Escape');
  await details.getByRole('button', { name: 'Pass', exact: true }).click();
  await expect(window.getByText('Candidate passed')).toBeVisible();
  await expect(window.getByText('Nothing waits for a decision')).toBeVisible();
  await window.getByText('Past', { exact: true }).click();
  await expect(table.getByText('Passed', { exact: true })).toBeVisible();

  // Out as a file; and the candidate is interviewing.
  const file = path.join(profile, 'interviews.json');
  await pickerAnswers(app, [file]);
  await window.getByRole('button', { name: 'Export interviews' }).click();
  const exporting = window.getByRole('dialog', { name: 'Export interviews' });
  await exporting.getByRole('button', { name: /Format$/ }).click();
  await window.getByRole('option', { name: 'JSON' }).click();
  await exporting.getByRole('button', { name: /^Export/ }).click();
  await expect(window.getByText('1 row exported')).toBeVisible();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([
    { Candidate: name, 'Round name': 'First call', 'Time there': `${today.date} 23:59` },
  ]);
  await table.getByRole('link', { name }).click();
  await expect(window.getByRole('heading', { name })).toBeVisible();
  await window.getByRole('tab', { name: /Applications/ }).click();
  await expect(window.getByText('Interviewing').first()).toBeVisible();
  await expect(window.getByRole('button', { name: 'Plan round 2' })).toBeVisible();

  // The key plans the next round: one is called off, and the one after it ends the application.
  const said = async (of: Locator, step: string, words: string) => {
    await of.getByRole('button', { name: step, exact: true }).click();
    await of.getByRole('form', { name: step }).getByRole('textbox').fill(words);
    await of.getByRole('form', { name: step }).getByRole('button', { name: step }).click();
  };
  await window.keyboard.press('i');
  await expect(dialog.getByLabel('Round name')).toBeFocused();
  await window.keyboard.press('Enter');
  const second = window.getByRole('article', { name: 'Round 2' });
  await second.getByRole('button', { name: 'Change' }).click();
  const changing = window.getByRole('dialog', { name: 'Change the interview' });
  await changing.getByLabel('Date').fill(today.date);
  await changing.getByLabel('Time', { exact: true }).fill('23:30');
  await changing.getByRole('button', { name: 'Save' }).click();
  await second.getByRole('button', { name: 'Invitation sent' }).click();
  await expect(second.getByText('Scheduled', { exact: true })).toBeVisible();
  await expect(window.getByText('Invitation noted')).toBeVisible();
  await window.keyboard.press('i');
  await expect(window.getByText('No interview can be planned here now')).toBeVisible();
  await said(second, 'Cancel the interview', 'The ward is closed');
  await expect(second.getByText('Cancelled', { exact: true })).toBeVisible();
  await expect(second.getByText('The ward is closed')).toBeVisible();
  await window.keyboard.press('i');
  await dialog.getByLabel('Date').fill(today.date);
  await dialog.getByLabel('Time', { exact: true }).fill('23:45');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const third = window.getByRole('article', { name: 'Round 3' });
  await third.getByRole('button', { name: 'Invitation sent' }).click();
  await third.getByRole('button', { name: 'Took place' }).click();
  await said(third, 'Reject', 'Another had the licence');
  await expect(window.getByText('Candidate rejected')).toBeVisible();
  await expect(third.getByText('Rejected', { exact: true })).toBeVisible();
  await expect(window.getByRole('button', { name: /^Plan round/ })).toHaveCount(0);

  // Their story tells each step in words, the plan as it was made.
  await window.getByRole('tab', { name: /Timeline/ }).click();
  const told = window.getByRole('tabpanel', { name: /Timeline/ }).getByRole('listitem');
  const planned = told.filter({ hasText: 'planned an interview' }).last();
  await expect(planned).toContainText(/When: .*Mar 30, 2031.*GMT\+2/);
  await expect(planned).toContainText('Meeting link: https://meet.example.org/ward');
  const missed = told.filter({ hasText: 'noted that a candidate did not come' });
  await expect(missed).toContainText('Status: Scheduled → Did not come');
  await inBothThemes(window, 'interview-timeline');
  // As it was when the second round was called off: the third was not there.
  await told.filter({ hasText: 'cancelled an interview' }).getByText('See as it was then').click();
  await window.getByRole('tab', { name: /Applications/ }).click();
  await expect(window.getByRole('article', { name: 'Round 2' })).toContainText('Cancelled');
  await expect(window.getByRole('article', { name: 'Round 1: First call' })).toContainText(
    'Passed',
  );
  await expect(window.getByRole('article', { name: 'Round 3' })).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'Change' })).toHaveCount(0);
  await inBothThemes(window, 'interview-past');
  expect(errors).toEqual([]);
});
