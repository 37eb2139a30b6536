/**
 * The originals of all résumés, addressed by the SHA-256 of their bytes. Nothing is ever opened through a name that came
 * from outside, and nothing is changed once it is there.
 */
export interface Originals {
  readonly has: (sha256: string) => Promise<boolean>;
  /**
   * The bytes, checked against the hash.
   * Errors (AppError): NOT_FOUND when the file is missing or is not what was stored; details.reason tells which.
   */
  readonly read: (sha256: string) => Promise<Uint8Array>;
}
