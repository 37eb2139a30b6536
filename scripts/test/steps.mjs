// The steps of `npm test`, cheapest first.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from '../build.mjs';
import { stream } from '../run/stream.mjs';
import { inRepo } from '../setup/places.mjs';

const REPORTS = inRepo('node_modules', '.cache', 'longlist-tests');

/**
 * `ofSources`: needs the npm packages alone, neither the runtime nor the addon.
 * @type {readonly {name: string, ofSources?: boolean, what: string, run: () => Promise<{ok: boolean, passed?: number, failed?: number, note?: string}>}[]}
 */
export const STEPS = [
  {
    name: 'format',
    ofSources: true,
    what: 'the formatting of every file (biome); `npm run format` mends it',
    run: () => tool('@biomejs/biome/bin/biome', 'format', '--max-diagnostics=20'),
  },
  {
    name: 'lint',
    ofSources: true,
    what: 'mistakes a linter finds, with types (oxlint)',
    run: () => tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
  },
  {
    name: 'types',
    ofSources: true,
    what: 'types, room by room (tsc)',
    run: () => tool('typescript-7/bin/tsc', '-b'),
  },
  {
    name: 'imports',
    ofSources: true,
    what: 'who may import whom (dependency-cruiser)',
    run: () => node(inRepo('scripts/test/import-rules.mjs')),
  },
  {
    name: 'unused',
    ofSources: true,
    what: 'files, exports and packages that nothing uses (knip)',
    run: () => tool('knip/bin/knip.js', '--no-progress'),
  },
  {
    name: 'build',
    ofSources: true,
    what: 'the programs build',
    run: () => buildAll(),
  },
  {
    name: 'unit',
    what: 'unit and integration tests on real SQLite and real files (vitest)',
    run: () => unitTests(),
  },
  {
    name: 'e2e',
    what: 'the window in real Electron, and the packaged application (Playwright)',
    run: () => endToEndTests(),
  },
];

/** @param {string} name */
export function findStep(name) {
  return STEPS.find((step) => step.name === name);
}

async function node(...args) {
  return { ok: (await stream(process.execPath, args)) === 0 };
}

function tool(file, ...args) {
  return node(inRepo('node_modules', file), ...args);
}

async function buildAll() {
  try {
    await build();
    return { ok: true };
  } catch (error) {
    console.log(error.message);
    return { ok: false };
  }
}

async function unitTests() {
  const report = freshReport('vitest.json');
  const code = await stream(process.execPath, [
    inRepo('node_modules/vitest/vitest.mjs'),
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counts = read(report);
  return { ok: code === 0, passed: counts?.numPassedTests, failed: counts?.numFailedTests };
}

async function endToEndTests() {
  // Also when this step runs alone: the window under test is the one of today's sources.
  const built = await buildAll();
  if (!built.ok) return built;
  const report = freshReport('playwright.json');
  const playwright = inRepo('node_modules/@playwright/test/cli.js');
  const code = await stream(process.execPath, [playwright, 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const stats = read(report)?.stats;
  return {
    ok: code === 0,
    passed: stats && stats.expected + stats.flaky,
    failed: stats?.unexpected,
    // A test that passes only at the second attempt is worth knowing of.
    note: stats?.flaky > 0 ? ` — ${stats.flaky} passed only when tried again` : '',
  };
}

function freshReport(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = path.join(REPORTS, name);
  rmSync(file, { force: true });
  return file;
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // The runner ended before writing its report; its exit code says so too.
    return undefined;
  }
}
