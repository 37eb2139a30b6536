import { TABLE_LIMITS } from '@/shared/domain/tables/table-line';
import type { JCardProperty } from '@/shared/domain/tables/vcard';

type ReadCard =
  | { readonly properties: readonly JCardProperty[]; readonly broken: null }
  | { readonly properties: null; readonly broken: string };

/** The cards of a file, each read for itself: one that is damaged does not take the others along. */
export async function readVCards(text: string): Promise<Iterable<ReadCard>> {
  // Loaded with the first card: nine of ten parse processes never see one.
  const { default: ICAL } = await import('ical.js');
  return (function* () {
    for (const card of text.split(/^(?=begin:vcard\s*$)/im)) {
      if (card.trim() === '') continue;
      yield readCard(card.replace(/(end:vcard)[\s\S]*$/i, '$1'), (one) => ICAL.parse(one));
    }
  })();
}

function readCard(card: string, parse: (card: string) => unknown): ReadCard {
  if (card.length > TABLE_LIMITS.rowLength) return broken('This card is larger than any real one.');
  const version = /^version:\s*([\d.]+)/im.exec(card)?.[1] ?? '';
  if (version.startsWith('2')) {
    return broken('This card is of version 2.1. Export it as version 3.0 or 4.0.');
  }
  try {
    const [, properties] = parse(card) as readonly [string, readonly JCardProperty[]]; // A jCard (RFC 7095), as ical.js documents it.
    return { properties, broken: null };
  } catch {
    return broken('This card is damaged or cut short.');
  }
}

const broken = (why: string): ReadCard => ({ properties: null, broken: why });
