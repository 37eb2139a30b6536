import { describe, expect, it } from 'vitest';
import { majorText, minorOf, moneyText } from './money';

describe('amounts of money', () => {
  it('go from what is typed to minor units and back, by the digits of the currency', () => {
    expect(minorOf('50,000', 'EUR')).toBe(5_000_000);
    expect(minorOf('1 234.5', 'EUR')).toBe(123_450);
    expect(minorOf('4000000', 'JPY')).toBe(4_000_000);
    expect(minorOf('1.234', 'KWD')).toBe(1234);
    expect(majorText(123_450, 'EUR')).toBe('1234.5');
    expect(majorText(4_000_000, 'JPY')).toBe('4000000');
    expect(minorOf(' ', 'EUR')).toBeNull();
    expect(minorOf("65'000", 'CHF')).toBe(6_500_000);
    expect(minorOf('12,5', 'EUR')).toBe(1250);
    expect(minorOf('1,234,567.5', 'EUR')).toBe(123_456_750);
    for (const wrong of ['-1', 'abc', '1e9', '=1+1', '9'.repeat(20), '1.2345', '1,2,3']) {
      expect(minorOf(wrong, 'EUR')).toBeUndefined();
    }
  });

  it('are shown with their currency, and alone where there is none', () => {
    expect(moneyText(5_000_000, 'EUR', 'en')).toBe('€50,000');
    expect(moneyText(4_000_000, 'JPY', 'en')).toBe('¥4,000,000');
    expect(moneyText(5_000_050, null, 'en')).toBe('50,000.50');
    expect(moneyText(null, 'EUR', 'en')).toBe('');
  });
});
