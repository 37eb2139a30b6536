import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

let codes: ReadonlyMap<string, string> | null = null;
let known: ReadonlySet<string> | null = null;

/** The digits dialled before a number of this country (ISO 3166-1): '49' for DE. */
export function callingCodeOf(country: string): string | null {
  codes ??= new Map(getCountries().map((code) => [code, getCountryCallingCode(code)]));
  return codes.get(country) ?? null;
}

/** The same of a compared phone (`contactKey`) that has it written. No code is the beginning of another. */
export function callingCodeOfPhone(key: string): string | null {
  if (!key.startsWith('+')) return null;
  known ??= new Set(getCountries().map((code) => getCountryCallingCode(code)));
  for (const length of [1, 2, 3]) {
    const code = key.slice(1, 1 + length);
    if (known.has(code)) return code;
  }
  return null;
}
