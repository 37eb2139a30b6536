import { createTurn } from '@/electron/core/imports/turns';
import {
  type Argon2Cost,
  type KeyFile,
  type KeySlot,
  LEAST_PASSPHRASE,
  passphraseProblem,
} from '@/shared/domain/keys/key-file';
import { recoveryKeyBytes, recoveryKeyText } from '@/shared/domain/keys/recovery-key';
import { AppError } from '@/shared/kit/app-error';
import { type Clock, nowIso } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import { readKeyFile, writeKeyFile } from './key-file-store';
import {
  keychainSlot,
  keyringOf,
  openSlot,
  passphraseSlot,
  recoverySlot,
  resealRetired,
  sealIdentity,
  sealRetired,
  slotKey,
  slotOf,
  withoutSlot,
  withSlot,
} from './key-slots';
import type { Stretch } from './key-tasks';
import { createKeyring, type Keyring, newSecret } from './keyring';
import type { SecretStore } from './secret-store';
import { createTries } from './tries';

export interface KeyDeskDeps {
  readonly workspaceDir: string;
  readonly secrets: SecretStore;
  readonly stretch: Stretch;
  /** What a new passphrase costs to try. */
  readonly cost: Argon2Cost;
  readonly clock: Clock;
}

/** What a person gives to open the workspace. */
export type KeyGiven = { readonly passphrase: string } | { readonly recoveryKey: string };

/** Why the keychain alone did not open it. */
export type KeychainFailure =
  /** No slot is for the keychain. */
  | 'no-slot'
  /** It answers and has not got the secret: another computer, another person, or it was cleared. */
  | 'keychain-missing'
  /** Its secret does not fit: changed, or of an older copy of the key file. */
  | 'keychain-changed'
  /** There is none, or it is locked. */
  | 'keychain-unavailable'
  /** It did not answer in time; it may wait for its password. */
  | 'keychain-no-answer';

export interface KeyDesk {
  /** The key file as it stands; null when there is none. Errors: as `readKeyFile`. */
  readonly file: () => KeyFile | null;
  /**
   * Makes the keys of a workspace and keeps them: opened by the passphrase, or where none is given by the keychain, and by the recovery
   * key that comes back. Where nobody is there to be shown one (`isShown`), none is made: a key that nobody has seen opens nothing, and would
   * hide that there is none. `unfinished`: what is there is still in clear.
   * Errors: INVALID with `reason` passphrase-too-short, or passphrase-needed where no keychain keeps a secret.
   */
  readonly make: (about: {
    readonly databaseId: string;
    readonly passphrase: string | null;
    readonly unfinished: KeyFile['unfinished'];
    readonly isShown: boolean;
  }) => Promise<{ readonly keyring: Keyring; readonly recoveryKey: string | null }>;
  readonly openWithKeychain: (deadlineMs: number) => Promise<Keyring | KeychainFailure>;
  /** Errors: WRONG_KEY, TOO_MANY_TRIES (wait `seconds`), INVALID for a recovery key that was mistyped. */
  readonly openWith: (given: KeyGiven) => Promise<Keyring>;
  /** Sets the passphrase, or another one: `current` is the one there is. Errors: WRONG_KEY, TOO_MANY_TRIES, INVALID. */
  readonly changePassphrase: (
    keyring: Keyring,
    passphrases: { readonly current: string | null; readonly next: string },
  ) => Promise<void>;
  /** Takes the passphrase away; the keychain opens the workspace from then on. Errors: as above, INVALID where no keychain does. */
  readonly removePassphrase: (keyring: Keyring, current: string | null) => Promise<void>;
  /** Makes another recovery key; the one before opens nothing any more. Errors: WRONG_KEY, TOO_MANY_TRIES. */
  readonly newRecoveryKey: (keyring: Keyring, passphrase: string | null) => Promise<string>;
  /**
   * Puts another key in place of the workspace's. What is encrypted with the old one is `unfinished: 'retired'` from then on. The passphrase
   * stays as it is, the recovery key is another. Errors: WRONG_KEY, TOO_MANY_TRIES, CONFLICT while another has not ended.
   */
  readonly rotate: (
    keyring: Keyring,
    passphrase: string | null,
  ) => Promise<{ readonly keyring: Keyring; readonly recoveryKey: string }>;
  /** Everything is encrypted with the key there is. */
  readonly finish: () => Promise<void>;
  readonly setAutoLock: (minutes: number | null) => Promise<void>;
}

