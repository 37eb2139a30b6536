/** Crockford's base 32: no letters that are taken for a digit when somebody types them. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** What takes part in the making of a code and of the name under which its answers are kept: a keyed hash of at least 60 bits. */
export type KeyedHash = (text: string) => Uint8Array;

/**
 * The reference code of an application, as it stands in a letter: `K7Q2-9MXT-4RBC`. 60 bits of a keyed hash: without the key nobody comes
 * from a code to an application or back, and typing at random finds none.
 */
export function codeOf(applicationId: string, hash: KeyedHash): string {
  const bytes = hash(`code:${applicationId}`);
  let bits = 0n;
  for (const byte of bytes.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 4n;
  let code = '';
  for (let at = 0; at < LENGTH; at++) {
    code = (ALPHABET[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it, in the form in which it was given out; null for what can be none. */
export function readCode(text: string): string | null {
  const signs = text
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (signs.length !== LENGTH || [...signs].some((sign) => !ALPHABET.includes(sign))) return null;
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * The name under which the answers to a code are kept. It is made of the code and not of the application, so that they can be withdrawn by
 * the letter alone, and it is not the code, so that a letter and the store without its key are nothing to each other.
 */
export const subjectOf = (code: string, hash: KeyedHash): string =>
  Array.from(hash(`subject:${code}`), (byte) => byte.toString(16).padStart(2, '0')).join('');
