import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { ProgressBar } from '@/renderer/ui/progress-bar';
import type { TableProgress } from '@/shared/contract/api/tables';

interface Props {
  /** What is at work, for screen readers. */
  readonly label: string;
  /** How far it is, in counts. */
  readonly counts: string;
  /** Null while that is not known. */
  readonly progress: TableProgress | null;
}

/** How far a table is: a bar, the counts, and how long the rest takes. */
export function Progress({ label, counts, progress }: Props) {
  const t = useText();
  const format = useFormat();
  const left = progress?.secondsLeft ?? null;
  return (
    <div className="flex flex-col gap-2 px-5 py-2">
      <ProgressBar label={label} value={progress?.part ?? null} valueText={counts} />
      <p className="tabular flex flex-wrap justify-between gap-x-4 text-ink-2">
        <span role="status">{counts}</span>
        {left === null ? null : (
          <span className="text-ink-3">
            {t('tables.time-left', { time: format.duration(left) })}
          </span>
        )}
      </p>
    </div>
  );
}
