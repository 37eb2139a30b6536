import { randomBytes } from 'node:crypto';
import type { Argon2Cost, KeyFile, KeySlot, SlotKind } from '@/shared/domain/keys/key-file';
import type { Stretch } from './key-tasks';
import { createKeyring, type Keyring, type Secrets } from './keyring';
import { deriveKey, KEY_BYTES, seal, unseal } from './sealing';

/** A slot made of a secret from the keychain or a recovery key: random as they are, they need no stretching. */
export const slotKey = (kind: SlotKind, secret: Uint8Array, salt?: Uint8Array): Buffer =>
  deriveKey(secret, `slot ${kind}`, salt);

/** What a slot is sealed for: put into the key file of another workspace, or in place of another slot, it does not open. */
const contextOf = (databaseId: string, kind: SlotKind): string => `${databaseId}/${kind}`;

type Place = { readonly databaseId: string; readonly madeAt: string };

export function keychainSlot(
  { databaseId, madeAt }: Place,
  account: string,
  secret: Uint8Array,
  workspace: Uint8Array,
): KeySlot {
  const sealed = seal(slotKey('keychain', secret), contextOf(databaseId, 'keychain'), workspace);
  return { kind: 'keychain', account, madeAt, ...sealed };
}

export function recoverySlot(
  { databaseId, madeAt }: Place,
  recoveryKey: Uint8Array,
  workspace: Uint8Array,
): KeySlot {
  const salt = randomBytes(16);
  const key = slotKey('recovery', recoveryKey, salt);
  const sealed = seal(key, contextOf(databaseId, 'recovery'), workspace);
  return { kind: 'recovery', salt: salt.toString('base64'), madeAt, ...sealed };
}

export async function passphraseSlot(
  { databaseId, madeAt }: Place,
  passphrase: string,
  how: { readonly stretch: Stretch; readonly cost: Argon2Cost },
  workspace: Uint8Array,
): Promise<KeySlot> {
  const salt = randomBytes(16);
  const key = slotKey('passphrase', await how.stretch(passphrase, salt, how.cost));
  const sealed = seal(key, contextOf(databaseId, 'passphrase'), workspace);
  return { kind: 'passphrase', salt: salt.toString('base64'), cost: how.cost, madeAt, ...sealed };
}

/** The key of the workspace out of a slot; null when `key` is not its key. */
export function openSlot(databaseId: string, slot: KeySlot, key: Uint8Array): Buffer | null {
  const workspace = unseal(key, contextOf(databaseId, slot.kind), slot);
  return workspace?.length === KEY_BYTES ? workspace : null;
}

export const slotOf = <K extends SlotKind>(
  { slots }: KeyFile,
  kind: K,
): Extract<KeySlot, { kind: K }> | null =>
  // The kind asked for is the kind found.
  (slots.find((slot) => slot.kind === kind) as Extract<KeySlot, { kind: K }> | undefined) ?? null;

/** Which ways there are to open the workspace. */
export const slotsIn = (keys: KeyFile | null) => ({
  keychain: keys !== null && slotOf(keys, 'keychain') !== null,
  passphrase: keys !== null && slotOf(keys, 'passphrase') !== null,
  recoveryKey: keys !== null && slotOf(keys, 'recovery') !== null,
});

/** The file with this slot in place of the one of its kind. */
export const withSlot = (keys: KeyFile, slot: KeySlot): KeyFile => ({
  ...keys,
  slots: [...keys.slots.filter(({ kind }) => kind !== slot.kind), slot],
});

export const withoutSlot = (keys: KeyFile, kind: SlotKind): KeyFile => ({
  ...keys,
  slots: keys.slots.filter((slot) => slot.kind !== kind),
});

/** What the key file keeps sealed with the key of the workspace itself. */
const ABOUT_IDENTITY = 'identity';
const ABOUT_RETIRED = 'retired';

const sealUnder = (databaseId: string, workspace: Uint8Array, about: string, secret: Uint8Array) =>
  seal(deriveKey(workspace, about), `${databaseId}/${about}`, secret);

export const sealIdentity = (databaseId: string, { workspace, identity }: Secrets) =>
  sealUnder(databaseId, workspace, ABOUT_IDENTITY, identity);

export const sealRetired = (databaseId: string, workspace: Uint8Array, retired: Uint8Array) =>
  sealUnder(databaseId, workspace, ABOUT_RETIRED, retired);

/** The keyring that the key of the workspace makes; null when the file was put together from two. */
export function keyringOf(keys: KeyFile, workspace: Buffer): Keyring | null {
  const { databaseId } = keys;
  const key = deriveKey(workspace, ABOUT_IDENTITY);
  const identity = unseal(key, `${databaseId}/${ABOUT_IDENTITY}`, keys.identity);
  return identity === null ? null : createKeyring(databaseId, { workspace, identity });
}

/** The keyrings of earlier keys, newest first, for older backups and for what was not encrypted anew yet. */
export function retiredKeyrings(keys: KeyFile, { databaseId, secrets }: Keyring): Keyring[] {
  const key = deriveKey(secrets.workspace, ABOUT_RETIRED);
  return keys.retired.flatMap((one) => {
    const workspace = unseal(key, `${databaseId}/${ABOUT_RETIRED}`, one);
    if (workspace === null) return [];
    return [createKeyring(databaseId, { workspace, identity: Buffer.from(secrets.identity) })];
  });
}

/** The earlier keys, sealed with the key that takes this one's place. */
export function resealRetired(
  keys: KeyFile,
  keyring: Keyring,
  workspace: Uint8Array,
): KeyFile['retired'] {
  return retiredKeyrings(keys, keyring).map((old, index) => {
    const sealed = sealRetired(keys.databaseId, workspace, old.secrets.workspace);
    old.wipe();
    return { ...sealed, retiredAt: keys.retired[index]?.retiredAt ?? keys.madeAt };
  });
}
