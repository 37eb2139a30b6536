import type { Query, QueryPart } from '@/shared/domain/search/query';
import { indexForm, tokensOf } from '@/shared/domain/search/tokens';

/** A phrase longer than this is looked for by its first words: nobody types more, and each costs a list of the index. */
const MOST_WORDS = 40;

export interface Match {
  /** FTS5 expression all of whose parts must match; null when nothing is asked for. */
  readonly wanted: string | null;
  /** FTS5 expression of what must not match; null when nothing is excluded. */
  readonly unwanted: string | null;
}

/**
 * Compiles a query to FTS5. Only words go in, in double quotes: letters, digits, `+` and `#`, so nothing a person types can be read as an
 * operator.
 */
export function compileMatch(query: Query): Match {
  // A word typed twice asks for nothing more and costs its whole list twice.
  const wanted = [...new Set(query.parts.filter((part) => !part.exclude).flatMap(phraseOf))];
  const unwanted = [...new Set(query.parts.filter((part) => part.exclude).flatMap(phraseOf))];
  return {
    wanted: wanted.length === 0 ? null : wanted.join(' AND '),
    unwanted: unwanted.length === 0 ? null : unwanted.join(' OR '),
  };
}

/** The whole as one expression, for a query that asks for something. */
export function matchExpression(match: Match & { readonly wanted: string }): string {
  return match.unwanted === null ? match.wanted : `(${match.wanted}) NOT (${match.unwanted})`;
}

function phraseOf(part: QueryPart): readonly string[] {
  const words: string[] = [];
  let cut = false;
  for (const token of tokensOf(part.text)) {
    if (words.length === MOST_WORDS) {
      cut = true;
      break;
    }
    words.push(indexForm(part.text.slice(token.start, token.end)));
  }
  if (words.length === 0) return [];
  return [`"${words.join(' ')}"${part.kind === 'prefix' && !cut ? ' *' : ''}`];
}
