import { useNavigate } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useText } from '@/renderer/lib/text';

/** The history, from any screen. */
export function useHistoryCommands(): void {
  const t = useText();
  const navigate = useNavigate();
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'history.open',
        title: t('history.command'),
        group: t('app.group.go'),
        icon: History,
        keys: 'mod+shift+h',
        run: () => void navigate({ to: '/history' }),
      },
    ],
    [t, navigate],
  );
  useCommands(commands);
}
