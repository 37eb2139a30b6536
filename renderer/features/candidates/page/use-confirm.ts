import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { focusNextReview } from '@/renderer/features/candidates/page/review-focus';
import { useText } from '@/renderer/lib/text';
import type { PartEntity } from '@/shared/domain/candidates/part-identity';
import type { CandidateField } from '@/shared/domain/candidates/records';

type Value = { readonly id: string; readonly version: number } & (
  | { readonly kind: 'field'; readonly field: CandidateField }
  | { readonly kind: 'part'; readonly entity: PartEntity }
);

/** "Looks right": confirms a value as it was read and goes on to the next one to check. */
export function useConfirm(): (value: Value) => void {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const confirm = useMutation(
    api.candidates.confirm.mutationOptions({
      onSuccess: ({ commitId }) => {
        void queries.invalidateQueries({ queryKey: api.candidates.key() });
        done(t('candidates.done.confirmed'), commitId);
      },
    }),
  );
  return (value) => {
    // Before the mark goes away and takes the focus with it.
    focusNextReview();
    confirm.mutate(value);
  };
}
