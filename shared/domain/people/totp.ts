import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app reads it without being told: SHA-1, six digits, a new code each 30 seconds. */
const PERIOD = 30;
const DIGITS = 6;
/** RFC 6238 § 5.2 suggests one step either way for clocks that differ. */
const WINDOW = 1;
/** 160 bits, the length of SHA-1 (RFC 4226 § 4). */
const SECRET_BYTES = 20;

/** A new secret, base32. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator app reads from the QR code. `account` tells this sign-in from others in the app. */
export const totpAddress = (secret: string, account: string): string =>
  totpOf(secret, account).toString();

/**
 * The time step of a code that is right now, or null. A code works once: whoever takes it keeps its step and refuses that one and earlier
 * ones from then on (`lastStep`).
 */
export function totpStep(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / PERIOD) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: 'Longlist',
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  });
