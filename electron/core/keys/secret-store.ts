import { runKeyTask } from './key-tasks';

/** How the keychain of this computer is: `unavailable` (none, or locked for good), `no-answer` (it may wait for its password). */
export type KeychainState = 'works' | 'unavailable' | 'no-answer';

/** Where a secret is kept for this person by the operating system. Nothing here rejects or hangs. */
export interface SecretStore {
  /** The secret kept under this account; `missing` when the store answers and has none. */
  readonly read: (
    account: string,
    deadlineMs: number,
  ) => Promise<
    | { readonly state: 'found'; readonly secret: string }
    | { readonly state: 'missing' | 'unavailable' | 'no-answer' }
  >;
  readonly write: (account: string, secret: string) => Promise<KeychainState>;
  readonly remove: (account: string) => Promise<void>;
}

/** How long somebody may take who is asked for the password of their keyring. */
const WRITE_DEADLINE_MS = 60_000;

/** The system's keychain, asked on a thread that can be given up. */
export function createKeychain(entry: string): SecretStore {
  return {
    read: async (account, deadlineMs) => {
      const answer = await runKeyTask(entry, { kind: 'keychain-read', account }, deadlineMs);
      if (answer === null) return { state: 'no-answer' };
      if (answer.kind !== 'secret') return { state: 'unavailable' };
      return answer.secret === null
        ? { state: 'missing' }
        : { state: 'found', secret: answer.secret };
    },
    write: async (account, secret) => {
      const task = { kind: 'keychain-write', account, secret } as const;
      const answer = await runKeyTask(entry, task, WRITE_DEADLINE_MS);
      if (answer === null) return 'no-answer';
      return answer.kind === 'done' ? 'works' : 'unavailable';
    },
    remove: async (account) => {
      await runKeyTask(entry, { kind: 'keychain-remove', account }, 5_000);
    },
  };
}

/** For a computer without one, and for tests, which must leave a developer's keychain alone. */
export const noKeychain: SecretStore = {
  read: async () => ({ state: 'unavailable' }),
  write: async () => 'unavailable',
  remove: async () => undefined,
};

/** Whether secrets can be kept here; asks for one that is not there. */
export async function keychainState(
  store: SecretStore,
  deadlineMs: number,
): Promise<KeychainState> {
  const { state } = await store.read('system-check', deadlineMs);
  return state === 'found' || state === 'missing' ? 'works' : state;
}
