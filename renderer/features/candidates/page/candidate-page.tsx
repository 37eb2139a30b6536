import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useBlind } from '@/renderer/app/blind';
import { failureCode, useFailure } from '@/renderer/app/failure';
import { useFocusOnArrival } from '@/renderer/app/list-focus';
import { useCan } from '@/renderer/app/session';
import { useBulkDeed } from '@/renderer/features/candidates/bulk/use-bulk-deed';
import { DuplicateBanner } from '@/renderer/features/candidates/page/duplicate-banner';
import { FilesTab } from '@/renderer/features/candidates/page/files-tab';
import { MergedBanner } from '@/renderer/features/candidates/page/merged-banner';
import { HeaderCard } from '@/renderer/features/candidates/page/header-card';
import { Notices } from '@/renderer/features/candidates/page/notices';
import { NotesTab } from '@/renderer/features/candidates/page/notes-tab';
import { OverviewTab } from '@/renderer/features/candidates/page/overview-tab';
import { mayChange, PageContextProvider } from '@/renderer/features/candidates/page/page-context';
import { PastPage } from '@/renderer/features/candidates/page/past-page';
import { ResumePane } from '@/renderer/features/candidates/page/resume-pane';
import { SplitPane } from '@/renderer/features/candidates/page/split-pane';
import { TimelineTab } from '@/renderer/features/candidates/page/timeline-tab';
import { usePageCommands } from '@/renderer/features/candidates/page/use-page-commands';
import { usePicker } from '@/renderer/features/candidates/picker';
import { askToPlan } from '@/renderer/features/interviews';
import { ApplicationsTab, PutOnJob } from '@/renderer/features/pipeline';
import type { EvidenceTarget } from '@/renderer/features/candidates/viewer/target';
import { useFormat } from '@/renderer/lib/format';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { Tabs } from '@/renderer/ui/tabs';
import type { Provenance } from '@/shared/domain/candidates/records';
import { readingIn } from '@/shared/domain/candidates/review';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

type TabId = 'overview' | 'applications' | 'timeline' | 'notes' | 'files' | CandidateTab['id'];

/** What another feature shows of a candidate, behind the tabs of their own. */
export interface CandidateTab {
  readonly id: 'matches' | 'privacy';
  readonly title: MessageId;
  /** For those alone who come so far. */
  readonly level?: CandidateDetail['level'];
  readonly render: (candidateId: string) => ReactNode;
}

export interface PageProps {
  readonly tabs?: readonly CandidateTab[];
}

/** One candidate: who they are, the CV as it came, and everything read from it or entered since. */
export function CandidatePage({ tabs = NO_TABS }: PageProps) {
  const { id } = useParams({ from: '/candidates/$id' });
  const api = useApi();
  const navigate = useNavigate();
  const { asOf } = useSearch({ from: '/candidates/$id' });
  const detail = useQuery(api.candidates.get.queryOptions({ input: { id } }));
  const shownId = detail.data?.candidate.id ?? id;
  useEffect(() => {
    if (shownId === id) return;
    // An old link to somebody who was merged leads to the one who was kept.
    void navigate({
      to: '/candidates/$id',
      params: { id: shownId },
      search: { merged: id },
      replace: true,
    });
  }, [shownId, id, navigate]);
  if (asOf !== undefined && detail.data !== undefined) return <PastPage id={shownId} asOf={asOf} />;
  if (detail.data !== undefined) return <Page key={id} detail={detail.data} tabs={tabs} />;
  if (detail.isError)
    return <PageFailed error={detail.error} onRetry={() => void detail.refetch()} />;
  return <PageSkeleton />;
}

const NO_TABS: readonly CandidateTab[] = [];

