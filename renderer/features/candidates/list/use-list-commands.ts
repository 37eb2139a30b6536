import { Archive, Eye, ListChecks, ListFilter, ListPlus, Tag } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useBulkDeed } from '@/renderer/features/candidates/bulk/use-bulk-deed';
import { focusFilters } from '@/renderer/features/candidates/list/facets/focus-filters';
import { setListState, useListState } from '@/renderer/features/candidates/list/list-state';
import { BULK_ID } from '@/renderer/features/candidates/list/selected-actions';
import { chosenCount, handedOver } from '@/renderer/features/candidates/list/selection';
import {
  type SelectionActions,
  useMayChoose,
} from '@/renderer/features/candidates/list/use-selection-actions';
import { useText } from '@/renderer/lib/text';
import { selectionSize } from '@/shared/domain/candidates/selection';

interface Props {
  /** The list as it is when a key comes. */
  readonly list: () => { readonly total: number };
  readonly onOpen: (index: number) => void;
  readonly actions: SelectionActions;
  readonly onTag: () => void;
  readonly onPutOnList: () => void;
}

/** A page of rows, about what fits on a screen. */
const PAGE = 15;
/** Up to so many are archived at once, with a way back. */
const AT_ONCE = 30;

/** Does something with those chosen; with nobody chosen that is the row the keys stand on. */
function withChosen(actions: SelectionActions, run: () => void): void {
  const { active, selection } = useListState.getState();
  if (chosenCount(selection) === 0) actions.toggle(active);
  // The bar with what it opens is drawn first.
  setTimeout(run, 0);
}

/** What the keys do on the list. */
export function useListCommands({ list, onOpen, actions, onTag, onPutOnList }: Props): void {
  const t = useText();
  const begin = useBulkDeed();
  const mayChoose = useMayChoose();
  const commands = useMemo((): readonly Command[] => {
    const group = t('candidates.group.list');
    const move = (to: (active: number) => number) => (): void => {
      const { active } = useListState.getState();
      setListState({ active: Math.max(0, Math.min(list().total - 1, to(active))) });
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
        move(() => list().total - 1),
      ),
      key('open', 'enter', t('candidates.keys.open'), () => onOpen(active())),
      ...(mayChoose
        ? [
            key('select', 'x', t('candidates.keys.select'), () => actions.toggle(active())),
            key('select-range', 'shift+x', t('candidates.keys.select-range'), () =>
              actions.rangeTo(active()),
            ),
            {
              id: 'candidates.list.all',
              title: t('filters.keys-all'),
              group,
              icon: ListChecks,
              keys: 'mod+a',
              run: actions.chooseAll,
            },
          ]
        : []),
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
        id: 'candidates.list.preview',
        title: t('candidates.keys.preview'),
        group,
        icon: Eye,
        keys: 'space',
        run: togglePreview,
      },
      {
        id: 'candidates.list.tag',
        permission: 'candidate.edit',
        title: t('candidates.keys.tag-selected'),
        group,
        icon: Tag,
        keys: 't',
        run: () => withChosen(actions, onTag),
      },
      {
        id: 'candidates.list.put-on-list',
        permission: 'candidate.edit',
        title: t('filters.keys-list'),
        group,
        icon: ListPlus,
        keys: 'l',
        run: () => withChosen(actions, onPutOnList),
      },
      {
        id: 'candidates.list.archive',
        permission: 'candidate.edit',
        title: t('candidates.keys.archive-selected'),
        group,
        icon: Archive,
        run: () => {
          const selection = handedOver(useListState.getState().selection);
          if (selection === null) return;
          if (selectionSize(selection) > AT_ONCE) {
            // So many are looked at first, in the bar.
            document.getElementById(BULK_ID)?.querySelector('button')?.focus();
            return;
          }
          begin(selection, { action: { kind: 'archive', archived: true }, name: '' });
          actions.clear();
        },
      },
    ];
  }, [t, list, onOpen, actions, onTag, onPutOnList, begin, mayChoose]);
  useCommands(commands);
}
