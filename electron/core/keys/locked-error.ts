import type { LockReason } from '@/shared/contract/api/keys';
import { AppError } from '@/shared/kit/app-error';

const SENTENCES: Readonly<Record<LockReason, string>> = {
  locked: 'The workspace is locked.',
  passphrase: 'The workspace is locked: its passphrase opens it.',
  'keychain-missing':
    "The workspace is locked: this computer's keychain does not hold its key. The recovery key opens it.",
  'keychain-changed':
    "The workspace is locked: what this computer's keychain holds does not open it any more. The recovery key does.",
  'keychain-unavailable':
    "The workspace is locked: this computer's keychain is not there or is locked. Unlock it and try again, or use the recovery key.",
  'keychain-no-answer':
    "The workspace is locked: this computer's keychain did not answer; it may wait for its password. Try again, or use the recovery key.",
  'wrong-key': 'The workspace is locked: the key that was given does not open it.',
  'not-encrypted':
    'This workspace was made by an earlier Longlist and is not encrypted yet. This computer has no keychain to keep its key, so it needs a passphrase first.',
};

/** Why nothing can be asked of a locked workspace; `reason` for who branches on it. */
export const lockedError = (reason: LockReason): AppError =>
  new AppError('WORKSPACE_LOCKED', SENTENCES[reason], { reason });
