import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useNewClient } from '@/renderer/features/clients/new-client-dialog';
import { useText } from '@/renderer/lib/text';

/** The commands of this feature that work on every screen. */
export function useClientsCommands(): void {
  const t = useText();
  const navigate = useNavigate();
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'clients.new',
        permission: 'client.edit',
        title: t('clients.new'),
        group: t('clients.title'),
        icon: Plus,
        run: () => {
          void navigate({ to: '/clients' });
          useNewClient.setState({ isOpen: true });
        },
      },
    ],
    [t, navigate],
  );
  useCommands(commands);
}
