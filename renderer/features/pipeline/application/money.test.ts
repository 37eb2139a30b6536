import { describe, expect, it } from 'vitest';
import { amountOf, writtenAmount } from './money';

describe('amounts of money', () => {
  it.each([
    ['65000', 'EUR', 6_500_000],
    ['65,000', 'EUR', 6_500_000],
    ['65 000.50', 'EUR', 6_500_050],
    ["65'000", 'CHF', 6_500_000],
    ['12,5', 'EUR', 1250],
    ['7000000', 'JPY', 7_000_000],
    ['1.5', 'KWD', 1500],
  ])('reads %s %s in whole minor units', (written, currency, amount) => {
    expect(amountOf(written, currency)).toBe(amount);
  });

  it.each([
    ['-5', 'EUR'],
    ['1e9', 'EUR'],
    ['=1+1', 'EUR'],
    ['', 'EUR'],
    ['12', 'EU'],
    ['99999999999999', 'EUR'],
  ])('refuses %s %s', (written, currency) => {
    expect(amountOf(written, currency)).toBeNull();
  });

  it('writes what it reads', () => {
    for (const amount of [0, 1, 1250, 6_500_000]) {
      expect(amountOf(writtenAmount(amount, 'EUR'), 'EUR')).toBe(amount);
    }
  });
});
