import { Command as CommandIcon, Keyboard, PanelLeft, Redo2, Search, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useFeatureCommands } from '@/renderer/app/features';
import { useGoTo } from '@/renderer/app/place-memory';
import { usePlaces } from '@/renderer/app/places';
import { useCan } from '@/renderer/app/session';
import { useRedo, useUndo } from '@/renderer/app/undo';
import { focusGlobalSearch } from '@/renderer/app/search/search-box';
import { setViewState, useViewState } from '@/renderer/app/view-state';
import { useText } from '@/renderer/lib/text';

/** The commands that work on every screen: going somewhere, searching, undoing, finding other commands. */
export function useFrameCommands(): void {
  const t = useText();
  const goTo = useGoTo();
  const places = usePlaces();
  const can = useCan();
  const undo = useUndo();
  const redo = useRedo();
  const commands = useMemo(
    (): readonly Command[] => [
      ...places.map((place) => ({
        id: `app.go.${place.to}`,
        title: t(place.goTo),
        group: t('app.group.go'),
        icon: place.icon,
        keys: place.keys,
        run: () => goTo(place.to),
      })),
      ...(can('candidate.read')
        ? [
            {
              id: 'app.search',
              title: t('app.search.focus'),
              group: t('app.group.general'),
              icon: Search,
              keys: '/',
              run: focusGlobalSearch,
            },
          ]
        : []),
      ...(can('history.undo')
        ? [
            {
              id: 'app.undo',
              title: t('app.undo.last'),
              group: t('app.group.general'),
              icon: Undo2,
              keys: 'mod+z',
              run: () => undo(null),
            },
            {
              id: 'app.redo',
              title: t('app.redo.last'),
              group: t('app.group.general'),
              icon: Redo2,
              keys: 'mod+shift+z',
              run: redo,
            },
          ]
        : []),
      {
        id: 'app.commands',
        title: t('app.commands.open'),
        group: t('app.group.general'),
        icon: CommandIcon,
        keys: 'mod+k',
        isKeysOnly: true,
        run: () => setViewState({ isCommandBarOpen: true }),
      },
      {
        id: 'app.shortcuts',
        title: t('app.shortcuts'),
        group: t('app.group.general'),
        icon: Keyboard,
        keys: '?',
        run: () => setViewState({ isShortcutsOpen: true }),
      },
      {
        id: 'app.rail',
        title: t('app.rail.toggle'),
        group: t('app.group.general'),
        icon: PanelLeft,
        keys: 'mod+b',
        run: () => setViewState({ isRailCollapsed: !useViewState.getState().isRailCollapsed }),
      },
    ],
    [t, goTo, places, can, undo, redo],
  );
  useCommands(commands);
  useFeatureCommands();
}
