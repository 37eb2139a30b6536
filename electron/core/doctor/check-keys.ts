import { keyFileStates } from '@/electron/core/keys/key-file-store';
import { slotOf } from '@/electron/core/keys/key-slots';
import type { Check } from '@/shared/contract/api/system';
import type { KeyFile, SlotKind } from '@/shared/domain/keys/key-file';

const WAYS: Readonly<Record<SlotKind, string>> = {
  keychain: "this computer's keychain",
  passphrase: 'the passphrase',
  recovery: 'the recovery key',
};

/** Whether the key file and its copy can be read, and what opens the workspace. */
export function checkKeys(workspaceDir: string): Check {
  const { own, copy, keys } = keyFileStates(workspaceDir);
  if (keys === null) {
    return own === 'missing' && copy === 'missing'
      ? { id: 'keys', state: 'ok', message: 'There is no key file: nothing here is encrypted.' }
      : {
          id: 'keys',
          state: 'failed',
          message:
            'Neither the key file nor its copy can be read. Put back a copy of keys.json, or restore a backup: without it nobody can open the workspace again.',
        };
  }
  const opened = openedBy(keys);
  if (own !== 'keys' || copy !== 'keys') {
    const which = own === 'keys' ? 'The copy of the key file' : 'The key file';
    return {
      id: 'keys',
      state: 'warning',
      message: `${which} is ${(own === 'keys' ? copy : own) === 'missing' ? 'missing' : 'damaged'}; the other one is whole. Make another recovery key in Settings, Security: both are written anew. ${opened}`,
    };
  }
  if (slotOf(keys, 'recovery') === null) {
    return {
      id: 'keys',
      state: 'warning',
      message: `There is no recovery key: who loses the other way in loses the workspace. Make one in Settings, Security. ${opened}`,
    };
  }
  const left =
    keys.unfinished === null ? '' : ' Encrypting everything with the newest key has not ended yet.';
  return {
    id: 'keys',
    state: left === '' ? 'ok' : 'warning',
    message: `The key file and its copy are whole. ${opened}${left}`,
  };
}

function openedBy(keys: KeyFile): string {
  const recovery = slotOf(keys, 'recovery');
  const made = recovery === null ? '' : ` (made on ${recovery.madeAt.slice(0, 10)})`;
  const ways = keys.slots.map(({ kind }) => `${WAYS[kind]}${kind === 'recovery' ? made : ''}`);
  return `The workspace is opened by ${ways.join(' and ')}.`;
}
