import { say } from '@/electron/cli/output';
import type { KeyGiven } from '@/electron/core/keys/key-desk';
import { lockedError } from '@/electron/core/keys/locked-error';
import type { LockReason } from '@/shared/contract/api/keys';
import { recoveryKeyBytes } from '@/shared/domain/keys/recovery-key';

/**
 * Asks at the terminal for the passphrase or the recovery key; what is typed does not show. Null when nothing was typed. Only to be given
 * where there is a terminal (`canAsk`).
 */
export async function askKey(why: LockReason): Promise<KeyGiven | null> {
  say(lockedError(why).message);
  const typed = await askHidden('Passphrase or recovery key: ');
  if (typed === '') return null;
  return recoveryKeyBytes(typed) === null ? { passphrase: typed } : { recoveryKey: typed };
}

export const canAsk = (): boolean =>
  process.stdin.isTTY === true && process.stderr.isTTY === true && parentless();

/** Beside the answer, so that no file gets it along. */
export const tellRecoveryKey = (recoveryKey: string): void =>
  say(`Recovery key, shown this once; write it down: ${recoveryKey}`);

/** Inside the application the command line has no terminal of its own. */
const parentless = (): boolean => process.versions.electron === undefined;

/** Asks at the terminal; what is typed does not show. Empty when nothing was typed. */
export function askHidden(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(prompt);
  stdin.setRawMode(true);
  stdin.resume();
  stdin.setEncoding('utf8');
  return new Promise((resolve) => {
    let typed = '';
    const end = (answer: string): void => {
      stdin.off('data', read);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
      resolve(answer);
    };
    const read = (piece: string): void => {
      for (const sign of piece) {
        if (sign === '\r' || sign === '\n') return end(typed);
        // Ctrl-C and Ctrl-D: nothing was typed.
        if (sign === '\u0003' || sign === '\u0004') return end('');
        if (sign === '\u007f' || sign === '\b') typed = [...typed].slice(0, -1).join('');
        else typed += sign;
      }
    };
    stdin.on('data', read);
  });
}
