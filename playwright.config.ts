import { defineConfig } from '@playwright/test';

// Real Electron, one window at a time: two cores are not enough for more, and the profile folders are the tests' own.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [{ name: 'desktop', testDir: 'tests/e2e/desktop' }],
});
