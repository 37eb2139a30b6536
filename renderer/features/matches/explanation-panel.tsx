import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BriefcaseBusiness } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Allowed } from '@/renderer/app/allowed';
import { useApi } from '@/renderer/app/api';
import { useBlind } from '@/renderer/app/blind';
import { useFailure } from '@/renderer/app/failure';
import { BiasCheck } from '@/renderer/features/matches/bias-check';
import { CriteriaList } from '@/renderer/features/matches/criteria-list';
import { PART_NAMES, usePoints } from '@/renderer/app/match-words';
import { ReceiptNote } from '@/renderer/features/matches/receipt-note';
import { PartBar } from '@/renderer/features/matches/score';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Drawer } from '@/renderer/ui/drawer';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { MatchWeights } from '@/shared/domain/jobs/records';
import { PARTS } from '@/shared/domain/matching/score-types';
import type { Explanation } from '@/shared/domain/matching/views';

export interface ShownProof {
  readonly resumeId: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

interface Props {
  readonly jobId: string;
  readonly candidateId: string;
  /** Those being tried; null for those of the job. */
  readonly weights: MatchWeights | null;
  readonly onShow: (candidateId: string, proof: ShownProof) => void;
  /** Puts the candidate on the job. */
  readonly onPut: () => void;
  readonly onClose: () => void;
}

/** Why one candidate has the score they have: parts, criteria with their proofs, what is missing, and what it was made of. */
export function ExplanationPanel({ jobId, candidateId, weights, onShow, onPut, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const input = { jobId, candidateId, weights };
  const explanation = useQuery({
    ...api.matching.explain.queryOptions({ input }),
    // While weights are dragged the parts move; they do not vanish. Another person's parts never stand in.
    placeholderData: (before: Explanation | undefined) =>
      before?.candidateId === candidateId ? before : undefined,
  });
  useViewed(jobId, candidateId, explanation.data !== undefined);
  const name = explanation.data?.name || t('candidates.no-name');
  return (
    <Drawer
      label={t('matches.explanation')}
      title={
        explanation.data === undefined ? (
          <Skeleton className="h-4 w-40" />
        ) : (
          <Link
            to="/candidates/$id"
            params={{ id: candidateId }}
            className="rounded-sm hover:underline"
          >
            {name}
          </Link>
        )
      }
      onClose={onClose}
    >
      {explanation.isError ? (
        <ErrorState
          title={t('matches.explanation.failed')}
          details={failure(explanation.error).details}
          onRetry={() => void explanation.refetch()}
        >
          {failure(explanation.error).message}
        </ErrorState>
      ) : explanation.data === undefined ? (
        <Loading label={t('matches.loading')} className="flex flex-col gap-3 p-4">
          <Skeleton className="h-6 w-24" />
          <Skeleton className="h-30" />
          <Skeleton className="h-60" />
        </Loading>
      ) : (
        <Explained
          explanation={explanation.data}
          input={input}
          onShow={(proof) => onShow(candidateId, proof)}
          onPut={onPut}
        />
      )}
    </Drawer>
  );
}

function Explained({
  explanation,
  input,
  onShow,
  onPut,
}: {
  readonly explanation: Explanation;
  readonly input: Pick<Props, 'jobId' | 'candidateId' | 'weights'>;
  readonly onShow: (proof: ShownProof) => void;
  readonly onPut: () => void;
}) {
  const t = useText();
  // It tells how often a CV says something of gender, schools or birth.
  const isBlind = useBlind()();
  const score = usePoints();
  const { parts, resumeId } = explanation;
  return (
    <div className="flex flex-col gap-4 p-4">
      <section aria-label={t('matches.parts')} className="flex flex-col gap-2">
        <p className="flex items-baseline gap-2">
          <span className="tabular text-xl font-semibold">{score(explanation.score)}</span>
          <span className="flex-1 text-ink-2">{t('matches.of-hundred')}</span>
          <Allowed to="application.edit">
            <Button size="sm" icon={<BriefcaseBusiness size={14} aria-hidden />} onPress={onPut}>
              {t('matches.put')}
            </Button>
          </Allowed>
        </p>
        <ul className="flex flex-col gap-1.5">
          {PARTS.map((part) => {
            const one = parts[part];
            return (
              <li key={part} className="grid grid-cols-[84px_1fr_112px] items-center gap-2">
                <span className="truncate text-ink-2">{t(PART_NAMES[part])}</span>
                <PartBar score={one} />
                <span className="tabular text-right text-sm text-ink-2">
                  {one.likeness === null
                    ? t('matches.part.none')
                    : t('matches.part.of', {
                        points: score(one.points),
                        most: score(one.most),
                      })}
                </span>
              </li>
            );
          })}
        </ul>
        <p className="text-sm text-ink-3">{t('matches.advice')}</p>
      </section>
      <CriteriaList
        criteria={explanation.criteria}
        onShow={
          resumeId === null
            ? null
            : (proof, label) => {
                if (proof.span !== null) onShow({ resumeId, ...proof.span, label });
              }
        }
      />
      {isBlind ? null : <BiasCheck key={`${input.jobId}:${input.candidateId}`} input={input} />}
      <ReceiptNote receipt={explanation.receipt} />
    </div>
  );
}

/** Looking at a match is kept, once it is on screen. */
function useViewed(jobId: string, candidateId: string, isShown: boolean): void {
  const api = useApi();
  const { mutate } = useMutation(api.matching.viewed.mutationOptions());
  const told = useRef('');
  useEffect(() => {
    const pair = `${jobId}:${candidateId}`;
    if (!isShown || told.current === pair) return;
    told.current = pair;
    mutate({ jobId, candidateId });
  }, [jobId, candidateId, isShown, mutate]);
}
