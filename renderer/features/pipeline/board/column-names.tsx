import { useMutation } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { useDoneToast } from '@/renderer/app/undo';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Dialog } from '@/renderer/ui/dialog';
import { TextField } from '@/renderer/ui/field';
import { type BoardColumn, OPEN_STAGES } from '@/shared/domain/pipeline/board';
import type { BoardView } from '@/shared/domain/pipeline/views';

const MOST_COLUMNS = 20;

/** Names the columns of a job's board; a stage may have several. */
export function ColumnNames({
  board,
  onClose,
}: {
  readonly board: BoardView;
  readonly onClose: () => void;
}) {
  const t = useText();
  const api = useApi();
  const done = useDoneToast();
  const usual = OPEN_STAGES.map((stage) => ({
    id: idOf(stage),
    stage,
    name: t(STAGE_NAMES[stage]),
  }));
  const [columns, setColumns] = useState<readonly BoardColumn[]>(board.columns ?? usual);
  const save = useMutation(
    api.jobs.setBoard.mutationOptions({
      onSuccess: ({ commitId }) => {
        done(t('pipeline.columns.done'), commitId);
        onClose();
      },
    }),
  );
  const names = columns.map(({ name }) => name.trim().toLowerCase());
  const isFine = names.every((name) => name !== '') && new Set(names).size === names.length;
  const put = (next: BoardColumn[] | null): void =>
    save.mutate({ id: board.jobId, version: board.jobVersion, board: next });
  const change = (id: string, name: string): void =>
    setColumns(columns.map((column) => (column.id === id ? { ...column, name } : column)));
  const add = (after: BoardColumn): void => {
    const at = columns.indexOf(after) + 1;
    const taken = new Set(columns.map(({ id }) => id));
    let n = 2;
    while (taken.has(`${idOf(after.stage)}-${n}`)) n += 1;
    const made = { id: `${idOf(after.stage)}-${n}`, stage: after.stage, name: '' };
    setColumns([...columns.slice(0, at), made, ...columns.slice(at)]);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('pipeline.columns')}
      footer={
        <>
          <Button variant="ghost" onPress={() => put(null)}>
            {t('pipeline.columns.usual')}
          </Button>
          <Button onPress={onClose}>{t('pipeline.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!isFine || save.isPending}
            onPress={() => put(columns.map((column) => ({ ...column, name: column.name.trim() })))}
          >
            {t('pipeline.columns.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2 p-4">
        <p className="text-ink-2">{t('pipeline.columns.hint')}</p>
        {columns.map((column, at) => (
          <div key={column.id} className="flex items-center gap-2">
            <span className="w-28 shrink-0 text-sm text-ink-3">{t(STAGE_NAMES[column.stage])}</span>
            <TextField
              label={t('pipeline.columns.name', { stage: t(STAGE_NAMES[column.stage]) })}
              hideLabel
              autoFocus={at === 0}
              className="flex-1"
              maxLength={60}
              value={column.name}
              onChange={(name) => change(column.id, name)}
            />
            <IconButton
              label={t('pipeline.columns.add', { name: column.name })}
              isDisabled={columns.length >= MOST_COLUMNS}
              onPress={() => add(column)}
            >
              <Plus size={14} aria-hidden />
            </IconButton>
            <IconButton
              label={t('pipeline.columns.remove', { name: column.name })}
              isDisabled={columns.filter(({ stage }) => stage === column.stage).length === 1}
              onPress={() => setColumns(columns.filter((one) => one !== column))}
            >
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </div>
        ))}
        {isFine ? null : <p className="text-sm text-warn-ink">{t('pipeline.columns.unnamed')}</p>}
      </div>
    </Dialog>
  );
}

const idOf = (stage: string): string => stage.replace('_', '-');
