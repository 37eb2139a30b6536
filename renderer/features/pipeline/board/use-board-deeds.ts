import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { useDoneToast } from '@/renderer/app/undo';
import { useBoardState } from '@/renderer/features/pipeline/board/board-state';
import { useText } from '@/renderer/lib/text';
import { showToast } from '@/renderer/ui/toast';
import type { OpenStage } from '@/shared/domain/pipeline/board';
import type { Application } from '@/shared/domain/pipeline/records';
import { mayBring, mayMove } from '@/shared/domain/pipeline/stage-moves';
import type { BoardCard, BoardView } from '@/shared/domain/pipeline/views';
import type { Id } from '@/shared/kit/ids';

export interface MoveTo {
  readonly stage: OpenStage;
  readonly columnId: string | null;
  readonly title: string;
}

interface Taken {
  readonly commitId: Id | null;
  readonly changed: number;
}

/**
 * What can be done on a board. Cards go where they are put in the same frame; the deeds are written one after the other in the order they
 * were done, so that two quick keys are two steps. One that is refused puts the board back as it is stored.
 */
export function useBoardDeeds(jobId: Id) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const done = useDoneToast();
  const queue = useRef(Promise.resolve());

  return useMemo(() => {
    const key = api.pipeline.board.queryKey({ input: { jobId } });
    const board = (): BoardView | undefined => queries.getQueryData(key);
    const cardsOf = (ids: readonly Id[]): readonly BoardCard[] => {
      const wanted = new Set(ids);
      return board()?.cards.filter(({ id }) => wanted.has(id)) ?? [];
    };
    const place = (cards: readonly BoardCard[], patch: Partial<BoardCard> | null): void => {
      const ids = new Set(cards.map(({ id }) => id));
      // What is being read was asked before this deed.
      void queries.cancelQueries({ queryKey: key });
      queries.setQueryData(key, (before: BoardView | undefined) => {
        if (before === undefined) return before;
        const others = before.cards.filter(({ id }) => !ids.has(id));
        const moved = patch === null ? [] : cards.map((card) => ({ ...card, ...patch }));
        return { ...before, cards: [...others, ...moved] };
      });
      useBoardState.setState({ chosen: new Set(), asked: null });
    };
    const write = (run: () => Promise<Taken>, say: (changed: number) => string): Promise<void> => {
      const before = queue.current;
      const inTurn = async (): Promise<void> => {
        await before;
        try {
          const { commitId, changed } = await run();
          if (commitId !== null) done(say(changed), commitId);
        } catch (error) {
          showToast({ tone: 'bad', message: failure(error).message });
        }
        await queries.invalidateQueries({ queryKey: api.pipeline.key() });
      };
      queue.current = inTurn();
      return queue.current;
    };
    const seen = (cards: readonly BoardCard[]) =>
      cards.map(({ id, stage }) => ({ id, from: stage }));
    const since = (): string => new Date().toISOString();

    return {
      cardsOf,
      move: (ids: readonly Id[], to: MoveTo): void => {
        const cards = cardsOf(ids).filter(
          ({ stage, columnId }) => stage !== to.stage || columnId !== to.columnId,
        );
        if (cards.length === 0) return;
        const may = (card: BoardCard): boolean =>
          mayBring(card, to.stage) && (card.stage === to.stage || mayMove(card.stage, to.stage));
        if (!cards.every(may)) {
          showToast({ tone: 'bad', message: t('pipeline.may-not', { stage: to.title }) });
          return;
        }
        const stays = cards.every(({ stage }) => stage === to.stage);
        const patch = { stage: to.stage, columnId: to.columnId };
        place(cards, stays ? patch : { ...patch, stageSince: since() });
        void write(
          () =>
            api.pipeline.move.call({
              applications: seen(cards),
              to: to.stage,
              columnId: to.columnId,
            }),
          (count) => t('pipeline.done.moved', { count, stage: to.title }),
        );
      },
      reject: (
        ids: readonly Id[],
        reason: NonNullable<Application['rejectedReason']>,
        note: string | null,
      ): void => {
        const cards = cardsOf(ids);
        place(cards, {
          stage: 'rejected',
          columnId: null,
          stageSince: since(),
          rejectedReason: reason,
        });
        void write(
          () => api.pipeline.reject.call({ applications: seen(cards), reason, note }),
          (count) => t('pipeline.done.rejected', { count }),
        );
      },
      withdraw: (
        ids: readonly Id[],
        reason: NonNullable<Application['withdrawnReason']>,
        note: string | null,
      ): void => {
        const cards = cardsOf(ids);
        place(cards, {
          stage: 'withdrawn',
          columnId: null,
          stageSince: since(),
          withdrawnReason: reason,
        });
        void write(
          () => api.pipeline.withdraw.call({ applications: seen(cards), reason, note }),
          (count) => t('pipeline.done.withdrawn', { count }),
        );
      },
      reopen: (ids: readonly Id[], reason: string): void => {
        const cards = cardsOf(ids);
        place(cards, {
          stage: 'in_review',
          columnId: null,
          stageSince: since(),
          rejectedReason: null,
          withdrawnReason: null,
        });
        void write(
          () => api.pipeline.reopen.call({ applications: seen(cards), reason }),
          (count) => t('pipeline.done.reopened', { count, stage: t(STAGE_NAMES.in_review) }),
        );
      },
      remove: (ids: readonly Id[]): void => {
        const cards = cardsOf(ids);
        place(cards, null);
        void write(
          () => api.pipeline.remove.call({ applicationIds: cards.map(({ id }) => id) }),
          (count) => t('pipeline.done.removed', { count }),
        );
      },
    };
  }, [api, queries, jobId, t, done, failure]);
}
export type BoardDeeds = ReturnType<typeof useBoardDeeds>;
