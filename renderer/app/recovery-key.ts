import { create } from 'zustand';
import { forgetEverything, holdForgetting } from '@/renderer/app/session';

interface Shown {
  readonly key: string | null;
  /** The window begins anew behind it. */
  readonly isAnew: boolean;
}

/**
 * A recovery key that waits to be written down. It is shown once and nobody can show it again, so it is held above all screens: neither a
 * screen that goes nor a workspace that is locked and encrypted anew meanwhile takes it away.
 */
export const useRecoveryKey = create<Shown>(() => ({ key: null, isAnew: false }));

let letGo: (() => void) | null = null;

/**
 * Shows the key that the work brings, over everything. `anew`: what the window knows by then is of before. A failure is the work's own.
 */
export async function showRecoveryKeyOf<T extends { readonly recoveryKey: string }>(
  work: () => Promise<T>,
  anew: boolean,
): Promise<T> {
  letGo = holdForgetting();
  try {
    const made = await work();
    if (made.recoveryKey === '') letGo();
    else useRecoveryKey.setState({ key: made.recoveryKey, isAnew: anew });
    return made;
  } catch (error) {
    letGo();
    throw error;
  }
}

/** It is written down. */
export function recoveryKeyKept(): void {
  const { isAnew } = useRecoveryKey.getState();
  letGo?.();
  useRecoveryKey.setState({ key: null, isAnew: false });
  if (isAnew) forgetEverything();
}
