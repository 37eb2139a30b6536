import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { useText } from '@/renderer/lib/text';
import {
  cardsByColumn,
  type ShownColumn,
  shownColumns,
} from '@/shared/domain/pipeline/board-columns';
import type { BoardCard, BoardView } from '@/shared/domain/pipeline/views';
import type { Id } from '@/shared/kit/ids';

export interface NamedColumn extends ShownColumn {
  readonly title: string;
  readonly cards: readonly BoardCard[];
}

/** The board of a job, arranged in columns. */
export function useBoard(jobId: Id) {
  const api = useApi();
  const query = useQuery(api.pipeline.board.queryOptions({ input: { jobId } }));
  const columns = useNamedColumns(query.data);
  return { query, columns };
}

function useNamedColumns(board: BoardView | undefined): readonly NamedColumn[] {
  const t = useText();
  return useMemo(() => {
    if (board === undefined) return [];
    const columns = shownColumns(board.columns);
    const cards = cardsByColumn(columns, board.cards);
    return columns.map((column) => ({
      ...column,
      title: column.name ?? t(STAGE_NAMES[column.stage]),
      cards: cards.get(column.id) ?? [],
    }));
  }, [board, t]);
}
