import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, REPO, screenshot, test, withKey } from './app-fixture';

// The sample CVs against one job: who is first and why, weights that are tried, what is kept and compared. By mouse, and by keyboard alone.

test.use({ actionTimeout: 15_000 });

const JOB = {
  client: 'Harbour Systems',
  title: 'Senior Software Engineer',
  status: 'open',
  description: 'Billing services in TypeScript and PostgreSQL, run on Kubernetes.',
  location: 'Berlin, Germany',
  experienceMin: 4,
  educationMin: 'bachelor',
  requiredSkills: ['TypeScript', 'PostgreSQL', 'Kubernetes'],
  niceToHaveSkills: ['React', 'Python'],
};

test('ranks the samples for a job, says why the first is first, and does it without a mouse too', async ({
  start,
  profile,
  withSamples,
}) => {
  withSamples();
  const job = addJob(profile);

  const { window, errors } = await start();
  await expect(window.getByRole('navigation').first()).toBeVisible();
  await window.evaluate((id) => {
    globalThis.location.hash = `#/jobs/${id}/matches`;
  }, job);
  const list = window.getByRole('table', { name: 'Candidates by score' });
  const row = (n: number) => list.locator(`[data-row="${n}"]`);
  await expect(row(0)).toContainText('of 3', { timeout: 60_000 });
  await expect(window.getByText('being prepared')).toHaveCount(0, { timeout: 60_000 });
  await expectAccessible(window, 'matches');
  await inBothThemes(window, 'matches');

  // Why the first is first: the parts sum to the score, and a quote leads to its place in the CV.
  await row(0).click();
  const why = window.getByRole('complementary', { name: 'Why this score' });
  await expect(why.getByText('A score is advice, never a decision.')).toBeVisible();
  const total = Number(await why.locator('p').first().locator('span').first().textContent());
  const parts = await why
    .getByRole('region', { name: 'What the score is made of' })
    .locator('li span:last-child')
    .allTextContents();
  const sum = parts.reduce((points, text) => points + Number(text.split(' ')[0] ?? 0), 0);
  expect(Math.round(sum * 100)).toBe(Math.round(total * 100));
  await expectAccessible(window, 'why this score');
  await inBothThemes(window, 'matches-why');
  await why.getByRole('button', { name: 'Check for bias' }).click();
  await expect(why.getByText('Nothing moved')).toBeVisible({ timeout: 30_000 });
  await showFirstProof(window);
  const onPaper = window
    .locator('[data-page]')
    .filter({ has: window.locator('canvas') })
    .first();
  await expect(onPaper.locator('[data-evidence]').first()).toBeInViewport();
  // Where there is a mark the page is drawn already: it would frame nothing.
  expect(await onPaper.locator('canvas').getAttribute('data-drawn')).toBe('true');
  await inBothThemes(window, 'matches-evidence-pdf');
  await window.getByRole('button', { name: 'Back to the list' }).click();
  await expect(row(0)).toContainText('Viewed');

  // In a DOCX the words themselves are marked.
  await window.getByRole('searchbox', { name: 'Search among them' }).fill('Rosalind');
  await expect(row(0)).toContainText('Rosalind');
  await row(0).click();
  await expect(why.getByRole('link', { name: /Rosalind/ })).toBeVisible();
  await showFirstProof(window);
  await expect(window.locator('[data-marked]').first()).toBeInViewport();
  await inBothThemes(window, 'matches-evidence-docx');
  await window.getByRole('button', { name: 'Back to the list' }).click();
  await window.getByRole('searchbox', { name: 'Search among them' }).fill('');
  await expect(row(1)).toBeVisible();

  // Trying weights ranks anew while they are moved; Reset brings those of the job back.
  const before = await row(0).textContent();
  const place = window.getByRole('slider', { name: 'Location' });
  await place.focus();
  await place.press('End');
  await expect(row(0)).not.toHaveText(before ?? '');
  await inBothThemes(window, 'matches-tried');
  await window.getByRole('button', { name: 'Reset' }).click();
  await expect(row(0)).toHaveText(before ?? '');
  await place.press('End');
  await window.getByRole('button', { name: 'Save for this job' }).click();
  await expect(window.getByText('Weights saved for this job')).toBeVisible();

  // From which score on new matches are told of: with the keys, saved when let go, and back with an undo.
  const notify = window.getByRole('slider', { name: 'Notify from score' });
  await notify.focus();
  for (let tens = 0; tens < 6; tens++) await notify.press('PageUp');
  await expect(window.getByText('New matches from 60 points up are notified')).toBeVisible();
  await expect(window.getByText('the threshold of 60')).toBeVisible();
  await inBothThemes(window, 'matches-notify');

  // The least score, by a bar of the histogram and as a table.
  await window.getByRole('button', { name: 'As a table' }).click();
  await expect(window.getByRole('cell', { name: '95 to 100' })).toBeVisible();
  await expectAccessible(window, 'scores as a table');
  await window.getByRole('button', { name: 'As bars' }).click();
  await window.getByRole('button', { name: /^50 to 54/ }).click();
  await expect(window.getByRole('slider', { name: 'Least score' })).toHaveValue('50');

  // How many meet each thing asked for, as numbers beside their bars.
  await window.getByRole('button', { name: 'Statistics' }).click();
  const counted = window.getByRole('table', { name: 'How many have what the job asks for' });
  await expect(counted.getByRole('rowheader', { name: /^TypeScript/ })).toBeVisible();
  const compared = Number(
    await window.locator('dl > div', { hasText: 'Candidates compared' }).locator('dd').innerText(),
  );
  for (const line of (await counted.getByRole('row').all()).slice(1)) {
    const numbers = await line.getByRole('cell').allTextContents();
    expect(numbers.reduce((sum, text) => sum + Number(text), 0)).toBe(compared);
  }
  await expectAccessible(window, 'statistics');
  await inBothThemes(window, 'matches-statistics');
  await window.keyboard.press('Escape');

  // Two are compared; a ranking is kept, and the next one says who moved.
  await row(0).getByRole('checkbox').press('Space');
  await row(1).getByRole('checkbox').press('Space');
  await window.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(
    window.getByRole('complementary', { name: 'Compare' }).getByRole('row'),
  ).not.toHaveCount(0);
  await inBothThemes(window, 'matches-compare');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Match again' }).click();
  const again = window.getByRole('complementary', { name: 'Match again' });
  await again.getByRole('button', { name: 'Match again and keep' }).click();
  await expect(again.getByText('Newest')).toBeVisible();
  await window.getByRole('button', { name: 'Use the usual weights' }).click();
  await again.getByRole('button', { name: 'Match again and keep' }).click();
  await expect(again.getByText('the weights changed').first()).toBeVisible();
  await inBothThemes(window, 'matches-moved');
  await window.keyboard.press('Escape');

  // Without a mouse: down the list, Enter opens, Escape closes.
  await row(0).focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(why).toBeVisible();
  await window.setViewportSize({ width: 1024, height: 700 });
  await screenshot(window, 'matches-small');
  expect(errors).toEqual([]);
});

/** Opens the CV at the words that prove the first criterion that has any; they are what is quoted. */
async function showFirstProof(window: Page): Promise<void> {
  await window
    .getByRole('complementary', { name: 'Why this score' })
    .getByRole('button', { name: /^Show in the CV/ })
    .first()
    .click();
}

/** Adds the job from the command line, while the window is closed. Answers its id. */
function addJob(profile: string): string {
  const file = path.join(profile, 'job.json');
  writeFileSync(file, JSON.stringify(JOB));
  const out = execFileSync(
    process.execPath,
    [
      path.join(REPO, 'dist/node/cli.js'),
      'job',
      'add',
      file,
      '--json',
      '--workspace',
      path.join(profile, 'workspace'),
    ],
    { encoding: 'utf8', env: withKey() },
  );
  const { jobs } = JSON.parse(out) as { readonly jobs: readonly { readonly id: string }[] };
  return jobs[0]?.id ?? '';
}

async function inBothThemes(window: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    await screenshot(window, `${name}-${colorScheme}`);
  }
  await window.emulateMedia({ colorScheme: 'light' });
}
