/** How many digits stand behind the point in a currency (ISO 4217): 2 for most, 0 for the yen; 2 where the currency is not known. */
export function currencyDigits(currency: string | null): number {
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
