import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, inBothThemes, pickerAnswers, SAMPLES, screenshot, test } from './app-fixture';
import { goTo, importEnded } from './desk';
import { beginByKeys, pressAt, tabTo } from './keys';
import { bare, textOfPdf } from './pdf-text';

// From the description of a job to a shortlist on paper, as a new user would: once without a mouse, once without a keyboard.

test.use({ actionTimeout: 15_000 });

const NURSE = `Senior Staff Nurse, Intensive Care

St Brannoc's Hospital Trust · Manchester · full time · permanent
£37,000 to £45,000 a year

About the ward
Our general intensive care unit has eighteen beds and takes around nine hundred patients a year: medical and
surgical emergencies, patients after major abdominal and vascular surgery, and patients with sepsis who are
transferred to us from the district hospitals. We nurse one to one at level 3 and one to two at level 2, and we
have opened four new beds this autumn.

What you will do
- Assess, plan and give the care of critically ill patients, with non-invasive and invasive ventilation.
- Take charge of a shift of up to nine nurses, and of the allocation of beds and staff.
- Screen for sepsis and begin treatment by the unit's protocol; give intravenous therapy.
- Teach and support newly qualified nurses and students during their placement.
- Talk with families plainly and kindly, and plan discharge to the wards with the outreach team.
- Take part in audit of wounds, falls and central lines, and in the review of incidents.

What you need
- Registration as a nurse and a degree in nursing
- At least 5 years of experience as a staff nurse, of which two in acute or intensive care
- Non-invasive ventilation
- IV therapy
- Wound care
- Safeguarding adults

It would be good if you had
- Sepsis screening
- A qualification in teaching or mentoring
- Experience of discharge planning

What you get
Thirty-three days of leave with bank holidays, a pension, a place on the postgraduate course in critical care in
your second year, self-rostering, and a nursery on site. Shifts are twelve and a half hours, nights included.

Please apply by 15 January 2027 with your CV. Interviews are held at the unit and include an hour on a shift.
`;

const BACKEND = `Senior Backend Engineer

Remote within Europe or in our office in Leeds. Permanent, full time. £65,000 - £80,000 per year.

The team
Five engineers keep the ledger that every payment of our customers goes through: about forty million postings
a day, in Java and Go, on PostgreSQL and Kafka. What we write runs on Kubernetes, and those who write it are on
call for it, one week in six.

Your work
- Design and build services that stay correct when half of what they talk to does not answer.
- Split the oldest part, a monolith of eleven years, without a day of downtime.
- Review the code of others, and have yours reviewed.
- Measure before and after; write down what was decided and why.

Requirements
- 5+ years of experience in backend development
- Java
- PostgreSQL
- Kafka
- Kubernetes

Nice to have
- Go
- Terraform
- Redis

What we offer
Twenty-eight days of leave, a budget for learning, four days a week if you wish, and nobody counts hours.
`;

const list = (window: Page) => window.getByRole('table', { name: 'Candidates by score' });
const row = (window: Page, n: number) => list(window).locator(`[data-row="${n}"]`);
const why = (window: Page) => window.getByRole('complementary', { name: 'Why this score' });
const column = (window: Page, title: string) =>
  window.getByRole('region', { name: new RegExp(`^${title}: `) });
const cards = (window: Page, title: string) => column(window, title).getByRole('listitem');
const people = (window: Page) =>
  window.getByRole('list', { name: 'Shortlist', exact: true }).getByRole('listitem');

