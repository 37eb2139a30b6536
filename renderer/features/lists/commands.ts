import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { useCommands } from '@/renderer/app/commands';
import { openLists } from '@/renderer/features/lists/lists-open';
import { useText } from '@/renderer/lib/text';

/** The lists, from any screen. Once a window. */
export function useListsCommands(): void {
  const t = useText();
  useCommands(
    useMemo(
      () => [
        {
          id: 'lists.open',
          title: t('lists.command'),
          group: t('lists.title'),
          icon: ListChecks,
          run: openLists,
        },
      ],
      [t],
    ),
  );
}
