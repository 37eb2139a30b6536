import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECOVERY_KEY_BYTES, recoveryKeyBytes, recoveryKeyText } from './recovery-key';

const keys = fc.uint8Array({ minLength: RECOVERY_KEY_BYTES, maxLength: RECOVERY_KEY_BYTES });

describe('recovery key', () => {
  it('comes back the same from its text, however it is typed', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const text = recoveryKeyText(key);
        expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(recoveryKeyBytes(text)).toEqual(key);
        const typed = ` ${text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
        expect(recoveryKeyBytes(typed)).toEqual(key);
      }),
    );
  });

  it('notices every wrong sign and every two neighbours exchanged (it would be tried as a key and called wrong)', () => {
    fc.assert(
      fc.property(keys, fc.nat(55), fc.integer({ min: 1, max: 31 }), (key, at, other) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const signs = [...recoveryKeyText(key).replaceAll('-', '')];
        const right = signs[at] ?? '';
        const wrong = alphabet[(alphabet.indexOf(right) + other) % 32] ?? '';
        expect(recoveryKeyBytes(signs.with(at, wrong).join(''))).toBeNull();
        const next = signs[at + 1];
        if (next !== undefined && next !== right) {
          expect(
            recoveryKeyBytes(
              signs
                .with(at, next)
                .with(at + 1, right)
                .join(''),
            ),
          ).toBeNull();
        }
      }),
    );
  });

  it.each([
    '',
    'hello',
    'U'.repeat(56),
    '0'.repeat(55),
    '0'.repeat(57),
    '0'.repeat(1_000_000),
    '💥'.repeat(14),
  ])('is not made of something else', (text) => {
    expect(recoveryKeyBytes(text)).toBeNull();
  });
});
