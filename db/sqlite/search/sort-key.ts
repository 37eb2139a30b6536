import { fold, squeeze } from '@/shared/kit/text';

/** Folded text that lists sort by and filters compare; null for nothing, so that it can be put last. */
export function sortKey(text: string | null): string | null {
  if (text === null) return null;
  const key = fold(squeeze(text)).slice(0, 200);
  return key === '' ? null : key;
}
