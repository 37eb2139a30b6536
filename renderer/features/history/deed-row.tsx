import { Link } from '@tanstack/react-router';
import { Redo2, Undo2 } from 'lucide-react';
import { useActionName, useUndo } from '@/renderer/app/undo';
import { cx } from '@/renderer/lib/cx';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { RelativeTime } from '@/renderer/ui/time';
import type { Deed } from '@/shared/domain/history/deeds';

export const DEED_LAYOUT =
  'grid grid-cols-[8rem_9rem_minmax(0,1fr)_minmax(0,11rem)_11rem] items-center gap-3 px-5 *:last:text-right';

/** One deed as a row of the history: its cells. */
export function DeedRow({ deed }: { readonly deed: Deed }) {
  const t = useText();
  // Of an import it is not counted how many; they come by the hundred.
  const action = useActionName()(deed.action, deed.candidates ?? 2);
  const undo = useUndo();
  const isUndone = deed.state === 'undone';
  return (
    <>
      <span role="cell" className="truncate text-ink-2">
        <RelativeTime value={deed.at} />
      </span>
      <span role="cell" className="truncate font-medium">
        {deed.actorName}
      </span>
      <span role="cell" className={cx('flex min-w-0 items-center gap-2', isUndone && 'text-ink-3')}>
        <span className="truncate">
          {deed.turn === 'do'
            ? action
            : t(deed.turn === 'undo' ? 'history.undone' : 'history.redone', { action })}
        </span>
        {deed.about === null ? null : <Badge>{deed.about}</Badge>}
      </span>
      <span role="cell" className="truncate">
        <Whom deed={deed} />
      </span>
      <span role="cell" className="flex items-center justify-end gap-2 text-ink-3">
        {deed.state === 'partly' ? <span className="truncate">{t('history.partly')}</span> : null}
        {deed.stuck === null ? (
          <Button
            size="sm"
            variant="ghost"
            icon={
              deed.turn === 'undo' ? (
                <Redo2 size={14} aria-hidden />
              ) : (
                <Undo2 size={14} aria-hidden />
              )
            }
            onPress={() => undo(deed.commitId)}
          >
            {t(deed.turn === 'undo' ? 'history.redo' : 'history.undo')}
          </Button>
        ) : (
          <span className="truncate px-2.5">{t(STUCK[deed.stuck])}</span>
        )}
      </span>
    </>
  );
}

/** One candidate by name, several as their number. */
function Whom({ deed: { candidate, candidates } }: { readonly deed: Deed }) {
  const t = useText();
  if (candidates !== null && candidates > 1) {
    return <span className="tabular text-ink-2">{t('history.whom', { count: candidates })}</span>;
  }
  if (candidate === null || candidates === null) return null;
  return (
    <Link
      to="/candidates/$id"
      params={{ id: candidate.id }}
      className="rounded-sm text-accent-ink hover:underline"
    >
      {candidate.name || t('candidates.no-name')}
    </Link>
  );
}

const STUCK: Readonly<Record<NonNullable<Deed['stuck']>, MessageId>> = {
  undone: 'history.stuck.undone',
  import: 'history.stuck.import',
  'not-by-hand': 'history.stuck.not-by-hand',
};
