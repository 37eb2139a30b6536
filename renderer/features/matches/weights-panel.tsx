import { PART_NAMES } from '@/renderer/app/match-words';
import { useText } from '@/renderer/lib/text';
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
}

/** What each part weighs: tried out while it is dragged, and kept for the job when one says so. */
export function WeightsPanel(props: Props) {
  const t = useText();
  const { weights, jobWeights, usualWeights, onTry, onSave, isSaving } = props;
  const sum = PARTS.reduce((total, part) => total + weights[part], 0);
  const isTried = !areSame(weights, jobWeights);
  return (
    <section aria-label={t('matches.weights')} className="flex min-w-0 flex-[1.4] flex-col">
      <header className="flex h-6 items-center gap-1 text-sm">
        <h3 className="min-w-0 flex-1 truncate font-medium text-ink-2">{t('matches.weights')}</h3>
        {isTried ? (
          <>
            <Button size="sm" variant="ghost" onPress={props.onReset}>
              {t('matches.weights.reset')}
            </Button>
            <Button
              size="sm"
              isDisabled={isSaving}
              onPress={() => onSave(areSame(weights, usualWeights) ? null : weights)}
            >
              {t('matches.weights.save')}
            </Button>
          </>
        ) : areSame(jobWeights, usualWeights) ? null : (
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
      </div>
    </section>
  );
}

const areSame = (a: MatchWeights, b: MatchWeights): boolean =>
  PARTS.every((part) => a[part] === b[part]);
