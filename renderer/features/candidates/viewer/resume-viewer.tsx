import { useQuery } from '@tanstack/react-query';
import {
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useApi } from '@/renderer/app/api';
import { useBlind } from '@/renderer/app/blind';
import { useCommands } from '@/renderer/app/commands';
import { useFailure } from '@/renderer/app/failure';
import { HiddenFile } from '@/renderer/features/blind';
import { EvidenceMarksNote } from '@/renderer/features/candidates/viewer/evidence-note';
import { ImageView } from '@/renderer/features/candidates/viewer/image-view';
import type { EvidenceTarget, ViewMode } from '@/renderer/features/candidates/viewer/target';
import type { TextRange } from '@/renderer/features/candidates/viewer/text-runs';
import { TextView } from '@/renderer/features/candidates/viewer/text-view';
import { type Finder, useFinder } from '@/renderer/features/candidates/viewer/use-finder';
import { ViewerToolbar } from '@/renderer/features/candidates/viewer/viewer-toolbar';
import {
  PIXELS_PER_POINT,
  type Zoom,
  zoomFactor,
} from '@/renderer/features/candidates/viewer/zoom';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { ErrorState, Skeleton } from '@/renderer/ui/states';
import type { ShownResume } from '@/shared/domain/candidates/views';

// pdf.js is most of a megabyte: it comes with the first PDF, not with the window.
const PdfView = lazy(() => import('@/renderer/features/candidates/viewer/pdf/pdf-view'));

type Kind = 'pdf' | 'image' | 'text';

const GUTTER = 32;
const TEXT_WIDTH_POINTS = 595;

interface Props {
  readonly resume: ShownResume;
  /** The search that led here, as typed; '' when none did. */
  readonly queryText: string;
  readonly target: EvidenceTarget | null;
}

/** The original CV with search hits and the place of a chosen field marked in it. */
export function ResumeViewer({ resume, queryText, target }: Props) {
  const t = useText();
  // Its pages are not for who reviews blind.
  const isBlind = useBlind()();
  const kind = isBlind ? 'text' : kindOf(resume.mediaType);
  const [mode, setMode] = useState<ViewMode>(kind === 'text' ? 'text' : 'original');
  const [zoom, setZoom] = useState<Zoom>('fit');
  const scroller = useRef<HTMLDivElement>(null);
  const paneWidth = usePaneWidth(scroller);
  const pageWidth = mode === 'text' ? TEXT_WIDTH_POINTS : (resume.pages[0]?.width ?? 595);
  const factor = fitted(zoom, mode, paneWidth, pageWidth);

  const find = useFinder(queryText);
  // A picture has no words of its own: its hits are those in the text that was read from it.
  const textHits = useMemo(
    () => ((mode === 'text' || kind === 'image') && find !== null ? find(resume.text) : NO_HITS),
    [mode, kind, find, resume.text],
  );
  const [pageHits, setPageHits] = useState(0);
  const hitCount = mode === 'text' || kind !== 'pdf' ? textHits.length : pageHits;
  const [chosenHit, setCurrentHit] = useState<number | null>(null);
  const currentHit = chosenHit !== null && chosenHit < hitCount ? chosenHit : null;
  const step = (by: 1 | -1): void => {
    if (kind === 'image') setMode('text');
    setCurrentHit((before) =>
      hitCount === 0 ? null : ((before ?? (by === 1 ? -1 : 0)) + by + hitCount) % hitCount,
    );
  };
  const onMode = (next: ViewMode): void => {
    setMode(next);
    setCurrentHit(null);
  };
  // A new search begins before its first hit. Other names that are found for its words a moment later do not make it a new one.
  useEffect(() => setCurrentHit(null), [queryText]);
  useHitKeys(step);

  const shownTarget = target !== null && target.resumeId === resume.id ? target : null;

  return (
    <section
      aria-label={t('candidates.viewer.label')}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    >
      <ViewerToolbar
        mode={mode}
        onMode={kind === 'text' ? null : onMode}
        zoom={zoom}
        factor={factor}
        onZoom={setZoom}
        pages={kind === 'pdf' ? resume.pages.length : null}
        hits={find === null ? null : { count: hitCount, current: currentHit, step }}
      />
      {isBlind ? <HiddenFile /> : null}
      <EvidenceMarksNote target={shownTarget} mode={mode} />
      <div
        ref={scroller}
        // A pane that scrolls must be reachable by the keyboard.
        tabIndex={0}
        role="region"
        aria-label={resume.fileName}
        className="relative min-h-0 flex-1 overflow-auto bg-sunken px-4 pt-3 -outline-offset-2"
      >
        {mode === 'text' ? (
          <TextView
            text={resume.text}
            lines={resume.lines}
            hits={textHits}
            currentHit={currentHit}
            target={shownTarget}
            factor={factor}
          />
        ) : (
          <Original
            resume={resume}
            kind={kind}
            factor={factor}
            find={find}
            currentHit={currentHit}
            onHits={setPageHits}
            target={shownTarget}
            scroller={scroller}
            onText={() => onMode('text')}
          />
        )}
      </div>
    </section>
  );
}

