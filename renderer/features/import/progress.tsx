import { useEffect, useRef, useState } from 'react';
import { finishedOf, fractionOf, needYouOf } from '@/renderer/features/import/counts';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { ProgressBar } from '@/renderer/ui/progress-bar';
import type { ImportView } from '@/shared/contract/api/imports';

/** Screen readers are told how far it is this often, in ms. */
const SAY_EVERY = 15_000;

/** How far an import is in counts: "143 of 200 · 6 need you · 2 failed". */
export function useCountsText(): (view: ImportView) => string {
  const t = useText();
  return ({ counts, scanned }) =>
    [
      t(scanned ? 'import.counts' : 'import.counts.listing', {
        finished: finishedOf(counts),
        seen: counts.seen,
      }),
      needYouOf(counts) > 0 ? t('import.counts.need-you', { count: needYouOf(counts) }) : '',
      counts.failed > 0 ? t('import.counts.failed', { count: counts.failed }) : '',
      counts.cancelled > 0 ? t('import.counts.cancelled', { count: counts.cancelled }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
}

/** Bar, counts, speed and time left of an import. */
export function Progress({ view }: { readonly view: ImportView }) {
  const t = useText();
  const format = useFormat();
  const counts = useCountsText()(view);
  const speed = view.filesPerMinute;
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar
        label={t('import.progress', { name: view.label })}
        value={fractionOf(view)}
        valueText={counts}
        tone={view.state === 'running' || view.state === 'done' ? 'accent' : 'neutral'}
      />
      <p className="tabular flex flex-wrap justify-between gap-x-4 text-ink-2">
        <span>{counts}</span>
        {view.state === 'running' ? (
          <span className="text-ink-3">
            {[
              speed === null ? '' : t('import.speed', { count: Math.round(speed) }),
              view.secondsLeft === null
                ? ''
                : t('import.time-left', { time: format.duration(view.secondsLeft) }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        ) : null}
      </p>
      <Announcer text={t('import.announce', { name: view.label, counts })} state={view.state} />
    </div>
  );
}

/** Says the text to screen readers at a calm pace, and at once when the state changes. */
function Announcer({ text, state }: { readonly text: string; readonly state: string }) {
  const [said, setSaid] = useState('');
  const latest = useRef(text);
  const first = useRef(state);
  useEffect(() => {
    latest.current = text;
  });
  useEffect(() => {
    if (first.current !== state) setSaid(latest.current);
    if (state !== 'running') return;
    const timer = setInterval(() => setSaid(latest.current), SAY_EVERY);
    return () => clearInterval(timer);
  }, [state]);
  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  );
}
