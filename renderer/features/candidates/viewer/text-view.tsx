import { memo, useEffect, useMemo, useRef } from 'react';
import type { EvidenceTarget } from '@/renderer/features/candidates/viewer/target';
import {
  firstHitAfter,
  linesOf,
  runsOf,
  type TextRange,
  type TextRun,
  type ViewLine,
} from '@/renderer/features/candidates/viewer/text-runs';
import { cx } from '@/renderer/lib/cx';

interface Props {
  readonly text: string;
  readonly lines: readonly ViewLine[];
  readonly hits: readonly TextRange[];
  readonly currentHit: number | null;
  readonly target: EvidenceTarget | null;
  readonly factor: number;
}

/** A CV as text, line by line with the looks the file gave each. Never markup: every character is shown as itself. */
export function TextView({ text, lines, hits, currentHit, target, factor }: Props) {
  const sheet = useRef<HTMLElement>(null);
  const shown = useMemo(() => linesOf(text, lines), [text, lines]);
  const marked = useMemo<TextRange | null>(
    () => (target === null ? null : [target.evidence.start, target.evidence.end]),
    [target],
  );
  useEffect(() => {
    if (currentHit === null) return;
    reveal(sheet.current?.querySelector(`[data-hit="${currentHit}"]`));
  }, [currentHit, hits]);
  useEffect(() => {
    if (target !== null) reveal(sheet.current?.querySelector('[data-marked]'));
  }, [target]);
  return (
    <article
      ref={sheet}
      className="mx-auto mb-3 w-full max-w-[794px] bg-raised px-10 py-9 text-ink shadow-raised ring-1 ring-line select-text"
      style={{ fontSize: `${13.5 * factor}px`, lineHeight: 1.55 }}
    >
      {shown.map((line, index) => (
        <Line
          key={line.start}
          runs={runsOf(text, line, hits, firstHitAfter(hits, line.start), touches(line, marked))}
          // A bullet that is in the text needs no second one.
          role={line.role === 'list' && BULLET.test(text.charAt(line.start)) ? 'body' : line.role}
          isFirst={index === 0}
          currentHit={currentHit}
        />
      ))}
    </article>
  );
}

/** The marked range where it touches the line: other lines need not be drawn again when it moves. */
const touches = (line: ViewLine, marked: TextRange | null): TextRange | null =>
  marked !== null && marked[0] < line.end && marked[1] > line.start ? marked : null;

const BULLET = /[•●◦○▪■□‣⁃·*–—-]/;

const LOOKS: Readonly<Record<ViewLine['role'], string>> = {
  heading: 'mt-4 mb-1 font-semibold',
  list: "relative pl-5 before:absolute before:left-1.5 before:text-ink-3 before:content-['•']",
  cell: 'border-l-2 border-line pl-3',
  header: 'text-ink-3',
  footer: 'text-ink-3',
  body: '',
};

interface LineProps {
  readonly runs: readonly TextRun[];
  readonly role: ViewLine['role'];
  readonly isFirst: boolean;
  readonly currentHit: number | null;
}

const Line = memo(
  function Line({ runs, role, isFirst, currentHit }: LineProps) {
    const className = cx(
      'min-h-[1.1em] break-words whitespace-pre-wrap [content-visibility:auto] [contain-intrinsic-size:auto_1.55em]',
      LOOKS[role],
      isFirst && 'mt-0',
    );
    const content = runs.map((run) => <Run key={run.start} run={run} currentHit={currentHit} />);
    return role === 'heading' ? (
      <h3 className={className}>{content}</h3>
    ) : (
      <p className={className}>{content}</p>
    );
  },
  (before, after) =>
    before.role === after.role &&
    before.runs.length === after.runs.length &&
    before.runs.every((run, index) => {
      const other = after.runs[index];
      return (
        other !== undefined &&
        run.text === other.text &&
        run.hit === other.hit &&
        run.marked === other.marked &&
        (run.hit === before.currentHit) === (other.hit === after.currentHit)
      );
    }),
);

function Run({ run, currentHit }: { readonly run: TextRun; readonly currentHit: number | null }) {
  const marked = run.marked ? 'rounded-sm bg-accent-soft outline-2 outline-accent' : '';
  if (run.hit !== null) {
    return (
      <mark
        data-hit={run.hit}
        {...(run.marked ? { 'data-marked': true } : {})}
        className={cx(
          marked,
          run.hit === currentHit && 'bg-[light-dark(#ffbe70,#8a4b08)] outline-1 outline-ink-3',
        )}
      >
        {run.text}
      </mark>
    );
  }
  return run.marked ? (
    <span data-marked className={marked}>
      {run.text}
    </span>
  ) : (
    run.text
  );
}

function reveal(element: Element | null | undefined): void {
  element?.scrollIntoView({ block: 'center' });
}