test('a new user gets from a pasted description to a printed shortlist without a mouse', async ({
  start,
  profile,
}) => {
  const { app, window, errors } = await start();
  const { keyboard } = window;

  await beginByKeys(window);
  await pickerAnswers(app, [SAMPLES]);
  await pressAt(window, /^Choose folder/);
  await importEnded(window);

  // The description, pasted; what was read from it, and the client it does not name.
  await keyboard.press('g');
  await keyboard.press('j');
  await expect(window.getByText('No jobs yet')).toBeVisible();
  await pressAt(window, /^New job$/);
  await expect(window.getByLabel('Job title')).toBeFocused();
  await pressAt(window, /^Paste/, 'Shift+Tab');
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await keyboard.insertText(NURSE);
  await screenshot(window, 'job-paste');
  await pressAt(window, /^Read/);
  await expect(dialog).toHaveCount(0);
  await expect(window.getByLabel('Job title')).toHaveValue('Senior Staff Nurse, Intensive Care');
  await expect(window.getByText('Wound care').first()).toBeVisible();
  await tabTo(window, /^Client/);
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('St Brannoc Hospital');
  await expect(window.getByText('St Brannoc Hospital is new')).toBeVisible();
  await inBothThemes(window, 'job-read');
  await pressAt(window, /^Save and open$/);
  await expect(
    window.getByRole('heading', { level: 1, name: /^Senior Staff Nurse/ }),
  ).toBeVisible();

  // Everybody ranked, and why the first is first: the words of the CV, and where in it they stand.
  await keyboard.press('2');
  await expect(row(window, 0)).toBeFocused({ timeout: 60_000 });
  await expect(window.getByText('being prepared')).toHaveCount(0, { timeout: 60_000 });
  await expect(row(window, 0)).toContainText(/Nurse/);
  await inBothThemes(window, 'job-matches');
  await keyboard.press('Enter');
  await expect(why(window).locator('blockquote mark').first()).toBeVisible();
  const quote = (await why(window).locator('blockquote mark').first().innerText()).trim();
  expect(quote).not.toBe('');
  await inBothThemes(window, 'job-matches-why');
  await pressAt(window, /^Show in the CV/);
  await expect(window.locator('[data-evidence], [data-marked]').first()).toBeInViewport();
  await screenshot(window, 'job-matches-evidence');
  await keyboard.press('Escape');
  await expect(why(window)).toHaveCount(0);
  await expect(row(window, 0)).toBeFocused();

  // Five of them on the job.
  const names: string[] = [];
  for (let n = 0; n < 5; n++) {
    await expect(row(window, n)).toBeFocused();
    names.push(await row(window, n).getByRole('button').innerText());
    await keyboard.press('x');
    await expect(row(window, n).getByRole('checkbox')).toBeChecked();
    await keyboard.press('ArrowDown');
  }
  await pressAt(window, /^Put on the job/, 'Shift+Tab');
  await expect(dialog.getByText(/^5 /)).toBeVisible();
  await pressAt(window, /^Put 5 /);
  await expect(dialog).toHaveCount(0);

  // To the shortlist, all at once.
  await keyboard.press('3');
  await expect(cards(window, 'New')).toHaveCount(5);
  await tabTo(window, new RegExp(names.join('|')));
  await keyboard.press('Home');
  await keyboard.press('x');
  await expect(window.getByText('1 candidate chosen')).toBeVisible();
  for (let n = 0; n < 4; n++) await keyboard.press('ArrowDown');
  await expect(cards(window, 'New').last()).toBeFocused();
  await keyboard.press('Shift+X');
  await expect(window.getByText('5 candidates chosen')).toBeVisible();
  await keyboard.press('s');
  await expect(window.getByRole('menuitem', { name: 'Shortlisted' })).toBeVisible();
  await keyboard.type('Shortl');
  await keyboard.press('Enter');
  await expect(cards(window, 'Shortlisted')).toHaveCount(5);

  // In an order of one's own, with the best of the ranking last but one.
  await keyboard.press('4');
  await expect(people(window)).toHaveCount(5);
  const before = await people(window).getByRole('link').allInnerTexts();
  expect([...before].sort()).toEqual([...names].sort());
  await tabTo(window, new RegExp(`^${before[0]}$`));
  await keyboard.press('Alt+ArrowDown');
  await expect(people(window).nth(1).getByRole('link')).toHaveText(before[0] ?? '');
  await keyboard.press('Alt+ArrowDown');
  await expect(people(window).nth(2).getByRole('link')).toHaveText(before[0] ?? '');
  const order = await people(window).getByRole('link').allInnerTexts();
  await inBothThemes(window, 'job-shortlist');

  const text = await printed(window, app, path.join(profile, 'shortlist.pdf'), order, () =>
    pressAt(window, /^PDF$/, 'Shift+Tab'),
  );
  // The words that told on screen why the first is first are on paper too.
  expect(text).toContain(bare(quote));
  expect(errors).toEqual([]);
});

