import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { useChangeSettings } from '@/renderer/app/workspace';
import { searchOf } from '@/renderer/features/candidates';
import { useText } from '@/renderer/lib/text';
import type { SavedSearch } from '@/shared/domain/searches/records';

/** What the list shows now, to keep it. */
export type ShownSearch = Pick<SavedSearch, 'text' | 'filters' | 'sort' | 'columns'>;

/** What can be done with saved searches; a failure shows by itself. */
export function useSavedSearchActions() {
  const t = useText();
  const api = useApi();
  const done = useDoneToast();
  const { mutateAsync: save } = useMutation(api.searches.save.mutationOptions());
  const { mutate: change } = useMutation(api.searches.change.mutationOptions());
  const { mutate: remove } = useMutation(api.searches.delete.mutationOptions());
  return useMemo(
    () => ({
      save: (name: string, shown: ShownSearch) => save({ ...shown, name, notify: false }),
      rename: ({ id, version }: SavedSearch, name: string) =>
        change({ id, version, patch: { name } }),
      update: ({ id, version, name }: SavedSearch, shown: ShownSearch) =>
        change(
          { id, version, patch: shown },
          { onSuccess: ({ commitId }) => done(t('searches.updated', { name }), commitId) },
        ),
      setNotify: ({ id, version }: SavedSearch, notify: boolean) =>
        change({ id, version, patch: { notify } }),
      remove: ({ id, name }: SavedSearch) =>
        remove(
          { id },
          { onSuccess: ({ commitId }) => done(t('searches.deleted', { name }), commitId) },
        ),
    }),
    [t, save, change, remove, done],
  );
}

/** Opens a saved search as it was kept, columns and sort with it; or only who is new in it. From then on others are new. */
export function useOpenSaved(): (search: SavedSearch, onlyNew: boolean) => void {
  const api = useApi();
  const navigate = useNavigate();
  const changeSettings = useChangeSettings();
  const { mutate: see } = useMutation(api.searches.see.mutationOptions());
  return useCallback(
    (search, onlyNew) => {
      const { id, text, filters, sort, columns, seenAt } = search;
      if (columns !== null) changeSettings({ candidateColumns: columns });
      const newSince = onlyNew ? seenAt : filters.newSince;
      void navigate({
        to: '/candidates',
        search: searchOf({ text, sort, filters: { ...filters, newSince } }),
      });
      see({ id });
    },
    [navigate, changeSettings, see],
  );
}
