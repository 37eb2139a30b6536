import type { DatabaseKey } from '@/db/sqlite/connection';
import type { Argon2Cost } from '@/shared/domain/keys/key-file';
import type { ErrorCode } from '@/shared/kit/app-error';

/** What a thread for keys is started with. It does the one thing, answers, and ends. */
export type KeyTask =
  | {
      readonly kind: 'stretch';
      readonly passphrase: string;
      readonly salt: Uint8Array;
      readonly cost: Argon2Cost;
    }
  | { readonly kind: 'keychain-read'; readonly account: string }
  | { readonly kind: 'keychain-write'; readonly account: string; readonly secret: string }
  | { readonly kind: 'keychain-remove'; readonly account: string }
  | {
      readonly kind: 'rewrite-database';
      readonly file: string;
      readonly from: DatabaseKey;
      readonly to: Uint8Array;
      /** Where a second copy stays; null: nowhere. */
      readonly backup: string | null;
    };

export type KeyAnswer =
  | { readonly kind: 'key'; readonly key: Uint8Array }
  /** `secret` null: the keychain answers, and has none under this account. */
  | { readonly kind: 'secret'; readonly secret: string | null }
  | { readonly kind: 'done' }
  /** It failed as is to be expected now and then. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'failed' };
