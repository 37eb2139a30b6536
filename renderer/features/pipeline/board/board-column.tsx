import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { Card, CARD_HEIGHT } from '@/renderer/features/pipeline/board/board-card';
import type { NamedColumn } from '@/renderer/features/pipeline/board/use-board';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import type { Id } from '@/shared/kit/ids';

interface Props {
  readonly column: NamedColumn;
  /** The card that has the keyboard, where it is one of these. */
  readonly active: Id | null;
  /** Whether the keyboard comes to the first card of this column when no card has it. */
  readonly holdsTab: boolean;
  readonly tagNames: ReadonlyMap<Id, string>;
  /** The card that the keyboard is to go to, once it is there; null where it is none of these. */
  readonly wanted: Id | null;
  readonly onArrived: () => void;
}

/** A column of the board, of which only the cards in sight exist. What happens in another one does not draw it anew. */
export const Column = memo(function Column({
  column,
  active,
  holdsTab,
  tagNames,
  wanted,
  onArrived,
}: Props) {
  const t = useText();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const { cards, title } = column;
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 4,
    paddingEnd: 8,
  });
  const wantedAt = wanted === null ? -1 : cards.findIndex(({ id }) => id === wanted);
  useEffect(() => {
    if (wantedAt === -1 || wanted === null) return;
    virtualizer.scrollToIndex(wantedAt);
    // The card is there with one of the next frames.
    const arrive = (): void => {
      const card = scroller.current?.querySelector<HTMLElement>(`[data-card="${wanted}"]`);
      if (!card) {
        frame = requestAnimationFrame(arrive);
        return;
      }
      card.focus({ preventScroll: true });
      card.closest('section')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      onArrived();
    };
    let frame = requestAnimationFrame(arrive);
    return () => cancelAnimationFrame(frame);
  }, [wanted, wantedAt, virtualizer, onArrived]);

  return (
    <section
      data-column={column.id}
      aria-label={t('pipeline.column', { title, count: cards.length })}
      className="flex max-w-80 min-w-46 flex-1 flex-col rounded-lg bg-sunken data-[drop=no]:opacity-50 data-[over=yes]:bg-accent-soft data-[over=yes]:outline-2 data-[over=yes]:outline-accent"
    >
      <h2 className="flex h-9 shrink-0 items-center gap-2 px-3 font-medium">
        <span className="truncate">{title}</span>
        <span className="tabular text-sm text-ink-3">{format.number(cards.length)}</span>
      </h2>
      <div
        ref={scroller}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto px-2 outline-none"
      >
        {cards.length === 0 ? (
          <p className="px-1 py-2 text-sm text-ink-3">{t('pipeline.column-empty')}</p>
        ) : (
          <div
            role="list"
            aria-label={title}
            className="relative"
            style={{ height: virtualizer.getTotalSize() }}
          >
            {virtualizer.getVirtualItems().map((item) => {
              const card = cards[item.index];
              if (card === undefined) return null;
              return (
                <div
                  key={card.id}
                  role="presentation"
                  className="absolute inset-x-0 top-0 pt-0.5"
                  style={{ height: CARD_HEIGHT, transform: `translateY(${item.start}px)` }}
                >
                  <Card
                    card={card}
                    isActive={active === card.id || (holdsTab && item.index === 0)}
                    tagNames={card.tagIds.map((id) => tagNames.get(id) ?? '').join(', ')}
                    place={item.index + 1}
                    of={cards.length}
                  />
                </div>
              );
            })}
          </div>
        )}
      </div>
    </section>
  );
});
