import { useMutation } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { type Command, useCommands } from '@/renderer/app/commands';
import { forgetEverything } from '@/renderer/app/session';
import { useText } from '@/renderer/lib/text';

/** Closes the workspace and has its keys forgotten; the window begins anew with the lock screen. */
export function useLock(): () => void {
  const api = useApi();
  const { mutate } = useMutation(
    api.keys.lock.mutationOptions({ onSuccess: () => forgetEverything() }),
  );
  return useCallback(() => mutate(undefined), [mutate]);
}

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
