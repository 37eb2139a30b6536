import type { ContactPoint } from '@/shared/domain/candidates/records';
import type { ErasedFingerprint } from '@/shared/domain/privacy/records';

export interface KnownBy {
  readonly kind: ErasedFingerprint['kind'];
  /** What is hashed: it says of what kind it is, so that no two kinds meet. */
  readonly text: string;
}

/** An international number and the same without its country code are one. */
const PHONE_TAIL = 9;

/**
 * What an erased person would be known again by: addresses, numbers, links of their own, files. Each once. A name alone would accuse
 * everybody who shares it.
 */
export function knownAgainBy(
  contacts: readonly Pick<ContactPoint, 'kind' | 'key'>[],
  files: readonly string[],
): readonly KnownBy[] {
  const all = [
    ...contacts.flatMap(({ kind, key }): readonly KnownBy[] => {
      const value = kind === 'phone' ? key.replace(/\D/g, '').slice(-PHONE_TAIL) : key;
      return value === '' ? [] : [{ kind, text: `${kind}:${value}` }];
    }),
    ...files.map((sha256): KnownBy => ({ kind: 'file', text: `file:${sha256}` })),
  ];
  const seen = new Set<string>();
  return all.filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined);
}

/** The failure code of an item that is kept out; the first of `missing` is the erasure. */
export const ERASED_BEFORE = 'ERASED_BEFORE';
