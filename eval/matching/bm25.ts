/** Plain BM25 (k1 1.2, b 0.75) over lower-case words: what anybody could run instead. */
export function bm25(texts: readonly string[]): (query: string) => readonly number[] {
  const docs = texts.map(wordsOf);
  const mean = docs.reduce((sum, words) => sum + words.length, 0) / Math.max(1, docs.length);
  const postings = new Map<string, Map<number, number>>();
  docs.forEach((words, at) => {
    for (const word of words) {
      const list = postings.get(word) ?? new Map<number, number>();
      list.set(at, (list.get(at) ?? 0) + 1);
      postings.set(word, list);
    }
  });
  return (query) => {
    const scores = docs.map(() => 0);
    for (const word of new Set(wordsOf(query))) {
      const list = postings.get(word);
      if (list === undefined) continue;
      const rarity = Math.log(1 + (docs.length - list.size + 0.5) / (list.size + 0.5));
      for (const [at, times] of list) {
        const length = 0.25 + (0.75 * (docs[at]?.length ?? 0)) / mean;
        scores[at] = (scores[at] ?? 0) + (rarity * times * 2.2) / (times + 1.2 * length);
      }
    }
    return scores;
  };
}

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
