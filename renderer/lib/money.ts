import { minorDigits, toMinorUnits } from '@/shared/kit/money';

/** Minor units as one types an amount: `50000.5`. */
export const majorText = (minor: number | null, currency: string | null): string =>
  minor === null ? '' : String(minor / 10 ** minorDigits(currency));

/**
 * What is typed as an amount, in minor units; null for nothing, undefined for what is no amount. Spaces and apostrophes group, and so do
 * commas before three digits; any other comma is a decimal point.
 */
export function minorOf(typed: string, currency: string | null): number | null | undefined {
  const text = typed.replace(/[\s'’_]|,(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  if (text === '') return null;
  if (!/^\d{1,12}(?:\.\d{1,3})?$/.test(text)) return undefined;
  return toMinorUnits(Number(text), currency);
}

/** An amount as one reads it: `€50,000`; without cents where there are none. */
export function moneyText(minor: number | null, currency: string | null, locale: string): string {
  if (minor === null) return '';
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  const known = currency !== null && /^[A-Z]{3}$/.test(currency);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
    maximumFractionDigits: digits,
    ...(known && { style: 'currency', currency }),
  }).format(amount);
}
