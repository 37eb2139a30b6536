import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inBothThemes, PASSPHRASE, screenshot, test } from './app-fixture';
import { goTo, keepRecoveryKey, nameFields } from './desk';

// What would break here: a desk that cannot be opened any more, one that opens without its key, a recovery key that nobody saw.
test('a desk is protected, locked, opened by passphrase and by recovery key, and its key changed', async ({
  start,
  profile,
}) => {
  const first = await start('typed');
  const { window } = first;
  const { keyboard } = window;

  // There is no keychain here, so the first run asks for a passphrase and says why.
  await nameFields(window);
  await expect(window.getByText('This computer has no keychain')).toBeVisible();
  await window.getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE);
  await window.getByLabel('New passphrase once more').fill(PASSPHRASE);
  await inBothThemes(window, 'first-run-passphrase');
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByRole('heading', { name: 'Write down the recovery key' })).toBeVisible();
  await inBothThemes(window, 'recovery-key');
  const recoveryKey = await keepRecoveryKey(window);
  expect(recoveryKey).toMatch(/^[0-9A-Z]{4}([ -][0-9A-Z]{4}){13}$/);
  await window.getByRole('button', { name: 'Skip for now' }).click();
  await expect(window.getByRole('navigation')).toBeVisible();

  // Locked from the keyboard, and opened again; a wrong passphrase opens nothing.
  await keyboard.press('ControlOrMeta+Shift+l');
  await expect(window.getByRole('heading', { name: 'Longlist is locked' })).toBeVisible();
  await inBothThemes(window, 'locked');
  await window.getByLabel('Passphrase').fill('not the passphrase');
  await keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('not the passphrase of the workspace');
  await expect(window.getByRole('button', { name: 'Unlock' })).toBeEnabled({ timeout: 20_000 });
  await window.getByLabel('Passphrase').fill(PASSPHRASE);
  await keyboard.press('Enter');
  await expect(window.getByRole('navigation')).toBeVisible();

  // Another key: everything is encrypted anew, and the new recovery key is shown whatever happens to the desk meanwhile.
  await goTo(window, 'Settings');
  await window.getByRole('link', { name: 'Security' }).click();
  await expect(window.getByText('The passphrase, or the recovery key')).toBeVisible();
  await inBothThemes(window, 'settings-security');
  await window.getByRole('button', { name: 'Change key…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Change the key' });
  await dialog.getByLabel('Passphrase now').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Change key…' }).click();
  await expect(window.getByRole('heading', { name: 'Write down the recovery key' })).toBeVisible();
  const another = await keepRecoveryKey(window);
  expect(another).not.toBe(recoveryKey);
  await expect(window.getByRole('navigation')).toBeVisible({ timeout: 30_000 });
  await first.close();

  // The old recovery key opens nothing any more, the new one does.
  const second = await start('typed');
  const { window: again, errors } = second;
  await expect(again.getByRole('heading', { name: 'Longlist is locked' })).toBeVisible();
  await again.getByRole('button', { name: 'Use the recovery key' }).click();
  await again.getByLabel('Recovery key').fill(recoveryKey);
  await again.keyboard.press('Enter');
  await expect(again.getByRole('alert')).toContainText('not any more');
  await screenshot(again, 'locked-recovery');
  await expect(again.getByRole('button', { name: 'Unlock' })).toBeEnabled({ timeout: 20_000 });
  await again.getByLabel('Recovery key').fill(another.toLowerCase());
  await again.keyboard.press('Enter');
  await expect(again.getByRole('navigation')).toBeVisible();
  expect(errors).toEqual([]);
  await second.close();

  // Without a recovery key, as a workspace is that was encrypted while nobody was there to be shown one: the desk asks for it.
  const workspace = path.join(profile, 'workspace');
  forgetRecoveryKey(path.join(workspace, 'keys.json'));
  const { window: last } = await start();
  await goTo(last, 'Today');
  await expect(last.getByText('There is no recovery key for this workspace')).toBeVisible();
  await inBothThemes(last, 'today-recovery-key');
  await last
    .getByRole('main')
    .getByRole('link', { name: /recovery key/i })
    .click();
  await expect(last.getByText('Invalid Date')).toHaveCount(0);
  await inBothThemes(last, 'settings-security-no-recovery-key');

  // Nothing of it is to be read in what a thief would copy.
  for (const name of readdirSync(workspace).filter((file) => file.startsWith('longlist.db'))) {
    expect(readFileSync(path.join(workspace, name)).includes('Northwind Talent')).toBe(false);
  }
});

/** Takes the slot of the recovery key out of a key file that is whole, and leaves it whole. */
function forgetRecoveryKey(file: string): void {
  const { checksum: _, ...body } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly checksum: string;
    readonly slots: readonly { readonly kind: string }[];
  }; // What every key file has.
  const keys = { ...body, slots: body.slots.filter(({ kind }) => kind !== 'recovery') };
  const inOrder = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : value;
  const checksum = createHash('sha256').update(JSON.stringify(keys, inOrder)).digest('hex');
  writeFileSync(file, JSON.stringify({ ...keys, checksum }));
}
