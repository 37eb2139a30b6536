import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// One zone for every test; scheduling tests name the zones they need.
process.env['TZ'] = 'UTC';
// What command lines that tests start open their workspaces with; one try of it costs nothing.
process.env['LONGLIST_PASSPHRASE'] = 'a passphrase for tests';
process.env['LONGLIST_CHEAP_PASSPHRASE'] = '1';

/** Those that take more than a quarter of a minute and are short files: Vitest begins with the largest where it has not measured yet. */
const LONG = /(sqlite|full-disk|imports\/crash|store-tests\/crash)\.test\.ts$/;

/** The longest first: what one worker begins last would keep the other waiting. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))];
  }
}

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
    sequence: { sequencer: LongestFirst },
    // Two at a time also where there are two cores: many wait for files, threads and child processes.
    maxWorkers: 2,
    // Ends what hangs, and says nothing of how fast a test is: a machine may be busy with ten other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
