import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';

import { expect, inBothThemes, pickerAnswers, screenshot, test } from './app-fixture';
import { makeBoardProfile } from './board-profile';
import { goTo, rows } from './desk';
import { bare, textOfPdf } from './pdf-text';

// A job with sixty candidates on it: worked by keyboard alone, then by mouse alone, up to the shortlist on paper.

const column = (window: Page, title: string) =>
  window.getByRole('region', { name: new RegExp(`^${title}: `) });
const cards = (window: Page, title: string) => column(window, title).getByRole('listitem');
const counted = async (window: Page, title: string): Promise<number> => {
  const name = await column(window, title).getAttribute('aria-label');
  return Number(/\d+/.exec(name ?? '')?.[0]);
};

test.use({ actionTimeout: 8000 });

test('a board is worked by keyboard alone', async ({ start, profile }) => {
  await makeBoardProfile(profile, 60);
  const { window, errors } = await start();
  await expect(rows(window).first()).toBeVisible();
  await window.keyboard.press('g');
  await window.keyboard.press('p');
  await expect(window.getByRole('heading', { name: 'Pipeline' })).toBeVisible();
  const first = cards(window, 'New').first();
  await expect(first).toBeVisible();
  await expect(first).toBeFocused();
  await inBothThemes(window, 'board');

  // Advance, and back with undo.
  const before = await counted(window, 'New');
  await window.keyboard.press('a');
  await expect(window.getByText('Moved to In review')).toBeVisible();
  await expect(column(window, 'In review').locator(':focus')).toBeVisible();
  expect(await counted(window, 'New')).toBe(before - 1);
  await window.keyboard.press('u');
  await expect.poll(() => counted(window, 'New')).toBe(before);

  // Arrows go over cards and columns; X and Shift+X choose; S moves them all.
  await window.keyboard.press('g');
  await window.keyboard.press('p');
  await cards(window, 'New').first().focus();
  await window.keyboard.press('ArrowRight');
  await expect(column(window, 'In review').locator(':focus')).toBeVisible();
  await window.keyboard.press('x');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('j');
  await window.keyboard.press('Shift+X');
  await expect(window.getByText('3 candidates chosen')).toBeVisible();
  await window.keyboard.press('s');
  await expect(window.getByRole('menuitem', { name: 'Selected' })).toHaveCount(0);
  await window.getByRole('menuitem', { name: 'Shortlisted' }).press('Enter');
  await expect(window.getByText('3 candidates moved to Shortlisted')).toBeVisible();

  // Reject with a reason and a note; reopen with one.
  await cards(window, 'New').first().focus();
  await window.keyboard.press('r');
  await expect(window.getByRole('button', { name: /Skills/ })).toBeFocused();
  await window.keyboard.press('Tab');
  await window.keyboard.type('Asked for nights only');
  await inBothThemes(window, 'board-reject');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Rejected', { exact: true }).first()).toBeVisible();
  await window.getByRole('button', { name: 'Show rejected and withdrawn' }).press('Enter');
  const rejected = await counted(window, 'Rejected');
  await cards(window, 'Rejected').last().focus();
  await window.keyboard.press('o');
  await window.keyboard.type('The client asks again');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Reopened to In review')).toBeVisible();
  await expect.poll(() => counted(window, 'Rejected')).toBe(rejected - 1);

  // Details: steps, a note.
  await cards(window, 'In review').last().focus();
  await window.keyboard.press('Space');
  const panel = window.getByRole('complementary', { name: 'Details' });
  await expect(panel.getByText('The client asks again')).toBeVisible();
  await expect(panel.getByText('Asked for nights only')).toBeVisible();
  await panel.getByLabel('Add a note').fill('Call on Friday');
  await panel.getByRole('button', { name: 'Save note' }).press('Enter');
  await expect(panel.getByText('Call on Friday')).toBeVisible();
  await panel.getByRole('button', { name: 'Put forward', exact: true }).press('Enter');
  await expect(panel.getByText(/^Put forward to Harbour Clinic on/)).toBeVisible();
  await inBothThemes(window, 'application');
  await panel.focus();
  await window.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('a board is worked by mouse alone, up to the shortlist on paper', async ({
  start,
  profile,
}) => {
  await makeBoardProfile(profile, 60);
  const { app, window, errors } = await start();
  await goTo(window, 'Pipeline');
  await expect(cards(window, 'New').first()).toBeVisible();

  const drag = async (title: string): Promise<void> => {
    const card = await cards(window, 'New').first().boundingBox();
    const to = await column(window, title).boundingBox();
    if (card === null || to === null) throw new Error('not on screen');
    await window.mouse.move(card.x + 120, card.y + 70);
    await window.mouse.down();
    await window.mouse.move(to.x + 100, to.y + 100, { steps: 12 });
  };
  // New candidates may not be selected: the column does not take the card.
  const before = await counted(window, 'New');
  await drag('Interviewing');
  await expect(column(window, 'Selected')).toHaveAttribute('data-drop', 'no');
  await screenshot(window, 'board-drag');
  await window.mouse.up();
  await expect(window.getByText('Moved to Interviewing')).toBeVisible();
  expect(await counted(window, 'New')).toBe(before - 1);
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => counted(window, 'New')).toBe(before);

  for (let n = 0; n < 3; n++) {
    await drag('Shortlisted');
    await window.mouse.up();
    await expect.poll(() => counted(window, 'New')).toBe(before - n - 1);
  }

  // The columns get names of their own.
  await window.getByRole('button', { name: 'Columns of this board' }).click();
  await window.getByLabel('Name of a column of Interviewing').fill('With the client');
  await inBothThemes(window, 'board-columns');
  await window.getByRole('button', { name: 'Save columns' }).click();
  await expect(column(window, 'With the client')).toBeVisible();

  // The shortlist: order, write-up, side by side, on paper.
  await window.getByText('Shortlist', { exact: true }).click();
  const people = window.getByRole('list', { name: 'Shortlist' }).getByRole('listitem');
  const name = await people.first().getByRole('link').innerText();
  await people.first().getByRole('button', { name: /down$/ }).click();
  await expect(people.nth(1).getByRole('link')).toHaveText(name);
  await people.first().getByRole('textbox').fill('Calm in a storm; starts in May.');
  await people.first().getByRole('button', { name: 'Save' }).click();
  await expect(window.getByText('Write-up saved')).toBeVisible();
  await expect(people.first().getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(window.getByRole('columnheader', { name })).toBeVisible();
  // Why each of them fits is the match with its parts, the same as on the screen of matches.
  const compared = window.getByRole('region', { name: 'Side by side' });
  await expect(compared.getByRole('rowheader', { name: 'Match of 100' })).toBeVisible();
  await expect(compared.getByRole('row', { name: /^Ward nurse / })).toContainText(
    /Met|Partly|Missing/,
  );
  await expect(compared.locator('blockquote').first()).toBeVisible();
  await inBothThemes(window, 'shortlist');

  const pdf = path.join(profile, 'shortlist.pdf');
  await pickerAnswers(app, [pdf]);
  await window.getByRole('button', { name: 'PDF' }).click();
  await expect(window.getByText(/written to the file/)).toBeVisible();
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');

  // Print: the system's dialog is the one thing left out; what it would be given is the shortlist and nothing of the window around it.
  await window.evaluate(() => {
    globalThis.print = () => {
      document.documentElement.dataset['printed'] = 'yes';
    };
  });
  await window.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(window.locator('html')).toHaveAttribute('data-printed', 'yes');
  const sheets = path.join(profile, 'printed.pdf');
  writeFileSync(sheets, await pageOnPaper(app));
  const printed = await textOfPdf(sheets);
  expect(printed).toContain(bare('Calm in a storm; starts in May.'));
  expect(printed).toContain(bare(`2. ${name}`));
  for (const around of ['Commands', 'Side by side', 'Take off the job', 'Local only']) {
    expect(printed).not.toContain(bare(around));
  }

  const csv = path.join(profile, 'shortlist.csv');
  await pickerAnswers(app, [csv]);
  await window.getByRole('button', { name: 'CSV' }).click();
  await expect.poll(() => statSync(csv, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(50);
  expect(readFileSync(csv, 'utf8')).toContain('Calm in a storm; starts in May.');
  expect(readFileSync(csv, 'utf8')).toMatch(/(met|partly|missing)[^"“]*: “/);

  // From the candidates: who is on the job already is counted and left alone.
  await goTo(window, 'Candidates');
  const boxes = window.getByRole('gridcell', { name: /^Select / });
  await boxes.nth(0).click();
  await boxes.nth(1).click();
  await window.getByRole('button', { name: 'Job', exact: true }).click();
  const dialog = window.getByRole('dialog', { name: /on a job$/ });
  await expect(dialog.getByText(/2 are on it already/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Put nobody on the job' })).toBeDisabled();
  await inBothThemes(window, 'put-on-job');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // The candidate's page tells of the job.
  await rows(window).nth(0).dblclick();
  await window.getByRole('tab', { name: 'Applications' }).click();
  await expect(window.getByRole('link', { name: 'Ward nurse' })).toBeVisible();
  await inBothThemes(window, 'applications');

  // The page of the job has the same board.
  await goTo(window, 'Jobs');
  await window.getByText('Ward nurse').first().click();
  await window.getByRole('link', { name: 'Board', exact: true }).click();
  await expect(cards(window, 'Shortlisted').first()).toBeVisible();
  await inBothThemes(window, 'job-board');
  expect(errors).toEqual([]);
});

/** The page as a printer would get it. */
async function pageOnPaper(app: ElectronApplication): Promise<Buffer> {
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    return (await first?.webContents.printToPDF({ pageSize: 'A4' }))?.toString('base64') ?? '';
  });
  return Buffer.from(pdf, 'base64');
}
