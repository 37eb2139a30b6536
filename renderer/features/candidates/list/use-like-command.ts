import { UserRoundSearch } from 'lucide-react';
import { useMemo } from 'react';
import { useCommands } from '@/renderer/app/commands';
import { useListState } from '@/renderer/features/candidates/list/list-state';
import { rowAt } from '@/renderer/features/candidates/list/row-pages';
import { useMoreLike } from '@/renderer/features/candidates/use-more-like';
import { useText } from '@/renderer/lib/text';
import type { CandidateRow } from '@/shared/domain/candidates/views';

/** "More like this person", for the row that the keys act on. */
export function useLikeCommand(
  rows: () => { readonly pages: ReadonlyMap<number, readonly CandidateRow[]> },
): void {
  const t = useText();
  const moreLike = useMoreLike();
  useCommands(
    useMemo(
      () => [
        {
          id: 'candidates.list.like',
          title: t('candidates.like'),
          group: t('candidates.group.list'),
          icon: UserRoundSearch,
          keys: 'm',
          run: () => {
            const row = rowAt(rows().pages, useListState.getState().active);
            if (row !== null) moreLike(row.id);
          },
        },
      ],
      [t, moreLike, rows],
    ),
  );
}
