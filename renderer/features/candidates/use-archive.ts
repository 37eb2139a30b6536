import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { useText } from '@/renderer/lib/text';

/** Archives candidates or takes them out of the archive, with a toast that takes it back. */
export function useArchive(): (ids: readonly string[], archived: boolean) => void {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const { mutate } = useMutation(
    api.candidates.archive.mutationOptions({
      onSuccess: ({ commitId }, { ids, archived }) => {
        void queries.invalidateQueries({ queryKey: api.candidates.key() });
        done(
          t(archived ? 'candidates.done.archived' : 'candidates.done.unarchived', {
            count: ids.length,
          }),
          commitId,
        );
      },
    }),
  );
  return useCallback((ids, archived) => mutate({ ids: [...ids], archived }), [mutate]);
}
