import { useEffect, useState } from 'react';
import { PART_NAMES } from '@/renderer/app/match-words';
import { useAtDesk, useCan } from '@/renderer/app/session';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { useCurrent } from '@/renderer/lib/use-current';
import { Button } from '@/renderer/ui/button';
import { Slider } from '@/renderer/ui/slider';
import type { MatchWeights } from '@/shared/domain/jobs/records';
import { PARTS } from '@/shared/domain/matching/score-types';

interface Props {
  readonly weights: MatchWeights;
  readonly jobWeights: MatchWeights;
  readonly usualWeights: MatchWeights;
  readonly onTry: (weights: MatchWeights) => void;
  /** Back to those of the job. */
  readonly onReset: () => void;
  /** Keeps them for the job; null means the usual ones. */
  readonly onSave: (weights: MatchWeights | null) => void;
  readonly isSaving: boolean;
  /** From which score on new matches are told of; null: never. Saved when it comes to rest. */
  readonly threshold: number | null;
  readonly onThreshold: (threshold: number | null) => void;
}

/** What each part weighs: tried out while it is dragged, and kept for the job when one says so. */
export function WeightsPanel(props: Props) {
  const t = useText();
  const { weights, jobWeights, usualWeights, onTry, onSave, isSaving } = props;
  const sum = PARTS.reduce((total, part) => total + weights[part], 0);
  const can = useCan();
  const mayKeep = useAtDesk() && can('job.edit');
  const isTried = !areSame(weights, jobWeights);
  return (
    <section aria-label={t('matches.weights')} className="flex min-w-0 flex-[1.4] flex-col">
      <header className="mb-0.5 flex h-7 items-center gap-1 text-sm">
        <h3 className="min-w-0 flex-1 truncate font-medium text-ink-2">{t('matches.weights')}</h3>
        {isTried ? (
          <>
            <Button size="sm" variant="ghost" onPress={props.onReset}>
              {t('matches.weights.reset')}
            </Button>
            {mayKeep ? (
              <Button
                size="sm"
                isDisabled={isSaving}
                onPress={() => onSave(areSame(weights, usualWeights) ? null : weights)}
              >
                {t('matches.weights.save')}
              </Button>
            ) : null}
          </>
        ) : areSame(jobWeights, usualWeights) || !mayKeep ? null : (
          <Button size="sm" variant="ghost" isDisabled={isSaving} onPress={() => onSave(null)}>
            {t('matches.weights.usual')}
          </Button>
        )}
      </header>
      <div className="grid grid-cols-2 gap-x-5 gap-y-1 @3xl:grid-cols-3">
        {PARTS.map((part) => (
          <Slider
            key={part}
            label={t(PART_NAMES[part])}
            value={weights[part]}
            max={100}
            valueText={t('matches.weights.share', {
              share: sum === 0 ? 0 : Math.round((weights[part] / sum) * 100),
            })}
            onChange={(value) => onTry({ ...weights, [part]: value })}
          />
        ))}
        {mayKeep ? <Threshold {...props} /> : null}
      </div>
    </section>
  );
}

/** How long the slider rests before what it says is saved, in ms: each key is the end of a change. */
const REST = 600;

function Threshold({ threshold, onThreshold }: Pick<Props, 'threshold' | 'onThreshold'>) {
  const t = useText();
  const { number } = useFormat();
  const [moved, setMoved] = useState<number | null>(null);
  const [seen, setSeen] = useState(threshold);
  if (seen !== threshold) {
    // Saved, or taken back: what is stored counts again.
    setSeen(threshold);
    setMoved(null);
  }
  const now = useCurrent({ threshold, onThreshold });
  useEffect(() => {
    if (moved === null) return;
    const timer = setTimeout(() => {
      if (moved !== (now().threshold ?? 0)) now().onThreshold(moved === 0 ? null : moved);
    }, REST);
    return () => clearTimeout(timer);
  }, [moved, now]);
  const value = moved ?? threshold ?? 0;
  return (
    <Slider
      label={t('matches.notify')}
      value={value}
      max={100}
      valueText={value === 0 ? t('matches.notify.off') : number(value)}
      onChange={setMoved}
    />
  );
}

const areSame = (a: MatchWeights, b: MatchWeights): boolean =>
  PARTS.every((part) => a[part] === b[part]);
