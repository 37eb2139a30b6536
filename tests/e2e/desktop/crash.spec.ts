import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, pickerAnswers, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace } from './desk';

const FILES = 300;

test('killed in the middle of an import, the desk takes it up again: nothing twice, nothing lost', async ({
  start,
  profile,
}) => {
  const folder = path.join(profile, 'many');
  writeCvs(folder);
  const { app, window } = await start();
  await nameWorkspace(window);
  await pickerAnswers(app, [folder]);
  await window.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(window.getByText(/Loaded/).first()).toBeVisible();
  await expect(window.getByText(`${FILES} of ${FILES}`, { exact: false })).toHaveCount(0);
  killTree(app.process().pid);

  const { window: again } = await start();
  await goTo(again, 'Import');
  await importEnded(again);
  await expect(again.getByText(`${FILES} of ${FILES}`, { exact: false }).first()).toBeVisible();
  await expect(again.getByRole('tab', { name: /Loaded/ })).toContainText(String(FILES));
  await goTo(again, 'Candidates');
  await expect(again.getByText(`${FILES} candidates`)).toBeVisible();
});

test('when the core dies the window goes on with a new one', async ({ start }) => {
  const { app, window } = await start();
  await nameWorkspace(window);
  await window.getByRole('button', { name: 'Skip for now' }).click();
  const pids = await app.evaluate(({ app: application }) =>
    application
      .getAppMetrics()
      .filter((one) => one.name === 'Longlist core')
      .map((one) => one.pid),
  );
  expect(pids).toHaveLength(1);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await goTo(window, 'Settings');
  await expect(window.getByText('Northwind Talent').first()).toBeVisible();
  await expect
    .poll(() =>
      app.evaluate(
        ({ app: application }) =>
          application.getAppMetrics().filter((one) => one.name === 'Longlist core').length,
      ),
    )
    .toBe(1);
});

/** Small text CVs of different invented people. */
function writeCvs(folder: string): void {
  for (let n = 0; n < FILES; n++) {
    const dir = path.join(folder, `part ${n % 7}`);
    mkdirSync(dir, { recursive: true });
    const name = `Person ${spelled(n)}`;
    const text = `${name}\nWarehouse Operative\n${spelled(n).toLowerCase()}@mail.example\n\nExperience\nPicker, Depot ${spelled(n + 11)} Ltd\nJan 2019 - present\n`;
    writeFileSync(path.join(dir, `${n}.txt`), text);
  }
}

/** A number as letters, so that the names differ as names do: 0 → Baba, 27 → Babb … */
const spelled = (n: number): string => {
  const letters = [...String(n).padStart(3, '0')].map(
    (digit) => 'bdfgklmnrs'[Number(digit)] ?? 'b',
  );
  return letters
    .map((letter, index) => (index === 0 ? letter.toUpperCase() : letter) + 'aeiou'[index % 5])
    .join('');
};

/** SIGKILL for the application and everything it started, as a power cut would. */
function killTree(pid: number | undefined): void {
  if (pid === undefined) throw new Error('The application has no process');
  const table = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const children = new Map<number, number[]>();
  for (const line of table.trim().split('\n')) {
    const [child = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const all: number[] = [];
  const walk = (one: number): void => {
    all.push(one);
    for (const child of children.get(one) ?? []) walk(child);
  };
  walk(pid);
  for (const one of all) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It ended with its parent.
    }
  }
}
