import type { ContactPoint } from '@/shared/domain/candidates/records';
import { fold, squeeze } from '@/shared/kit/text';

/**
 * The form in which two contact points are compared: a lower-case e-mail, a phone's digits with the plus of an
 * international number, a link without scheme, `www.` and trailing slash. '' when nothing comparable is left.
 */
export function contactKey(kind: ContactPoint['kind'], value: string): string {
  switch (kind) {
    case 'email':
      return squeeze(value)
        .replace(/^mailto:/i, '')
        .toLowerCase();
    case 'phone':
      return phoneKey(value);
    case 'link':
      return linkKey(value);
  }
}

/** A name as it is compared: folded, one space between words, no dots or commas. */
export const nameKey = (name: string): string => squeeze(fold(name).replace(/[.,]/g, ' '));

function phoneKey(value: string): string {
  const international = /^\s*(\+|00)/.test(value);
  const outside = value.replace(EXTENSION, '');
  // `+49 (0)40 …`: the zero is dialled at home only.
  const written = international ? outside.replace(/\(0\)/, '') : outside;
  const digits = written.replace(/\D/g, '').replace(/^00/, '');
  // Fewer digits are an extension or a year that looked like a number: they would make strangers look alike.
  if (digits.length < 6) return '';
  return international ? `+${digits}` : digits;
}

/** Whoever answers at the number is the same with and without it. */
const EXTENSION =
  /[\s,;]*(?:ext(?:ension)?|extn|durchwahl|poste|anexo|ramal|доб|x|#)[\s.:]*\d{1,6}\s*$/i;

function linkKey(value: string): string {
  const bare = value
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  const slash = bare.indexOf('/');
  if (slash < 0) return bare.toLowerCase();
  const host = bare.slice(0, slash).toLowerCase();
  const path = bare.slice(slash);
  // The big networks do not tell upper from lower case in a profile's address; other sites may.
  const folded = /(^|\.)(linkedin|github|xing|gitlab)\.com$/.test(host) ? path.toLowerCase() : path;
  return `${host.replace(/^[a-z]{2}\.linkedin\.com$/, 'linkedin.com')}${folded}`;
}
