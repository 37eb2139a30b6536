/** What one question got: its candidates' scores, and which of them are right. */
export interface Ranking {
  readonly query: string;
  readonly scored: readonly {
    readonly id: string;
    readonly score: number;
    readonly right: boolean;
  }[];
}

export interface Measures {
  readonly queries: number;
  readonly ndcg10: number;
  readonly mrr: number;
  readonly map: number;
  /** Mean of the questions' own, and over all scores at once. */
  readonly auc: number;
  readonly aucPooled: number;
}

/** NDCG@10, MRR, MAP and the area under the ROC curve, as the scorer beside the project counts them: ties by id. */
export function measure(rankings: readonly Ranking[]): Measures {
  const asked = rankings.filter(({ scored }) => scored.some(({ right }) => right));
  const each = asked.map(({ scored }) => {
    const order = scored.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const rights = order.map(({ right }) => right);
    const many = rights.filter(Boolean).length;
    const dcg = (list: readonly boolean[]): number =>
      list.slice(0, 10).reduce((sum, right, at) => sum + (right ? 1 / Math.log2(at + 2) : 0), 0);
    let found = 0;
    let precision = 0;
    rights.forEach((right, at) => {
      if (!right) return;
      found += 1;
      precision += found / (at + 1);
    });
    return {
      ndcg: dcg(rights) / dcg(rights.toSorted((a, b) => Number(b) - Number(a))),
      reciprocal: 1 / (rights.indexOf(true) + 1),
      precision: precision / many,
      auc: auc(scored),
    };
  });
  const mean = (of: (one: (typeof each)[number]) => number): number =>
    each.reduce((sum, one) => sum + of(one), 0) / Math.max(1, each.length);
  return {
    queries: each.length,
    ndcg10: mean((one) => one.ndcg),
    mrr: mean((one) => one.reciprocal),
    map: mean((one) => one.precision),
    auc: mean((one) => one.auc),
    aucPooled: auc(asked.flatMap(({ scored }) => scored)),
  };
}

function auc(scored: Ranking['scored']): number {
  const order = scored.toSorted((a, b) => a.score - b.score);
  let ranks = 0;
  let right = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]?.score === order[from]?.score) to += 1;
    for (let at = from; at < to; at++) {
      if (order[at]?.right !== true) continue;
      ranks += (from + to + 1) / 2;
      right += 1;
    }
    from = to;
  }
  const wrong = order.length - right;
  return right === 0 || wrong === 0 ? 0.5 : (ranks - (right * (right + 1)) / 2) / (right * wrong);
}
