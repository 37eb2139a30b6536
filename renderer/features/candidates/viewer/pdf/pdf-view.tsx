import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import './pdf-page.css';
import type { PageHit } from '@/renderer/features/candidates/viewer/page-hits';
import { HitHighlights } from '@/renderer/features/candidates/viewer/pdf/hit-highlights';
import { loadPdf, type ReadPdfData } from '@/renderer/features/candidates/viewer/pdf/load-pdf';
import { PdfPage } from '@/renderer/features/candidates/viewer/pdf/pdf-page';
import { PdfTexts } from '@/renderer/features/candidates/viewer/pdf/pdf-texts';
import type { EvidenceTarget } from '@/renderer/features/candidates/viewer/target';
import type { TextRange } from '@/renderer/features/candidates/viewer/text-runs';
import { Skeleton } from '@/renderer/ui/states';

interface Props {
  readonly bytes: Blob;
  readonly read: ReadPdfData;
  /** Page sizes in points as the parser saw them. */
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  readonly factor: number;
  readonly find: ((text: string) => readonly TextRange[]) | null;
  readonly currentHit: number | null;
  readonly onHits: (count: number) => void;
  readonly target: EvidenceTarget | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onFailed: (error: unknown) => void;
}

/** The pages of a PDF, one under the other, inside the scroller that is handed in. */
export default function PdfView({ bytes, read, onFailed, ...props }: Props) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    let stopped = false;
    let close: (() => Promise<void>) | null = null;
    const open = async (): Promise<void> => {
      const buffer = await bytes.arrayBuffer();
      if (stopped) return;
      const task = loadPdf(buffer, read);
      close = () => task.destroy();
      const document = await task.promise;
      if (!stopped) setPdf(document);
    };
    open().catch((error: unknown) => {
      if (!stopped) onFailed(error);
    });
    return () => {
      stopped = true;
      setPdf(null);
      void close?.();
    };
  }, [bytes, read, onFailed]);
  if (pdf === null) {
    const first = props.pages[0] ?? { width: 595, height: 842 };
    return <Skeleton className="mx-auto aspect-[1/1.414] w-full max-w-[794px]" key={first.width} />;
  }
  return <Pages document={pdf} {...props} />;
}

type PagesProps = Omit<Props, 'bytes' | 'read' | 'onFailed'> & {
  readonly document: PDFDocumentProxy;
};

function Pages({
  document,
  factor,
  find,
  currentHit,
  onHits,
  target,
  scroller,
  pages,
}: PagesProps) {
  const texts = useMemo(() => new PdfTexts(document), [document]);
  const highlights = useMemo(() => new HitHighlights(), []);
  useEffect(() => () => highlights.clear(), [highlights]);
  const sizes = usePageSizes(document, pages);
  const hits = useHits(texts, find, onHits);
  const byPage = useMemo(() => groupByPage(hits), [hits]);

  useEffect(() => {
    const hit = currentHit === null ? undefined : hits[currentHit];
    highlights.setCurrent(hit ?? null);
    if (hit) void scrollToHit(scroller.current, texts, hit);
  }, [hits, currentHit, highlights, texts, scroller]);

  return sizes.map((size, index) => (
    <PdfPage
      // Pages of a document never change places.
      key={index}
      document={document}
      texts={texts}
      highlights={highlights}
      number={index + 1}
      count={sizes.length}
      size={size}
      factor={factor}
      hits={byPage.get(index + 1) ?? NO_HITS}
      target={target}
      scroller={scroller}
    />
  ));
}

const NO_HITS: readonly PageHit[] = [];

/** The pages' own sizes. The parser's are right for nearly all files and spare a jump; the file has the last word. */
function usePageSizes(document: PDFDocumentProxy, known: Props['pages']): Props['pages'] {
  const [sizes, setSizes] = useState<Props['pages']>(() =>
    Array.from(
      { length: document.numPages },
      (_, index) => known[index] ?? known[0] ?? { width: 595, height: 842 },
    ),
  );
  useEffect(() => {
    let stopped = false;
    const run = async (): Promise<void> => {
      const read: { width: number; height: number }[] = [];
      for (let number = 1; number <= document.numPages && !stopped; number++) {
        const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
        read.push({ width, height });
      }
      if (!stopped) setSizes(read);
    };
    run().catch(() => {
      // A page that cannot be read keeps the size it was given; drawing it reports why.
    });
    return () => {
      stopped = true;
    };
  }, [document]);
  return sizes;
}

function useHits(
  texts: PdfTexts,
  find: Props['find'],
  onHits: (count: number) => void,
): readonly PageHit[] {
  const [hits, setHits] = useState<readonly PageHit[]>(NO_HITS);
  useEffect(() => {
    const stop = new AbortController();
    const show = (found: readonly PageHit[]): void => {
      if (stop.signal.aborted) return;
      setHits(found);
      onHits(found.length);
    };
    if (find === null) show(NO_HITS);
    else texts.hits(find, stop.signal).then(show, () => show(NO_HITS));
    return () => stop.abort();
  }, [texts, find, onHits]);
  return hits;
}

function groupByPage(hits: readonly PageHit[]): ReadonlyMap<number, readonly PageHit[]> {
  const pages = new Map<number, PageHit[]>();
  for (const hit of hits) {
    const page = pages.get(hit.page);
    if (page) page.push(hit);
    else pages.set(hit.page, [hit]);
  }
  return pages;
}

/** Brings a hit a third down the view. Its height on the page is known from the words, before the page is drawn. */
async function scrollToHit(
  scroller: HTMLElement | null,
  texts: PdfTexts,
  hit: PageHit,
): Promise<void> {
  const frame = scroller?.querySelector<HTMLElement>(`[data-page="${hit.page}"]`);
  if (!scroller || !frame) return;
  const words = await texts.page(hit.page);
  const index = words.starts.findLastIndex((start) => start <= hit.start);
  const baseline: unknown = words.items[index]?.transform[5];
  const scale = Number(frame.style.getPropertyValue('--total-scale-factor'));
  const fromTop =
    typeof baseline === 'number' ? frame.offsetHeight - baseline * scale : frame.offsetHeight / 2;
  const within = Math.min(frame.offsetHeight, Math.max(0, fromTop));
  const top = frame.offsetTop + within - scroller.clientHeight / 3;
  const isSeen =
    frame.offsetTop + within > scroller.scrollTop + 24 &&
    frame.offsetTop + within < scroller.scrollTop + scroller.clientHeight - 24;
  if (!isSeen) scroller.scrollTo({ top });
}
