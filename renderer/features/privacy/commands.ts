import { useNavigate } from '@tanstack/react-router';
import { ShieldCheck, SlidersHorizontal } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useCan } from '@/renderer/app/session';
import { useText } from '@/renderer/lib/text';

/** The Privacy screen and its settings, from any screen, for those who look after it. */
export function usePrivacyCommands(): void {
  const t = useText();
  const can = useCan();
  const navigate = useNavigate();
  const reads = can('privacy.manage') || can('search-log.read');
  const manages = can('privacy.manage');
  const commands = useMemo((): readonly Command[] => {
    const group = t('privacy.title');
    return [
      ...(reads
        ? [
            {
              id: 'privacy.open',
              title: t('privacy.command.open'),
              group,
              icon: ShieldCheck,
              run: () => void navigate({ to: '/privacy' }),
            },
          ]
        : []),
      ...(manages
        ? [
            {
              id: 'privacy.settings',
              title: t('privacy.command.settings'),
              group,
              icon: SlidersHorizontal,
              run: () => void navigate({ to: '/settings', search: { section: 'privacy' } }),
            },
          ]
        : []),
    ];
  }, [t, navigate, reads, manages]);
  useCommands(commands);
}
