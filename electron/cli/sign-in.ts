import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { askHidden, canAsk } from '@/electron/cli/ask-key';
import { UsageError } from '@/electron/cli/output';
import type { Core } from '@/electron/core/core';

/** Who runs a command, as its options say it. */
export interface WhoRuns {
  readonly user?: string | undefined;
  readonly passwordFile?: string | undefined;
  readonly code?: string | undefined;
}

/** A failed attempt beside the running application cannot be kept; it costs this at the least, in ms. */
const AFTER_FAILURE = 1000;

/**
 * Signs in as `--user` or LONGLIST_USER. The password comes from `--password-file`, else LONGLIST_PASSWORD, else the terminal: never from
 * the command line, which other programs and the shell's history can read. Errors: UsageError for what is missing, SIGN_IN_REFUSED.
 */
export async function signInAs(core: Core, who: WhoRuns): Promise<void> {
  const email = who.user ?? process.env.LONGLIST_USER;
  if (email === undefined || email === '') {
    throw new UsageError('this workspace has to be signed in to: say --user <email>.');
  }
  const password = await passwordOf(who, email);
  const { auth } = core.client();
  const attempt = async (code: string | undefined) => {
    try {
      return await auth.signIn({ email, password, ...(code !== undefined && { code }) });
    } catch (error) {
      await pause(AFTER_FAILURE);
      throw error;
    }
  };
  const answer = await attempt(who.code);
  if (answer.state === 'code-needed') {
    await attempt(await ask(`Code of two-step sign-in for ${email}: `, '--code'));
  }
  if ((await core.client().workspace.status()).state === 'password-change') {
    throw new UsageError('a one-time password has to be changed in the application first.');
  }
}

/** From the file named, the environment or the terminal. Errors: UsageError. */
export async function passwordOf(who: WhoRuns, email: string): Promise<string> {
  if (who.passwordFile !== undefined) {
    const text = await readFile(who.passwordFile, 'utf8').catch(() => null);
    if (text === null) throw new UsageError(`${who.passwordFile} cannot be read.`);
    return text.split(/\r?\n/, 1)[0] ?? '';
  }
  const given = process.env.LONGLIST_PASSWORD;
  if (given !== undefined && given !== '') return given;
  return ask(`Password of ${email}: `, '--password-file or LONGLIST_PASSWORD');
}

function ask(question: string, otherwise: string): Promise<string> {
  if (!canAsk()) throw new UsageError(`there is no terminal to ask on: say ${otherwise}.`);
  return askHidden(question);
}
