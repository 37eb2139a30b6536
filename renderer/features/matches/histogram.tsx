import { useState } from 'react';
import { useFormat } from '@/renderer/lib/format';
import { cx } from '@/renderer/lib/cx';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';

/** Points a bar stands for. */
const STEP = 5;

interface Props {
  /** How many have each whole score, 0 to 100. */
  readonly counts: readonly number[];
  readonly minScore: number;
  readonly onMinScore: (score: number) => void;
}

/** How many candidates reach which score: as bars that set the least score shown, and the same as a table. */
export function Histogram({ counts, minScore, onMinScore }: Props) {
  const t = useText();
  const { number } = useFormat();
  const [isTable, setIsTable] = useState(false);
  const bins = binned(counts);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return (
    <section aria-label={t('matches.histogram')} className="flex min-w-0 flex-1 flex-col">
      <header className="mb-0.5 flex h-7 items-center justify-between gap-2 text-sm">
        <h3 className="truncate font-medium text-ink-2">{t('matches.histogram')}</h3>
        <Button size="sm" variant="ghost" onPress={() => setIsTable((before) => !before)}>
          {t(isTable ? 'matches.histogram.as-bars' : 'matches.histogram.as-table')}
        </Button>
      </header>
      {isTable ? (
        // A pane that scrolls must be reachable by the keyboard.
        <div
          tabIndex={0}
          role="region"
          aria-label={t('matches.histogram')}
          className="h-22 overflow-y-auto rounded-md border border-line"
        >
          <table className="w-full text-sm">
            <thead className="sticky top-0 bg-sunken text-left text-ink-3">
              <tr>
                <th className="px-2 font-medium">{t('matches.score')}</th>
                <th className="px-2 text-right font-medium">{t('matches.candidates')}</th>
              </tr>
            </thead>
            <tbody className="tabular">
              {bins.toReversed().map(({ from, to, count }) => (
                <tr key={from} className="border-t border-line">
                  <td className="px-2">{t('matches.histogram.range', { from, to })}</td>
                  <td className="px-2 text-right">{number(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div className="flex h-22 items-end gap-px border-b border-line-strong">
          {bins.map(({ from, to, count }) => (
            <button
              key={from}
              type="button"
              aria-label={t('matches.histogram.bar', { from, to, count })}
              title={t('matches.histogram.bar', { from, to, count })}
              aria-pressed={from === minScore && minScore > 0}
              onClick={() => onMinScore(from)}
              className="group flex h-full min-w-0 flex-1 cursor-default items-end rounded-t-sm -outline-offset-2 hover:bg-hover"
            >
              <span
                className={cx(
                  'block w-full rounded-t-sm',
                  to >= minScore ? 'bg-accent' : 'bg-line-strong',
                )}
                style={{ height: count === 0 ? 0 : `max(2px, ${(count / most) * 100}%)` }}
              />
            </button>
          ))}
        </div>
      )}
      <p aria-hidden className="tabular flex justify-between pt-0.5 text-xs text-ink-3">
        <span>{number(0)}</span>
        <span>{number(50)}</span>
        <span>{number(100)}</span>
      </p>
    </section>
  );
}

/** Bars from 0 to 100; the last one holds 100 too. */
function binned(
  counts: readonly number[],
): readonly { readonly from: number; readonly to: number; readonly count: number }[] {
  return Array.from({ length: 100 / STEP }, (_, bin) => {
    const from = bin * STEP;
    const to = bin === 100 / STEP - 1 ? 100 : from + STEP - 1;
    const count = counts.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
    return { from, to, count };
  });
}
