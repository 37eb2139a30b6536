import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import type { DUPLICATE_REASONS } from '@/shared/domain/candidates/records';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

const REASONS: Readonly<Record<(typeof DUPLICATE_REASONS)[number], MessageId>> = {
  file: 'candidates.duplicate.file',
  email: 'candidates.duplicate.email',
  phone: 'candidates.duplicate.phone',
  link: 'candidates.duplicate.link',
  'name-and-employer': 'candidates.duplicate.name-and-employer',
  'name-and-school': 'candidates.duplicate.name-and-school',
  'name-and-place': 'candidates.duplicate.name-and-place',
};

interface Props {
  readonly pair: CandidateDetail['possibleDuplicates'][number];
}

/** Says that someone else in the workspace may be the same person, and why. */
export function DuplicateBanner({ pair }: Props) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
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
          reasons: format.list(pair.reasons.map((reason) => t(REASONS[reason]))),
        })}
      </p>
      <Button
        size="sm"
        onPress={() =>
          void navigate({ to: '/candidates/$id', params: { id: pair.candidateId }, search: {} })
        }
      >
        {t('candidates.duplicate.open')}
      </Button>
      <Button
        size="sm"
        isDisabled={dismiss.isPending}
        onPress={() => dismiss.mutate({ pairIds: [pair.pairId] })}
      >
        {t('candidates.duplicate.dismiss')}
      </Button>
    </div>
  );
}
