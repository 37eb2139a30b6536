// Checks the table of job titles in resources/titles/ and prints what is in it.
//
//   node scripts/check-titles.mjs            counts and mistakes; exit code 1 when there is a mistake
//   node scripts/check-titles.mjs --heads    also the words that name the work in one title only, for a look by eye

import { readdirSync, readFileSync } from 'node:fs';
import { inRepo } from './setup/places.mjs';
import { fold } from './run/fold.mjs';

const FOLDER = inRepo('resources/titles');
const NOT_TITLES = new Set(['groups.json', 'words.json']);
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'zh', 'ja'];
const LONGEST_NAME = 8;

const groups = read('groups.json');
const mistakes = [];
const owners = new Map();
const ids = new Map();
const perGroup = new Map();
const perLanguage = new Map(LANGUAGES.map((language) => [language, { titles: 0, names: 0 }]));

for (const file of readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  if (NOT_TITLES.has(file)) continue;
  for (const [group, titles] of Object.entries(read(file))) {
    if (groups[group] === undefined) mistakes.push(`${file}: group ${group} is not in groups.json`);
    perGroup.set(group, (perGroup.get(group) ?? 0) + Object.keys(titles).length);
    for (const [id, line] of Object.entries(titles)) checkTitle(file, id, line);
  }
  checkDoubleKeys(file);
}
for (const group of Object.keys(groups))
  if (!perGroup.has(group)) mistakes.push(`groups.json: no title is in group ${group}`);

const names = [...perLanguage.values()].reduce((sum, { names }) => sum + names, 0);
console.log(`${ids.size} titles in ${perGroup.size} groups, ${names} names.`);
for (const [language, { titles, names }] of perLanguage)
  console.log(
    `  ${language} ${String(titles).padStart(5)} titles ${String(names).padStart(6)} names`,
  );
for (const [group, count] of perGroup)
  console.log(`  ${String(count).padStart(4)} ${groups[group]?.[0] ?? group}`);
for (const mistake of mistakes) console.log(`Mistake: ${mistake}`);
console.log(mistakes.length === 0 ? 'No mistakes.' : `${mistakes.length} mistakes.`);
process.exitCode = mistakes.length > 0 ? 1 : 0;

function checkTitle(file, id, line) {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) mistakes.push(`${file}: ${id} is not an id`);
  if (ids.has(id)) mistakes.push(`${file}: ${id} is already in ${ids.get(id)}`);
  ids.set(id, file);
  const seen = new Set();
  line.split('|').forEach((part, index) => {
    const language = index === 0 ? 'en' : part.trim().slice(0, 2);
    const known = perLanguage.get(language);
    if (known === undefined || (index > 0 && part.trim()[2] !== ' ')) {
      mistakes.push(`${id}: ${part.trim().slice(0, 20)} does not begin with a language`);
      return;
    }
    if (seen.has(language)) mistakes.push(`${id}: ${language} twice`);
    seen.add(language);
    known.titles++;
    const text = index === 0 ? part : part.trim().slice(3);
    for (const name of text.split(',').map((one) => one.trim())) {
      known.names++;
      checkName(id, name);
    }
  });
}

function checkName(id, name) {
  const forms = new Set(formsOf(name).map(keyOf));
  for (const key of forms) {
    if (key === '') mistakes.push(`${id}: an empty name`);
    if (key.split(' ').length > LONGEST_NAME) mistakes.push(`${id}: ${name} is too long`);
    const owner = owners.get(key);
    if (owner !== undefined && owner !== id) mistakes.push(`${name}: in ${owner} and ${id}`);
    owners.set(key, id);
  }
}

/** JSON.parse keeps the last of two equal keys and says nothing. */
function checkDoubleKeys(file) {
  const keys = [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/^ {2}"([^"]+)":/gm)];
  const found = new Set();
  for (const [, key] of keys) {
    if (found.has(key)) mistakes.push(`${file}: ${key} stands there twice`);
    found.add(key);
  }
}

/** As `formsOf` in shared/domain/parsing/title-words.ts. */
function formsOf(name) {
  if (!name.includes('/')) return [name];
  const words = name.split(' ').map((word) => {
    const [first, second] = word.split('/');
    if (second === undefined) return [word, word];
    if (!second.startsWith('-')) return [first, second];
    return [first, `${first.replace(/[aeo]$/, '')}${second.slice(1)}`];
  });
  return [0, 1].map((form) => words.map((pair) => pair[form]).join(' '));
}

function keyOf(name) {
  return fold(name)
    .replace(/[^\p{L}\p{N}+#&]+/gu, ' ')
    .trim();
}

function read(file) {
  return JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
}
