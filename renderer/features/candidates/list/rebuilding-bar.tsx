import { DatabaseZap } from 'lucide-react';
import { useText } from '@/renderer/lib/text';
import { ProgressBar } from '@/renderer/ui/progress-bar';

/** Says that people may be missing while the search index is rebuilt; `done` from 0 to 1. */
export function RebuildingBar({ done }: { readonly done: number }) {
  const t = useText();
  return (
    <div
      role="status"
      className="flex shrink-0 items-center gap-2 border-b border-line bg-warn-soft px-3 py-1 text-sm text-warn-ink"
    >
      <DatabaseZap size={14} aria-hidden className="shrink-0" />
      <span className="flex-1">{t('filters.rebuilding', { done })}</span>
      <ProgressBar
        label={t('filters.rebuilding-label')}
        value={done}
        tone="neutral"
        className="max-w-32"
      />
    </div>
  );
}
