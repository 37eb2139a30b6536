import { Link } from '@tanstack/react-router';
import { Merge } from 'lucide-react';
import { useText } from '@/renderer/lib/text';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { Id } from '@/shared/kit/ids';

interface Props {
  readonly merged: CandidateDetail['merged'];
  /** Who was asked for, where it was one of these. */
  readonly askedFor: Id | null;
}

/** Says that an old link led here because its candidate was merged into this one. */
export function MergedBanner({ merged, askedFor }: Props) {
  const t = useText();
  const asked = merged.find(({ candidateId }) => candidateId === askedFor);
  if (asked === undefined) return null;
  return (
    <div className="flex shrink-0 items-center gap-2 border-b border-line bg-accent-soft px-4 py-1.5 text-accent-ink">
      <Merge size={14} aria-hidden className="shrink-0" />
      <p role="status" className="min-w-0 flex-1 truncate">
        {t('candidates.merged', { name: asked.name || t('candidates.no-name') })}
      </p>
      <Link
        to="/duplicates"
        search={{ tab: 'merged' }}
        className="rounded-sm font-medium hover:underline"
      >
        {t('candidates.merged.show')}
      </Link>
    </div>
  );
}
