import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { useText } from '@/renderer/lib/text';
import type { CustomField } from '@/shared/domain/custom-fields/records';

/** What is done to a field with one press. Each can be taken back. */
export function useFieldDeeds() {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const did = (message: string, commitId: string): void => {
    void queries.invalidateQueries({ queryKey: api.customFields.key() });
    done(message, commitId);
  };
  const archive = useMutation(api.customFields.archive.mutationOptions());
  const reorder = useMutation(api.customFields.reorder.mutationOptions());
  return {
    archive: ({ id, version, label }: CustomField, archived: boolean): void =>
      archive.mutate(
        { id, version, archived },
        {
          onSuccess: ({ commitId }) =>
            did(
              t(archived ? 'custom-fields.done.archived' : 'custom-fields.done.restored', {
                label,
              }),
              commitId,
            ),
        },
      ),
    move: (fields: readonly CustomField[], index: number, by: -1 | 1): void => {
      const moved = fields[index];
      if (moved === undefined) return;
      const ids = fields.map((field) => field.id).toSpliced(index, 1);
      reorder.mutate(
        { entity: moved.entity, ids: ids.toSpliced(index + by, 0, moved.id) },
        {
          onSuccess: ({ commitId }) =>
            did(t('custom-fields.done.moved', { label: moved.label }), commitId),
        },
      );
    },
  };
}
