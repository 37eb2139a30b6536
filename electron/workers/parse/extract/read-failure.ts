import type { ParseFailure, ParseFailureCode } from '@/shared/usecases/ports/parser';

/** Why this file cannot be read, on its way up from a reader to the process entry. */
export class ReadFailure extends Error {
  readonly code: ParseFailureCode;

  constructor(code: ParseFailureCode, message: string) {
    super(message);
    this.name = 'ReadFailure';
    this.code = code;
  }
}

export const asFailure = (error: unknown): ParseFailure =>
  error instanceof ReadFailure
    ? { code: error.code, message: error.message }
    : {
        code: 'UNREADABLE',
        message:
          'Longlist could not make sense of this file. Open it in the program that made it and save it again, then retry.',
      };

export const corrupt = (kind: string): ReadFailure =>
  new ReadFailure(
    'CORRUPT',
    `This ${kind} is damaged or cut short. Ask for the file again, or open it and save a new copy.`,
  );

export const passwordProtected = (kind: string): ReadFailure =>
  new ReadFailure(
    'PASSWORD_PROTECTED',
    `This ${kind} is protected by a password. Save a copy without the password and import that.`,
  );