/** Keeps the key file of one workspace: makes it, opens it, changes it. Changes are made one after the other. */
export function createKeyDesk(deps: KeyDeskDeps): KeyDesk {
  const { workspaceDir, secrets, clock } = deps;
  const tries = createTries(clock);
  const inTurn = createTurn();
  const present = (): KeyFile => {
    const keys = readKeyFile(workspaceDir);
    if (keys === null) throw new Error('The workspace has no key file');
    return keys;
  };
  const place = (databaseId: string) => ({ databaseId, madeAt: nowIso(clock) });

  /** A slot for the keychain, whose secret has been read back; null where none keeps it. */
  const newKeychainSlot = async (
    databaseId: string,
    workspace: Uint8Array,
  ): Promise<KeySlot | null> => {
    const account = `${databaseId}/${newId()}`;
    const secret = newSecret();
    const text = secret.toString('base64');
    if ((await secrets.write(account, text)) !== 'works') return null;
    const kept = await secrets.read(account, 10_000);
    if (kept.state !== 'found' || kept.secret !== text) return null;
    return keychainSlot(place(databaseId), account, secret, workspace);
  };
  /** What the keychain keeps for a slot that is not there any more. */
  const forget = async (before: KeyFile, after: KeyFile): Promise<void> => {
    const account = slotOf(before, 'keychain')?.account;
    if (account === undefined || account === slotOf(after, 'keychain')?.account) return;
    await secrets.remove(account);
  };

  const openPassphrase = async (keys: KeyFile, passphrase: string): Promise<Buffer | null> => {
    const slot = slotOf(keys, 'passphrase');
    if (slot === null) return null;
    const salt = Buffer.from(slot.salt, 'base64');
    const key = slotKey('passphrase', await deps.stretch(passphrase, salt, slot.cost));
    return openSlot(keys.databaseId, slot, key);
  };
  const openRecovery = (keys: KeyFile, recoveryKey: Uint8Array): Buffer | null => {
    const slot = slotOf(keys, 'recovery');
    if (slot === null) return null;
    const key = slotKey('recovery', recoveryKey, Buffer.from(slot.salt, 'base64'));
    return openSlot(keys.databaseId, slot, key);
  };

  /** Before something is changed: whoever sits there knows the passphrase, where there is one. */
  const assertPassphrase = async (keys: KeyFile, passphrase: string | null): Promise<void> => {
    if (slotOf(keys, 'passphrase') === null) return;
    // None at all is as wrong as a wrong one, and counts as one.
    const opened = await tries.attempt(async () =>
      passphrase === null ? null : openPassphrase(keys, passphrase),
    );
    if (opened === null) throw wrongPassphrase();
    opened.fill(0);
  };

  return {
    file: () => readKeyFile(workspaceDir),
    make: ({ databaseId, passphrase, unfinished, isShown }) =>
      inTurn(async () => {
        if (passphrase !== null) assertLongEnough(passphrase);
        const workspace = newSecret();
        const own = { workspace, identity: newSecret() };
        const first =
          passphrase === null
            ? await newKeychainSlot(databaseId, workspace)
            : await passphraseSlot(place(databaseId), passphrase, deps, workspace);
        if (first === null) throw passphraseNeeded();
        const recoveryKey = isShown ? newSecret() : null;
        writeKeyFile(workspaceDir, {
          format: 'longlist-keys',
          version: 1,
          databaseId,
          slots: [
            first,
            ...(recoveryKey === null
              ? []
              : [recoverySlot(place(databaseId), recoveryKey, workspace)]),
          ],
          identity: sealIdentity(databaseId, own),
          retired: [],
          unfinished,
          autoLockMinutes: passphrase === null ? null : DEFAULT_AUTO_LOCK,
          madeAt: nowIso(clock),
        });
        return {
          keyring: createKeyring(databaseId, own),
          recoveryKey: recoveryKey && recoveryKeyText(recoveryKey),
        };
      }),
    openWithKeychain: async (deadlineMs) => {
      const keys = present();
      const slot = slotOf(keys, 'keychain');
      if (slot === null) return 'no-slot';
      const kept = await secrets.read(slot.account, deadlineMs);
      if (kept.state !== 'found') return `keychain-${kept.state}`;
      const key = slotKey('keychain', Buffer.from(kept.secret, 'base64'));
      const workspace = openSlot(keys.databaseId, slot, key);
      return (workspace && keyringOf(keys, workspace)) ?? 'keychain-changed';
    },
    openWith: async (given) => {
      const keys = present();
      let open: () => Promise<Buffer | null>;
      if ('passphrase' in given) open = () => openPassphrase(keys, given.passphrase);
      else {
        const recoveryKey = recoveryKeyBytes(given.recoveryKey);
        if (recoveryKey === null) throw mistyped();
        open = async () => openRecovery(keys, recoveryKey);
      }
      const workspace = await tries.attempt(open);
      const keyring = workspace && keyringOf(keys, workspace);
      if (keyring) return keyring;
      throw 'passphrase' in given ? wrongPassphrase() : wrongRecoveryKey();
    },
    changePassphrase: (keyring, { current, next }) =>
      inTurn(async () => {
        const keys = present();
        await assertPassphrase(keys, current);
        assertLongEnough(next);
        const { workspace } = keyring.secrets;
        const slot = await passphraseSlot(place(keys.databaseId), next, deps, workspace);
        // With a passphrase the keychain opens nothing: the workspace would be open to whoever starts Longlist.
        const changed = withoutSlot(withSlot(keys, slot), 'keychain');
        const isFirst = slotOf(keys, 'passphrase') === null;
        const autoLockMinutes = isFirst ? DEFAULT_AUTO_LOCK : keys.autoLockMinutes;
        writeKeyFile(workspaceDir, { ...changed, autoLockMinutes });
        await forget(keys, changed);
      }),
    removePassphrase: (keyring, current) =>
      inTurn(async () => {
        const keys = present();
        await assertPassphrase(keys, current);
        const slot = await newKeychainSlot(keys.databaseId, keyring.secrets.workspace);
        if (slot === null) throw passphraseNeeded();
        writeKeyFile(workspaceDir, withoutSlot(withSlot(keys, slot), 'passphrase'));
      }),
    newRecoveryKey: (keyring, passphrase) =>
      inTurn(async () => {
        const keys = present();
        await assertPassphrase(keys, passphrase);
        const recoveryKey = newSecret();
        const slot = recoverySlot(place(keys.databaseId), recoveryKey, keyring.secrets.workspace);
        writeKeyFile(workspaceDir, withSlot(keys, slot));
        return recoveryKeyText(recoveryKey);
      }),
    rotate: (keyring, passphrase) =>
      inTurn(async () => {
        const keys = present();
        const { databaseId } = keys;
        if (keys.unfinished !== null) {
          throw new AppError('CONFLICT', 'Another change of the key has not ended yet.');
        }
        await assertPassphrase(keys, passphrase);
        const workspace = newSecret();
        const own = { workspace, identity: Buffer.from(keyring.secrets.identity) };
        const recoveryKey = newSecret();
        let changed: KeyFile = {
          ...keys,
          slots: [recoverySlot(place(databaseId), recoveryKey, workspace)],
          identity: sealIdentity(databaseId, own),
          retired: [
            {
              ...sealRetired(databaseId, workspace, keyring.secrets.workspace),
              retiredAt: nowIso(clock),
            },
            ...resealRetired(keys, keyring, workspace),
          ],
          unfinished: 'retired',
        };
        if (slotOf(keys, 'passphrase') !== null) {
          const slot = await passphraseSlot(place(databaseId), passphrase ?? '', deps, workspace);
          changed = withSlot(changed, slot);
        } else {
          const slot = await newKeychainSlot(databaseId, workspace);
          if (slot === null) throw passphraseNeeded();
          changed = withSlot(changed, slot);
        }
        writeKeyFile(workspaceDir, changed);
        await forget(keys, changed);
        return {
          keyring: createKeyring(databaseId, own),
          recoveryKey: recoveryKeyText(recoveryKey),
        };
      }),
    finish: () =>
      inTurn(async () => writeKeyFile(workspaceDir, { ...present(), unfinished: null })),
    setAutoLock: (minutes) =>
      inTurn(async () => writeKeyFile(workspaceDir, { ...present(), autoLockMinutes: minutes })),
  };
}

