import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ArrowLeft, ChartColumn } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { type Command, useCommands } from '@/renderer/app/commands';
import { useFailure } from '@/renderer/app/failure';
import { focusList } from '@/renderer/app/list-focus';
import { useAtDesk } from '@/renderer/app/session';
import { useDoneToast } from '@/renderer/app/undo';
import { usePoints } from '@/renderer/app/match-words';
import { useBulkDeed } from '@/renderer/features/candidates';
import { PutOnJob } from '@/renderer/features/pipeline';
import { ComparePanel } from '@/renderer/features/matches/compare-panel';
import { CvPane } from '@/renderer/features/matches/cv-pane';
import { ExplanationPanel, type ShownProof } from '@/renderer/features/matches/explanation-panel';
import { Histogram } from '@/renderer/features/matches/histogram';
import { useMatchState, setMatchState } from '@/renderer/features/matches/match-state';
import { MatchesToolbar } from '@/renderer/features/matches/matches-toolbar';
import { RankedRows } from '@/renderer/features/matches/ranked-rows';
import { RematchPanel } from '@/renderer/features/matches/rematch-panel';
import { type Asked, type ShownRanking, useRanking } from '@/renderer/features/matches/use-ranking';
import { StatisticsPanel } from '@/renderer/features/matches/statistics-panel';
import { WeightsPanel } from '@/renderer/features/matches/weights-panel';
import { useText } from '@/renderer/lib/text';
import { useCurrent } from '@/renderer/lib/use-current';
import { Button } from '@/renderer/ui/button';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { showToast } from '@/renderer/ui/toast';
import type { RankedPage, RankedRow } from '@/shared/domain/matching/views';

/** As many as can stand side by side. */
const MOST_COMPARED = 6;

/** Everybody against one job: a ranked list, what scores are made of, weights to try, and why each stands where they stand. */
export function MatchesTab() {
  const { jobId } = useParams({ from: '/jobs/$jobId/matches' });
  const t = useText();
  const failure = useFailure();
  const state = useMatchState(jobId);
  const { weights, minScore, text } = state;
  // Guests are shown those who are on the job, and nobody else.
  const atDesk = useAtDesk();
  const applicants = state.applicants || !atDesk;
  const asked = useMemo<Asked>(
    () => ({ jobId, weights, minScore, text, applicants }),
    [jobId, weights, minScore, text, applicants],
  );
  const ranking = useRanking(asked);
  if (ranking.head !== null)
    return <Matches key={jobId} asked={asked} ranking={ranking} head={ranking.head} />;
  if (ranking.error !== null) {
    const { message, details } = failure(ranking.error);
    return (
      <ErrorState
        className="flex-1"
        title={t('matches.failed')}
        details={details}
        onRetry={ranking.retry}
      >
        {message}
      </ErrorState>
    );
  }
  return (
    <Loading label={t('matches.loading')} className="flex flex-1 flex-col gap-3 p-4">
      <Skeleton className="h-8" />
      <Skeleton className="h-30" />
      <Skeleton className="h-80" />
    </Loading>
  );
}

interface MatchesProps {
  readonly asked: Asked;
  readonly ranking: ShownRanking;
  readonly head: RankedPage;
}

type Panel =
  | { readonly kind: 'explanation'; readonly candidateId: string }
  | { readonly kind: 'compare' }
  | { readonly kind: 'rematch' }
  | { readonly kind: 'statistics' };

