import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApi } from '@/renderer/app/api';

/** Reads the settings anew after they were changed, or were not. */
export function useReadAgain(): () => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return useCallback(async () => {
    await queries.invalidateQueries({ queryKey: api.privacy.key() });
    await queries.invalidateQueries({ queryKey: api.workspace.key() });
  }, [api, queries]);
}
