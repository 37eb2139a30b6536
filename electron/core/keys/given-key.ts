import { readFileSync } from 'node:fs';
import type { Argon2Cost } from '@/shared/domain/keys/key-file';
import { AppError } from '@/shared/kit/app-error';
import type { KeyGiven } from './key-desk';

/**
 * The key that stands in the environment: LONGLIST_PASSPHRASE or LONGLIST_RECOVERY_KEY. It is taken out of this process's environment, so
 * that no thread or child gets it along.
 */
export function keyInEnvironment(
  env: Record<string, string | undefined> = process.env,
): KeyGiven | null {
  const { LONGLIST_PASSPHRASE: passphrase, LONGLIST_RECOVERY_KEY: recoveryKey } = env;
  delete env.LONGLIST_PASSPHRASE;
  delete env.LONGLIST_RECOVERY_KEY;
  if (passphrase) return { passphrase };
  return recoveryKey ? { recoveryKey } : null;
}

/** The passphrase that stands on the first line of a file. Errors: INVALID when it cannot be read or has none. */
export function keyInFile(file: string): KeyGiven {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new AppError('INVALID', 'The file with the passphrase cannot be read.');
  }
  const [passphrase = ''] = text.split(/\r?\n/, 1);
  if (passphrase === '') {
    throw new AppError('INVALID', 'The file with the passphrase is empty.');
  }
  return { passphrase };
}

/** What benchmarks and tests set outside the packaged application: workspaces in clear, and passphrases that cost nothing to try. */
export const testingOptions = (
  env: Readonly<Record<string, string | undefined>> = process.env,
): { readonly plain: boolean; readonly cheapPassphrase: boolean } => ({
  plain: env.LONGLIST_PLAIN === '1',
  cheapPassphrase: env.LONGLIST_CHEAP_PASSPHRASE === '1',
});

/** One try costs next to nothing. */
export const CHEAP_ARGON2: Argon2Cost = { memoryKiB: 8, passes: 1, lanes: 1 };
