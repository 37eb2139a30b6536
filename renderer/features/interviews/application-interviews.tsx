import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { QueryFailed } from '@/renderer/app/query-failed';
import { InterviewCard } from '@/renderer/features/interviews/interview-card';
import { takePlanAsked, usePlanAsked } from '@/renderer/features/interviews/plan-asked';
import { PlanDialog } from '@/renderer/features/interviews/plan-dialog';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { showToast } from '@/renderer/ui/toast';
import { Loading, Skeleton } from '@/renderer/ui/states';
import { nextRound } from '@/shared/domain/interviews/moves';
import { isOpenStage } from '@/shared/domain/pipeline/stage-moves';
import type { ApplicationView } from '@/shared/domain/pipeline/views';

export interface Props {
  readonly view: ApplicationView;
}

/** The interviews of a candidate on a job, round by round. The next one is planned here, once the ones before are decided. */
export function ApplicationInterviews({ view }: Props) {
  const t = useText();
  const api = useApi();
  const [isPlanning, setPlanning] = useState(false);
  const { id: applicationId, candidateId, stage } = view.application;
  const query = useQuery(api.interviews.ofApplication.queryOptions({ input: { applicationId } }));
  const rounds = query.data ?? [];
  const isOpen = isOpenStage(stage);
  const next = nextRound(rounds.map(({ interview }) => interview));
  const mayPlan = view.level === 'edit' && isOpen && query.isSuccess && next !== null;
  const asked = usePlanAsked(({ of }) => of);
  useEffect(() => {
    if (asked === null || !query.isSuccess || !takePlanAsked([applicationId, candidateId])) return;
    if (mayPlan) setPlanning(true);
    else showToast({ message: t('interviews.may-not-plan') });
  }, [asked, query.isSuccess, mayPlan, applicationId, candidateId, t]);
  return (
    <section aria-label={t('interviews.section')} className="flex flex-col gap-2">
      <header className="flex min-h-7 items-center gap-2">
        <h3 className="flex-1 text-sm font-medium text-ink-2">{t('interviews.section')}</h3>
        {mayPlan ? (
          <Button
            size="sm"
            icon={<CalendarPlus size={14} aria-hidden />}
            onPress={() => setPlanning(true)}
          >
            {rounds.length === 0
              ? t('interviews.plan')
              : t('interviews.plan.round', { round: next })}
          </Button>
        ) : null}
      </header>
      {query.isPending ? (
        <Loading label={t('interviews.loading')}>
          <Skeleton className="h-6" />
        </Loading>
      ) : query.isError ? (
        <QueryFailed title={t('interviews.failed')} query={query} />
      ) : rounds.length === 0 ? (
        <p className="text-ink-3">{t(isOpen ? 'interviews.none' : 'interviews.none-closed')}</p>
      ) : (
        rounds.map((one) => <InterviewCard key={one.interview.id} view={one} />)
      )}
      {isPlanning ? (
        <PlanDialog applicationId={applicationId} view={null} onClose={() => setPlanning(false)} />
      ) : null}
    </section>
  );
}
