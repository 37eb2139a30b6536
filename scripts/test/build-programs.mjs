// Before unit tests: the built programs, because some tests start the real parser process or the real command line.

import { build } from '../build.mjs';
import { say } from '../setup/run.mjs';

export async function setup() {
  try {
    await build(['node'], { quiet: true });
  } catch (error) {
    // `npm test` has a step of its own that fails for this; a person running one test file should not be stopped by another room.
    say(
      `The programs in dist/node could not be built; tests that start them will fail.\n${error.message}`,
    );
  }
}
