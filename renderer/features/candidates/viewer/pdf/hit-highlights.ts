import type { PageHit } from '@/renderer/features/candidates/viewer/page-hits';

/** Names the stylesheet gives colours to (pdf-page.css). */
const ALL = 'cv-hit';
const CURRENT = 'cv-hit-current';

/**
 * Marks hits in the text layers with the CSS Custom Highlight API, which colours ranges without touching the elements
 * pdf.js laid out. Pages come and go as one scrolls; each brings its ranges and takes them along.
 */
export class HitHighlights {
  readonly #pages = new Map<number, ReadonlyMap<PageHit, Range>>();
  #current: PageHit | null = null;

  setPage(page: number, ranges: ReadonlyMap<PageHit, Range>): void {
    if (ranges.size === 0) this.#pages.delete(page);
    else this.#pages.set(page, ranges);
    this.#show();
  }

  setCurrent(hit: PageHit | null): void {
    this.#current = hit;
    this.#show();
  }

  clear(): void {
    this.#pages.clear();
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(CURRENT);
  }

  #show(): void {
    const others: Range[] = [];
    const current: Range[] = [];
    for (const ranges of this.#pages.values()) {
      for (const [hit, range] of ranges) (hit === this.#current ? current : others).push(range);
    }
    CSS.highlights.set(ALL, new Highlight(...others));
    CSS.highlights.set(CURRENT, new Highlight(...current));
  }
}
