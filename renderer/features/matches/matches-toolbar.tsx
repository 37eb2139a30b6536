import { BriefcaseBusiness, Columns3, ListRestart, SlidersHorizontal } from 'lucide-react';
import { Allowed } from '@/renderer/app/allowed';
import { useAtDesk } from '@/renderer/app/session';
import { setMatchState, useMatchState } from '@/renderer/features/matches/match-state';
import type { Asked } from '@/renderer/features/matches/use-ranking';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { SearchField } from '@/renderer/ui/field';
import { Slider } from '@/renderer/ui/slider';
import { Switch } from '@/renderer/ui/toggles';
import type { RankedPage, RankedRow } from '@/shared/domain/matching/views';

interface Props {
  readonly asked: Asked;
  readonly head: RankedPage;
  readonly chosen: ReadonlyMap<string, RankedRow>;
  readonly onClear: () => void;
  readonly onCompare: () => void;
  readonly onRematch: () => void;
  readonly onPut: () => void;
}

/** How many there are, what narrows them, and what can be done with those that are chosen. */
export function MatchesToolbar({ asked, head, chosen, ...on }: Props) {
  const t = useText();
  const { number } = useFormat();
  const { isTuning } = useMatchState(asked.jobId);
  const atDesk = useAtDesk();
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-2">
      <p className="min-w-0 text-ink-2" aria-live="polite">
        {chosen.size > 0
          ? t('matches.chosen', { count: chosen.size })
          : asked.text.trim() === ''
            ? t('matches.counts', { total: head.total, compared: head.compared })
            : t('matches.found', { total: head.total })}
      </p>
      {chosen.size > 0 ? (
        <>
          <Allowed to="application.edit">
            <Button size="sm" icon={<BriefcaseBusiness size={14} aria-hidden />} onPress={on.onPut}>
              {t('matches.put')}
            </Button>
          </Allowed>
          <Button
            size="sm"
            icon={<Columns3 size={14} aria-hidden />}
            isDisabled={chosen.size < 2}
            onPress={on.onCompare}
          >
            {t('matches.compare')}
          </Button>
          <Button size="sm" variant="ghost" onPress={on.onClear}>
            {t('matches.clear')}
          </Button>
        </>
      ) : null}
      <span className="flex-1" />
      <SearchField
        label={t('matches.search')}
        placeholder={t('matches.search')}
        className="w-52"
        value={asked.text}
        onChange={(text) => setMatchState(asked.jobId, { text })}
      />
      <Slider
        label={t('matches.min-score')}
        className="w-36"
        value={asked.minScore}
        max={100}
        valueText={number(asked.minScore)}
        onChange={(minScore) => setMatchState(asked.jobId, { minScore })}
      />
      {atDesk ? (
        <Switch
          isSelected={asked.applicants}
          onChange={(applicants) => setMatchState(asked.jobId, { applicants })}
        >
          {t('matches.applicants')}
        </Switch>
      ) : null}
      <Button
        size="sm"
        variant="ghost"
        icon={<SlidersHorizontal size={14} aria-hidden />}
        aria-expanded={isTuning}
        onPress={() => setMatchState(asked.jobId, { isTuning: !isTuning })}
      >
        {t('matches.tune')}
      </Button>
      {atDesk ? (
        <Button size="sm" icon={<ListRestart size={14} aria-hidden />} onPress={on.onRematch}>
          {t('matches.rematch')}
        </Button>
      ) : null}
    </div>
  );
}
