import { AppError } from '@/shared/kit/app-error';
import type { Clock } from '@/shared/kit/clock';

/** Wrong ones in a row before there is a wait. */
const FREE = 3;
const LONGEST_SECONDS = 300;

/**
 * Slows guessing at the desk down: after three wrong ones in a row the next has to wait, 2 seconds, 4, 8 … five minutes at most. Whoever
 * has the files guesses elsewhere: against them stands what a passphrase costs to try.
 */
export function createTries(clock: Clock) {
  let wrong = 0;
  /** Since when one has to wait, and how long, in ms. */
  let from = 0;
  let waits = 0;
  return {
    /** Runs one try; null counts as a wrong one. Errors: TOO_MANY_TRIES with the `seconds` to wait. */
    attempt: async <T>(run: () => Promise<T | null>): Promise<T | null> => {
      const now = clock.now().getTime();
      // Where the clock was set back the wait begins anew: neither is it over, nor does it last for years.
      if (now < from) from = now;
      const wait = waits === 0 ? 0 : from + waits - now;
      if (wait > 0) {
        const seconds = Math.ceil(wait / 1000);
        throw new AppError(
          'TOO_MANY_TRIES',
          `Several tries were wrong. Wait ${seconds} seconds before the next.`,
          { seconds },
        );
      }
      // Counted before it is known: tries sent at once must not all be free.
      wrong += 1;
      if (wrong > FREE) {
        const seconds = Math.min(LONGEST_SECONDS, 2 ** (wrong - FREE));
        from = clock.now().getTime();
        waits = seconds * 1000;
      }
      const found = await run();
      if (found !== null) {
        wrong = 0;
        waits = 0;
      }
      return found;
    },
  };
}
