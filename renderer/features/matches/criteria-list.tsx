import { Quote } from 'lucide-react';
import { PART_NAMES, STATUS_NAMES, useAskedName, useLevelName } from '@/renderer/app/match-words';
import { StatusMark } from '@/renderer/features/matches/ranked-rows';
import { useText } from '@/renderer/lib/text';
import { Badge } from '@/renderer/ui/chips';
import { Button } from '@/renderer/ui/button';
import { PARTS } from '@/shared/domain/matching/score-types';
import type { Explanation } from '@/shared/domain/matching/views';

type Criterion = Explanation['criteria'][number];
type Proof = NonNullable<Criterion['proof']>;

interface Props {
  readonly criteria: Explanation['criteria'];
  /** Shows the place in the CV; null where there is none. */
  readonly onShow: ((proof: Proof, label: string) => void) | null;
}

/** What the job asks for, part by part, with what became of each and the words of the CV that prove it; then what is missing. */
export function CriteriaList({ criteria, onShow }: Props) {
  const t = useText();
  const gap = criteria.filter(
    ({ part, status }) => part === 'skills' && (status === 'missing' || status === 'partly'),
  );
  return (
    <>
      {PARTS.map((part) => {
        const those = criteria.filter((one) => one.part === part);
        return those.length === 0 ? null : (
          <section key={part} aria-label={t(PART_NAMES[part])} className="flex flex-col gap-1">
            <h3 className="text-sm font-medium text-ink-3">{t(PART_NAMES[part])}</h3>
            <ul className="flex flex-col gap-2">
              {those.map((one) => (
                <CriterionLine key={one.key} criterion={one} onShow={onShow} />
              ))}
            </ul>
          </section>
        );
      })}
      {gap.length === 0 ? null : (
        <section aria-label={t('matches.gap')} className="flex flex-col gap-1">
          <h3 className="text-sm font-medium text-ink-3">{t('matches.gap')}</h3>
          <ul className="flex flex-col gap-1">
            {gap.map(({ key, asked, nearest }) => (
              <li key={key}>
                {asked}
                {nearest === null ? null : (
                  <span className="text-ink-2"> · {t('matches.gap.near', { nearest })}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function CriterionLine({
  criterion,
  onShow,
}: {
  readonly criterion: Criterion;
  readonly onShow: Props['onShow'];
}) {
  const t = useText();
  const { key, part, status, mustHave, months, proof } = criterion;
  const asked = useAskedName()(criterion);
  const levelName = useLevelName();
  const nearest =
    criterion.nearest !== null && key === 'education'
      ? levelName(criterion.nearest)
      : criterion.nearest;
  const has = [
    // What the quote says already needs no second telling, but that another skill is what counts does: its words alone prove nothing.
    nearest === null || nearest === asked
      ? null
      : part === 'skills' && status === 'partly'
        ? t('matches.gap.near', { nearest })
        : nearest === proof?.quote
          ? null
          : nearest,
    months === null || months === 0
      ? null
      : months < 12
        ? t('matches.months', { months })
        : t('matches.years', { years: Math.floor(months / 12) }),
  ].filter((one) => one !== null);
  return (
    <li className="flex gap-2">
      <span className="pt-1">
        <StatusMark status={status} size={14} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col items-start gap-0.5">
        <span className="flex w-full items-baseline gap-1.5">
          <span className="min-w-0 break-words">{asked}</span>
          {mustHave ? <Badge>{t('matches.must-have')}</Badge> : null}
          <span className="ml-auto shrink-0 text-sm text-ink-2">{t(STATUS_NAMES[status])}</span>
        </span>
        {has.length === 0 ? null : <span className="text-sm text-ink-2">{has.join(' · ')}</span>}
        {proof === null ? null : (
          <blockquote className="w-full border-l-2 border-line-strong pl-2 text-sm text-ink-2">
            <p className="line-clamp-3 break-words whitespace-pre-line">
              {proof.before}
              <mark className="rounded-sm bg-mark text-ink">{proof.quote}</mark>
              {proof.after}
            </p>
            {proof.span === null || onShow === null ? null : (
              <Button
                size="sm"
                variant="ghost"
                className="-ml-2"
                icon={<Quote size={12} aria-hidden />}
                aria-label={t('matches.show-in-cv.of', { asked })}
                onPress={() => onShow(proof, asked)}
              >
                {t('matches.show-in-cv')}
              </Button>
            )}
          </blockquote>
        )}
      </div>
    </li>
  );
}