test('a new user gets from a file with a description to a printed shortlist without a keyboard', async ({
  start,
  profile,
  withSamples,
}) => {
  // Names cannot be given without keys: what is here before is the workspace and the client.
  withSamples();
  const { app, window, errors } = await start();
  await goTo(window, 'Clients');
  await window.getByRole('main').getByRole('button', { name: 'New client' }).last().click();
  await window.getByLabel('Company').fill('Calder Ledger');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Calder Ledger' })).toBeVisible();
  await inBothThemes(window, 'client');
  await noMoreKeys(window);

  await goTo(window, 'Jobs');
  await window.getByRole('main').getByRole('button', { name: 'New job' }).last().click();
  await window.getByRole('button', { name: /^Paste/ }).click();
  const file = path.join(profile, 'backend.txt');
  writeFileSync(file, BACKEND);
  await pickerAnswers(app, [file]);
  await window.getByRole('button', { name: /^Choose a file/ }).click();
  await expect(window.getByLabel('Job title')).toHaveValue('Senior Backend Engineer');
  await window.getByRole('button', { name: /Client/ }).click();
  await window.getByRole('option', { name: 'Calder Ledger' }).click();
  await expect(window.getByRole('combobox', { name: 'Client' })).toHaveValue('Calder Ledger');
  await window.getByRole('button', { name: 'Save and open' }).click();
  await expect(window.getByRole('button', { name: 'Status: Open' })).toBeVisible();

  await window.getByRole('link', { name: 'Matches', exact: true }).click();
  await expect(row(window, 0)).toContainText(/Engineer/, { timeout: 60_000 });
  await expect(window.getByText('being prepared')).toHaveCount(0, { timeout: 60_000 });
  await row(window, 0).getByRole('button').click();
  await why(window)
    .getByRole('button', { name: /^Show in the CV/ })
    .first()
    .click();
  await expect(window.locator('[data-evidence], [data-marked]').first()).toBeInViewport();
  await window.getByRole('button', { name: 'Back to the list' }).click();
  await why(window).getByRole('button', { name: 'Close' }).click();

  const names: string[] = [];
  for (let n = 0; n < 5; n++) {
    names.push(await row(window, n).getByRole('button').innerText());
    await row(window, n).getByRole('cell').first().click();
  }
  await window.getByRole('button', { name: 'Put on the job' }).click();
  await window.getByRole('button', { name: /^Put 5 / }).click();
  await expect(window.getByRole('dialog')).toHaveCount(0);

  // One is dragged, the others go by the menu.
  await window.getByRole('link', { name: 'Board', exact: true }).click();
  await expect(cards(window, 'New')).toHaveCount(5);
  const card = await cards(window, 'New').first().boundingBox();
  const to = await column(window, 'Shortlisted').boundingBox();
  if (card === null || to === null) throw new Error('not on screen');
  await window.mouse.move(card.x + 120, card.y + 70);
  await window.mouse.down();
  await window.mouse.move(to.x + 100, to.y + 100, { steps: 12 });
  await window.mouse.up();
  await expect(cards(window, 'Shortlisted')).toHaveCount(1);
  for (let n = 2; n <= 5; n++) {
    await cards(window, 'New')
      .first()
      .click({ position: { x: 150, y: 66 } });
    await window.getByRole('button', { name: 'Move to' }).click();
    await window.getByRole('menuitem', { name: 'Shortlisted' }).click();
    await expect(cards(window, 'Shortlisted')).toHaveCount(n);
  }
  await inBothThemes(window, 'job-board-shortlisted');

  await window.getByRole('link', { name: 'Shortlist', exact: true }).click();
  await expect(people(window)).toHaveCount(5);
  const first = await people(window).first().getByRole('link').innerText();
  await people(window).first().getByRole('button', { name: /down$/ }).click();
  await expect(people(window).nth(1).getByRole('link')).toHaveText(first);
  const order = await people(window).getByRole('link').allInnerTexts();
  expect([...order].sort()).toEqual([...names].sort());

  await printed(window, app, path.join(profile, 'shortlist.pdf'), order, () =>
    window.getByRole('button', { name: 'PDF' }).click(),
  );
  expect(await keysPressed(window)).toBe(0);
  expect(errors).toEqual([]);
});

/** Saves the shortlist and reads it: everybody in order, each with what the job asks for and whether they have it. */
async function printed(
  window: Page,
  app: Parameters<typeof pickerAnswers>[0],
  file: string,
  order: readonly string[],
  save: () => Promise<void>,
): Promise<string> {
  await pickerAnswers(app, [file]);
  await save();
  await expect(window.getByText(/written to the file/)).toBeVisible();
  const text = await textOfPdf(file);
  // Every letter of it can be searched and copied.
  expect(text).not.toContain('\0');
  let from = 0;
  const starts = order.map((name, at) => {
    const words = bare(`${at + 1}. ${name} Shortlisted`);
    expect(text.slice(from)).toContain(words);
    from = text.indexOf(words, from);
    return from;
  });
  for (const [at, start] of starts.entries()) {
    const told = text.slice(start, starts[at + 1]);
    expect(told).toContain('(must-have)');
    expect(told).toMatch(/Met|Partly|Notnamed|Missing/);
  }
  return text;
}

/** Counts the keys that are pressed from now on. */
const noMoreKeys = (window: Page): Promise<void> =>
  window.evaluate(() => {
    document.documentElement.dataset['keys'] = '0';
    addEventListener(
      'keydown',
      () => {
        const { dataset } = document.documentElement;
        dataset['keys'] = String(Number(dataset['keys']) + 1);
      },
      true,
    );
  });
const keysPressed = (window: Page): Promise<number> =>
  window.evaluate(() => Number(document.documentElement.dataset['keys']));
