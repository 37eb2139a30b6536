import { useEffect, useState } from 'react';
import { setConnection, useConnection } from '@/renderer/app/connection';
import { useShell } from '@/renderer/app/shell';
import type { CoreStatus } from '@/shared/contract/shell/shell';

/** How often the shell is asked while there is no line to the core, in ms. */
const ASK_EVERY = 500;

/** How the core process is, asked of the shell while there is no line to it; null while there is one. */
export function useCoreStatus(): CoreStatus | null {
  const { shell } = useShell();
  const isConnected = useConnection((connection) => connection.state === 'connected');
  const [status, setStatus] = useState<CoreStatus | null>(null);
  useEffect(() => {
    if (isConnected) return;
    let stopped = false;
    const ask = async (): Promise<void> => {
      const answer = await shell('coreStatus', {});
      if (!stopped) setStatus(answer);
    };
    const asking = setInterval(() => void ask(), ASK_EVERY);
    return () => {
      stopped = true;
      clearInterval(asking);
      setStatus(null);
    };
  }, [shell, isConnected]);
  return status;
}

/** Starts the core again after it was given up. The window waits for it as it does at its own start. */
export function useRestartCore(): () => void {
  const { shell } = useShell();
  return () => {
    setConnection('connecting');
    void shell('restartCore', {});
  };
}
