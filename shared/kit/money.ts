const digits = new Map<string, number>();

/** How many decimals a currency has (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD; 2 for a code nobody knows, and for none. */
export function minorDigits(currency: string | null): number {
  if (currency === null) return 2;
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const found = digitsOf(currency);
  digits.set(currency, found);
  return found;
}

function digitsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/** An amount in whole minor units: 54.5 EUR is 5450. */
export const toMinorUnits = (amount: number, currency: string | null): number =>
  Math.round(amount * 10 ** minorDigits(currency));
