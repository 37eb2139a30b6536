/** Bytes of a recovery key. */
export const RECOVERY_KEY_BYTES = 32;

/** Crockford's base 32 (crockford.com/base32.html): no I, L, O or U, which are taken for other signs or make words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/**
 * The key as text to write down: fourteen groups of four signs, the last 24 bits a checksum. Case, spaces and hyphens do not count when it
 * is read back.
 */
export function recoveryKeyText(key: Uint8Array): string {
  if (key.length !== RECOVERY_KEY_BYTES) throw new Error('A recovery key has 32 bytes');
  const sum = checksum(key);
  const signs = toBase32([...key, (sum >> 16) & 0xff, (sum >> 8) & 0xff, sum & 0xff]);
  return (signs.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** The key that a text stands for; null when it is none: too short, a sign that does not occur, or mistyped (the checksum tells). */
export function recoveryKeyBytes(text: string): Uint8Array | null {
  const signs = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0');
  const bytes = fromBase32(signs.replaceAll(/[IL]/g, '1'));
  if (bytes === null || bytes.length !== RECOVERY_KEY_BYTES + 3) return null;
  const key = bytes.slice(0, RECOVERY_KEY_BYTES);
  const [high = 0, middle = 0, low = 0] = bytes.slice(RECOVERY_KEY_BYTES);
  return checksum(key) === ((high << 16) | (middle << 8) | low) ? Uint8Array.from(key) : null;
}

function toBase32(bytes: readonly number[]): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

/** Null for a sign that is none of the alphabet's. */
function fromBase32(text: string): readonly number[] | null {
  if (text.length > 200) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const sign of text) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return bytes;
}

/** CRC-24 as in RFC 4880, section 6.1: it tells any one sign, any two neighbours exchanged, and any burst up to 24 bits. */
function checksum(bytes: Uint8Array | readonly number[]): number {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= 0x1864cfb;
    }
  }
  return crc & 0xffffff;
}
