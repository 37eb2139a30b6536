import { Archive, Eye, ListChecks, ListFilter, Tag } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { focusFilters } from '@/renderer/features/candidates/list/facets/focus-filters';
import { setListState, useListState } from '@/renderer/features/candidates/list/list-state';
import { chosenCount } from '@/renderer/features/candidates/list/selection';
import type { SelectionActions } from '@/renderer/features/candidates/list/use-selection-actions';
import { useArchive } from '@/renderer/features/candidates/use-archive';
import { useText } from '@/renderer/lib/text';

interface Props {
  readonly total: number;
  readonly onOpen: (index: number) => void;
  readonly actions: SelectionActions;
  readonly onTag: () => void;
}

/** A page of rows, about what fits on a screen. */
const PAGE = 15;

/** What the keys do on the list. */
export function useListCommands({ total, onOpen, actions, onTag }: Props): void {
  const t = useText();
  const archive = useArchive();
  const commands = useMemo((): readonly Command[] => {
    const group = t('candidates.group.list');
    const move = (to: (active: number) => number) => (): void => {
      const { active } = useListState.getState();
      setListState({ active: Math.max(0, Math.min(total - 1, to(active))) });
    };
    const key = (id: string, keys: string, title: string, run: () => void): Command => ({
      id: `candidates.list.${id}`,
      title,
      group,
      keys,
      isKeysOnly: true,
      run,
    });
    const active = (): number => useListState.getState().active;
    const togglePreview = (): void =>
      setListState({ isPreviewOpen: !useListState.getState().isPreviewOpen });
    const next = t('candidates.keys.next');
    const previous = t('candidates.keys.previous');
    return [
      key(
        'next',
        'j',
        next,
        move((at) => at + 1),
      ),
      key(
        'next-arrow',
        'arrowdown',
        next,
        move((at) => at + 1),
      ),
      key(
        'previous',
        'k',
        previous,
        move((at) => at - 1),
      ),
      key(
        'previous-arrow',
        'arrowup',
        previous,
        move((at) => at - 1),
      ),
      key(
        'page-down',
        'pagedown',
        t('candidates.keys.page-down'),
        move((at) => at + PAGE),
      ),
      key(
        'page-up',
        'pageup',
        t('candidates.keys.page-up'),
        move((at) => at - PAGE),
      ),
      key(
        'first',
        'home',
        t('candidates.keys.first'),
        move(() => 0),
      ),
      key(
        'last',
        'end',
        t('candidates.keys.last'),
        move(() => total - 1),
      ),
      key('open', 'enter', t('candidates.keys.open'), () => onOpen(active())),
      key('select', 'x', t('candidates.keys.select'), () => actions.toggle(active())),
      key('select-range', 'shift+x', t('candidates.keys.select-range'), () =>
        actions.rangeTo(active()),
      ),
      key('close', 'escape', t('candidates.keys.escape'), () => {
        if (useListState.getState().isPreviewOpen) togglePreview();
        else actions.clear();
      }),
      {
        id: 'candidates.list.filters',
        title: t('filters.keys'),
        group,
        icon: ListFilter,
        keys: 'f',
        run: focusFilters,
      },
      {
        id: 'candidates.list.all',
        title: t('filters.keys-all'),
        group,
        icon: ListChecks,
        keys: 'mod+a',
        run: actions.chooseAll,
      },
      {
        id: 'candidates.list.preview',
        title: t('candidates.keys.preview'),
        group,
        icon: Eye,
        keys: 'space',
        run: togglePreview,
      },
      {
        id: 'candidates.list.tag',
        title: t('candidates.keys.tag-selected'),
        group,
        icon: Tag,
        keys: 't',
        run: () => {
          // With nothing chosen the key means the row it stands on.
          if (chosenCount(useListState.getState().selection) === 0) actions.toggle(active());
          setTimeout(onTag, 0);
        },
      },
      {
        id: 'candidates.list.archive',
        title: t('candidates.keys.archive-selected'),
        group,
        icon: Archive,
        run: () => {
          const { selection } = useListState.getState();
          if (selection.kind === 'ids' && selection.ids.size > 0) archive([...selection.ids], true);
          actions.clear();
        },
      },
    ];
  }, [t, total, onOpen, actions, onTag, archive]);
  useCommands(commands);
}
