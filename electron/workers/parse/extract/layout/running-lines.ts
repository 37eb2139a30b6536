import type { PageToOrder } from './page';
import type { Word } from './word';

/** Words of one header or footer. */
export interface EdgeLine {
  readonly page: number;
  readonly role: 'header' | 'footer';
  readonly words: readonly Word[];
}

/** The share of a page's height in which headers and footers stand. */
const EDGE = 0.12;
/** Lines that repeat on the next page stand this near, in points. */
const SAME_PLACE = 4;

/** "1/2", "Page 1 of 2", "Seite 1", at the end of a line. */
const PAGE_NUMBER =
  /(?:^|\s)#\s*(?:\/|of|von|de|di|sur|van|av|z|из)\s*#$|^(?:page|seite|página|pagina|strona|sida)\s#$/i;

interface EdgeRow extends EdgeLine {
  readonly key: string;
  readonly baseline: number;
}

/**
 * Takes the lines that pages repeat at their top or bottom (a name, an address, page numbers) out of the pages. `top`: the
 * headers of the first page; `parked`: all others. Each is kept once.
 */
export function parkRunningLines(pages: readonly PageToOrder[]): {
  readonly body: readonly PageToOrder[];
  readonly top: readonly EdgeLine[];
  readonly parked: readonly EdgeLine[];
} {
  const rows = pages.flatMap(edgeRows);
  const running = rows.filter(
    (row) =>
      (row.role === 'footer' && PAGE_NUMBER.test(row.key)) ||
      rows.some(
        (other) =>
          other.page !== row.page &&
          other.key === row.key &&
          other.role === row.role &&
          Math.abs(other.baseline - row.baseline) < SAME_PLACE,
      ),
  );
  if (running.length === 0) return { body: pages, top: [], parked: [] };
  const taken = new Set<Word>(running.flatMap((row) => row.words));
  const seen = new Set<string>();
  const kept = running.filter((row) => {
    const known = seen.has(row.key);
    seen.add(row.key);
    return !known;
  });
  const isTop = (row: EdgeRow): boolean => row.role === 'header' && row.page === pages[0]?.number;
  return {
    body: pages.map((page) => ({
      ...page,
      words: page.words.filter((word) => !taken.has(word)),
    })),
    top: kept.filter(isTop),
    parked: kept.filter((row) => !isTop(row)),
  };
}

/** The lines near the edges of a page; page numbers compare equal. */
function edgeRows(page: PageToOrder): readonly EdgeRow[] {
  const rows: { role: EdgeLine['role']; baseline: number; words: Word[] }[] = [];
  for (const word of page.words) {
    const role =
      word.baseline < EDGE * page.height
        ? 'header'
        : word.baseline > (1 - EDGE) * page.height
          ? 'footer'
          : null;
    if (role === null || word.angle !== 0) continue;
    const row = rows.find((one) => Math.abs(one.baseline - word.baseline) < 0.3 * word.fontSize);
    if (row === undefined) rows.push({ role, baseline: word.baseline, words: [word] });
    else row.words.push(word);
  }
  return rows.map((row) => ({
    page: page.number,
    role: row.role,
    baseline: row.baseline,
    words: row.words,
    key: row.words
      .map((word) => word.text)
      .join(' ')
      .replace(/\d+/g, '#'),
  }));
}
