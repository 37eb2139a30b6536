import { notifyManager } from '@tanstack/react-query';
import { SquareKanban } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { useFocusOnArrival } from '@/renderer/app/list-focus';
import { ApplicationPanel } from '@/renderer/features/pipeline/application/application-panel';
import { ReasonRow } from '@/renderer/features/pipeline/board/reason-row';
import { Column } from '@/renderer/features/pipeline/board/board-column';
import { enterBoard, useBoardState } from '@/renderer/features/pipeline/board/board-state';
import { Toolbar } from '@/renderer/features/pipeline/board/toolbar';
import { type NamedColumn, useBoard } from '@/renderer/features/pipeline/board/use-board';
import { useBoardDeeds } from '@/renderer/features/pipeline/board/use-board-deeds';
import { useBoardKeys } from '@/renderer/features/pipeline/board/use-board-keys';
import { useCardDrag } from '@/renderer/features/pipeline/board/use-card-drag';
import { useText } from '@/renderer/lib/text';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { OPEN_STAGES } from '@/shared/domain/pipeline/board';
import { isOpenStage, mayBring, sharedMoves } from '@/shared/domain/pipeline/stage-moves';
import type { BoardView } from '@/shared/domain/pipeline/views';
import type { Id } from '@/shared/kit/ids';

