import type { MessageId } from '@/renderer/lib/text';
import type { KeyStatus } from '@/shared/contract/api/keys';

/** What can be done about the keys, in the order of the settings. */
export const DEEDS = ['change', 'remove', 'recovery', 'rotate'] as const;
export type KeyDeed = (typeof DEEDS)[number];

interface Words {
  readonly title: MessageId;
  readonly text: MessageId;
  readonly button: MessageId;
}

export const DEED_WORDS: Readonly<Record<KeyDeed, Words>> = {
  change: { title: 'keys.change', text: 'keys.change.text', button: 'keys.change.button' },
  remove: { title: 'keys.remove', text: 'keys.remove.text', button: 'keys.remove.button' },
  recovery: { title: 'keys.recovery', text: 'keys.recovery.text', button: 'keys.recovery.button' },
  rotate: { title: 'keys.rotate', text: 'keys.rotate.text', button: 'keys.rotate.button' },
};

/** What a deed is called where the workspace is opened by these. */
export function wordsOf(deed: KeyDeed, slots: KeyStatus['slots']): Pick<Words, 'title' | 'text'> {
  const { title, text } = DEED_WORDS[deed];
  if (deed === 'change' && !slots.passphrase) return { title: 'keys.set', text };
  if (deed !== 'recovery' || slots.recoveryKey) return { title, text };
  return { title: 'keys.recovery.first', text: 'keys.recovery.first.text' };
}
