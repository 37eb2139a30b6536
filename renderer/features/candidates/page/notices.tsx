import { TriangleAlert } from 'lucide-react';
import { useText } from '@/renderer/lib/text';
import type { ResumeSummary } from '@/shared/domain/candidates/views';

/** What the parser had to say of the CV on show: hidden text, a letter rather than a CV, two people in one file … */
export function Notices({ resume }: { readonly resume: ResumeSummary | undefined }) {
  const t = useText();
  if (resume === undefined || resume.notices.length === 0) return null;
  return (
    <ul
      aria-label={t('candidates.notices')}
      className="shrink-0 border-b border-line bg-warn-soft px-4 py-1.5 text-warn-ink"
    >
      {resume.notices.map(({ code, message }) => (
        <li key={code} className="flex items-start gap-2">
          <TriangleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
          <span className="min-w-0 break-words select-text">{message}</span>
        </li>
      ))}
    </ul>
  );
}