/** The applications of a job as cards in columns, moved with the mouse or the keyboard. */
export function JobBoard({ jobId }: { readonly jobId: Id }) {
  const t = useText();
  const failure = useFailure();
  const { query, columns } = useBoard(jobId);
  useEffect(() => enterBoard(jobId), [jobId]);
  if (query.isPending) return <BoardSkeleton />;
  if (query.isError) {
    if (failureCode(query.error) === 'NOT_FOUND') {
      return <EmptyState className="flex-1" title={t('pipeline.job-gone')} />;
    }
    const { message, details } = failure(query.error);
    return (
      <ErrorState
        className="flex-1"
        title={t('pipeline.failed')}
        details={details}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (query.data.total === 0) {
    return (
      <EmptyState className="flex-1" icon={<SquareKanban size={28} />} title={t('pipeline.empty')}>
        {t('pipeline.empty-hint')}
      </EmptyState>
    );
  }
  return <Board board={query.data} columns={columns} />;
}

interface BoardProps {
  readonly board: BoardView;
  readonly columns: readonly NamedColumn[];
}

function Board({ board, columns }: BoardProps) {
  const t = useText();
  const deeds = useBoardDeeds(board.jobId);
  const root = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const active = useBoardState((state) => state.active);
  const opened = useBoardState((state) => state.opened);
  const asked = useBoardState((state) => state.asked);
  const showsClosed = useBoardState((state) => state.showsClosed);
  const [wanted, setWanted] = useState<Id | null>(null);
  const arrived = useCallback(() => setWanted(null), []);
  // After the cards that were just put elsewhere are drawn there: before that the focus would go to where they leave, and be lost with it.
  const follow = useCallback((id: Id | null) => notifyManager.schedule(() => setWanted(id)), []);
  useFocusOnArrival();
  const shown = useMemo(
    () => columns.filter(({ stage }) => showsClosed || isOpenStage(stage)),
    [columns, showsClosed],
  );
  const tagNames = useMemo(
    () => new Map(board.tags.map(({ id, name }) => [id, name])),
    [board.tags],
  );
  const first = shown.find(({ cards }) => cards.length > 0)?.id ?? null;
  const columnOf = (card: Id | null): string | null =>
    (card !== null && shown.find(({ cards }) => cards.some(({ id }) => id === card))?.id) || null;
  const activeIn = columnOf(active);
  const wantedIn = columnOf(wanted);
  const isThere = activeIn !== null;
  const onKeyDown = useBoardKeys({ columns: shown, deeds, focus: setWanted, follow });
  const startDrag = useCardDrag({
    board: root,
    ghost,
    describe: (ids) => {
      const [only] = deeds.cardsOf(ids);
      return ids.length === 1 ? (only?.name ?? '') : t('pipeline.chosen', { count: ids.length });
    },
    accepts: (ids, columnId) => {
      const column = columns.find(({ id }) => id === columnId);
      if (column === undefined) return false;
      const cards = deeds.cardsOf(ids);
      if (!cards.every((card) => mayBring(card, column.stage))) return false;
      const stages = [...new Set(cards.map(({ stage }) => stage))];
      const moving = stages.filter((stage) => stage !== column.stage);
      return moving.length === 0
        ? isOpenStage(column.stage)
        : sharedMoves(moving).includes(column.stage);
    },
    onDrop: ({ ids, columnId }) => {
      const column = columns.find(({ id }) => id === columnId);
      if (column === undefined) return;
      const open = OPEN_STAGES.find((stage) => stage === column.stage);
      const isClosed = deeds.cardsOf(ids).some(({ stage }) => !isOpenStage(stage));
      if (column.stage === 'rejected') askFor('reject', ids);
      else if (column.stage === 'withdrawn') askFor('withdraw', ids);
      else if (isClosed) askFor('reopen', ids);
      else if (open)
        deeds.move(ids, { stage: open, columnId: column.columnId, title: column.title });
    },
  });
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <Toolbar board={board} columns={columns} deeds={deeds} focus={follow} />
        {asked === null ? null : (
          <ReasonRow
            key={`${asked.what} ${asked.ids.join()}`}
            asked={asked}
            deeds={deeds}
            focus={follow}
          />
        )}
        <div
          ref={root}
          data-list
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onPointerDown={startDrag}
          onFocus={(event) => {
            // The list as a whole was given the keyboard: its card takes it.
            if (event.target === event.currentTarget)
              setWanted(isThere ? active : firstCard(shown));
            // Somebody went elsewhere: what was on its way does not pull the keyboard back.
            else setWanted(null);
          }}
          className="flex min-h-0 flex-1 gap-2 overflow-x-auto p-3 outline-none"
        >
          {shown.map((column) => (
            <Column
              key={column.id}
              column={column}
              active={column.id === activeIn ? active : null}
              holdsTab={!isThere && column.id === first}
              tagNames={tagNames}
              wanted={column.id === wantedIn ? wanted : null}
              onArrived={arrived}
            />
          ))}
          {showsClosed ? null : <ClosedStrip columns={columns} />}
        </div>
        <div
          ref={ghost}
          hidden
          aria-hidden
          className="pointer-events-none fixed top-0 left-0 z-50 will-change-transform max-w-64 truncate rounded-md border border-accent bg-raised px-3 py-2 font-medium shadow-popover"
        />
      </div>
      {opened === null ? null : (
        <ApplicationPanel
          key={opened}
          applicationId={opened}
          onClose={() => {
            useBoardState.setState({ opened: null });
            setWanted(opened);
          }}
        />
      )}
    </div>
  );
}

const firstCard = (columns: readonly NamedColumn[]): Id | null =>
  columns.find(({ cards }) => cards.length > 0)?.cards[0]?.id ?? null;

const askFor = (what: 'reject' | 'withdraw' | 'reopen', ids: readonly Id[]): void =>
  useBoardState.setState({ asked: { what, ids } });

/** Those who are out of the running, folded away: as wide as a word, and still a place to drop a card on. */
function ClosedStrip({ columns }: { readonly columns: readonly NamedColumn[] }) {
  const t = useText();
  return (
    <div className="flex w-24 shrink-0 flex-col gap-2">
      {columns
        .filter(({ stage }) => !isOpenStage(stage))
        .map(({ id, title, cards }) => (
          <button
            key={id}
            type="button"
            data-column={id}
            onClick={() => useBoardState.setState({ showsClosed: true })}
            className="flex flex-1 flex-col items-center justify-center gap-1 rounded-lg bg-sunken px-2 text-ink-2 hover:bg-hover data-[drop=no]:opacity-50 data-[over=yes]:bg-accent-soft data-[over=yes]:outline-2 data-[over=yes]:outline-accent"
          >
            <span className="font-medium">{title}</span>
            <span className="tabular text-sm">{t('pipeline.people', { count: cards.length })}</span>
          </button>
        ))}
    </div>
  );
}

function BoardSkeleton() {
  const t = useText();
  return (
    <Loading label={t('pipeline.loading')} className="flex min-h-0 flex-1 gap-2 p-3 pt-14">
      {OPEN_STAGES.map((stage) => (
        <Skeleton key={stage} className="h-full min-w-46 flex-1 rounded-lg" />
      ))}
    </Loading>
  );
}
