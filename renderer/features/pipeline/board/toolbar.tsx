import { ArrowRight, ChevronDown, Columns3, Download, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useAtDesk } from '@/renderer/app/session';
import {
  actingIds,
  type Asked,
  mayAsk,
  useBoardState,
} from '@/renderer/features/pipeline/board/board-state';
import { ColumnNames } from '@/renderer/features/pipeline/board/column-names';
import type { NamedColumn } from '@/renderer/features/pipeline/board/use-board';
import type { BoardDeeds } from '@/renderer/features/pipeline/board/use-board-deeds';
import { MOVE_BUTTON } from '@/renderer/features/pipeline/board/use-board-keys';
import { RecordsDialog } from '@/renderer/features/tables';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Menu } from '@/renderer/ui/menu';
import { OPEN_STAGES } from '@/shared/domain/pipeline/board';
import { isOpenStage, mayBring, sharedMoves } from '@/shared/domain/pipeline/stage-moves';
import type { BoardView } from '@/shared/domain/pipeline/views';
import type { Id } from '@/shared/kit/ids';

interface Props {
  readonly board: BoardView;
  readonly columns: readonly NamedColumn[];
  readonly deeds: BoardDeeds;
  readonly focus: (id: Id | null) => void;
}

/** What can be done with the card one is at, or with those chosen, for the mouse; the keys are in the tips. */
export function Toolbar({ board, columns, deeds, focus }: Props) {
  const t = useText();
  const chosen = useBoardState((state) => state.chosen);
  const active = useBoardState((state) => state.active);
  const showsClosed = useBoardState((state) => state.showsClosed);
  const atDesk = useAtDesk();
  const [isNaming, setNaming] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const cards = deeds.cardsOf(chosen.size > 0 ? [...chosen] : active === null ? [] : [active]);
  const stages = cards.map(({ stage }) => stage);
  const isRunning = cards.length > 0 && stages.every(isOpenStage);
  const moves = isRunning
    ? columns.filter(
        ({ stage }) =>
          isOpenStage(stage) &&
          cards.every((card) => mayBring(card, stage)) &&
          (stages.every((one) => one === stage) ||
            sharedMoves(stages.filter((one) => one !== stage)).includes(stage)),
      )
    : [];
  const ask = (what: Asked): void => useBoardState.setState({ asked: { what, ids: actingIds() } });
  const [only] = cards;
  return (
    <div
      role="toolbar"
      aria-label={t('pipeline.toolbar')}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-1 border-b border-line px-3 py-1"
    >
      <span role="status" className="min-w-32 shrink truncate text-ink-2">
        {chosen.size > 0
          ? t('pipeline.chosen', { count: chosen.size })
          : (only?.name ?? t('pipeline.people', { count: board.total }))}
      </span>
      <Allowed to="application.decide">
        <Menu
          label={t('pipeline.move')}
          placement="bottom start"
          trigger={
            <Button
              id={MOVE_BUTTON}
              size="sm"
              isDisabled={moves.length === 0}
              icon={<ChevronDown size={14} aria-hidden />}
            >
              {t('pipeline.move')}
            </Button>
          }
          groups={[
            {
              entries: moves.map((column) => ({
                id: column.id,
                label: column.title,
                isSelected: cards.every(
                  ({ stage, columnId }) => stage === column.stage && columnId === column.columnId,
                ),
                onAction: () => {
                  const stage = OPEN_STAGES.find((one) => one === column.stage);
                  if (stage === undefined) return;
                  const { columnId, title } = column;
                  deeds.move(actingIds(), { stage, columnId, title });
                  focus(active);
                },
              })),
            },
          ]}
        />
        <Button size="sm" isDisabled={!mayAsk(cards, 'reject')} onPress={() => ask('reject')}>
          {t('pipeline.reject')}
        </Button>
      </Allowed>
      <Allowed to="application.edit">
        <Button size="sm" isDisabled={!mayAsk(cards, 'withdraw')} onPress={() => ask('withdraw')}>
          {t('pipeline.withdraw')}
        </Button>
        <Button size="sm" isDisabled={!mayAsk(cards, 'reopen')} onPress={() => ask('reopen')}>
          {t('pipeline.reopen')}
        </Button>
      </Allowed>
      <Button
        size="sm"
        variant="ghost"
        isDisabled={active === null}
        icon={<ArrowRight size={14} aria-hidden />}
        onPress={() => useBoardState.setState({ opened: active })}
      >
        {t('pipeline.details')}
      </Button>
      <Allowed to="application.edit">
        <Button
          size="sm"
          variant="ghost"
          isDisabled={!mayAsk(cards, 'remove')}
          onPress={() => ask('remove')}
        >
          {t('pipeline.remove')}
        </Button>
      </Allowed>
      <span className="ml-auto flex gap-1">
        <IconButton
          label={t(showsClosed ? 'pipeline.hide-closed' : 'pipeline.show-closed')}
          onPress={() => useBoardState.setState({ showsClosed: !showsClosed })}
        >
          {showsClosed ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
        </IconButton>
        <Allowed to="export.run">
          <IconButton label={t('exports.applications-here')} onPress={() => setExporting(true)}>
            <Download size={16} aria-hidden />
          </IconButton>
        </Allowed>
        {atDesk ? (
          <Allowed to="job.edit">
            <IconButton label={t('pipeline.columns')} onPress={() => setNaming(true)}>
              <Columns3 size={16} aria-hidden />
            </IconButton>
          </Allowed>
        ) : null}
      </span>
      {isExporting ? (
        <RecordsDialog
          wanted={{ kind: 'applications', jobId: board.jobId }}
          isOpen
          onOpenChange={setExporting}
        />
      ) : null}
      {isNaming ? <ColumnNames board={board} onClose={() => setNaming(false)} /> : null}
    </div>
  );
}
