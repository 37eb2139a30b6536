import { PART_NAMES } from '@/renderer/app/match-words';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { type Part, PARTS, type PartScore } from '@/shared/domain/matching/score-types';

type PartScores = Readonly<Record<Part, PartScore>>;

/** Hundredths of a point as points: with one digit where there are many, with both where the parts have to sum to the score on sight. */
export function useScoreText(digits: 1 | 2 = 1): (hundredths: number) => string {
  const { decimal } = useFormat();
  // Down, so that nobody seems to reach what they do not.
  return (hundredths) =>
    decimal(digits === 2 ? hundredths / 100 : Math.floor(hundredths / 10) / 10, digits);
}

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
  const score = useScoreText();
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
