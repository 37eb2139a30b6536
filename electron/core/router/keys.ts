import type { KeyDesk } from '@/electron/core/keys/key-desk';
import { slotsIn } from '@/electron/core/keys/key-slots';
import { keychainState, type SecretStore } from '@/electron/core/keys/secret-store';
import type { Opening } from '@/electron/core/opening';
import type { Api } from './door';

export { keysContract } from '@/shared/contract/api/keys';

export interface KeysRouterDeps {
  readonly keys: KeyDesk;
  readonly opening: Opening;
  readonly secrets: SecretStore;
}

/** How long the keychain is waited for before the window is told that it does not answer. */
const KEYCHAIN_DEADLINE_MS = 3_000;

export const keysRouter = (api: Api['keys'], { keys, opening, secrets }: KeysRouterDeps) => ({
  status: api.status.handler(async () => {
    const file = keys.file();
    return {
      slots: slotsIn(file),
      keychain: await keychainState(secrets, KEYCHAIN_DEADLINE_MS),
      passphraseGiven: opening.isPassphraseGiven(),
      autoLockMinutes: file?.autoLockMinutes ?? null,
      rotatedAt: file?.retired[0]?.retiredAt ?? null,
    };
  }),
  unlock: api.unlock.handler(async ({ input }) => {
    await opening.unlock(input);
    return {};
  }),
  lock: api.lock.handler(async () => {
    await opening.lock();
    return {};
  }),
  protect: api.protect.handler(async ({ input }) => ({
    recoveryKey: await opening.protect(input.passphrase),
  })),
  changePassphrase: api.changePassphrase.handler(async ({ input }) => {
    await keys.changePassphrase(opening.keyring(), {
      current: input.passphrase,
      next: input.next,
    });
    return {};
  }),
  removePassphrase: api.removePassphrase.handler(async ({ input }) => {
    await keys.removePassphrase(opening.keyring(), input.passphrase);
    return {};
  }),
  newRecoveryKey: api.newRecoveryKey.handler(async ({ input }) => ({
    recoveryKey: await keys.newRecoveryKey(opening.keyring(), input.passphrase),
  })),
  rotate: api.rotate.handler(async ({ input }) => ({
    recoveryKey: await opening.rotate(input.passphrase),
  })),
  setAutoLock: api.setAutoLock.handler(async ({ input }) => {
    await keys.setAutoLock(input.minutes);
    return {};
  }),
});
