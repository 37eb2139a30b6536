import { type PDFDocumentProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { EvidenceMarks } from '@/renderer/features/candidates/viewer/evidence-marks';
import { type PageHit, placeOf } from '@/renderer/features/candidates/viewer/page-hits';
import type { HitHighlights } from '@/renderer/features/candidates/viewer/pdf/hit-highlights';
import type { PageWords, PdfTexts } from '@/renderer/features/candidates/viewer/pdf/pdf-texts';
import type { EvidenceTarget } from '@/renderer/features/candidates/viewer/target';
import { useReveal } from '@/renderer/features/candidates/viewer/use-reveal';
import { canvasDensity, PIXELS_PER_POINT } from '@/renderer/features/candidates/viewer/zoom';
import { useText } from '@/renderer/lib/text';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Props {
  readonly document: PDFDocumentProxy;
  readonly texts: PdfTexts;
  readonly highlights: HitHighlights;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** In points: as the résumé says, until the page itself is read. */
  readonly size: Size;
  readonly factor: number;
  readonly hits: readonly PageHit[];
  readonly target: EvidenceTarget | null;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** One page: drawn when it comes near the view, its drawing let go when it is far from it. */
export function PdfPage({ document, texts, highlights, number, count, factor, ...props }: Props) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const isNear = useNearness(frame, props.scroller);
  const size = props.size;
  const scale = factor * PIXELS_PER_POINT;
  const width = Math.floor(size.width * scale);
  const height = Math.floor(size.height * scale);

  // Marks on an empty page would say that there is nothing in the place they mark.
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!isNear) setDrawn(false);
    const target = canvas.current;
    if (!isNear || target === null) return;
    return draw(document, number, target, width, height, () => setDrawn(true));
  }, [document, number, isNear, width, height]);
  useReveal(props.scroller, frame, props.target, number, size);

  const [spans, setSpans] = useState<Spans | null>(null);
  useEffect(() => {
    const container = layer.current;
    if (!isNear || container === null) return;
    return layOutText(document, texts, number, container, setSpans);
  }, [document, texts, number, isNear]);

  const { hits } = props;
  useEffect(() => {
    highlights.setPage(number, spans === null ? new Map() : rangesOf(hits, spans));
    return () => highlights.setPage(number, new Map());
  }, [highlights, number, hits, spans]);

  return (
    <div
      ref={frame}
      role="group"
      aria-label={t('candidates.viewer.page', { page: number, pages: count })}
      data-page={number}
      className="relative mx-auto mb-3 shrink-0 bg-white shadow-raised ring-1 ring-line"
      style={{ width, height, ['--total-scale-factor' as string]: scale }}
    >
      {isNear ? <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" /> : null}
      {isNear ? <div ref={layer} className="pdf-text select-text" /> : null}
      {isDrawn ? <EvidenceMarks target={props.target} page={number} size={size} /> : null}
    </div>
  );
}

/** True while the element is within a view's height of what is seen. */
function useNearness(
  frame: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (frame.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { root: scroller.current, rootMargin: '100% 0px' },
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame, scroller]);
  return isNear;
}

/** Draws a page; the answer stops it. The old drawing stays, stretched, until the new one is whole. */
function draw(
  document: PDFDocumentProxy,
  number: number,
  target: HTMLCanvasElement,
  width: number,
  height: number,
  done: () => void,
): () => void {
  let stop: (() => void) | null = null;
  let stopped = false;
  const run = async (): Promise<void> => {
    const page = await document.getPage(number);
    if (stopped) return;
    const density = canvasDensity(width, height, window.devicePixelRatio);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (width / natural.width) * density });
    const sheet = window.document.createElement('canvas');
    sheet.width = Math.floor(width * density);
    sheet.height = Math.floor(height * density);
    const task = page.render({ canvas: sheet, viewport });
    stop = () => task.cancel();
    await task.promise;
    target.width = sheet.width;
    target.height = sheet.height;
    target.getContext('2d')?.drawImage(sheet, 0, 0);
    target.dataset['drawn'] = 'true';
    done();
  };
  run().catch((error: unknown) => {
    // Cancelled by the next zoom or by scrolling on: not an error. Anything else leaves the page white; its text is still there.
    if (!stopped) console.warn(`Page ${number} could not be drawn`, error);
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

interface Spans {
  readonly words: PageWords;
  readonly elements: readonly HTMLElement[];
}

function layOutText(
  document: PDFDocumentProxy,
  texts: PdfTexts,
  number: number,
  container: HTMLElement,
  done: (spans: Spans | null) => void,
): () => void {
  let layer: TextLayer | null = null;
  let stopped = false;
  const run = async (): Promise<void> => {
    const [page, words] = await Promise.all([document.getPage(number), texts.page(number)]);
    if (stopped) return;
    container.replaceChildren();
    const viewport = page.getViewport({ scale: 1 });
    layer = new TextLayer({ textContentSource: words.content, container, viewport });
    await layer.render();
    if (!stopped) done({ words, elements: layer.textDivs });
  };
  run().catch((error: unknown) => {
    if (!stopped) console.warn(`The text of page ${number} could not be laid out`, error);
  });
  return () => {
    stopped = true;
    layer?.cancel();
    done(null);
  };
}

function rangesOf(
  hits: readonly PageHit[],
  { words, elements }: Spans,
): ReadonlyMap<PageHit, Range> {
  const ranges = new Map<PageHit, Range>();
  for (const hit of hits) {
    const from = placeOf(words.items, words.starts, hit.start);
    const to = placeOf(words.items, words.starts, hit.end - 1);
    const first = from === null ? null : elements[from.item]?.firstChild;
    const last = to === null ? null : elements[to.item]?.firstChild;
    if (!from || !to || !first || !last) continue;
    const range = new Range();
    range.setStart(first, Math.min(from.offset, first.textContent?.length ?? 0));
    range.setEnd(last, Math.min(to.offset + 1, last.textContent?.length ?? 0));
    ranges.set(hit, range);
  }
  return ranges;
}
