/** How many digits of a currency stand after the point: 2 for EUR, 0 for JPY. Null for what is no currency. */
export function minorUnits(currency: string): number | null {
  if (!/^[A-Z]{3}$/.test(currency)) return null;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount as written ("65,000", "65 000.50") in whole minor units of its currency; null for what is no amount. */
export function amountOf(written: string, currency: string): number | null {
  const digits = minorUnits(currency);
  const plain = written.replace(/[\s']|,(?=\d{3}(\D|$))/g, '').replace(',', '.');
  if (digits === null || !/^\d{1,12}(\.\d+)?$/.test(plain)) return null;
  const amount = Math.round(Number(plain) * 10 ** digits);
  return Number.isSafeInteger(amount) ? amount : null;
}

/** Whole minor units as a person writes them. */
export function writtenAmount(amount: number, currency: string): string {
  const digits = minorUnits(currency) ?? 0;
  const value = amount / 10 ** digits;
  return Number.isInteger(value) ? String(value) : value.toFixed(digits);
}
