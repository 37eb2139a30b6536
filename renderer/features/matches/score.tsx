import { PART_NAMES, usePoints } from '@/renderer/app/match-words';
import { useText } from '@/renderer/lib/text';
import { type Part, PARTS, type PartScore } from '@/shared/domain/matching/score-types';

type PartScores = Readonly<Record<Part, PartScore>>;

/** A thin bar of how much of the most a part could give it gives. */
export function PartBar({ score }: { readonly score: PartScore }) {
  const share = score.most === 0 ? 0 : Math.min(1, score.points / score.most);
  return (
    <span aria-hidden className="block h-1 w-full overflow-hidden rounded-full bg-press">
      <span
        className="block h-full rounded-full bg-accent"
        style={{ width: `${Math.round(share * 100)}%` }}
      />
    </span>
  );
}

/** The points of each part in a row of the list: a number over a bar, and in words for screen readers. */
export function PartCells({ parts }: { readonly parts: PartScores }) {
  const t = useText();
  const score = usePoints();
  return PARTS.map((part) => {
    const one = parts[part];
    const words =
      one.likeness === null
        ? t('matches.part.not-asked', { part: t(PART_NAMES[part]) })
        : t('matches.part.points', {
            part: t(PART_NAMES[part]),
            points: score(one.points),
            most: score(one.most),
          });
    return (
      <span key={part} role="cell" className="hidden flex-col gap-0.5 @4xl:flex">
        <span className="sr-only">{words}</span>
        <span aria-hidden className="tabular text-sm text-ink-2">
          {one.likeness === null ? '–' : score(one.points)}
        </span>
        <PartBar score={one} />
      </span>
    );
  });
}