function Matches({ asked, ranking, head }: MatchesProps) {
  const t = useText();
  const { jobId } = asked;
  const { isTuning } = useMatchState(jobId);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [proof, setProof] = useState<ShownProof | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, RankedRow>>(new Map());
  const close = (): void => {
    setPanel(null);
    setProof(null);
    focusList();
  };
  const [putting, setPutting] = useState<readonly string[]>([]);
  const put = useBulkDeed();
  const shownId = panel?.kind === 'explanation' ? panel.candidateId : null;
  useMatchCommands({
    compare: () => setPanel({ kind: 'compare' }),
    rematch: () => setPanel({ kind: 'rematch' }),
    statistics: () => setPanel({ kind: 'statistics' }),
    close: panel === null ? null : close,
  });
  return (
    <div className="@container flex min-h-0 flex-1 flex-col">
      <MatchesToolbar
        asked={asked}
        head={head}
        chosen={chosen}
        onClear={() => setChosen(new Map())}
        onCompare={() => setPanel({ kind: 'compare' })}
        onRematch={() => setPanel({ kind: 'rematch' })}
        onPut={() => setPutting([...chosen.keys()])}
      />
      {isTuning && proof === null ? (
        <Tuning asked={asked} head={head} onStatistics={() => setPanel({ kind: 'statistics' })} />
      ) : null}
      {head.making === null ? null : (
        <p role="status" className="border-b border-line bg-warn-soft px-4 py-1.5 text-warn-ink">
          {t('matches.making', { share: Math.floor(head.making * 100) })}
        </p>
      )}
      <div className="flex min-h-0 flex-1">
        {proof !== null ? (
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <div className="flex h-9 shrink-0 items-center border-b border-line px-2">
              <Button
                size="sm"
                variant="ghost"
                icon={<ArrowLeft size={14} aria-hidden />}
                onPress={() => setProof(null)}
              >
                {t('matches.back')}
              </Button>
            </div>
            <CvPane candidateId={shownId ?? ''} proof={proof} />
          </div>
        ) : head.total === 0 ? (
          <Nobody head={head} asked={asked} />
        ) : (
          <RankedRows
            ranking={ranking}
            head={head}
            shownId={shownId}
            chosen={new Set(chosen.keys())}
            onOpen={(row) =>
              setPanel(shownId === row.id ? null : { kind: 'explanation', candidateId: row.id })
            }
            onChoose={(row) => setChosen((before) => toggled(before, row))}
          />
        )}
        {panel?.kind === 'explanation' ? (
          <ExplanationPanel
            jobId={jobId}
            candidateId={panel.candidateId}
            weights={asked.weights}
            onShow={(_, shown) => setProof(shown)}
            onPut={() => setPutting([panel.candidateId])}
            onClose={close}
          />
        ) : panel?.kind === 'compare' ? (
          <ComparePanel
            people={[...chosen.values()].slice(0, MOST_COMPARED)}
            asks={head.asks}
            onClose={close}
          />
        ) : panel?.kind === 'rematch' ? (
          <RematchPanel jobId={jobId} onClose={close} />
        ) : panel?.kind === 'statistics' ? (
          <StatisticsPanel asked={asked} head={head} onClose={close} />
        ) : null}
      </div>
      {putting.length === 0 ? null : (
        <PutOnJob
          selection={{ kind: 'ids', ids: [...putting] }}
          jobId={jobId}
          onClose={() => setPutting([])}
          onPut={(action, name) => {
            put({ kind: 'ids', ids: [...putting] }, { action, name });
            setChosen(new Map());
          }}
        />
      )}
    </div>
  );
}

function toggled(
  before: ReadonlyMap<string, RankedRow>,
  row: RankedRow,
): ReadonlyMap<string, RankedRow> {
  const next = new Map(before);
  if (!next.delete(row.id)) next.set(row.id, row);
  return next;
}