/** F3 and Shift+F3 go through the hits, from anywhere on the page. */
function useHitKeys(step: (by: 1 | -1) => void): void {
  const t = useText();
  const newest = useRef(step);
  useLayoutEffect(() => {
    newest.current = step;
  });
  useCommands(
    useMemo(
      () =>
        ([1, -1] as const).map((by) => ({
          id: `candidates.viewer.hit.${by}`,
          title: t(by === 1 ? 'candidates.viewer.next-hit' : 'candidates.viewer.previous-hit'),
          group: t('candidates.group.page'),
          keys: by === 1 ? 'f3' : 'shift+f3',
          isKeysOnly: true,
          run: () => newest.current(by),
        })),
      [t],
    ),
  );
}

interface OriginalProps {
  readonly resume: ShownResume;
  readonly kind: Kind;
  readonly factor: number;
  readonly find: Finder | null;
  readonly currentHit: number | null;
  readonly onHits: (count: number) => void;
  readonly target: EvidenceTarget | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onText: () => void;
}

/** The file as it looks. When it cannot be shown, says so and leads to its text, which was kept. */
function Original({ resume, kind, onText, ...props }: OriginalProps) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const original = useQuery(
    // Files are large: what is not on screen is let go soon.
    api.resumes.original.queryOptions({ input: { id: resume.id }, gcTime: 60_000 }),
  );
  const [broken, setBroken] = useState<unknown>(null);
  // Another file is another chance.
  useEffect(() => setBroken(null), [resume.id]);
  const onFailed = useCallback((error: unknown) => setBroken(error), []);
  const read = useCallback(
    (kindOfData: 'cmap' | 'font' | 'wasm', name: string) =>
      api.resumes.pdfData.call({ kind: kindOfData, name }),
    [api],
  );
  const error: unknown = original.error ?? broken;
  if (error !== null && error !== undefined) {
    return (
      <ErrorState title={t('candidates.viewer.failed')} details={failure(error).details}>
        <p>{t('candidates.viewer.failed-hint')}</p>
        <Button className="mt-3" onPress={onText}>
          {t('candidates.viewer.show-text')}
        </Button>
      </ErrorState>
    );
  }
  const placeholder = <Skeleton className="mx-auto aspect-[1/1.414] w-full max-w-[794px]" />;
  if (original.data === undefined) return placeholder;
  if (kind === 'image') {
    return (
      <ImageView
        bytes={original.data}
        mediaType={resume.mediaType}
        alt={t('candidates.viewer.image', { name: resume.fileName })}
        size={resume.pages[0] ?? null}
        factor={props.factor}
        target={props.target}
        scroller={props.scroller}
        onFailed={onFailed}
      />
    );
  }
  return (
    <Suspense fallback={placeholder}>
      <PdfView
        bytes={original.data}
        read={read}
        pages={resume.pages}
        onFailed={onFailed}
        {...props}
      />
    </Suspense>
  );
}

const NO_HITS: readonly TextRange[] = [];

function kindOf(mediaType: string): Kind {
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType === 'image/png' || mediaType === 'image/jpeg' ? 'image' : 'text';
}

/** Text flows with the pane by itself, so "fit" is its plain size. */
function fitted(zoom: Zoom, mode: ViewMode, paneWidth: number, pageWidth: number): number {
  if (mode === 'text') return zoom === 'fit' ? 1 : zoom;
  const factor = zoomFactor(zoom, Math.max(160, paneWidth - GUTTER), pageWidth);
  // Fitting never makes a page larger than on paper by half: lines would grow too long to read.
  return zoom === 'fit' ? Math.min(1.5, factor) : factor;
}

function usePaneWidth(pane: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(TEXT_WIDTH_POINTS * PIXELS_PER_POINT);
  useEffect(() => {
    if (pane.current === null) return;
    const observer = new ResizeObserver((entries) => {
      const entry = entries.at(-1);
      if (entry) setWidth(Math.round(entry.contentRect.width + GUTTER));
    });
    observer.observe(pane.current);
    return () => observer.disconnect();
  }, [pane]);
  return width;
}