function Page({
  detail,
  tabs,
}: {
  readonly detail: CandidateDetail;
  readonly tabs: readonly CandidateTab[];
}) {
  const t = useText();
  const format = useFormat();
  const can = useCan();
  const { mayEdit } = mayChange(detail);
  const mayPut = mayEdit && can('application.edit');
  const offered = tabs.filter(({ level }) => level === undefined || level === detail.level);
  const search = useSearch({ from: '/candidates/$id' });
  const [tab, setTab] = useState<TabId>('overview');
  const [target, setTarget] = useState<EvidenceTarget | null>(null);
  const [chosenResume, setChosenResume] = useState(search.resume ?? null);
  const resumeId =
    detail.resumes.find((resume) => resume.id === chosenResume)?.id ??
    detail.candidate.currentResumeId ??
    detail.resumes[0]?.id ??
    null;
  const showEvidence = useCallback((provenance: Provenance, label: string) => {
    const reading = readingIn(provenance);
    if (reading === null || reading.evidence === null) return;
    setChosenResume(reading.resumeId);
    setTarget({ resumeId: reading.resumeId, evidence: reading.evidence, label });
  }, []);
  const showResume = useCallback((resume: string) => {
    setTarget(null);
    setChosenResume(resume);
  }, []);
  const tagPicker = usePicker();
  const listPicker = usePicker();
  const [isPutting, setPutting] = useState(false);
  const put = useBulkDeed();
  const [noteAsked, setNoteAsked] = useState(0);
  const onNote = useCallback(() => {
    setTab('notes');
    setNoteAsked((before) => before + 1);
  }, [setTab]);
  useFocusOnArrival();
  const onInterview = useCallback(() => {
    setTab('applications');
    askToPlan(detail.candidate.id);
  }, [setTab, detail.candidate.id]);
  const onOverview = useCallback(() => setTab('overview'), [setTab]);
  usePageCommands(detail, {
    onNote,
    onInterview,
    onTag: () => tagPicker.onOpenChange(true),
    onList: () => listPicker.onOpenChange(true),
    onOverview,
  });
  const isBlind = useBlind()();
  const page = useMemo(() => {
    const may = mayChange(detail);
    return { detail, target, showEvidence, ...may, mayEdit: may.mayEdit && !isBlind };
  }, [detail, target, showEvidence, isBlind]);
  useEffect(() => {
    document.title = detail.candidate.name || t('candidates.no-name');
    return () => {
      document.title = 'Longlist';
    };
  }, [detail.candidate.name, t]);

  return (
    <PageContextProvider value={page}>
      <HeaderCard detail={detail} tagPicker={tagPicker} listPicker={listPicker} onNote={onNote} />
      <MergedBanner merged={detail.merged} askedFor={search.merged ?? null} />
      {detail.possibleDuplicates.map((pair) => (
        <DuplicateBanner key={pair.pairId} candidateId={detail.candidate.id} pair={pair} />
      ))}
      <Notices resume={detail.resumes.find((resume) => resume.id === resumeId)} />
      <SplitPane
        label={t('candidates.page.split')}
        left={<ResumePane resumeId={resumeId} queryText={search.q ?? ''} target={target} />}
        right={
          <Tabs<TabId>
            className="flex-1"
            label={t('candidates.page.tabs')}
            selected={tab}
            onSelect={setTab}
            tabs={[
              { id: 'overview', label: t('candidates.tab.overview') },
              { id: 'applications', label: t('pipeline.tab') },
              ...(can('history.undo')
                ? [{ id: 'timeline' as const, label: t('candidates.tab.timeline') }]
                : []),
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
              ...offered.map((one) => ({ id: one.id, label: t(one.title) })),
            ]}
          >
            <div className="min-h-0 flex-1 overflow-y-auto">
              {tab === 'overview' ? <OverviewTab detail={detail} /> : null}
              {tab === 'applications' ? (
                <ApplicationsTab
                  candidateId={detail.candidate.id}
                  {...(mayPut && { onPut: () => setPutting(true) })}
                />
              ) : null}
              {tab === 'timeline' ? <TimelineTab id={detail.candidate.id} /> : null}
              {tab === 'notes' ? <NotesTab detail={detail} focusAsked={noteAsked} /> : null}
              {offered.find((one) => one.id === tab)?.render(detail.candidate.id) ?? null}
              {tab === 'files' ? (
                <FilesTab resumes={detail.resumes} shown={resumeId} onShow={showResume} />
              ) : null}
            </div>
          </Tabs>
        }
      />
      {isPutting ? (
        <PutOnJob
          selection={{ kind: 'ids', ids: [detail.candidate.id] }}
          onClose={() => setPutting(false)}
          onPut={(action, name) =>
            put({ kind: 'ids', ids: [detail.candidate.id] }, { action, name })
          }
        />
      ) : null}
    </PageContextProvider>
  );
}

function PageFailed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const { message, details } = useFailure()(error);
  if (failureCode(error) === 'NOT_FOUND') {
    return (
      <EmptyState
        className="flex-1"
        title={t('candidates.page.not-found')}
        action={
          <Button onPress={() => void navigate({ to: '/candidates' })}>
            {t('candidates.page.back')}
          </Button>
        }
      >
        {t('candidates.page.not-found-hint')}
      </EmptyState>
    );
  }
  return (
    <ErrorState title={t('candidates.page.failed')} details={details} onRetry={onRetry}>
      {message}
    </ErrorState>
  );
}

/** The outlines of the page while the candidate is read. */
function PageSkeleton() {
  const t = useText();
  return (
    <Loading label={t('candidates.loading')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b border-line px-5 py-4">
        <Skeleton className="h-6 w-60" />
        <Skeleton className="h-4 w-96" />
      </div>
      <div className="flex min-h-0 flex-1">
        <div className="w-[55%] bg-sunken p-8">
          <Skeleton className="mx-auto h-full w-full max-w-[680px]" />
        </div>
        <div className="flex flex-1 flex-col gap-3 p-5">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 w-64" />
          <Skeleton className="h-4 w-52" />
        </div>
      </div>
    </Loading>
  );
}
