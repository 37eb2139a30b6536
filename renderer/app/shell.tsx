import { createContext, type ReactNode, useContext } from 'react';
import type { ShellBridge } from '@/shared/contract/shell/shell';

const ShellContext = createContext<ShellBridge | null>(null);

export function ShellProvider({
  shell,
  children,
}: {
  readonly shell: ShellBridge;
  readonly children: ReactNode;
}) {
  return <ShellContext value={shell}>{children}</ShellContext>;
}

/** What only this computer can do: dialogs, dropped files, links out. */
export function useShell(): ShellBridge {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('useShell outside of ShellProvider');
  return shell;
}
