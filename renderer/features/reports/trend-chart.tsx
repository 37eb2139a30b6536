import type { Ref } from 'react';
import { useFormat } from '@/renderer/lib/format';

interface Props {
  readonly ref: Ref<SVGSVGElement>;
  /** What the picture shows, in a sentence; its numbers stand in the table beneath. */
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly count: number }[];
  readonly onOpen: (at: number) => void;
}

const WIDTH = 720;
const HEIGHT = 200;
const LEFT = 36;
const BOTTOM = 22;
const TOP = 10;
/** In units of the drawing: in a narrow pane it is made smaller, and its words with it. A saved picture has the usual size. */
const TEXT = '@max-lg:text-[18px]';

/** A column for each span of time. The same numbers stand in a table beside it, so it is one picture to a screen reader. */
export function TrendChart({ ref, label, bars, onOpen }: Props) {
  const format = useFormat();
  const most = ceiling(Math.max(1, ...bars.map(({ count }) => count)));
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const heightOf = (count: number): number => ((HEIGHT - BOTTOM - TOP) * count) / most;
  const every = Math.ceil(bars.length / 12);
  return (
    <svg
      ref={ref}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className="w-full max-w-200 font-sans"
    >
      {[0, 0.5, 1].map((share) => {
        const y = HEIGHT - BOTTOM - heightOf(most * share);
        return (
          <g key={share}>
            <line x1={LEFT} x2={WIDTH} y1={y} y2={y} stroke="var(--line)" />
            <text
              x={LEFT - 6}
              y={y + 4}
              textAnchor="end"
              fontSize={11}
              className={TEXT}
              fill="var(--ink-3)"
            >
              {Number.isInteger(most * share) ? format.number(most * share) : ''}
            </text>
          </g>
        );
      })}
      {bars.map(({ name, count }, at) => (
        <g key={name}>
          {/* The whole height answers to the mouse: a column of one is hard to hit. The keyboard has the table. */}
          <rect
            x={LEFT + at * step}
            y={TOP}
            width={step}
            height={HEIGHT - BOTTOM - TOP}
            fill="transparent"
            onClick={() => onOpen(at)}
          >
            <title>{`${name}: ${format.number(count)}`}</title>
          </rect>
          <rect
            x={LEFT + at * step + step * 0.15}
            y={HEIGHT - BOTTOM - heightOf(count)}
            width={step * 0.7}
            height={heightOf(count)}
            rx={2}
            fill="var(--accent)"
            pointerEvents="none"
          />
          {at % every === 0 ? (
            <text
              x={LEFT + (at + 0.5) * step}
              y={HEIGHT - 6}
              textAnchor="middle"
              fontSize={11}
              className={TEXT}
              fill="var(--ink-3)"
            >
              {name}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}

/** The next of 1, 2, 4, 10, 20, 40, 100 …: half of it is a whole number but for 1. */
function ceiling(most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 4]) if (step * power >= most) return step * power;
  }
}
