import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { type Command, useCommands } from '@/renderer/app/commands';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { FilesTab } from '@/renderer/features/candidates/page/files-tab';
import { NotesTab } from '@/renderer/features/candidates/page/notes-tab';
import { OverviewTab } from '@/renderer/features/candidates/page/overview-tab';
import { mayChange, PageContextProvider } from '@/renderer/features/candidates/page/page-context';
import { momentOf } from '@/renderer/features/candidates/page/past-moment';
import { PastApplications } from '@/renderer/features/candidates/page/past-applications';
import { PastBanner } from '@/renderer/features/candidates/page/past-banner';
import { PersonFacts } from '@/renderer/features/candidates/page/person-facts';
import { ResumePane } from '@/renderer/features/candidates/page/resume-pane';
import { SplitPane } from '@/renderer/features/candidates/page/split-pane';
import type { EvidenceTarget } from '@/renderer/features/candidates/viewer/target';
import { tagTone } from '@/renderer/features/candidates/words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge, Chips } from '@/renderer/ui/chips';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { Tabs } from '@/renderer/ui/tabs';
import type { Provenance } from '@/shared/domain/candidates/records';
import { readingIn } from '@/shared/domain/candidates/review';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { PastApplication } from '@/shared/domain/history/past-application';

interface Props {
  readonly id: string;
  /** A commit's id or a day. */
  readonly asOf: string;
}

/** A candidate as they were: the page of then, with nothing on it that changes anything. */
export function PastPage({ id, asOf }: Props) {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const failure = useFailure();
  const moment = momentOf(asOf);
  const show = useCallback(
    (next: string | undefined) =>
      void navigate({
        to: '/candidates/$id',
        params: { id },
        search: (before) => ({ ...before, asOf: next }),
        replace: next !== undefined,
      }),
    [navigate, id],
  );
  const back = useCallback(() => show(undefined), [show]);
  usePastCommands(back);
  const past = useQuery({
    ...api.history.asOf.queryOptions({ input: { candidateId: id, moment } }),
    placeholderData: (before) => before,
  });
  if (past.isError) {
    const { message, details } = failure(past.error);
    const isNotYet = failureCode(past.error) === 'NOT_FOUND';
    return (
      <>
        <PastBanner asOf={asOf} past={null} onShow={show} onBack={back} />
        {isNotYet ? (
          <EmptyState
            className="flex-1"
            title={t('past.not-yet', { day: asOf })}
            action={<Button onPress={back}>{t('past.back')}</Button>}
          >
            {t('past.not-yet-hint')}
          </EmptyState>
        ) : (
          <ErrorState
            className="flex-1"
            title={t('past.failed')}
            details={details}
            onRetry={() => void past.refetch()}
          >
            {message}
          </ErrorState>
        )}
      </>
    );
  }
  if (past.data === undefined) {
    return (
      <Loading label={t('past.loading')} className="flex flex-col gap-3 p-5">
        <Skeleton className="h-6 w-60" />
        <Skeleton className="h-4 w-96" />
      </Loading>
    );
  }
  return (
    <>
      <PastBanner asOf={asOf} past={past.data} onShow={show} onBack={back} />
      <Then {...past.data} />
    </>
  );
}

type TabId = 'overview' | 'applications' | 'notes' | 'files';

function Then({
  detail,
  lists,
  applications,
}: {
  readonly detail: CandidateDetail;
  readonly lists: readonly string[];
  readonly applications: readonly PastApplication[];
}) {
  const t = useText();
  const format = useFormat();
  const [tab, setTab] = useState<TabId>('overview');
  const [target, setTarget] = useState<EvidenceTarget | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const resumeId =
    detail.resumes.find((resume) => resume.id === chosen)?.id ??
    detail.resumes.find((resume) => resume.id === detail.candidate.currentResumeId)?.id ??
    detail.resumes[0]?.id ??
    null;
  const showEvidence = useCallback((provenance: Provenance, label: string) => {
    const reading = readingIn(provenance);
    if (reading === null || reading.evidence === null) return;
    setChosen(reading.resumeId);
    setTarget({ resumeId: reading.resumeId, evidence: reading.evidence, label });
  }, []);
  const page = useMemo(
    () => ({ detail, target, showEvidence, ...mayChange(detail) }),
    [detail, target, showEvidence],
  );
  return (
    <PageContextProvider value={page}>
      <PastHeader detail={detail} lists={lists} />
      <SplitPane
        label={t('candidates.page.split')}
        left={<ResumePane resumeId={resumeId} queryText="" target={target} />}
        right={
          <Tabs<TabId>
            className="flex-1"
            label={t('candidates.page.tabs')}
            selected={tab}
            onSelect={setTab}
            tabs={[
              { id: 'overview', label: t('candidates.tab.overview') },
              {
                id: 'applications',
                label: t('pipeline.tab'),
                count: format.number(applications.length),
              },
              {
                id: 'notes',
                label: t('candidates.tab.notes'),
                count: format.number(detail.notes.length),
              },
              {
                id: 'files',
                label: t('candidates.tab.files'),
                count: format.number(detail.resumes.length),
              },
            ]}
          >
            <div className="min-h-0 flex-1 overflow-y-auto">
              {tab === 'overview' ? <OverviewTab detail={detail} /> : null}
              {tab === 'applications' ? <PastApplications applications={applications} /> : null}
              {tab === 'notes' ? <NotesTab detail={detail} focusAsked={0} /> : null}
              {tab === 'files' ? (
                <FilesTab resumes={detail.resumes} shown={resumeId} onShow={setChosen} />
              ) : null}
            </div>
          </Tabs>
        }
      />
    </PageContextProvider>
  );
}

function PastHeader({
  detail,
  lists,
}: {
  readonly detail: CandidateDetail;
  readonly lists: readonly string[];
}) {
  const t = useText();
  const { candidate, tags } = detail;
  const chips = [
    ...tags.map((tag) => ({ id: tag.id, label: tag.name, tone: tagTone(tag.colour) })),
    ...lists.map((name, index) => ({
      id: `list-${index}`,
      label: name,
      tone: 'accent' as const,
    })),
  ];
  return (
    <header className="flex shrink-0 flex-col gap-1 border-b border-line px-4 py-2.5">
      <div className="flex items-center gap-2">
        <h1 className="min-w-0 truncate text-lg font-semibold">
          {candidate.name || t('candidates.no-name')}
        </h1>
        {candidate.archivedAt === null ? null : <Badge>{t('candidates.archived')}</Badge>}
        {candidate.doNotContact ? <Badge tone="bad">{t('candidates.do-not-contact')}</Badge> : null}
        <span className="min-w-0 flex-1 truncate text-ink-2">{candidate.headline}</span>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <PersonFacts detail={detail} className="contents" />
        {chips.length === 0 ? null : <Chips label={t('candidates.tags')} chips={chips} />}
      </div>
    </header>
  );
}

function usePastCommands(back: () => void): void {
  const t = useText();
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'candidates.past.back',
        title: t('past.back'),
        group: t('candidates.group.page'),
        keys: 'escape',
        run: back,
      },
    ],
    [t, back],
  );
  useCommands(commands);
}
