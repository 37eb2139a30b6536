/**
 * Whether two compared phone numbers (`contactKey`: digits, with a plus in front where the country's code was written) are one
 * number: both whole, or one as it is dialled at home ("0701234567", "+46701234567").
 */
export function samePhone(a: string, b: string): boolean {
  if (a === b) return true;
  const [abroad, home] = a.startsWith('+') ? [a, b] : [b, a];
  const digits = abroad.replace(/^\+/, '');
  if (home.startsWith('+')) {
    // "+49 040 …": the zero is dialled at home only, and some write it all the same.
    return oneZeroMore(digits, home.slice(1)) || oneZeroMore(home.slice(1), digits);
  }
  const national = home.replace(/^0+/, '');
  if (!abroad.startsWith('+')) return national === abroad.replace(/^0+/, '') && national.length > 6;
  const code = digits.length - national.length;
  // Country codes have one to three digits; what is left has to be long enough to be somebody's.
  return code >= 1 && code <= 3 && national.length >= 7 && digits.endsWith(national);
}

/** The part by which two writings of a number meet: its last digits. */
export const phoneTail = (key: string): string => key.replace(/\D/g, '').slice(-7);

const oneZeroMore = (long: string, short: string): boolean =>
  [1, 2, 3].some(
    (code) => long[code] === '0' && long.slice(0, code) + long.slice(code + 1) === short,
  );

/** As one number may be kept under other keys: at home for an international one, with the country's code (digits) for one at home. */
export function phoneKeys(key: string, callingCode: string | null): readonly string[] {
  const digits = key.replace(/\D/g, '');
  if (!key.startsWith('+')) {
    const national = digits.replace(/^0+/, '');
    const others = [national, `0${national}`];
    if (callingCode !== null) others.push(`+${callingCode}${national}`);
    return [...new Set([key, ...others])];
  }
  const nationals = [1, 2, 3]
    .map((length) => digits.slice(length))
    .filter((one) => one.length >= 7);
  return [key, ...nationals.flatMap((one) => [one, `0${one}`])];
}
