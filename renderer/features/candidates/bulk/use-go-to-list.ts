import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { List } from 'lucide-react';
import { useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useViewState } from '@/renderer/app/view-state';
import { useText } from '@/renderer/lib/text';

/** More lists than this are found by the filter of the candidate list. */
const MOST = 500;

/** Offers every list by name in the command bar; they are read when it opens. */
export function useGoToList(): void {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const isOpen = useViewState((view) => view.isCommandBarOpen);
  const { data: lists } = useQuery({ ...api.lists.all.queryOptions(), enabled: isOpen });
  const commands = useMemo(
    (): readonly Command[] =>
      (lists ?? []).slice(0, MOST).map(({ id, name }) => ({
        id: `candidates.list-named.${id}`,
        title: t('bulk.lists.go', { name }),
        group: t('bulk.lists'),
        icon: List,
        run: () => void navigate({ to: '/candidates', search: { listIds: [id] } }),
      })),
    [lists, t, navigate],
  );
  useCommands(commands);
}
