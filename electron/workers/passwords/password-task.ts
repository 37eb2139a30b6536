/** What an Argon2id hash costs: KiB of memory, and passes over it. */
export interface HashCost {
  readonly memory: number;
  readonly passes: number;
}

export type PasswordTask =
  | {
      readonly kind: 'hash';
      readonly password: string;
      readonly salt: Uint8Array;
      readonly cost: HashCost;
    }
  | { readonly kind: 'verify'; readonly password: string; readonly hash: string };

export interface PasswordAnswer {
  readonly hash?: string;
  readonly right?: boolean;
}
