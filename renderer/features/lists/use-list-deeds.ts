import { useMutation } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { useText } from '@/renderer/lib/text';
import type { ListView } from '@/shared/contract/api/lists';

/** What is written of a list. */
export interface ListWords {
  readonly name: string;
  readonly description: string;
}

/** Makes a list or changes one, and says so with the way back; why it was refused is for the form to show. */
export function useSaveList(list: ListView | null, onDone: () => void) {
  const t = useText();
  const api = useApi();
  const done = useDoneToast();
  return useMutation({
    mutationFn: (words: ListWords) =>
      list === null
        ? api.lists.create.call(words)
        : api.lists.edit.call({ id: list.id, version: list.version, patch: words }),
    meta: { showsFailure: true },
    onSuccess: ({ commitId }, { name }) => {
      done(t(list === null ? 'lists.made' : 'lists.changed', { name }), commitId);
      onDone();
    },
  });
}

/** Deletes a list; its people stay, and undo brings it back with everybody on it. A failure shows by itself. */
export function useDeleteList(): (list: ListView) => void {
  const t = useText();
  const api = useApi();
  const done = useDoneToast();
  const { mutate } = useMutation(api.lists.remove.mutationOptions());
  return ({ id, version, name }) =>
    mutate(
      { id, version },
      { onSuccess: ({ commitId }) => done(t('lists.deleted', { name }), commitId) },
    );
}
