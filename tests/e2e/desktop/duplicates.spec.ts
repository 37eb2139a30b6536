import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inBothThemes, pickerAnswers, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows } from './desk';

// Two CVs of one person under two names: compared, merged from the keyboard, undone, merged again and taken apart.

const MAIL = 'ilse.varga@example.org';

test('a person compares two CVs of one person, merges them, undoes it, merges again and takes them apart', async ({
  start,
  profile,
}) => {
  const { app, window, errors } = await start();
  await nameWorkspace(window);
  const folder = path.join(profile, 'cvs');
  mkdirSync(folder);
  writeFileSync(
    path.join(folder, 'a.txt'),
    cv('Ilse Varga', ['Nurse | Harbour Clinic | Jan 2016 - Mar 2020'], 'Triage, Dutch, Excel'),
  );
  await pickerAnswers(app, [folder]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await importEnded(window);
  writeFileSync(
    path.join(folder, 'b.txt'),
    cv(
      'Ilse M. Varga-Holm',
      [
        'Head Nurse | Lakeside Hospital | Apr 2020 - present',
        'Nurse | Harbour Clinic | Jan 2016 - Mar 2020',
      ],
      'Triage, Rostering, Excel',
    ),
  );
  await goTo(window, 'Import');
  await window.getByRole('button', { name: 'Choose folder…' }).first().click();
  await expect(window.getByText('Possible duplicate').first()).toBeVisible({ timeout: 60_000 });

  // The page of one of them leads to the comparison.
  await goTo(window, 'Candidates');
  await rows(window).filter({ hasText: 'Ilse M. Varga-Holm' }).getByText('Varga').first().click();
  await expect(window.getByText(/^Possibly the same person as Ilse Varga/)).toBeVisible();
  const oldLink = new URL(window.url()).hash;
  await window.getByRole('button', { name: 'Compare' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Duplicates' })).toBeVisible();
  await goTo(window, 'Candidates');
  await window.keyboard.press('g');
  await window.keyboard.press('d');
  await expect(window.getByRole('heading', { level: 1, name: 'Duplicates' })).toBeVisible();
  const board = window.getByRole('group', { name: 'What each of them has' });
  await expect(board.getByRole('radio', { name: 'Name: Ilse Varga' })).toBeVisible();
  await expect(
    window.getByRole('main').getByText('same email', { exact: true }).last(),
  ).toBeVisible();
  await inBothThemes(window, 'duplicates');

  // The arrow keys go from value to value, Space chooses, Enter merges.
  await board.getByRole('radio', { name: 'Name: Ilse M. Varga-Holm' }).focus();
  await window.keyboard.press('ArrowLeft');
  await expect(board.getByRole('radio', { name: 'Name: Ilse Varga' })).toBeFocused();
  await window.keyboard.press('Space');
  await expect(board.getByRole('radio', { name: 'Name: Ilse Varga' })).toBeChecked();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('Enter');
  await expect(window.getByText('2 merged into Ilse Varga')).toBeVisible();
  await expect(window.getByText('No possible duplicates')).toBeVisible();
  await inBothThemes(window, 'duplicates-empty');

  await window.keyboard.press('ControlOrMeta+z');
  await expect(board.getByRole('radio', { name: 'Name: Ilse Varga' })).toBeVisible();
  await window.getByRole('button', { name: 'Show the CV of Ilse Varga' }).click();
  await expect(window.getByRole('complementary', { name: 'Original CV' })).toContainText(
    'Harbour Clinic',
  );
  await inBothThemes(window, 'duplicates-cv');
  await window.keyboard.press('Escape');

  await window.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(window.getByText('No possible duplicates')).toBeVisible();
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(1);
  await rows(window).first().getByText('Varga').first().click();
  await expect(window.getByText('Lakeside Hospital').first()).toBeVisible();
  await expect(window.getByRole('tab', { name: 'Files 2' })).toBeVisible();

  // A link to the one who was merged leads to the one who was kept.
  await window.evaluate((hash) => {
    location.hash = hash;
  }, oldLink);
  await expect(window.getByText('Ilse M. Varga-Holm was merged into this candidate')).toBeVisible();
  await inBothThemes(window, 'candidate-merged');
  await window.getByRole('link', { name: 'See merges' }).click();
  await inBothThemes(window, 'duplicates-merged');
  await window.getByRole('button', { name: /^Take apart:/ }).click();
  await expect(window.getByText('Taken apart: both are as they were')).toBeVisible();
  await expect(window.getByText('Nothing was merged yet')).toBeVisible();
  await window.getByRole('tab', { name: /^To review/ }).click();
  await expect(board.getByRole('radio', { name: 'Name: Ilse M. Varga-Holm' })).toBeVisible();

  // N: they are two people, and nobody is asked again.
  await window.getByRole('heading', { level: 1 }).click();
  await window.keyboard.press('n');
  await expect(window.getByText('Kept as different people')).toBeVisible();
  await expect(window.getByText('No possible duplicates')).toBeVisible();
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(2);

  // Everybody is compared anew, and a decision stays a decision.
  await window.keyboard.press('g');
  await window.keyboard.press('d');
  await window.getByRole('button', { name: 'Look for duplicates' }).click();
  await expect(window.getByText('Everybody was compared: no new pairs.')).toBeVisible();

  // A third CV is like both: three people in one entry, of which one can be left out.
  writeFileSync(
    path.join(folder, 'c.txt'),
    cv('I. Varga', ['Nurse | Harbour Clinic | Jan 2016 - Mar 2020'], 'Triage, First aid'),
  );
  await goTo(window, 'Import');
  await window.getByRole('button', { name: 'Choose folder…' }).first().click();
  await expect(window.getByText('Possible duplicate').first()).toBeVisible({ timeout: 60_000 });
  await goTo(window, 'Candidates');
  await window.keyboard.press('g');
  await window.keyboard.press('d');
  await expect(window.getByRole('button', { name: 'Merge all 3' })).toBeVisible();
  await inBothThemes(window, 'duplicates-three');
  await window.getByRole('button', { name: 'Leave Ilse M. Varga-Holm out' }).click();
  await expect(window.getByText('Left out: Ilse M. Varga-Holm.')).toBeVisible();
  await window.getByRole('button', { name: 'Take Ilse M. Varga-Holm in' }).click();
  await window.getByRole('button', { name: 'Merge all 3' }).click();
  await expect(window.getByText(/^3 merged into/)).toBeVisible();
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(1);
  await window.keyboard.press('ControlOrMeta+z');
  await expect(rows(window)).toHaveCount(3);
  expect(errors).toEqual([]);
});

const cv = (name: string, jobs: readonly string[], skills: string): string =>
  [
    name,
    'Rotterdam, Netherlands',
    MAIL,
    '',
    'Work experience',
    ...jobs.flatMap((job) => [job, 'Cared for patients.', '']),
    'Education',
    'Bachelor of Nursing, Delta College, 2012 - 2015',
    '',
    'Skills',
    skills,
  ].join('\n');
