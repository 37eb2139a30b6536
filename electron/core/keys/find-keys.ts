import type { LockReason } from '@/shared/contract/api/keys';
import { isAppError } from '@/shared/kit/app-error';
import type { KeyDesk, KeyGiven } from './key-desk';
import { slotsIn } from './key-slots';
import type { Keyring } from './keyring';

/** How long the keychain may take while Longlist starts. */
const START_DEADLINE_MS = 8_000;
const MOST_QUESTIONS = 3;

/** The keys of a workspace by the key that was given with the start, the keychain, or what somebody answers; else why not. */
export async function findKeys(
  {
    keys,
    ask,
  }: {
    readonly keys: KeyDesk;
    /** Null: nobody is there to answer. */
    readonly ask: ((why: LockReason) => Promise<KeyGiven | null>) | null;
  },
  given: KeyGiven | null,
): Promise<Keyring | LockReason> {
  const file = keys.file();
  const slots = file === null ? null : slotsIn(file);
  let why: LockReason | null = null;
  if (given !== null && ('passphrase' in given ? slots?.passphrase : slots?.recoveryKey)) {
    const opened = await openedBy(keys, given);
    if (opened !== null) return opened;
    why = 'wrong-key';
  }
  if (why === null) {
    const found = await keys.openWithKeychain(START_DEADLINE_MS);
    if (typeof found !== 'string') return found;
    why = found === 'no-slot' ? 'passphrase' : found;
  }
  for (let n = 0; n < MOST_QUESTIONS && ask !== null; n++) {
    const answer = await ask(why);
    if (answer === null) break;
    const opened = await openedBy(keys, answer);
    if (opened !== null) return opened;
    why = 'wrong-key';
  }
  return why;
}

const openedBy = (keys: KeyDesk, one: KeyGiven): Promise<Keyring | null> =>
  keys.openWith(one).catch((error: unknown) => {
    if (isAppError(error) && (error.code === 'WRONG_KEY' || error.code === 'INVALID')) return null;
    throw error;
  });
