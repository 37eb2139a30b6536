import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import {
  expect,
  expectAccessible,
  inBothThemes,
  pickerAnswers,
  screenshot,
  test,
} from './app-fixture';
import { goTo } from './desk';

// From reference codes by way of a form's answers to figures and a workbook, on people who were put on a job.

test.use({ actionTimeout: 15_000 });

test('asks under codes, takes answers in, shows how groups fared and writes the workbook', async ({
  start,
  profile,
  withSamples,
}) => {
  withSamples();
  const { app, window, errors } = await start();
  const main = window.getByRole('main');

  // Everybody on a job, and some of them further.
  await goTo(window, 'Jobs');
  await main.getByRole('button', { name: 'New job' }).last().click();
  await window.getByLabel('Job title').fill('Staff nurse');
  await window.getByRole('combobox', { name: 'Client' }).fill('Harbour Clinic');
  await window.getByRole('button', { name: 'Save and open' }).click();
  await expect(window.getByRole('button', { name: 'Status: Open' })).toBeVisible();
  await goTo(window, 'Candidates');
  // The box is drawn by what stands over it.
  await window.getByRole('checkbox', { name: 'Select all' }).first().click({ force: true });
  await window.getByRole('button', { name: 'Job', exact: true }).click();
  await window.getByRole('button', { name: /^Put \d+ / }).click();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await goTo(window, 'Pipeline');
  const cards = (title: string) =>
    window.getByRole('region', { name: new RegExp(`^${title}: `) }).getByRole('listitem');
  for (const [from, to] of [
    ['New', 'In review'],
    ['In review', 'Shortlisted'],
  ] as const) {
    for (let moved = 1; moved <= FURTHER; moved++) {
      await cards(from).first().focus();
      await window.keyboard.press('a');
      await expect(cards(to)).toHaveCount(moved);
    }
  }

  await goTo(window, 'Reports');
  await window.getByRole('button', { name: 'Adverse impact' }).click();
  await expect(window.getByText(/^No answers yet for /)).toBeVisible();
  await inBothThemes(window, 'impact-empty');

  // Codes go out, and answers to all but the last three come back.
  const codesFile = path.join(profile, 'codes.csv');
  await pickerAnswers(app, [codesFile]);
  await main.getByRole('button', { name: 'Save reference codes' }).click();
  await expect(window.getByText(/^\d+ reference codes were saved/)).toBeVisible();
  const letters: readonly (readonly string[])[] = parse(readFileSync(codesFile, 'utf8'), {
    bom: true,
    from: 2,
  });
  expect(letters.length).toBeGreaterThan(20);
  const answered = letters.slice(0, -3);
  const lines = answered.map(
    ([code = ''], n) =>
      `${code.toLowerCase()},${n % 2 === 0 ? 'Woman' : 'Man'},${['White', 'Asian', 'Black'][n % 3]},${20 + n},no`,
  );
  const answersFile = path.join(profile, 'answers.csv');
  writeFileSync(
    answersFile,
    [
      'Your code,Gender,Ethnicity,Age,Disability',
      ...lines,
      '0000-0000-0000,man,white,30,no',
      `${letters.at(-1)?.[0]},unsure,,,`,
      '',
    ].join('\n'),
  );
  await pickerAnswers(app, [answersFile]);
  await main.getByRole('button', { name: 'Take in answers' }).click();
  const dialog = window.getByRole('dialog', { name: 'Answers in this file' });
  await expect(dialog).toContainText(`Line ${answered.length + 3}: Sex`);
  await inBothThemes(window, 'impact-preview');
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  // Figures: of who was shortlisted, by keyboard.
  await window.getByRole('button', { name: /What counts as selected/ }).click();
  await window.getByRole('option', { name: /Shortlisted/ }).click();
  const women = window.getByRole('table', { name: 'Sex: selection' }).getByRole('row', {
    name: /^Female/,
  });
  const all = String(Math.ceil(answered.length / 2));
  await expect(women.getByRole('cell').first()).toHaveText(all);

  // Of one job alone: that of another client has no applications, and this one has all of them.
  await window.getByRole('button', { name: 'Every job' }).click();
  const jobs = window.getByRole('dialog', { name: 'Jobs' });
  await jobs.getByRole('textbox').fill('harbour');
  await jobs.getByRole('checkbox', { name: /Staff nurse/ }).click({ force: true });
  await expect(jobs.getByRole('checkbox', { name: /Staff nurse/ })).toBeChecked();
  await screenshot(window, 'impact-jobs');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: '1 job' })).toBeVisible();
  await expect(women.getByRole('cell').first()).toHaveText(all);
  await expect(
    window.getByText('They are not an independent audit', { exact: false }),
  ).toBeVisible();
  await inBothThemes(window, 'impact');

  const book = path.join(profile, 'impact.xlsx');
  await pickerAnswers(app, [book]);
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Workbook (XLSX)' }).click();
  await expect(window.getByText('The workbook was saved')).toBeVisible();
  const files = unzipSync(readFileSync(book));
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  expect(text('xl/workbook.xml').match(/<sheet /g)).toHaveLength(7);
  expect(text('xl/worksheets/sheet1.xml')).toContain('not an independent audit');
  const rate = /(\d+\.\d)%/.exec(await women.innerText())?.[1] ?? '';
  const sheet = text('xl/worksheets/sheet3.xml');
  const shares = [...sheet.matchAll(/<v>(0\.\d+)<\/v>/g)].map(([, v]) =>
    (Number(v) * 100).toFixed(1),
  );
  expect(shares).toContain(rate);

  // What was said under one code goes with the code alone.
  await window.getByRole('button', { name: 'Answers', exact: true }).click();
  await window.getByRole('menuitem', { name: /^Withdraw answers/ }).click();
  await window.getByLabel('Reference codes, one a line').fill(letters[0]?.[0] ?? '');
  await expectAccessible(window, 'impact-withdraw');
  await window.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(women.getByRole('cell').first()).toHaveText(
    String(Math.ceil(answered.length / 2) - 1),
  );
  expect(readdirSync(path.join(profile, 'workspace'))).toContain('self-identification.db');
  expect(errors).toEqual([]);
});

/** As many as it takes that their rates are shown. */
const FURTHER = 5;
