import { useNavigate } from '@tanstack/react-router';
import { Archive, MailX, ScanSearch, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useUndo } from '@/renderer/app/undo';
import { useGoToList } from '@/renderer/features/candidates/bulk/use-go-to-list';
import { useText } from '@/renderer/lib/text';

/** The commands of this feature that work on every screen. */
export function useCandidatesCommands(): void {
  const t = useText();
  const navigate = useNavigate();
  const undo = useUndo();
  const commands = useMemo((): readonly Command[] => {
    const group = t('candidates.title');
    return [
      {
        id: 'candidates.show-archived',
        title: t('candidates.command.archived'),
        group,
        icon: Archive,
        run: () => void navigate({ to: '/candidates', search: { archived: true } }),
      },
      {
        id: 'candidates.show-unreachable',
        title: t('candidates.command.unreachable'),
        group,
        icon: MailX,
        run: () => void navigate({ to: '/candidates', search: { missing: ['email', 'phone'] } }),
      },
      {
        id: 'candidates.show-review',
        permission: 'candidate.edit',
        title: t('candidates.command.review'),
        group,
        icon: ScanSearch,
        run: () => void navigate({ to: '/candidates', search: { review: true } }),
      },
      {
        id: 'candidates.undo',
        permission: 'history.undo',
        title: t('candidates.command.undo'),
        group,
        icon: Undo2,
        keys: 'u',
        isKeysOnly: true,
        run: () => undo(null),
      },
    ];
  }, [t, navigate, undo]);
  useCommands(commands);
  useGoToList();
}