/** How scores lie, and what the parts weigh. */
function Tuning({
  asked,
  head,
  onStatistics,
}: Pick<MatchesProps, 'asked' | 'head'> & { readonly onStatistics: () => void }) {
  const t = useText();
  const score = usePoints();
  const api = useApi();
  const failure = useFailure();
  const done = useDoneToast();
  const saving = useMutation(
    api.jobs.setMatching.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: ({ commitId }, { matchThreshold }) => {
        if (matchThreshold !== undefined) {
          done(t('matches.notify.saved', { threshold: matchThreshold ?? 0 }), commitId);
          return;
        }
        setMatchState(asked.jobId, { weights: null });
        done(t('matches.weights.saved'), commitId);
      },
      onError: (error) => showToast({ tone: 'bad', message: failure(error).message }),
    }),
  );
  return (
    <div className="flex shrink-0 gap-6 border-b border-line bg-rail px-4 py-2">
      <div className="flex min-w-0 flex-1 flex-col">
        <Histogram
          counts={head.histogram}
          minScore={asked.minScore}
          onMinScore={(minScore) => setMatchState(asked.jobId, { minScore })}
        />
        <div className="flex items-center justify-between gap-2">
          <p className="min-w-0 text-sm text-ink-3">
            {head.median === null ? null : t('matches.median', { score: score(head.median) })}
            {head.aboveThreshold === null || head.threshold === null
              ? null
              : ` · ${t('matches.above-threshold', { count: head.aboveThreshold, threshold: head.threshold })}`}
          </p>
          <Button
            size="sm"
            variant="ghost"
            icon={<ChartColumn size={14} aria-hidden />}
            onPress={onStatistics}
          >
            {t('matches.statistics')}
          </Button>
        </div>
      </div>
      <WeightsPanel
        weights={asked.weights ?? head.jobWeights}
        jobWeights={head.jobWeights}
        usualWeights={head.usualWeights}
        onTry={(weights) => setMatchState(asked.jobId, { weights })}
        onReset={() => setMatchState(asked.jobId, { weights: null })}
        onSave={(weights) => saving.mutate({ id: asked.jobId, version: head.jobVersion, weights })}
        isSaving={saving.isPending}
        threshold={head.threshold}
        onThreshold={(matchThreshold) =>
          saving.mutate({ id: asked.jobId, version: head.jobVersion, matchThreshold })
        }
      />
    </div>
  );
}

/** Why the list is empty, with the one step that fills it. */
function Nobody({ head, asked }: Pick<MatchesProps, 'head' | 'asked'>) {
  const t = useText();
  const isNarrowed = asked.minScore > 0 || asked.text !== '';
  return (
    <EmptyState
      className="flex-1"
      title={t(
        head.asks.length === 0
          ? 'matches.empty.no-criteria'
          : isNarrowed
            ? 'matches.empty.narrowed'
            : 'matches.empty',
      )}
      action={
        isNarrowed ? (
          <Button onPress={() => setMatchState(asked.jobId, { minScore: 0, text: '' })}>
            {t('matches.empty.show-all')}
          </Button>
        ) : undefined
      }
    >
      {t(head.asks.length === 0 ? 'matches.empty.no-criteria-hint' : 'matches.empty.hint')}
    </EmptyState>
  );
}

function useMatchCommands(run: {
  readonly compare: () => void;
  readonly rematch: () => void;
  readonly statistics: () => void;
  /** Null while no panel is open. */
  readonly close: (() => void) | null;
}) {
  const t = useText();
  const now = useCurrent(run);
  const atDesk = useAtDesk();
  const isOpen = run.close !== null;
  useCommands(
    useMemo((): readonly Command[] => {
      const group = t('matches.title');
      return [
        ...(atDesk
          ? [
              {
                id: 'matches.rematch',
                title: t('matches.rematch'),
                group,
                run: () => now().rematch(),
              },
            ]
          : []),
        {
          id: 'matches.statistics',
          title: t('matches.statistics'),
          group,
          run: () => now().statistics(),
        },
        { id: 'matches.compare', title: t('matches.compare'), group, run: () => now().compare() },
        ...(isOpen
          ? [
              {
                id: 'matches.close',
                title: t('ui.close'),
                group,
                keys: 'escape',
                isKeysOnly: true,
                run: () => now().close?.(),
              },
            ]
          : []),
      ];
    }, [t, now, atDesk, isOpen]),
  );
}
