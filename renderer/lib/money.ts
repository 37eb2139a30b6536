/** How many digits stand behind the point in a currency: 2 for most, 0 for the yen; 2 where the currency is not known. */
export function digitsOf(currency: string | null): number {
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return 2;
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits ?? 2
    );
  } catch {
    return 2;
  }
}

/** Minor units as one types an amount: `50000.5`. */
export const majorText = (minor: number | null, currency: string | null): string =>
  minor === null ? '' : String(minor / 10 ** digitsOf(currency));

/** What is typed as an amount, in minor units; null for nothing, undefined for what is no amount. Spaces and commas group. */
export function minorOf(typed: string, currency: string | null): number | null | undefined {
  const text = typed.replace(/[\s,'’_]/g, '');
  if (text === '') return null;
  if (!/^\d{1,12}(?:\.\d{1,3})?$/.test(text)) return undefined;
  return Math.round(Number(text) * 10 ** digitsOf(currency));
}

/** An amount as one reads it: `€50,000`; without cents where there are none. */
export function moneyText(minor: number | null, currency: string | null, locale: string): string {
  if (minor === null) return '';
  const digits = digitsOf(currency);
  const amount = minor / 10 ** digits;
  const shown = Number.isInteger(amount) ? 0 : digits;
  const known = currency !== null && /^[A-Z]{3}$/.test(currency);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: shown,
    maximumFractionDigits: digits,
    ...(known && { style: 'currency', currency }),
  }).format(amount);
}
