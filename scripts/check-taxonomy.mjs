// `node scripts/check-taxonomy.mjs`: checks the skill taxonomy under resources/skills/taxonomy and prints what it holds by area.
// Exit code 1 and one line for each mistake; docs/taxonomy.md tells the format. The unit tests run it too.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fold } from './run/fold.mjs';

const folder = fileURLToPath(new URL('../resources/skills/taxonomy/', import.meta.url));
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LINE = /^ {2}"([^"]+)": "((?:[^"\\]|\\.)+)",?$/;

const mistakes = [];
const skills = readAll();
const areas = new Set([...skills.values()].map((skill) => skill.area));
checkLinks();
checkCycles();
checkNames();
printTable();
for (const mistake of mistakes) console.error(`✘ ${mistake}`);
process.exitCode = mistakes.length > 0 ? 1 : 0;

/** The files line by line, not as JSON: a parser of JSON keeps the last of two equal keys and says nothing. */
function readAll() {
  const found = new Map();
  for (const file of readdirSync(folder).sort()) {
    const area = path.basename(file, '.json');
    const lines = readFileSync(path.join(folder, file), 'utf8').trimEnd().split('\n');
    for (const line of lines.slice(1, -1)) {
      const match = LINE.exec(line);
      if (match === null) {
        mistakes.push(`${file}: not one skill on a line: ${line.slice(0, 60)}`);
        continue;
      }
      const [, id, text] = match;
      if (!ID.test(id)) mistakes.push(`${file}: ${id} is no id`);
      if (found.has(id)) mistakes.push(`${file}: ${id} is in ${found.get(id).area} already`);
      found.set(id, { id, area, ...parts(JSON.parse(`"${text}"`)) });
    }
  }
  return found;
}

function parts(text) {
  const [front, related = ''] = text.split(' ~ ');
  const [names, parents = ''] = front.split(' < ');
  return { names: names.split('; '), parents: list(parents), related: list(related) };
}

function list(words) {
  return words === '' ? [] : words.split(' ');
}

function checkLinks() {
  for (const skill of skills.values()) {
    for (const id of [...skill.parents, ...skill.related]) {
      if (!skills.has(id)) mistakes.push(`${skill.id}: there is no skill ${id}`);
      if (id === skill.id) mistakes.push(`${skill.id} is linked with itself`);
    }
    for (const id of skill.related) {
      if (skill.parents.includes(id)) mistakes.push(`${skill.id}: ${id} is parent and related`);
    }
  }
}

function checkCycles() {
  const done = new Set();
  const walk = (id, path_) => {
    if (path_.includes(id)) {
      mistakes.push(`a cycle: ${[...path_.slice(path_.indexOf(id)), id].join(' < ')}`);
      return;
    }
    if (done.has(id)) return;
    for (const parent of skills.get(id)?.parents ?? []) walk(parent, [...path_, id]);
    done.add(id);
  };
  for (const id of skills.keys()) walk(id, []);
}

/** A name means one skill. Folded as the parser folds: shared/kit/text.ts and skillKey in taxonomy.ts. */
function checkNames() {
  const owners = new Map();
  for (const skill of skills.values()) {
    for (const name of skill.names) {
      const key = keyOf(name.replace(/!$/, ''));
      const owner = owners.get(key);
      if (name !== name.trim() || key === '') mistakes.push(`${skill.id}: the name "${name}"`);
      if (owner !== undefined) mistakes.push(`"${name}" means ${owner} and ${skill.id}`);
      if (key.split(' ').length > 6) mistakes.push(`"${name}" has more than six words`);
      owners.set(key, skill.id);
    }
  }
}

function keyOf(name) {
  return fold(name)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

function printTable() {
  const row = (...cells) =>
    console.log(
      cells
        .map((cell, at) => (at === 0 ? String(cell).padEnd(15) : String(cell).padStart(9)))
        .join(''),
    );
  const count = (area) => {
    const own = [...skills.values()].filter((skill) => area === null || skill.area === area);
    const names = own.reduce((sum, skill) => sum + skill.names.length, 0);
    return [
      own.length,
      names,
      own.filter((skill) => skill.names.length >= 6).length,
      own.filter((skill) => skill.related.length > 0).length,
    ];
  };
  row('area', 'skills', 'names', '6+ names', 'related');
  for (const area of areas) row(area, ...count(area));
  row('all', ...count(null));
}
