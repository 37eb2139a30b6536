import { Link } from '@tanstack/react-router';
import { File, Folder, FolderSync, type LucideIcon, Sparkles, SquareTerminal } from 'lucide-react';
import { fractionOf } from '@/renderer/features/import/counts';
import { useCountsText } from '@/renderer/features/import/progress';
import { TASK_STATES } from '@/renderer/features/import/words';
import { cx } from '@/renderer/lib/cx';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { ProgressBar } from '@/renderer/ui/progress-bar';
import { Loading, Skeleton } from '@/renderer/ui/states';
import { RelativeTime } from '@/renderer/ui/time';
import type { ImportView } from '@/shared/contract/api/imports';

const ORIGINS: Readonly<Record<ImportView['origin'], { name: MessageId; icon: LucideIcon }>> = {
  folder: { name: 'import.origin.folder', icon: Folder },
  upload: { name: 'import.origin.upload', icon: File },
  watched: { name: 'import.origin.watched', icon: FolderSync },
  sample: { name: 'import.origin.sample', icon: Sparkles },
  'command-line': { name: 'import.origin.command-line', icon: SquareTerminal },
};

interface Props {
  /** Newest first; undefined while they are read. */
  readonly imports: readonly ImportView[] | undefined;
  readonly shownId: string | null;
}

/** The imports so far. */
export function ImportList({ imports, shownId }: Props) {
  const t = useText();
  return (
    <section aria-labelledby="imports-title" className="flex flex-col px-2 pt-5 pb-4">
      <h2 id="imports-title" className="px-2 pb-1 text-sm font-medium text-ink-3">
        {t('import.list.title')}
      </h2>
      {imports === undefined ? (
        <Loading label={t('import.list.loading')} className="flex flex-col gap-2 p-2">
          <Skeleton className="h-11" />
          <Skeleton className="h-11" />
        </Loading>
      ) : imports.length === 0 ? (
        <p className="px-2 py-1 text-ink-2">{t('import.list.empty')}</p>
      ) : (
        <ul className="flex flex-col gap-0.5">
          {imports.map((view) => (
            <li key={view.id}>
              <ImportLine view={view} isShown={view.id === shownId} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ImportLine({ view, isShown }: { readonly view: ImportView; readonly isShown: boolean }) {
  const t = useText();
  const counts = useCountsText();
  const state = TASK_STATES[view.state];
  const Icon = ORIGINS[view.origin].icon;
  return (
    <Link
      to="/import"
      search={{ id: view.id }}
      aria-current={isShown ? 'true' : undefined}
      className={cx(
        'relative flex flex-col gap-0.5 rounded-md px-2 pt-1.5 pb-2 hover:bg-hover',
        isShown && 'bg-press',
      )}
    >
      <span className="flex h-5 items-center gap-2">
        <Icon
          size={14}
          role="img"
          aria-label={t(ORIGINS[view.origin].name)}
          className="shrink-0 text-ink-3"
        />
        <span className="min-w-0 flex-1 truncate font-medium">{view.label}</span>
        {view.state === 'done' ? (
          <RelativeTime
            value={view.finishedAt ?? view.startedAt}
            className="shrink-0 text-sm text-ink-3"
          />
        ) : (
          <Badge tone={state.tone}>{t(state.name)}</Badge>
        )}
      </span>
      <span className="tabular truncate pl-5.5 text-sm text-ink-2">{counts(view)}</span>
      {view.state === 'running' || view.state === 'paused' ? (
        // Over the line's own room: the line is as high when it is done.
        <span className="absolute inset-x-2 bottom-0.5">
          <ProgressBar
            label={t('import.progress', { name: view.label })}
            value={fractionOf(view)}
            valueText={counts(view)}
            tone={view.state === 'running' ? 'accent' : 'neutral'}
          />
        </span>
      ) : null}
    </Link>
  );
}
