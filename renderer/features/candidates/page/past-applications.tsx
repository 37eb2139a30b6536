import { BriefcaseBusiness } from 'lucide-react';
import { STAGE_NAMES } from '@/renderer/app/stage-words';
import { InterviewCard } from '@/renderer/features/interviews';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { EmptyState } from '@/renderer/ui/states';
import type { PastApplication } from '@/shared/domain/history/past-application';
import { isOpenStage } from '@/shared/domain/pipeline/stage-moves';

/** The jobs a candidate was on, how far they were, and their interviews as they stood. */
export function PastApplications({
  applications,
}: {
  readonly applications: readonly PastApplication[];
}) {
  const t = useText();
  if (applications.length === 0) {
    return (
      <EmptyState icon={<BriefcaseBusiness size={28} />} title={t('past.no-applications')}>
        {t('past.no-applications-hint')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3 p-4">
      {applications.map(({ id, jobTitle, clientName, stage, interviews }) => (
        <article key={id} aria-label={jobTitle} className="rounded-lg border border-line">
          <header className="flex items-center gap-3 px-3 py-2.5">
            <div className="min-w-0 flex-1">
              <h2 className="truncate font-medium">{jobTitle}</h2>
              <p className="truncate text-sm text-ink-2">{clientName}</p>
            </div>
            <Badge tone={stage === 'selected' ? 'good' : isOpenStage(stage) ? 'accent' : 'neutral'}>
              {t(STAGE_NAMES[stage])}
            </Badge>
          </header>
          {interviews.length === 0 ? null : (
            <section
              aria-label={t('interviews.section')}
              className="flex flex-col gap-2 border-t border-line p-3"
            >
              {interviews.map((view) => (
                <InterviewCard key={view.interview.id} view={view} />
              ))}
            </section>
          )}
        </article>
      ))}
    </div>
  );
}
