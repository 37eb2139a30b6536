import path from 'node:path';
import type { Page } from '@playwright/test';
import { connectForWriting } from '@/db/sqlite/connection';
import { keyringOf } from '@/electron/core/test-support/workspace-key';
import { expect, inBothThemes, test } from './app-fixture';
import { goTo, rows, search } from './desk';

// What the parser was not sure of, and what a newer parser reads differently: both wait for a person.

test('a newer parser shows what it would change, changes it when told to, and takes it back', async ({
  start,
  profile,
  withSamples,
}) => {
  withSamples();
  await readByOlderParser(profile);

  const { window, errors } = await start();
  await search(window, 'okonjo');
  await expect(rows(window)).toHaveCount(1);
  const clerk = window.getByText('Clerk of old').first();
  await open(window, 'Amara Okonjo-Hartley');
  await expect(clerk).toBeVisible();
  await window.getByRole('tab', { name: /^Files/ }).click();
  await window.getByRole('link', { name: 'See what a newer one reads differently' }).click();
  await expect(window.getByRole('heading', { name: 'Parser updated: preview' })).toBeVisible();
  await inBothThemes(window, 'settings-parsing-offer');
  await window.getByRole('button', { name: 'Preview changes' }).click();
  const list = window.getByRole('list', { name: 'What would change' });
  const okonjo = list.getByRole('listitem').filter({ hasText: 'Amara Okonjo-Hartley' });
  await expect(okonjo.getByText('Clerk of old').first()).toBeVisible({ timeout: 120_000 });
  await expect(window.getByText('1 candidate of 53 would change; 52 read the same.')).toBeVisible({
    timeout: 120_000,
  });
  await inBothThemes(window, 'settings-parsing-preview');

  // Nothing has changed yet.
  await openFromSearch(window, 'okonjo', 'Amara Okonjo-Hartley');
  await expect(clerk).toBeVisible();

  await toParsing(window);
  await window.getByRole('button', { name: /^Accept all/ }).click();
  await expect(window.getByText('Every CV was read by this version.')).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'Undo what was accepted at once' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(okonjo.getByText('Accepted')).toBeVisible();
  await openFromSearch(window, 'okonjo', 'Amara Okonjo-Hartley');
  await expect(window.getByRole('heading', { name: 'Amara Okonjo-Hartley' })).toBeVisible();
  await expect(clerk).toHaveCount(0);
  await window.getByRole('tab', { name: 'Timeline' }).click();
  await expect(window.getByText('took what a newer parser reads')).toBeVisible();

  // One undo takes all of it back.
  await window.keyboard.press('ControlOrMeta+z');
  await expect(
    window.getByText('Undone: took what a newer parser reads for 53 candidates'),
  ).toBeVisible({
    timeout: 60_000,
  });
  await window.getByRole('tab', { name: 'Overview' }).click();
  await expect(clerk).toBeVisible();

  // And one candidate alone.
  await toParsing(window);
  await window.getByRole('button', { name: 'Accept for Amara Okonjo-Hartley' }).click();
  await expect(okonjo.getByText('Accepted', { exact: true })).toBeVisible();
  await openFromSearch(window, 'okonjo', 'Amara Okonjo-Hartley');
  await expect(clerk).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('values read with low certainty are marked, filtered and confirmed from the keyboard', async ({
  start,
  withSamples,
}) => {
  withSamples();
  const { window, errors } = await start();
  await goTo(window, 'Candidates');
  await window.getByRole('button', { name: 'Status' }).click();
  await window.getByRole('checkbox', { name: 'Needs review' }).click();
  await expect(window.getByText(/^\d+ candidates? found$/)).toBeVisible();
  await inBothThemes(window, 'candidates-review');
  const all = await rows(window).count();
  expect(all).toBeGreaterThan(0);

  await window.getByRole('grid', { name: 'Candidates' }).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('tab', { name: 'Overview' })).toBeVisible();
  const marks = window.getByText('Read with low certainty: check against the CV');
  await expect(marks.first()).toBeVisible();
  const count = await marks.count();
  await inBothThemes(window, 'candidate-review');

  // V goes to the value; Y says that it looks right.
  await window.keyboard.press('v');
  await expect(window.locator('[data-review]:focus-within')).toHaveCount(1);
  await window.keyboard.press('y');
  await expect(marks).toHaveCount(count - 1);
  await expect(window.getByText(/Robin Hale, /).first()).toBeVisible();
  await window.keyboard.press('u');
  await expect(marks).toHaveCount(count);

  for (let left = count; left > 0; left--) {
    await window
      .getByRole('button', { name: /^Looks right/ })
      .first()
      .click();
    await expect(marks).toHaveCount(left - 1);
  }
  await expect(window.getByText(/read with low certainty\./)).toHaveCount(0);
  await goTo(window, 'Candidates');
  await expect(rows(window)).toHaveCount(all - 1);
  expect(errors).toEqual([]);
});

/** As the parser before this one left the workspace: its mark on every CV, and one title that it misread. */
async function readByOlderParser(profile: string): Promise<void> {
  const workspace = path.join(profile, 'workspace');
  const key = (await keyringOf(workspace)).key('database');
  const db = connectForWriting(path.join(workspace, 'longlist.db'), key);
  db.exec("UPDATE resume SET parser_version = '1'");
  const changed = db
    .prepare(
      `UPDATE experience SET title = 'Clerk of old' WHERE id = (SELECT e.id FROM experience e JOIN candidate c ON c.id = e.candidate_id
         WHERE c.name = 'Amara Okonjo-Hartley' ORDER BY e.position LIMIT 1)`,
    )
    .run();
  db.close();
  expect(changed.changes).toBe(1);
}

async function open(window: Page, name: string): Promise<void> {
  await rows(window).first().getByText(name, { exact: true }).first().click();
  await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function openFromSearch(window: Page, words: string, name: string): Promise<void> {
  await goTo(window, 'Candidates');
  await search(window, words);
  await expect(rows(window)).toHaveCount(1);
  await open(window, name);
}

async function toParsing(window: Page): Promise<void> {
  await goTo(window, 'Settings');
  await window.getByRole('link', { name: 'Parsing' }).click();
  await expect(window.getByRole('heading', { level: 2, name: 'Parsing' })).toBeVisible();
}
