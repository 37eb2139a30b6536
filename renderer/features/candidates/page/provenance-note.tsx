import { Check, TriangleAlert } from 'lucide-react';
import { useFormat, useNow } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { Tooltip } from '@/renderer/ui/tooltip';
import type { Provenance } from '@/shared/domain/candidates/records';
import { needsReview } from '@/shared/domain/candidates/review';

interface Props {
  /** What the value is, for screen readers. */
  readonly label: string;
  readonly provenance: Provenance | undefined;
  /** "Looks right". */
  readonly onConfirm: () => void;
}

/** Where a value came from, where that is worth saying: entered by a person, or read with low certainty. */
export function ProvenanceNote({ label, provenance, onConfirm }: Props) {
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
  if (!needsReview(provenance)) return null;
  return (
    <span className="my-0.5 flex flex-wrap items-center gap-1.5">
      <Badge tone="warn" icon={<TriangleAlert size={12} aria-hidden />}>
        {t('candidates.check')}
      </Badge>
      <Tooltip text={t('candidates.certainty', { confidence: provenance.confidence })} keys="y">
        <Button
          variant="ghost"
          size="sm"
          className="h-5!"
          data-confirm
          icon={<Check size={12} aria-hidden />}
          aria-label={t('candidates.confirm-value', { label })}
          onPress={onConfirm}
        >
          {t('candidates.confirm')}
        </Button>
      </Tooltip>
    </span>
  );
}
