import { useQuery } from '@tanstack/react-query';
import { ShieldCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { usePoints } from '@/renderer/app/match-words';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { Loading, Skeleton } from '@/renderer/ui/states';
import type { MatchWeights } from '@/shared/domain/jobs/records';
import type { Swap } from '@/shared/domain/matching/score-types';
import type { Counterfactual } from '@/shared/domain/matching/views';

interface Props {
  readonly input: {
    readonly jobId: string;
    readonly candidateId: string;
    readonly weights: MatchWeights | null;
  };
}

/** Says what never counts, and scores the person again with just that swapped. */
export function BiasCheck({ input }: Props) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const [isAsked, setIsAsked] = useState(false);
  const check = useQuery({ ...api.matching.check.queryOptions({ input }), enabled: isAsked });
  return (
    <section aria-label={t('matches.bias')} className="flex flex-col items-start gap-1.5">
      <h3 className="text-sm font-medium text-ink-3">{t('matches.bias')}</h3>
      <p className="text-sm text-ink-2">{t('matches.bias.hint')}</p>
      <Button
        size="sm"
        icon={<ShieldCheck size={14} aria-hidden />}
        onPress={() => (isAsked ? void check.refetch() : setIsAsked(true))}
      >
        {t('matches.bias.check')}
      </Button>
      <div aria-live="polite" className="w-full">
        {!isAsked ? null : check.isError ? (
          <p className="text-sm text-bad-ink">{failure(check.error).message}</p>
        ) : check.data === undefined ? (
          <Loading label={t('matches.bias.checking')}>
            <Skeleton className="h-16" />
          </Loading>
        ) : (
          <Checked {...check.data} />
        )}
      </div>
    </section>
  );
}

const SWAP_NAMES: Readonly<Record<Swap, MessageId>> = {
  name: 'matches.bias.swap.name',
  pronouns: 'matches.bias.swap.pronouns',
  schools: 'matches.bias.swap.schools',
  birth: 'matches.bias.swap.birth',
};

function Checked({ checks }: Counterfactual) {
  const t = useText();
  const score = usePoints();
  if (checks.length === 0) return <p>{t('matches.bias.no-text')}</p>;
  const moved = checks.some(
    ({ before, after, moved: parts }) => before !== after || parts.length > 0,
  );
  return (
    <div className="flex flex-col gap-1">
      <p className="flex items-center gap-1.5 font-medium">
        {moved ? (
          <TriangleAlert size={14} aria-hidden className="shrink-0 text-warn-ink" />
        ) : (
          <ShieldCheck size={14} aria-hidden className="shrink-0 text-good-ink" />
        )}
        {t(moved ? 'matches.bias.moved' : 'matches.bias.same')}
      </p>
      <table className="w-full text-sm">
        <thead className="text-left text-ink-3">
          <tr>
            <th className="font-medium">{t('matches.bias.swapped')}</th>
            <th className="text-right font-medium">{t('matches.bias.places')}</th>
            <th className="text-right font-medium">{t('matches.bias.before')}</th>
            <th className="text-right font-medium">{t('matches.bias.after')}</th>
          </tr>
        </thead>
        <tbody className="tabular">
          {checks.map(({ swap, places, before, after }) => (
            <tr key={swap} className="border-t border-line">
              <td>{t(SWAP_NAMES[swap])}</td>
              <td className="text-right">{places}</td>
              <td className="text-right">{score(before)}</td>
              <td className="text-right">{score(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-sm text-ink-3">{t('matches.bias.text-only')}</p>
    </div>
  );
}
