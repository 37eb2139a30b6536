import { useNavigate } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useText } from '@/renderer/lib/text';

/** The commands of this feature that work on every screen. */
export function useDuplicatesCommands(): void {
  const t = useText();
  const navigate = useNavigate();
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'duplicates.go',
        title: t('duplicates.command.go'),
        group: t('app.group.go'),
        icon: UsersRound,
        keys: 'g d',
        run: () => void navigate({ to: '/duplicates', search: {} }),
      },
    ],
    [t, navigate],
  );
  useCommands(commands);
}
