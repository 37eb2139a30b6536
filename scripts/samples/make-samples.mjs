/**
 * Makes the sample workspace: `npm run samples`. Writes resources/samples/cvs and truth.jsonl anew.
 * Needs Chromium (or Chrome) and LibreOffice; the result is kept in the repository, so only who changes
 * a sample has to run this. With words after it, only files whose path contains one of them are made.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, '..', '..', 'resources', 'samples');

if (!existsSync(join(HERE, 'node_modules', 'pdfkit'))) {
  execFileSync('npm', ['ci', '--ignore-scripts'], {
    cwd: HERE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
// Loaded late, because their packages may have been installed a moment ago.
const { catalogue } = await import('./catalogue.mjs');
const { zipParts } = await import('./formats/docx.mjs');
const { openPrinter } = await import('./formats/chromium.mjs');
const { layouts } = await import('./layouts/index.mjs');
const { shown } = await import('./lib/look.mjs');
const { truthOf } = await import('./lib/truth.mjs');
const { personOf } = await import('./people/index.mjs');

const only = process.argv.slice(2);
const wanted = (file) =>
  only.length === 0 || only.some((part) => file.path.includes(part) || file.layout === part);

const cvOf = (file) => {
  const cv = personOf(file.person);
  return file.change === undefined ? cv : file.change(cv);
};

const printer = await openPrinter();
try {
  if (only.length === 0) rmSync(join(OUT, 'cvs'), { recursive: true, force: true });
  const made = new Map();
  const archives = new Map();
  for (const file of catalogue.filter((entry) => wanted(entry))) {
    const bytes =
      file.copyOf === undefined
        ? await layouts[file.layout](shown(cvOf(file), file), { printer, file })
        : made.get(file.copyOf);
    if (bytes === undefined) continue;
    made.set(file.path, bytes);
    const [archive, inside] = file.path.split('.zip/');
    if (inside === undefined) save(file.path, bytes);
    else archives.set(`${archive}.zip`, { ...archives.get(`${archive}.zip`), [inside]: bytes });
  }
  for (const [path, parts] of archives) save(path, zipParts(parts));
  const truth = catalogue.map((file) =>
    JSON.stringify({ ...truthOf(file, cvOf(file)), ...(file.pair ? { pair: file.pair } : {}) }),
  );
  writeFileSync(join(OUT, 'truth.jsonl'), `${truth.join('\n')}\n`);
  process.stdout.write(`${made.size} sample CVs made.\n`);
} finally {
  await printer.close();
}

function save(path, bytes) {
  const target = join(OUT, 'cvs', ...path.split('/'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}
