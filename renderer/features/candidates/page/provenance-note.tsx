import { TriangleAlert } from 'lucide-react';
import { useFormat, useNow } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import type { Provenance } from '@/shared/domain/candidates/records';

/** Values the parser is less sure of than this are shown for review. */
export const REVIEW_BELOW = 0.6;

/** Where a value came from, where that is worth saying: entered by a person, or read without being sure. */
export function ProvenanceNote({ provenance }: { readonly provenance: Provenance | undefined }) {
  const t = useText();
  const format = useFormat();
  const now = useNow();
  if (provenance === undefined) return null;
  if (provenance.source === 'person') {
    return (
      <span className="text-sm whitespace-nowrap text-ink-3" title={format.absolute(provenance.at)}>
        {t('candidates.entered-by', {
          name: provenance.byName,
          when: format.relative(provenance.at, now),
        })}
      </span>
    );
  }
  if (provenance.confidence >= REVIEW_BELOW) return null;
  return (
    <Badge tone="warn" icon={<TriangleAlert size={12} aria-hidden />}>
      {t('candidates.check', { confidence: provenance.confidence })}
    </Badge>
  );
}
