import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useUndo } from '@/renderer/app/undo';
import { askToPlan } from '@/renderer/features/interviews';
import {
  actingIds,
  type Asked,
  mayAsk,
  toggleChosen,
  useBoardState,
} from '@/renderer/features/pipeline/board/board-state';
import type { NamedColumn } from '@/renderer/features/pipeline/board/use-board';
import type { BoardDeeds } from '@/renderer/features/pipeline/board/use-board-deeds';
import { useText } from '@/renderer/lib/text';
import { showToast } from '@/renderer/ui/toast';
import { nextStage } from '@/shared/domain/pipeline/stage-moves';
import type { BoardCard } from '@/shared/domain/pipeline/views';
import type { Id } from '@/shared/kit/ids';

interface Options {
  readonly columns: readonly NamedColumn[];
  readonly deeds: BoardDeeds;
  readonly focus: (id: Id | null) => void;
  /** The same for a card that was just put elsewhere. */
  readonly follow: (id: Id | null) => void;
}

/** The button of the toolbar that opens the stages to move to. */
export const MOVE_BUTTON = 'pipeline-move';

/** The keys of the board: arrows go from card to card, letters do something with the card one is at or with those chosen. */
export function useBoardKeys({
  columns,
  deeds,
  focus,
  follow,
}: Options): (event: KeyboardEvent) => void {
  const t = useText();
  const navigate = useNavigate();
  const undo = useUndo();
  const commands = useMemo((): readonly Command[] => {
    const active = (): BoardCard | undefined => {
      const { active: id } = useBoardState.getState();
      return id === null ? undefined : deeds.cardsOf([id])[0];
    };
    const ask = (what: Asked): void => {
      const ids = actingIds();
      const cards = deeds.cardsOf(ids);
      if (mayAsk(cards, what)) useBoardState.setState({ asked: { what, ids } });
      else if (cards.length > 0) showToast({ message: t('pipeline.may-not-ask') });
    };
    const group = t('pipeline.group');
    return [
      {
        id: 'pipeline.stage',
        permission: 'application.decide',
        title: t('pipeline.key.stage'),
        group,
        keys: 's',
        run: () => document.getElementById(MOVE_BUTTON)?.click(),
      },
      {
        id: 'pipeline.advance',
        permission: 'application.decide',
        title: t('pipeline.key.advance'),
        group,
        keys: 'a',
        run: () => advance(columns, deeds, follow, t('pipeline.no-next')),
      },
      {
        id: 'pipeline.reject',
        permission: 'application.decide',
        title: t('pipeline.reject'),
        group,
        keys: 'r',
        run: () => ask('reject'),
      },
      {
        id: 'pipeline.withdraw',
        permission: 'application.edit',
        title: t('pipeline.withdraw'),
        group,
        keys: 'w',
        run: () => ask('withdraw'),
      },
      {
        id: 'pipeline.reopen',
        permission: 'application.edit',
        title: t('pipeline.reopen'),
        group,
        keys: 'o',
        run: () => ask('reopen'),
      },
      {
        id: 'pipeline.interview',
        permission: 'application.edit',
        title: t('interviews.plan'),
        group,
        keys: 'i',
        run: () => {
          const card = active();
          if (!card) return;
          useBoardState.setState({ opened: card.id });
          askToPlan(card.id);
        },
      },
      {
        id: 'pipeline.choose',
        title: t('pipeline.key.choose'),
        group,
        keys: 'x',
        isKeysOnly: true,
        run: () => {
          const card = active();
          if (card) toggleChosen(card.id);
        },
      },
      {
        id: 'pipeline.choose-range',
        title: t('pipeline.key.range'),
        group,
        keys: 'shift+x',
        isKeysOnly: true,
        run: () => chooseRange(columns),
      },
      {
        id: 'pipeline.open',
        title: t('pipeline.key.open'),
        group,
        keys: 'enter',
        isKeysOnly: true,
        run: () => {
          const card = active();
          if (card) void navigate({ to: '/candidates/$id', params: { id: card.candidateId } });
        },
      },
      {
        id: 'pipeline.details',
        title: t('pipeline.details'),
        group,
        keys: 'space',
        isKeysOnly: true,
        run: () => {
          const card = active();
          if (!card) return;
          const { opened } = useBoardState.getState();
          useBoardState.setState({ opened: opened === card.id ? null : card.id });
        },
      },
      {
        id: 'pipeline.undo',
        permission: 'history.undo',
        title: t('pipeline.key.undo'),
        group,
        keys: 'u',
        isKeysOnly: true,
        run: () => undo(null),
      },
      {
        id: 'pipeline.none',
        title: t('pipeline.key.none'),
        group,
        keys: 'escape',
        isKeysOnly: true,
        run: () => useBoardState.setState({ chosen: new Set(), asked: null, opened: null }),
      },
    ];
  }, [columns, deeds, follow, navigate, undo, t]);
  useCommands(commands);

  return (event) => {
    const isCard =
      event.target instanceof HTMLElement && event.target.dataset['card'] !== undefined;
    if (!isCard || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(columns, useBoardState.getState().active, event.key);
    if (next === null) return;
    event.preventDefault();
    useBoardState.setState({ active: next });
    focus(next);
  };
}

/** One stage further, all of them or none: to the first column of the next stage. */
function advance(
  columns: readonly NamedColumn[],
  deeds: BoardDeeds,
  follow: (id: Id | null) => void,
  noNext: string,
): void {
  const ids = actingIds();
  const cards = deeds.cardsOf(ids);
  const stages = new Set(cards.map(({ stage }) => nextStage(stage)));
  const [stage = null] = stages;
  const to = columns.find((column) => column.stage === stage);
  if (stages.size !== 1 || to === undefined || stage === null) {
    if (cards.length > 0) showToast({ message: noNext });
    return;
  }
  const open = stage === 'rejected' || stage === 'withdrawn' ? null : stage;
  if (open === null) return;
  const { active } = useBoardState.getState();
  deeds.move(ids, { stage: open, columnId: to.columnId, title: to.title });
  follow(active);
}

/** Everything between the card chosen last and the one one is at, in one column. */
function chooseRange(columns: readonly NamedColumn[]): void {
  const { active, chosen } = useBoardState.getState();
  const cards = columns.find((column) => column.cards.some(({ id }) => id === active))?.cards ?? [];
  const here = cards.findIndex(({ id }) => id === active);
  if (here === -1) return;
  const before = cards.findLastIndex(({ id }, at) => at < here && chosen.has(id));
  const after = cards.findIndex(({ id }, at) => at > here && chosen.has(id));
  const from = before === -1 ? (after === -1 ? here : after) : before;
  const range = cards.slice(Math.min(from, here), Math.max(from, here) + 1);
  useBoardState.setState({ chosen: new Set([...chosen, ...range.map(({ id }) => id)]) });
}

/** The card that a key leads to; null for a key that leads nowhere. */
export function neighbour(
  columns: readonly Pick<NamedColumn, 'cards'>[],
  from: Id | null,
  key: string,
): Id | null {
  const at = columns.findIndex(({ cards }) => cards.some(({ id }) => id === from));
  const cards = columns[at]?.cards ?? [];
  const row = cards.findIndex(({ id }) => id === from);
  const sideways = (step: 1 | -1): Id | null => {
    for (let column = at + step; column >= 0 && column < columns.length; column += step) {
      const others = columns[column]?.cards ?? [];
      const card = others[Math.min(row, others.length - 1)];
      if (card !== undefined) return card.id;
    }
    return null;
  };
  if (row === -1) return null;
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return cards[row + 1]?.id ?? null;
    case 'ArrowUp':
    case 'k':
      return cards[row - 1]?.id ?? null;
    case 'Home':
      return cards[0]?.id ?? null;
    case 'End':
      return cards.at(-1)?.id ?? null;
    case 'ArrowRight':
      return sideways(1);
    case 'ArrowLeft':
      return sideways(-1);
    default:
      return null;
  }
}
