import { PART_NAMES } from '@/renderer/app/match-words';
import { useText } from '@/renderer/lib/text';
import { Details } from '@/renderer/ui/states';
import { PARTS } from '@/shared/domain/matching/score-types';
import type { Explanation } from '@/shared/domain/matching/views';

/** What the score was made of, to copy: whoever has the same gets the same digits. */
export function ReceiptNote({ receipt }: { readonly receipt: Explanation['receipt'] }) {
  const t = useText();
  const { scorer, weights, asOf, inputs } = receipt;
  const lines = [
    `${t('matches.receipt.scorer')}: ${scorer.name} ${scorer.version}`,
    `${t('matches.receipt.as-of')}: ${asOf}`,
    `${t('matches.weights')}: ${PARTS.map((part) => `${t(PART_NAMES[part])} ${weights[part]}`).join(', ')}`,
    `${t('matches.receipt.criteria')}: ${inputs.criteria}`,
    `${t('matches.receipt.facts')}: ${inputs.facts}`,
    `${t('matches.receipt.knowledge')}: ${inputs.knowledge}`,
  ];
  return (
    <section aria-label={t('matches.receipt')} className="flex flex-col gap-1">
      <h3 className="text-sm font-medium text-ink-3">{t('matches.receipt')}</h3>
      <p className="text-sm text-ink-2">{t('matches.receipt.hint')}</p>
      <Details text={lines.join('\n')} />
    </section>
  );
}
