import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi } from '@/renderer/app/api';
import { useWorkspace, wasOpen } from '@/renderer/app/workspace';
import { worksAtDesk } from '@/shared/domain/access/policy';
import type { Permission } from '@/shared/domain/access/permissions';

/**
 * Whether whoever is at the desk may do something at all. What they may not is not shown; every call is checked for itself by the core.
 * A desk that opens by itself is its administrator's, so that its first screen does not wait to be told.
 */
export function useCan(): (permission: Permission) => boolean {
  const permissions = useWorkspace()?.permissions;
  return useCallback(
    (permission) => (permissions === undefined ? wasOpen() : permissions.includes(permission)),
    [permissions],
  );
}

/** Whether whoever looks works at the desk: some things of a job that a guest may edit are not for guests. */
export function useAtDesk(): boolean {
  const workspace = useWorkspace();
  if (workspace === null) return wasOpen();
  const { userId: id, userName: name, role } = workspace;
  return worksAtDesk({ id, name, role });
}

/** Ends the session; the window begins anew with the sign-in screen. */
export function useSignOut(): () => void {
  const api = useApi();
  const { mutate } = useMutation(
    api.auth.signOut.mutationOptions({ onSuccess: () => forgetEverything() }),
  );
  return useCallback(() => mutate(undefined), [mutate]);
}

/** Closes the workspace and has its keys forgotten; the window begins anew with the lock screen. */
export function useLock(): () => void {
  const api = useApi();
  const { mutate } = useMutation(
    api.keys.lock.mutationOptions({ onSuccess: () => forgetEverything() }),
  );
  return useCallback(() => mutate(undefined), [mutate]);
}

let isForgetting = false;
/** A recovery key is on its way or on screen. */
let isHeld = false;

/** Until it is let go, nothing is forgotten: the one moment in which a recovery key can be read must not end by itself. */
export function holdForgetting(): () => void {
  isHeld = true;
  return () => {
    isHeld = false;
  };
}

/**
 * Somebody else is at the desk, or nobody: what this window has read, typed and chosen is none of theirs. A new page is the one way that
 * forgets all of it.
 */
export function forgetEverything(): void {
  if (isForgetting || isHeld) return;
  isForgetting = true;
  location.hash = '';
  location.reload();
}
