/**
 * The codes an expected failure can carry. A screen branches on the code, never on the message.
 * Each has its HTTP-like status so that the same errors can cross any transport.
 */
export const ERROR_CODES = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  /** Somebody has to sign in first. */
  SIGN_IN_NEEDED: 401,
  /** Signing in failed, for whatever reason: the answer is the same for all of them. `details.waitSeconds`: when to try again. */
  SIGN_IN_REFUSED: 401,
  /** The password given to prove who is asking is not right. */
  WRONG_PASSWORD: 422,
  /** Whoever signed in has to choose a password of their own first. */
  PASSWORD_CHANGE_NEEDED: 403,
  /** The row changed since it was read; nothing was written. */
  CONFLICT: 409,
  /** The input breaks a rule of the domain; nothing was written. */
  INVALID: 422,
  /** An application may not go there from where it stands; nothing was changed. */
  ILLEGAL_MOVE: 409,
  /** The candidate works at a client whose people are not approached, and nobody said why all the same. */
  OFF_LIMITS: 409,
  /** Something speaks against it that a person has to have read first; nothing was changed. `details` says what. */
  WARNED: 409,
  /** No workspace has been made yet in this profile. */
  NO_WORKSPACE: 428,
  /** Another Longlist process holds this workspace. */
  WORKSPACE_BUSY: 423,
  /** The workspace was written by a newer Longlist than this one. */
  WORKSPACE_TOO_NEW: 426,
  /** The database file is damaged or is not this workspace's; the original is kept untouched. */
  WORKSPACE_DAMAGED: 500,
  /** The workspace is locked: a key has to be given before anything can be asked. */
  WORKSPACE_LOCKED: 423,
  /** The passphrase or recovery key does not open the workspace; nothing was changed. */
  WRONG_KEY: 401,
  /** Too many wrong tries in a row; `seconds` says how long to wait. */
  TOO_MANY_TRIES: 429,
  /** The disk is full or not writable; nothing was written. */
  STORAGE_UNAVAILABLE: 507,
  /** A file handle (from a dialog or a drop) has expired. */
  HANDLE_EXPIRED: 410,
  /** There is nothing to undo. */
  NOTHING_TO_UNDO: 409,
  /** The core process stopped and was started again; the call was in flight. */
  CORE_RESTARTED: 503,
  /** The search index is being made: whom a search stands for is not known yet. */
  INDEX_INCOMPLETE: 503,
  /** The deadline passed before an answer came. */
  TIMEOUT: 504,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An expected failure: what happened, what was kept and what to do, in a sentence a person can read. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Machine-readable facts beside the message; must survive JSON. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

export const isAppError = (error: unknown): error is AppError => error instanceof AppError;
