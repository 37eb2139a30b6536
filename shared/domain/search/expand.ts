import { clip } from '@/shared/kit/text';
import type { Query, QueryNode, WordsNode } from './query';
import { tokensOf } from './tokens';

/** What else is looked for than what was typed, and where it was typed: as `expanded` of an answer has it. */
export interface Expansion {
  readonly start: number;
  readonly end: number;
  readonly words: string[];
  readonly why: 'spelling' | 'synonym';
}

/** More other words for one typed are not looked for. */
export const MOST_ALTERNATIVES = 8;

/**
 * A query in which each typed part stands beside what else is looked for in its place: the tree that is searched, and whose words are
 * marked. The typed query itself stays what is shown.
 */
export function withExpansions(query: Query, expansions: readonly Expansion[]): Query {
  if (expansions.length === 0 || query.root === null) return query;
  const byPlace = new Map<string, Expansion[]>();
  for (const one of expansions) {
    const place = `${one.start}:${one.end}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
  }
  const expand = (node: QueryNode): QueryNode => {
    switch (node.kind) {
      case 'and':
      case 'or':
        return { ...node, of: node.of.map(expand) };
      // What is excluded is excluded as it was typed.
      case 'not':
      case 'range':
      case 'fact':
      case 'near':
        return node;
      default: {
        const found = byPlace.get(`${node.start}:${node.end}`);
        return found === undefined ? node : beside(node, found);
      }
    }
  };
  return { ...query, root: expand(query.root) };
}

function beside(node: WordsNode, expansions: readonly Expansion[]): QueryNode {
  const { start, end } = node;
  const alternatives = expansions.flatMap(({ words, why }) =>
    words.map((text) => asAlternative(node, text, why)),
  );
  return { kind: 'or', of: [node, ...alternatives], start, end };
}

/** The part that looks for other words in place of a typed one. */
export function asAlternative(node: WordsNode, text: string, why: Expansion['why']): WordsNode {
  const tokens = tokensOf(clip(text, 200));
  tokens.next();
  if (tokens.next().done !== true) return { ...node, text, kind: 'phrase' };
  // A word that was being typed and is misspelt may still go on.
  return { ...node, text, kind: why === 'spelling' ? node.kind : 'term' };
}
