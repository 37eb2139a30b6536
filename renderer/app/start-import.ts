import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useApi } from '@/renderer/app/api';
import { useShell } from '@/renderer/app/shell';
import type { ImportView } from '@/shared/contract/api/imports';
import type { FileHandle } from '@/shared/contract/shell/shell';

export interface StartImport {
  readonly chooseFolder: () => void;
  readonly chooseFiles: () => void;
  readonly dropped: (files: readonly File[]) => void;
  readonly samples: () => void;
  readonly isStarting: boolean;
}

/** The ways an import begins. Each ends on the screen of the import that was started; `onStarted` is told just before. */
export function useStartImport(onStarted?: () => void): StartImport {
  const api = useApi();
  const { shell, dropFiles } = useShell();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const onSuccess = useCallback(
    (started: ImportView) => {
      queries.setQueryData(api.imports.get.queryKey({ input: { id: started.id } }), started);
      void queries.invalidateQueries({ queryKey: api.imports.list.key() });
      onStarted?.();
      void navigate({ to: '/import', search: { id: started.id } });
    },
    [api, queries, navigate, onStarted],
  );
  const start = useMutation({
    mutationFn: async (choose: () => Promise<FileHandle>) => {
      const chosen = await choose();
      return chosen === null ? null : api.imports.start.call({ handle: chosen.handle });
    },
    onSuccess: (started) => {
      if (started) onSuccess(started);
    },
  });
  const samples = useMutation(api.imports.startSamples.mutationOptions({ onSuccess }));
  return {
    chooseFolder: () => start.mutate(() => shell('chooseFolder', {})),
    chooseFiles: () => start.mutate(() => shell('chooseFiles', { purpose: 'cvs' })),
    dropped: (files) => {
      if (files.length > 0) start.mutate(() => dropFiles(files));
    },
    samples: () => samples.mutate(undefined),
    isStarting: start.isPending || samples.isPending,
  };
}
