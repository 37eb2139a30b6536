// The message catalogue and the window agree. A key that the window names and no catalogue has does not compile (MessageId); this finds
// the rest: a key that nobody uses, the same key in two files, a text that is empty.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRepo } from '../setup/places.mjs';

const folder = inRepo('resources', 'messages', 'en');
const sources = sourceFiles(inRepo('renderer')).concat(sourceFiles(inRepo('shared')));
const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
// A key may be put together: `import.outcome.${outcome}` uses every key that begins so.
const beginnings = [...code.matchAll(/`([a-zA-Z][\w.-]*)\$\{/g)].map((match) => match[1]);

const problems = [];
const seen = new Map();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const texts = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  for (const [key, text] of Object.entries(texts)) {
    if (seen.has(key)) problems.push(`${file}: ${key} stands in ${seen.get(key)} too`);
    seen.set(key, file);
    if (typeof text !== 'string' || text.trim() === '') problems.push(`${file}: ${key} is empty`);
    if (!isUsed(key)) problems.push(`${file}: nothing uses ${key}`);
  }
}

for (const problem of problems) console.log(problem);
console.log(`${seen.size} texts checked, ${problems.length} problems.`);
process.exitCode = problems.length > 0 || seen.size === 0 ? 1 : 0;

function isUsed(key) {
  return (
    code.includes(`'${key}'`) ||
    code.includes(`"${key}"`) ||
    beginnings.some((beginning) => beginning.includes('.') && key.startsWith(beginning))
  );
}

function sourceFiles(room) {
  return readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
