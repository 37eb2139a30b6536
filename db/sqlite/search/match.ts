import { glyphsIn, hasGlyphs } from '@/shared/domain/search/cjk';
import type {
  FactNode,
  NearNode,
  QueryNode,
  RangeNode,
  SearchField,
  WordsNode,
} from '@/shared/domain/search/query';
import { bareForm, hasRightToLeft } from '@/shared/domain/search/rtl';
import { indexForm, tokensOf } from '@/shared/domain/search/tokens';
import type { Condition } from './filters';

/** A phrase longer than this is looked for by its first words: nobody types more, and each costs a list of the index. */
const MOST_WORDS = 40;

export interface MatchDeps {
  /** What days are counted back from. */
  readonly now: Date;
  /** A fact as a condition on a row number. */
  readonly fact: (node: FactNode, num: string) => Condition;
}

export interface Match {
  /** FTS5 expression all of whose parts must match; null when no words are asked for. */
  readonly wanted: string | null;
  /** FTS5 expression of what must not match; null when nothing is excluded. */
  readonly unwanted: string | null;
  /** What the index cannot say by itself (ranges, "this or not that"), as SQL over a row number. */
  readonly conditions: readonly ((num: string) => Condition)[];
}

/**
 * Compiles the parts of a query, which must all hold, to FTS5, and to SQL where that does not suffice. Only words go in, in double quotes: letters, digits, `+` and `#`, so
 * nothing a person types can be read as an operator.
 */
export function compileMatch(parts: readonly QueryNode[], deps: MatchDeps): Match {
  // A word typed twice asks for nothing more and costs its whole list twice.
  const wanted = new Set<string>();
  const unwanted = new Set<string>();
  const conditions: ((num: string) => Condition)[] = [];
  for (const part of parts) {
    const words = expressionOf(part.kind === 'not' ? part.of : part);
    if (words === null) conditions.push((num) => conditionOf(part, num, deps));
    else (part.kind === 'not' ? unwanted : wanted).add(words);
  }
  return {
    wanted: wanted.size === 0 ? null : [...wanted].join(' AND '),
    unwanted: unwanted.size === 0 ? null : [...unwanted].join(' OR '),
    conditions,
  };
}

/** The whole as one expression, for a query that asks for something. */
export function matchExpression(match: Match & { readonly wanted: string }): string {
  return match.unwanted === null ? match.wanted : `(${match.wanted}) NOT (${match.unwanted})`;
}

/** A part in the language of FTS5, or null where it cannot be said there: it knows no range, and "not" only behind something wanted. */
function expressionOf(node: QueryNode): string | null {
  switch (node.kind) {
    case 'or': {
      const sides = node.of.map(expressionOf);
      return sides.includes(null) ? null : `(${sides.join(' OR ')})`;
    }
    case 'and': {
      const wanted = node.of.filter((one) => one.kind !== 'not').map(expressionOf);
      const unwanted = node.of.flatMap((one) => (one.kind === 'not' ? [expressionOf(one.of)] : []));
      if (wanted.length === 0 || wanted.includes(null) || unwanted.includes(null)) return null;
      const all = `(${wanted.join(' AND ')})`;
      return unwanted.length === 0 ? all : `(${all} NOT (${unwanted.join(' OR ')}))`;
    }
    case 'not':
    case 'range':
    case 'fact':
      return null;
    default:
      return leafExpression(node);
  }
}

/** One part that is words, in the language of FTS5. Chinese, Japanese and Korean are asked for by their pieces, Arabic and Hebrew bare. */
export function leafExpression(node: WordsNode | NearNode): string {
  if (node.kind === 'near') {
    const words = node.words.map((word) => quoted([bareForm(word)]));
    return `${columnOf(node.field, node.words.join(' '))}NEAR(${words.join(' ')}, ${node.distance})`;
  }
  const column = columnOf(node.field, node.text);
  if (!hasGlyphs(node.text)) return column + phraseOf(bareForm(node.text), node.kind === 'prefix');
  const { runs, rest } = glyphsIn(node.text);
  const all = runs
    .slice(0, MOST_WORDS)
    .map(({ pieces, prefix }) => `"${pieces.slice(0, MOST_WORDS).join(' ')}"${prefix ? ' *' : ''}`);
  // What stands in the same word in other letters: `Java工程师`.
  if (tokensOf(rest).next().done !== true) all.push(phraseOf(bareForm(rest), false));
  return all.length === 1 ? column + all[0] : `(${all.map((one) => column + one).join(' AND ')})`;
}

/** A field of the search language is the column of that name; what the text of a CV is found by besides stands in a column of its own. */
function columnOf(field: SearchField | null, text: string): string {
  if (field === null) return '';
  const hasForms = field === 'cv' && (hasGlyphs(text) || hasRightToLeft(text));
  return hasForms ? '{cv cjk} : ' : `${field} : `;
}

const quoted = (words: readonly string[]): string => `"${words.map(indexForm).join(' ')}"`;

function phraseOf(text: string, isPrefix: boolean): string {
  const words: string[] = [];
  let cut = false;
  for (const token of tokensOf(text)) {
    if (words.length === MOST_WORDS) {
      cut = true;
      break;
    }
    words.push(text.slice(token.start, token.end));
  }
  return `${quoted(words)}${isPrefix && !cut ? ' *' : ''}`;
}

function conditionOf(node: QueryNode, num: string, deps: MatchDeps): Condition {
  const words = expressionOf(node);
  if (words !== null) {
    const found = 'SELECT rowid FROM candidate_fts WHERE candidate_fts MATCH ?';
    return { sql: `${num} IN (${found})`, params: [words] };
  }
  switch (node.kind) {
    case 'and':
    case 'or': {
      const sides = node.of.map((one) => conditionOf(one, num, deps));
      return {
        sql: `(${sides.map((side) => side.sql).join(node.kind === 'and' ? ' AND ' : ' OR ')})`,
        params: sides.flatMap((side) => side.params),
      };
    }
    case 'not': {
      const { sql, params } = conditionOf(node.of, num, deps);
      return { sql: `NOT (${sql})`, params };
    }
    case 'range':
      return rangeOf(node, num, deps.now);
    case 'fact':
      return deps.fact(node, num);
    default:
      throw new Error(`Words that the index cannot look for: ${node.kind}`);
  }
}

/** Days are counted backwards: "less than 30 days ago" is a later moment than 30 days ago. */
function rangeOf({ of, comparison, value }: RangeNode, num: string, now: Date): Condition {
  const documents = `${num} IN (SELECT num FROM candidate_document WHERE archived IN (0, 1) AND`;
  if (of === 'years') return { sql: `${documents} total_years ${comparison} ?)`, params: [value] };
  const column = of === 'updated' ? 'updated_at' : 'created_at';
  const daysAgo = (days: number): string =>
    new Date(now.getTime() - days * 86_400_000).toISOString();
  return comparison === '='
    ? {
        sql: `${documents} ${column} BETWEEN ? AND ?)`,
        params: [daysAgo(value + 1), daysAgo(value)],
      }
    : { sql: `${documents} ${column} ${OPPOSITE[comparison]} ?)`, params: [daysAgo(value)] };
}

const OPPOSITE = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
