import { Link } from '@tanstack/react-router';
import { Ban, MessageSquare, Send } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { usePoints } from '@/renderer/app/match-words';
import { REJECT_REASON_NAMES, WITHDRAW_REASON_NAMES } from '@/renderer/app/stage-words';
import { toggleChosen, useBoardState } from '@/renderer/features/pipeline/board/board-state';
import { cx } from '@/renderer/lib/cx';
import { useFormat, useNow } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { daysSince, isLong } from '@/shared/domain/pipeline/ageing';
import type { BoardCard } from '@/shared/domain/pipeline/views';

/** The height of a card with the room under it, in px; all are as high. */
export const CARD_HEIGHT = 92;

interface Props {
  readonly card: BoardCard;
  readonly isActive: boolean;
  readonly tagNames: string;
  /** Of how many it is which, from 1. */
  readonly place: number;
  readonly of: number;
}

/** A candidate on the board. */
export const Card = memo(function Card({ card, isActive, tagNames, place, of }: Props) {
  const t = useText();
  const format = useFormat();
  const points = usePoints();
  const now = useNow();
  const isChosen = useBoardState((board) => board.chosen.has(card.id));
  const days = daysSince(card.stageSince, now);
  const isOld = isLong(card.stage, card.stageSince, now);
  const name = card.name || t('pipeline.no-name');
  const reason =
    card.rejectedReason !== null
      ? t(REJECT_REASON_NAMES[card.rejectedReason])
      : card.withdrawnReason !== null
        ? t(WITHDRAW_REASON_NAMES[card.withdrawnReason])
        : null;
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey) toggleChosen(card.id);
    else useBoardState.setState({ active: card.id });
  };
  return (
    <div
      role="listitem"
      aria-setsize={of}
      aria-posinset={place}
      aria-label={t('pipeline.card', {
        name,
        days,
        chosen: isChosen ? 'yes' : 'no',
      })}
      data-card={card.id}
      tabIndex={isActive ? 0 : -1}
      onFocus={(event) => {
        if (event.target === event.currentTarget) useBoardState.setState({ active: card.id });
      }}
      onClick={onClick}
      onDoubleClick={() => useBoardState.setState({ opened: card.id })}
      className={cx(
        'flex h-[84px] flex-col gap-0.5 rounded-md border bg-raised px-2.5 py-2 shadow-raised outline-offset-0 select-none',
        (card.mayDecide || card.mayEdit) && 'cursor-grab',
        isChosen ? 'border-accent bg-accent-soft' : 'border-line hover:border-line-strong',
        isActive && !isChosen && 'border-line-control',
      )}
    >
      <span className="flex items-center gap-1.5">
        <Link
          to="/candidates/$id"
          params={{ id: card.candidateId }}
          draggable={false}
          tabIndex={-1}
          className="min-w-0 truncate font-medium hover:underline"
        >
          {name}
        </Link>
        {card.doNotContact ? (
          <span title={t('pipeline.do-not-contact')}>
            <Ban size={12} aria-label={t('pipeline.do-not-contact')} className="text-bad-ink" />
          </span>
        ) : null}
      </span>
      {/* Beside the name it would cut that off, or what stands in its place in blind review. */}
      <span className="flex gap-1.5 text-sm text-ink-2">
        <span className="min-w-0 flex-1 truncate">{card.headline ?? ' '}</span>
        {card.score === null ? null : (
          <span className="tabular shrink-0">
            {t('pipeline.score', { score: points(Math.round(card.score * 100)) })}
          </span>
        )}
      </span>
      <span className="mt-auto flex items-center gap-2 text-sm text-ink-3">
        <span className={cx('tabular shrink-0', isOld && 'font-medium text-warn-ink')}>
          {isOld ? t('pipeline.days-long', { days }) : t('pipeline.days', { days })}
        </span>
        {card.submittedAt === null ? null : (
          <Send size={12} role="img" aria-label={t('pipeline.put-forward')} className="shrink-0" />
        )}
        {card.notes === 0 ? null : (
          <span className="tabular flex shrink-0 items-center gap-0.5">
            <MessageSquare size={12} role="img" aria-label={t('pipeline.notes')} />
            {format.number(card.notes)}
          </span>
        )}
        {reason === null ? null : <Badge className="ml-auto min-w-0">{reason}</Badge>}
        {tagNames === '' ? null : <Badge className="min-w-0">{tagNames}</Badge>}
      </span>
    </div>
  );
});
