import { ORPCError } from '@orpc/client';
import { useCallback } from 'react';
import { useText } from '@/renderer/lib/text';
import { ERROR_CODES, type ErrorCode } from '@/shared/kit/app-error';

/** The code of an expected failure, to branch on; null for anything unexpected. */
export function failureCode(error: unknown): ErrorCode | null {
  if (!(error instanceof ORPCError)) return null;
  // The code of an ORPCError is typed as anything; it is what the other side sent.
  const code: unknown = error.code;
  return typeof code === 'string' && isErrorCode(code) ? code : null;
}

export interface Failure {
  /** What happened, what was kept and what to do, in a sentence or two. */
  readonly message: string;
  /** For whoever helps: code, reference, the error's own words. */
  readonly details: string;
  readonly isExpected: boolean;
}

/** Turns an error into words for the screen. */
export function useFailure(): (error: unknown) => Failure {
  const t = useText();
  return useCallback(
    (error) => {
      const code = failureCode(error);
      const details = detailsOf(error);
      if (code === 'CORE_RESTARTED') {
        return { message: t('app.failure.core-restarted'), details, isExpected: true };
      }
      if (code !== null && error instanceof Error && error.message !== '') {
        return { message: error.message, details, isExpected: true };
      }
      return { message: t('app.failure.unexpected'), details, isExpected: false };
    },
    [t],
  );
}

function detailsOf(error: unknown): string {
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    const facts = data === undefined || data === null ? '' : `\n${JSON.stringify(data, null, 2)}`;
    return `${error.code}: ${error.message}${facts}`;
  }
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  return String(error);
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_CODES, code);
