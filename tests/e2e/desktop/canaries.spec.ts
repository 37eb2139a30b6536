import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, pickerAnswers, test } from './app-fixture';
import { goTo, importEnded, nameWorkspace, rows, search } from './desk';

/** Where temporary files go unless somebody says otherwise. */
const SYSTEM = tmpdir();

/**
 * Words that stand nowhere else. None may be read in what the application leaves on the disk. Four letters make each another: one that is looked
 * for and not there must not be taken for a misspelt other one.
 */
const CANARIES = Array.from(
  { length: 20 },
  (_, n) => `Qv${String.fromCharCode(97 + n).repeat(4)}canaryzx`,
);
const [
  NAME = '',
  SURNAME = '',
  EMAIL = '',
  TITLE = '',
  COMPANY = '',
  SCHOOL = '',
  SKILL = '',
  TEXT = '',
  FILE = '',
  FOLDER = '',
  NOTE = '',
  SEARCHED = '',
  TAG = '',
  OTHER = '',
  OTHER_TEXT = '',
  BROKEN = '',
  BROKEN_FILE = '',
  UNSAVED = '',
  OTHER_FILE = '',
  SAVED_AS = '',
] = CANARIES;

// What would break here: a name in a cache of the window, a word that was searched in its state, a log that says what it could not read,
// a copy in the folder for temporary files.
test('nothing of anybody stands in clear in the profile, the logs or temporary files, after a crash too', async ({
  start,
  profile,
}) => {
  const begun = Date.now();
  const elsewhere = mkdtempSync(path.join(SYSTEM, 'canaries-elsewhere-'));
  // A folder for temporary files of its own, so that all of it can be searched, however deep.
  const temporary = mkdtempSync(path.join(SYSTEM, 'canaries-temporary-'));
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
  try {
    const folder = path.join(elsewhere, FOLDER);
    mkdirSync(folder);
    writeFileSync(
      path.join(folder, `${FILE}.txt`),
      `${NAME} ${SURNAME}\n${TITLE}\nEmail: ${EMAIL}@example.org\n\nExperience\n${TITLE}, ${COMPANY}\nJanuary 2019 - March 2023\n${TEXT}\n\nEducation\nBSc, ${SCHOOL}, 2015\n\nSkills\n${SKILL}, Docker\n`,
    );
    writeFileSync(
      path.join(folder, `${OTHER_FILE}.txt`),
      `${OTHER} Petrov\nEmail: boris@example.org\n${OTHER_TEXT}\n`,
    );
    writeFileSync(path.join(folder, `${BROKEN_FILE}.pdf`), `%PDF-1.4 ${BROKEN}`);
    const { app, window } = await start();
    await nameWorkspace(window);
    await pickerAnswers(app, [folder]);
    await window.getByRole('button', { name: 'Choose folder…' }).click();
    await importEnded(window);

    await goTo(window, 'Candidates');
    await search(window, SEARCHED);
    await expect(rows(window)).toHaveCount(0);
    await search(window, TEXT);
    await expect(rows(window)).toHaveCount(1);
    await rows(window).getByText(SURNAME).first().click();
    await window.getByRole('button', { name: 'Note', exact: true }).click();
    await window.getByLabel('Add note').fill(NOTE);
    await window.keyboard.press('ControlOrMeta+Enter');
    await expect(window.getByText(NOTE)).toBeVisible();
    await window.getByRole('button', { name: 'Tag', exact: true }).click();
    await window.getByRole('searchbox', { name: 'Tag candidate' }).fill(TAG);
    await window.getByRole('menuitemcheckbox', { name: `New tag “${TAG}”` }).click();
    await expect(window.getByRole('row', { name: TAG })).toBeVisible();
    // The original goes to where somebody said, and nowhere else.
    const saved = path.join(elsewhere, `${SAVED_AS}.txt`);
    await pickerAnswers(app, [saved]);
    await window.getByRole('tab', { name: /Files/ }).click();
    await window.getByRole('button', { name: 'Download' }).first().click();
    await expect.poll(() => readFileSync(saved, { encoding: 'utf8', flag: 'a+' })).toContain(TEXT);
    // Half a note is on screen when everything ends at once.
    await window.getByRole('tab', { name: /Notes/ }).click();
    await window.getByLabel('Add note').fill(UNSAVED);
    app.process().kill('SIGKILL');
    expect(foundIn(profile)).toEqual([]);
    expect(filesIn(temporary).flatMap(wordsIn)).toEqual([]);

    const again = await start();
    await search(again.window, NOTE);
    await expect(rows(again.window)).toHaveCount(1);
    await again.close();
    expect(foundIn(profile)).toEqual([]);
    expect(filesIn(temporary).flatMap(wordsIn)).toEqual([]);
    expect(strayFrom(begun).flatMap(wordsIn)).toEqual([]);
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    rmSync(temporary, { recursive: true, force: true });
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

/** Every file of a folder, with the words that stand in it or in its name. */
const foundIn = (dir: string): readonly string[] => {
  const files = filesIn(dir);
  // A profile of nothing would hold nothing.
  expect(files.length).toBeGreaterThan(20);
  return files.flatMap(wordsIn);
};

const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

function wordsIn(file: string): readonly string[] {
  let held: Buffer;
  try {
    held = readFileSync(file);
  } catch {
    // Gone meanwhile, or somebody else's.
    return [];
  }
  return CANARIES.filter((word) =>
    [word, word.toLowerCase()].some(
      (text) =>
        file.includes(text) || held.includes(text) || held.includes(Buffer.from(text, 'utf16le')),
    ),
  ).map((word) => `${word} in ${file}`);
}

/** What was written into the system's own folder for temporary files since then, by this test or by anybody; a level deep, where strays lie. */
const strayFrom = (since: number): readonly string[] =>
  readdirSync(SYSTEM, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(SYSTEM, entry.name))
    .filter((file) => {
      const made = statSync(file, { throwIfNoEntry: false });
      return made !== undefined && made.mtimeMs >= since && made.size < 50e6;
    });
