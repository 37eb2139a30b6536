import { defineConfig } from '@playwright/test';
import { needsDisplay } from './tests/e2e/desktop/display';

// Real Electron, each window with a profile folder of its own. Where nobody looks on, two workers: half of a test's time is waiting for one
// process or another. On somebody's display one, as windows there take each other's focus.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: needsDisplay() ? 2 : 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [{ name: 'desktop', testDir: 'tests/e2e/desktop' }],
});
