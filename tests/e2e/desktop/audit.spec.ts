import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inBothThemes, pickerAnswers, REPO, screenshot, test } from './app-fixture';
import { goTo, nameWorkspace } from './desk';

test('reads, narrows, verifies and exports the audit log', async ({ profile, start }) => {
  const { app, window, errors } = await start();
  await nameWorkspace(window);
  await window.getByRole('button', { name: 'Skip for now' }).click();
  await goTo(window, 'Audit');
  const table = window.getByRole('table', { name: 'Audit log' });
  await expect(table.getByRole('row').nth(1)).toBeVisible();

  // An entry with before and after, from the keyboard.
  await goTo(window, 'Settings');
  await window.getByRole('radio', { name: 'Compact' }).click({ force: true });
  await window.keyboard.press('g');
  await window.keyboard.press('a');
  await expect(table.getByText('changed settings').first()).toBeVisible();
  await table.getByRole('link', { name: 'changed settings' }).first().click();
  const entry = window.getByRole('complementary', { name: /^Entry / });
  await expect(entry.getByRole('table', { name: 'What changed' })).toContainText(
    'workspace.settings',
  );
  await screenshot(window, 'audit-entry');
  await entry.getByRole('button', { name: 'Only this record' }).click();
  await expect(window.getByRole('grid', { name: 'Narrowed to' })).toContainText('Only this record');
  await window.keyboard.press('Escape');

  const proof = window.getByRole('region', { name: 'Proof' });
  await proof.getByRole('button', { name: 'Verify' }).click();
  await expect(proof.getByRole('status')).toContainText(/are unbroken; the signed head agrees/);
  await inBothThemes(window, 'audit');

  // What is exported proves itself, with nothing but the file.
  const file = path.join(profile, 'log.jsonl');
  await pickerAnswers(app, [file]);
  await window.getByRole('button', { name: 'Export' }).click();
  await window.getByRole('menuitem', { name: 'JSONL, for a verifier' }).click();
  await expect(window.getByText(/saved$/)).toBeVisible();
  const said = execFileSync(
    process.execPath,
    [path.join(REPO, 'scripts/longlist.mjs'), 'audit', 'verify', file],
    { encoding: 'utf8' },
  );
  expect(said).toMatch(/^Unbroken: /);
  const pdf = path.join(profile, 'log.pdf');
  await pickerAnswers(app, [pdf]);
  await window.getByRole('button', { name: 'Export' }).click();
  await window.getByRole('menuitem', { name: 'PDF, to read' }).click();
  await expect.poll(() => existsSync(pdf)).toBe(true);
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect(errors).toEqual([]);
});
