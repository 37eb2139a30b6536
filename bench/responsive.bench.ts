import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { createGenerator } from './generate-candidates';
import { writeCvs } from './make-cvs';
import { makeWorkspace } from './make-workspace';

// Whether the desk stays usable while an import runs at full speed: the real window scrolls its list of 10,000 candidates and the core
// answers searches, at rest (the yardstick) and during the import of text PDFs and DOCX. `responsive 2000` imports two thousand.

const CANDIDATES = 10_000;
const COUNT = Number(process.argv[2] ?? 900);
const SEARCH_BAR_MS = 100;
const MISSED_BAR = 1 / 50;

const repo = path.resolve(import.meta.dirname, '../..');
// The electron package's main export is the path of its executable.
const electron = createRequire(import.meta.url)('electron') as unknown as string;

interface Measured {
  /** Times between animation frames, ms. */
  readonly frames: readonly number[];
  /** Times from asking to the answer, ms. */
  readonly searches: readonly number[];
}

interface Figures {
  readonly rest: Measured;
  readonly busy: Measured;
  readonly imported: {
    readonly state: string;
    readonly seconds: number;
    readonly counts: { readonly seen: number; readonly failed: number };
  };
}

const dir = mkdtempSync(path.join(tmpdir(), 'longlist-bench-responsive-'));
try {
  const profile = path.join(dir, 'profile');
  const folder = path.join(dir, 'cvs');
  await makeWorkspace(path.join(profile, 'workspace'), CANDIDATES);
  writeCvs(folder, COUNT);
  console.log(
    `${CANDIDATES} candidates, ${COUNT} files to import, load ${loadavg()[0]?.toFixed(1)} before`,
  );
  const { rest, busy, imported } = await drive(profile, folder);
  const { counts, seconds, state } = imported;
  console.log(
    `import ${state}: ${counts.seen} files, ${counts.failed} of them failed, in ${seconds.toFixed(0)} s (${(counts.seen / seconds).toFixed(1)} a second)`,
  );
  if (counts.seen < COUNT || counts.failed > 0) throw new Error('Not every file came in');
  const period = percentile(rest.frames, 0.5);
  const atRest = describe('at rest', rest, period);
  const importing = describe('while importing', busy, period);
  verdict('search p95', importing.search, SEARCH_BAR_MS, 'ms', atRest.search);
  verdict('frames missed', importing.missed * 100, MISSED_BAR * 100, '%', atRest.missed * 100);
} finally {
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}

function describe(when: string, { frames, searches }: Measured, period: number) {
  const late = frames.filter((delta) => delta > period * 1.5);
  const missed = late.length / Math.max(1, frames.length);
  const search = percentile(searches, 0.95);
  console.log(
    `${when.padEnd(16)} ${frames.length} frames of ${period.toFixed(1)} ms: ${late.length} missed (1 in ${missed > 0 ? (1 / missed).toFixed(0) : '∞'}), longest ${percentile(frames, 1).toFixed(0)} ms · ${searches.length} searches: p50 ${percentile(searches, 0.5).toFixed(0)} ms, p95 ${search.toFixed(0)} ms, longest ${percentile(searches, 1).toFixed(0)} ms`,
  );
  return { missed, search };
}

function verdict(what: string, value: number, bar: number, unit: string, atRest: number): void {
  console.log(
    `${what}: ${value.toFixed(1)} ${unit} (at rest ${atRest.toFixed(1)}, bar ${bar} ${unit}): ${value <= bar ? 'met' : 'missed'}`,
  );
}

/** Runs the application with the profile, has it import the folder, and returns what was seen meanwhile. */
function drive(profile: string, folder: string): Promise<Figures> {
  const { vocabulary } = createGenerator({ ownerId: '' });
  // Common, middling and rare ones of the words in the CVs, and skills.
  const words = [
    ...vocabulary.words.slice(0, 5),
    ...vocabulary.words.slice(300, 320),
    ...vocabulary.words.slice(8000, 8010),
    ...vocabulary.skills.slice(0, 10).map(({ name }) => name),
  ];
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    electron,
    [...root, `--user-data-dir=${profile}`, path.join(repo, 'bench', 'electron', 'busy-main.mjs')],
    {
      stdio: ['ignore', 'pipe', process.env['BENCH_VERBOSE'] ? 'inherit' : 'ignore'],
      env: { ...process.env, BENCH_FOLDER: folder, BENCH_WORDS: JSON.stringify(words) },
    },
  );
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => child.kill('SIGKILL'), 60_000 + COUNT * 400);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('exit', () => {
      clearTimeout(deadline);
      const figures = /^figures (.+)$/m.exec(output)?.[1];
      // Written by busy-main.mjs in this shape.
      if (figures !== undefined) resolve(JSON.parse(figures) as Figures);
      else reject(new Error(`The application ended without figures. ${output.slice(-500)}`));
    });
  });
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
