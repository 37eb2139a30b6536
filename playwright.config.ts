import { defineConfig } from '@playwright/test';
import { needsDisplay } from './tests/e2e/desktop/display';

/** Those that take more than half a minute on a quiet machine, and the last of the others where it is long itself. */
const LONG = /(screens|one-laptop|package|first-job|search-box|sharing)\.spec\.ts$/;

// Real Electron, each window with a profile folder of its own. Where nobody looks on, two workers: half of a test's time is waiting for one
// process or another. On somebody's display one, as windows there take each other's focus.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: needsDisplay() ? 2 : 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // They end what hangs, and say nothing of how fast a test is: a machine may be busy with ten other things.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  // The longest first: what one worker begins last would keep the other waiting. Tests are taken project by project.
  projects: [
    { name: 'desktop-long', testDir: 'tests/e2e/desktop', testMatch: LONG },
    { name: 'desktop', testDir: 'tests/e2e/desktop', testIgnore: LONG },
  ],
});
