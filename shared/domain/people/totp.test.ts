import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpAddress, totpStep } from './totp';

/** The secret of RFC 6238's test vectors for SHA-1, `12345678901234567890`, as base32. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('codes of an authenticator app', () => {
  it('are those of RFC 6238, appendix B, as six digits', () => {
    for (const [seconds, code] of [
      [59, '287082'],
      [1111111109, '081804'],
      [1111111111, '050471'],
      [1234567890, '005924'],
      [2000000000, '279037'],
      [20000000000, '353130'],
    ] as const) {
      expect(totpStep(RFC, code, at(seconds), null)).toBe(Math.floor(seconds / 30));
    }
  });

  it('work one step early and late, no further, and once', () => {
    const step = Math.floor(1111111109 / 30);
    for (const [by, works] of [
      [-60, false],
      [-30, true],
      [0, true],
      [30, true],
      [60, false],
    ] as const) {
      expect(totpStep(RFC, '081804', at(1111111109 + by), null)).toBe(works ? step : null);
    }
    expect(totpStep(RFC, '081804', at(1111111109), step - 1)).toBe(step);
    expect(totpStep(RFC, '081804', at(1111111109), step)).toBeNull();
    expect(totpStep(RFC, '081804', at(1111111109), step + 1)).toBeNull();
  });

  it('are six digits and nothing else', () => {
    for (const code of [
      '',
      '28708',
      '2870822',
      ' 87082',
      '-87082',
      '2.7082',
      '２８７０８２',
      '\0',
    ]) {
      expect(totpStep(RFC, code, at(59), null)).toBeNull();
    }
  });

  it('come of a new secret each, in an address that says no more than needed', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(secret);
    expect(totpAddress(secret, 'a&b?c=d@example.org')).toBe(
      `otpauth://totp/Longlist:a%26b%3Fc%3Dd%40example.org?issuer=Longlist&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
