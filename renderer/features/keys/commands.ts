import { Lock } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useLock } from '@/renderer/app/session';
import { useText } from '@/renderer/lib/text';

/** Locking, from any screen. */
export function useKeysCommands(): void {
  const t = useText();
  const lock = useLock();
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'keys.lock',
        title: t('keys.lock-now'),
        group: t('keys.title'),
        icon: Lock,
        keys: 'mod+shift+l',
        run: lock,
      },
    ],
    [t, lock],
  );
  useCommands(commands);
}
