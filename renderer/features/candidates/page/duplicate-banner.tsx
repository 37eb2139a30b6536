import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { REASON_NAMES } from '@/renderer/features/candidates/duplicate-reasons';
import { usePage } from '@/renderer/features/candidates/page/page-context';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { Id } from '@/shared/kit/ids';

interface Props {
  readonly candidateId: Id;
  readonly pair: CandidateDetail['possibleDuplicates'][number];
}

/** Says that someone else in the workspace may be the same person, and why. */
export function DuplicateBanner({ candidateId, pair }: Props) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { mayEdit } = usePage();
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const dismiss = useMutation(
    api.duplicates.dismiss.mutationOptions({
      onSuccess: ({ commitId }) => {
        void queries.invalidateQueries({ queryKey: api.candidates.key() });
        done(t('candidates.done.not-the-same'), commitId);
      },
    }),
  );
  const name = pair.name || t('candidates.no-name');
  return (
    <div className="flex shrink-0 items-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-warn-ink">
      <UsersRound size={14} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1 truncate">
        {t('candidates.duplicate', {
          name,
          reasons: format.list(pair.reasons.map((reason) => t(REASON_NAMES[reason]))),
        })}
      </p>
      <Button
        size="sm"
        onPress={() =>
          void navigate({
            to: '/duplicates',
            search: { compare: [candidateId, pair.candidateId] },
          })
        }
      >
        {t('candidates.duplicate.compare')}
      </Button>
      {mayEdit ? (
        <Button
          size="sm"
          isDisabled={dismiss.isPending}
          onPress={() => dismiss.mutate({ pairIds: [pair.pairId] })}
        >
          {t('candidates.duplicate.dismiss')}
        </Button>
      ) : null}
    </div>
  );
}
