import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type PageHit, pageText } from '@/renderer/features/candidates/viewer/page-hits';
import type { TextRange } from '@/renderer/features/candidates/viewer/text-runs';

type TextContent = Awaited<
  ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getTextContent']>
>;
type TextItem = Extract<TextContent['items'][number], { readonly str: string }>;

/** The words of a page, as its text layer is built from them. */
export interface PageWords {
  readonly content: TextContent;
  /** One for each element of the text layer, in the same order. */
  readonly items: readonly TextItem[];
  readonly text: string;
  readonly starts: readonly number[];
}

/** Reads the words of pages, each page once. */
export class PdfTexts {
  readonly #document: PDFDocumentProxy;
  readonly #pages = new Map<number, Promise<PageWords>>();

  constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  /** The words of a page, counted from 1. */
  page(number: number): Promise<PageWords> {
    let words = this.#pages.get(number);
    if (words === undefined) {
      words = this.#read(number);
      this.#pages.set(number, words);
    }
    return words;
  }

  /** The hits of all pages in order. Stops between two pages when `signal` aborts. */
  async hits(
    find: (text: string) => readonly TextRange[],
    signal: AbortSignal,
  ): Promise<readonly PageHit[]> {
    const hits: PageHit[] = [];
    for (let page = 1; page <= this.#document.numPages && !signal.aborted; page++) {
      const { text } = await this.page(page);
      for (const [start, end] of find(text)) hits.push({ page, start, end });
    }
    return hits;
  }

  async #read(number: number): Promise<PageWords> {
    const page = await this.#document.getPage(number);
    const content = await page.getTextContent({ disableNormalization: true });
    const items = content.items.filter((item): item is TextItem => 'str' in item);
    return { content, items, ...pageText(items) };
  }
}
