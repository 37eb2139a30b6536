import { compileTitle, joinLikeness, prepareTitle } from '@/shared/domain/matching/title-likeness';
import { cosineThousandths } from '@/shared/domain/matching/integers';
import { bm25 } from './bm25';
import { type Measures, measure, type Ranking } from './measures';
import type { TextSet } from './text-sets';

export interface TitlesResult {
  readonly half: 'development' | 'held out';
  readonly ours: Measures;
  readonly bm25: Measures;
}

/** Titles against reference titles. Every second question was never looked at while the likeness was made. */
export function scoreTitles(set: TextSet): readonly TitlesResult[] {
  const likeness = titleIndex(set.docs.map(({ text }) => text));
  const plain = bm25(set.docs.map(({ text }) => text));
  return [0, 1].map((half) => {
    const queries = set.queries.filter((_, at) => at % 2 === half);
    const rank = (score: (query: string) => ArrayLike<number>): Measures =>
      measure(
        queries.map(({ id, text }): Ranking => {
          const scores = score(text);
          const right = set.right.get(id) ?? new Set();
          return {
            query: id,
            scored: set.docs.map((doc, at) => ({
              id: doc.id,
              score: scores[at] ?? 0,
              right: right.has(doc.id),
            })),
          };
        }),
      );
    return {
      half: half === 0 ? 'development' : 'held out',
      ours: rank(likeness),
      bm25: rank(plain),
    };
  });
}

/** `titleLikeness` for all reference titles at once, by postings: the same numbers, a hundred times as fast. */
function titleIndex(titles: readonly string[]): (query: string) => Float64Array {
  const prepared = titles.map(prepareTitle);
  const postings = new Map<string, number[]>();
  prepared.forEach(({ vector }, at) => {
    for (const [feature, weight] of vector.features) {
      const list = postings.get(feature);
      if (list === undefined) postings.set(feature, [at, weight]);
      else list.push(at, weight);
    }
  });
  return (query) => {
    const best = new Float64Array(titles.length);
    const own = new Float64Array(titles.length);
    compileTitle(query).variants.forEach(({ vector, worth }, variant) => {
      const dots = new Float64Array(titles.length);
      for (const [feature, weight] of vector.features) {
        const list = postings.get(feature) ?? [];
        for (let at = 0; at < list.length; at += 2) {
          const title = list[at] ?? 0;
          dots[title] = (dots[title] ?? 0) + weight * (list[at + 1] ?? 0);
        }
      }
      dots.forEach((dot, at) => {
        if (dot === 0) return;
        const squares = prepared[at]?.vector.squares ?? 0;
        const like = Math.floor((cosineThousandths(dot, vector.squares, squares) * worth) / 1000);
        if (variant === 0) own[at] = like;
        if (like > (best[at] ?? 0)) best[at] = like;
      });
    });
    return best.map((like, at) => joinLikeness(like, own[at] ?? 0, prepared[at]?.keeps ?? 1000));
  };
}
