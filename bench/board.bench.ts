import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { measureAnswers } from './board-answers';
import { makeBoard } from './make-board';

// How long the core's thread is held by the answer for a board, for an administrator, a recruiter and a hiring manager (with `--answers`
// that alone); and whether it holds still under the hand: the real window shows a job with 2,000 candidates (or the number given), and the mouse
// carries cards over its columns. Measured are the times between animation frames while it drags, and right after it drops.

const CARDS = Number(process.argv[2] ?? 2000);
const DRAGS = 5;
const BAR_MS = 50;

const repo = path.resolve(import.meta.dirname, '../..');
// The electron package's main export is the path of its executable.
const electron = createRequire(import.meta.url)('electron') as unknown as string;

interface Figures {
  /** Times between animation frames, ms. */
  readonly rest: readonly number[];
  readonly dragging: readonly number[];
  readonly dropping: readonly number[];
  /** How many of the drags moved their card. */
  readonly moved: number;
}

const profile = mkdtempSync(path.join(tmpdir(), 'longlist-bench-board-'));
try {
  const jobId = await makeBoard(profile, CARDS);
  console.log(`${CARDS} cards, ${DRAGS} drags, load ${loadavg()[0]?.toFixed(1)} before`);
  let held = 0;
  for (const { who, cards, times, cpu } of await measureAnswers(profile, jobId)) {
    held = Math.max(held, percentile(times, 0.95));
    console.log(
      `answer for ${`${who},`.padEnd(16)} ${cards} cards: median ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, longest ${percentile(times, 1).toFixed(1)} ms; median of CPU ${percentile(cpu, 0.5).toFixed(1)} ms`,
    );
  }
  console.log(
    `core's thread held: p95 ${held.toFixed(1)} ms at most (bar ${BAR_MS} ms): ${held <= BAR_MS ? 'met' : 'missed'}`,
  );
  if (!process.argv.includes('--answers')) await drag();
} finally {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** In the real window. */
async function drag(): Promise<void> {
  const { rest, dragging, dropping, moved } = await drive();
  if (moved < DRAGS) throw new Error(`Only ${moved} of ${DRAGS} drags moved their card`);
  describe('at rest', rest);
  describe('while dragging', dragging);
  describe('after dropping', dropping);
  const longest = percentile(dragging, 1);
  console.log(
    `longest frame while dragging: ${longest.toFixed(1)} ms (at rest ${percentile(rest, 1).toFixed(1)}, bar ${BAR_MS} ms): ${longest <= BAR_MS ? 'met' : 'missed'}`,
  );
}

function describe(when: string, frames: readonly number[]): void {
  const at = (share: number): string => percentile(frames, share).toFixed(1);
  const over = frames.filter((ms) => ms > BAR_MS).length;
  console.log(
    `${when.padEnd(15)} ${frames.length} frames: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms, ${over} over ${BAR_MS} ms`,
  );
}

function drive(): Promise<Figures> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    electron,
    [...root, `--user-data-dir=${profile}`, path.join(repo, 'bench', 'electron', 'board-main.mjs')],
    {
      stdio: ['ignore', 'pipe', process.env['BENCH_VERBOSE'] ? 'inherit' : 'ignore'],
      env: { ...process.env, BENCH_DRAGS: String(DRAGS) },
    },
  );
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => child.kill('SIGKILL'), 180_000);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('exit', () => {
      clearTimeout(deadline);
      const figures = /^figures (.+)$/m.exec(output)?.[1];
      // Written by board-main.mjs in this shape.
      if (figures !== undefined) resolve(JSON.parse(figures) as Figures);
      else reject(new Error(`The application ended without figures. ${output.slice(-500)}`));
    });
  });
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
