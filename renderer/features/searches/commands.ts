import { Bookmark } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { create } from 'zustand';
import { useCommands } from '@/renderer/app/commands';
import { useRememberSearches } from '@/renderer/features/searches/remember';
import { useText } from '@/renderer/lib/text';

/** Whether the panel of saved searches is open: its button and a command open it. */
export const useSavedPanel = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

/** The commands of this feature that work on every screen. Once a window. */
export function useSearchesCommands(): void {
  const t = useText();
  const navigate = useNavigate();
  useRememberSearches();
  useCommands(
    useMemo(
      () => [
        {
          id: 'searches.open',
          title: t('searches.command'),
          group: t('candidates.title'),
          icon: Bookmark,
          keys: 'mod+s',
          run: () => {
            // The panel hangs from the list.
            const isOnList =
              window.location.hash.startsWith('#/candidates?') ||
              window.location.hash === '#/candidates';
            if (!isOnList) void navigate({ to: '/candidates' });
            useSavedPanel.setState({ isOpen: true });
          },
        },
      ],
      [t, navigate],
    ),
  );
}
