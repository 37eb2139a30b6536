import type { Deps } from '@/shared/usecases/deps';

export const RECOVERY_CODES = 10;
/** 79 bits: nobody finds one by trying, so that a plain digest of it may be kept. */
const CHARACTERS = 16;

/** Codes that stand in for a lost phone, once each: as they are shown, and as they are kept. */
export function newRecoveryCodes({ secrets }: Pick<Deps, 'secrets'>): {
  readonly codes: readonly string[];
  readonly hashes: readonly string[];
} {
  const codes = Array.from({ length: RECOVERY_CODES }, () => secrets.code(CHARACTERS));
  return { codes, hashes: codes.map((code) => secrets.digest(plainRecoveryCode(code))) };
}

/** A code however it was typed: with or without its dashes, in capitals or not. */
export const plainRecoveryCode = (code: string): string =>
  code.toLowerCase().replace(/[^a-z0-9]/g, '');
