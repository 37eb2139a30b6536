/** Making and checking what somebody signs in with. Slow hashes are made off the caller's thread. */
export interface Secrets {
  /** Argon2id in the PHC format. */
  readonly hashPassword: (password: string) => Promise<string>;
  /** Whether the password is the one hashed. With null takes as long as with a hash, and says no. */
  readonly verifyPassword: (password: string, hash: string | null) => Promise<boolean>;
  /** Of a text that nobody can guess: SHA-256 is enough for it. */
  readonly digest: (text: string) => string;
  /** As many letters and digits that cannot be mistaken for each other, in groups of four: nearly 5 bits each. */
  readonly code: (characters: number) => string;
}
