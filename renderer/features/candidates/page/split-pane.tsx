import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { cx } from '@/renderer/lib/cx';

const LEAST = 30;
const MOST = 75;
const STEP = 2;

/** How much of the width the left side takes, in percent; outlives the window. */
const useShare = create<{ readonly share: number }>()(
  persist((): { readonly share: number } => ({ share: 55 }), { name: 'longlist:candidate-split' }),
);
function setShare(share: number): void {
  useShare.setState({ share: Math.min(MOST, Math.max(LEAST, Math.round(share * 10) / 10)) });
}

interface Props {
  readonly left: ReactNode;
  readonly right: ReactNode;
  /** Names the line between them. */
  readonly label: string;
}

/** Two sides with a line between them that the pointer drags and the arrow keys move. */
export function SplitPane({ left, right, label }: Props) {
  const share = useShare((state) => state.share);
  const frame = useRef<HTMLDivElement>(null);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = frame.current?.getBoundingClientRect();
    if (box) setShare(((event.clientX - box.left) / box.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = keyedShare(event.key, share);
    if (to === null) return;
    event.preventDefault();
    setShare(to);
  };
  return (
    <div ref={frame} className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-col" style={{ width: `${share}%` }}>
        {left}
      </div>
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        aria-valuenow={Math.round(share)}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
        onDoubleClick={() => setShare(55)}
        className={cx(
          'relative z-5 w-px shrink-0 cursor-col-resize touch-none bg-line',
          "after:absolute after:inset-y-0 after:-left-1 after:w-2.25 after:content-['']",
          'hover:bg-line-strong focus-visible:bg-accent active:bg-accent',
        )}
      />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">{right}</div>
    </div>
  );
}

function keyedShare(key: string, share: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return share - STEP;
    case 'ArrowRight':
      return share + STEP;
    case 'Home':
      return LEAST;
    case 'End':
      return MOST;
    default:
      return null;
  }
}
