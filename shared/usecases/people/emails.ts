import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** An address to sign in with, as it is kept. Errors: INVALID for none, and for one that somebody else has. */
export async function usableEmail(
  { people }: Pick<Deps, 'people'>,
  given: string,
  userId: Id | null,
): Promise<string> {
  const email = emailOf(given);
  const other = await people.userByEmail(email);
  if (other !== null && other.id !== userId) {
    throw new AppError(
      'INVALID',
      'Somebody else signs in with this address. Nothing was changed.',
      { reason: 'email-taken' },
    );
  }
  return email;
}

/** An address as it is kept. Errors: INVALID for none. */
export function emailOf(given: string): string {
  const email = given.trim().toLowerCase();
  // Whether mail arrives there is not for Longlist to say: it is a name to sign in with.
  if (!/^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(email)) {
    throw new AppError('INVALID', 'This is no e-mail address. Nothing was changed.', {
      reason: 'email',
    });
  }
  return email;
}
