import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '@/renderer/app/api';
import { useLock } from '@/renderer/app/session';
import { useWorkspace } from '@/renderer/app/workspace';
import { createPresence } from '@/renderer/features/keys/at-desk';
import { AFTER_ROWS, useLate } from '@/renderer/lib/use-late';

/** What shows that somebody is at the desk. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
/** It is looked at this often whether the time is over, in ms: a timer of minutes would sleep through a computer that sleeps. */
const LOOK_EVERY = 5_000;

/** Locks the workspace when nobody was at the desk for as long as the settings say. */
export function useAutoLock(): void {
  const api = useApi();
  const lock = useLock();
  const isOpen = useWorkspace() !== null;
  const isCalm = useLate(AFTER_ROWS, isOpen);
  const keys = useQuery({ ...api.keys.status.queryOptions(), enabled: isCalm });
  const minutes = keys.data?.autoLockMinutes ?? null;
  useEffect(() => {
    if (minutes === null) return;
    const { seen, awayFor } = createPresence({
      wall: () => Date.now(),
      steady: () => performance.now(),
    });
    for (const sign of SIGNS) window.addEventListener(sign, seen, { passive: true, capture: true });
    const looking = setInterval(() => {
      if (awayFor() < minutes * 60_000) return;
      seen();
      lock();
    }, LOOK_EVERY);
    return () => {
      clearInterval(looking);
      for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true });
    };
  }, [minutes, lock]);
}