/** Minutes. Longer than a telephone call, shorter than lunch. */
const DEFAULT_AUTO_LOCK = 15;

function assertLongEnough(passphrase: string): void {
  if (passphraseProblem(passphrase) === null) return;
  throw new AppError(
    'INVALID',
    `A passphrase has at least ${LEAST_PASSPHRASE} characters. Several words are easy to remember and hard to guess.`,
    { reason: 'passphrase-too-short' },
  );
}

const passphraseNeeded = (): AppError =>
  new AppError(
    'INVALID',
    'This computer has no keychain that can keep the key of the workspace. Choose a passphrase.',
    { reason: 'passphrase-needed' },
  );

const wrongPassphrase = (): AppError =>
  new AppError('WRONG_KEY', 'This is not the passphrase of the workspace. Nothing was changed.', {
    reason: 'passphrase',
  });

const wrongRecoveryKey = (): AppError =>
  new AppError(
    'WRONG_KEY',
    'This recovery key is not, or not any more, the one of this workspace. Nothing was changed.',
    { reason: 'recovery-key' },
  );

const mistyped = (): AppError =>
  new AppError(
    'INVALID',
    'This recovery key is not complete, or a sign in it is wrong. Compare it with what was written down.',
    { reason: 'recovery-key-mistyped' },
  );
