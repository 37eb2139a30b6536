import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useApi } from '@/renderer/app/api';
import { useShell } from '@/renderer/app/shell';
import type { WorkspaceStatus } from '@/shared/contract/api/workspace';
import { DEFAULT_SETTINGS, type Settings } from '@/shared/domain/workspace/records';

/** The open workspace: its name, settings and facts; null before it is known or while there is none. */
export function useWorkspace(): Extract<WorkspaceStatus, { state: 'open' }> | null {
  const api = useApi();
  const { data } = useQuery(api.workspace.status.queryOptions());
  return data?.state === 'open' ? data : null;
}

/** The settings of the open workspace, or the defaults before there is one. */
export const useSettings = (): Settings => useWorkspace()?.settings ?? DEFAULT_SETTINGS;

type SettingsPatch = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** Changes settings, on screen at once and then in the workspace; a failure puts them back. */
export function useChangeSettings(): (patch: SettingsPatch) => void {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = api.workspace.status.queryKey();
  const { mutate } = useMutation(
    api.workspace.updateSettings.mutationOptions({
      onMutate: (patch) => {
        queries.setQueryData<WorkspaceStatus>(queryKey, (before) =>
          before?.state === 'open'
            ? { ...before, settings: withPatch(before.settings, patch) }
            : before,
        );
      },
      onSettled: () => queries.invalidateQueries({ queryKey }),
    }),
  );
  return useCallback((patch) => mutate(patch), [mutate]);
}

/** The settings with what the patch names; what it leaves out, or names as undefined, stays. */
const withPatch = (settings: Settings, patch: SettingsPatch): Settings => ({
  theme: patch.theme ?? settings.theme,
  density: patch.density ?? settings.density,
  ocrLanguages: patch.ocrLanguages ?? settings.ocrLanguages,
  candidateColumns: patch.candidateColumns ?? settings.candidateColumns,
});

const OPEN_KEY = 'longlist:open';

/** Whether a workspace was open when the window was last used. */
export const wasOpen = (): boolean => localStorage.getItem(OPEN_KEY) !== null;

/** Keeps that for the next start. */
export function rememberOpen(isOpen: boolean): void {
  if (isOpen) localStorage.setItem(OPEN_KEY, '1');
  else localStorage.removeItem(OPEN_KEY);
}

const THEME_KEY = 'longlist:theme';

/** Puts the theme of the last time on the page, before the workspace is open to say which it is. */
export function restoreTheme(): void {
  const theme = localStorage.getItem(THEME_KEY);
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
}

/** What the native parts of the window show: the system's theme until they are told. Saying so would load main's schemas while it starts. */
let toldTheme: Settings['theme'] = 'system';

/** Puts theme and density on the page, and the theme on the native parts of the window, as soon as they are known. */
export function useAppearance(): void {
  const settings = useWorkspace()?.settings;
  const theme = settings?.theme;
  const density = settings?.density;
  const shell = useShell();
  useEffect(() => {
    if (theme === undefined) return;
    const page = document.documentElement.dataset;
    if (theme === 'system') delete page['theme'];
    else page['theme'] = theme;
    localStorage.setItem(THEME_KEY, theme);
    if (theme === toldTheme) return;
    toldTheme = theme;
    void shell.shell('setTheme', { theme });
  }, [theme, shell]);
  useEffect(() => {
    if (density !== undefined) document.documentElement.dataset['density'] = density;
  }, [density]);
}
