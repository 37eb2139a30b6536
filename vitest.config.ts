import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// One zone for every test; scheduling tests name the zones they need.
process.env['TZ'] = 'UTC';
// What command lines that tests start open their workspaces with; one try of it costs nothing.
process.env['LONGLIST_PASSPHRASE'] = 'a passphrase for tests';
process.env['LONGLIST_CHEAP_PASSPHRASE'] = '1';

const root = path.dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx', 'scripts/**/*.test.mjs'],
    exclude: ['node_modules/**', 'dist/**', 'release/**', 'tests/e2e/**'],
    globalSetup: ['scripts/test/build-programs.mjs'],
    // Test files share a process: starting one for each took ten times as long. So a test leaves no global behind.
    isolate: false,
    // A native addon and child processes behave in a process of their own as they do in the application.
    pool: 'forks',
    // Two at a time also where there are two cores: many wait for files, threads and child processes.
    maxWorkers: 2,
    // Ends what hangs, and says nothing of how fast a test is: a machine may be busy with ten other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
