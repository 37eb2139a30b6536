import type { FactNode, QueryNode } from '@/shared/domain/search/query';

/** How a query was understood, in a sentence. */
export function queryInWords(node: QueryNode): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.map(inBrackets).join(` ${node.kind} `);
    case 'not':
      return `not ${inBrackets(node.of)}`;
    case 'range':
      return node.of === 'years'
        ? `years of work ${node.comparison} ${node.value}`
        : `${node.of} ${node.comparison} ${node.value} days ago`;
    case 'fact':
      return factInWords(node);
    case 'near':
      return inField(node.field, `${node.words.join(', ')} at most ${node.distance} words apart`);
    case 'phrase':
      return inField(node.field, `"${node.text}"`);
    case 'prefix':
      return inField(node.field, `${node.text}*`);
    default:
      return inField(node.field, node.text);
  }
}

function factInWords({ of, text, amount, level }: FactNode): string {
  if (of === 'near') return `within ${amount ?? 0} km of ${text}`;
  if (of === 'skill') return `${amount ?? 0} years or more of ${text}`;
  return `${of} ${text}${level === null ? '' : ` ${level} or better`}`;
}

const inField = (field: string | null, words: string): string =>
  field === null ? words : `${words} in ${field}`;

const inBrackets = (node: QueryNode): string =>
  node.kind === 'and' || node.kind === 'or' ? `(${queryInWords(node)})` : queryInWords(node);
