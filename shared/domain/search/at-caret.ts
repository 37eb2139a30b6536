import { lexQuery, type TypedField } from './lex-query';

/** What is being typed: a word, perhaps with words before it that may belong to the same name, perhaps behind a field. */
export interface AtCaret {
  /** Null: anywhere. */
  readonly field: TypedField | null;
  /** What the caret stands at the end of, the longest first: "machine learning", then "learning". */
  readonly tails: readonly { readonly text: string; readonly start: number }[];
  /** The end of the word, which the caret may stand in the middle of. */
  readonly end: number;
}

/** Names of more words are told by their beginning. */
const MOST_WORDS = 4;

/** What is being typed at a place in a query; null between words, behind an operator and in a range. */
export function typedAt(text: string, caret: number): AtCaret | null {
  const before = text.slice(0, caret);
  const lexemes = lexQuery(before);
  const last = lexemes.at(-1);
  if (last === undefined || last.end !== before.length) return null;
  const end =
    caret + (/^[\p{L}\p{M}\p{N}+#.'’-]*/u.exec(text.slice(caret, caret + 60))?.[0].length ?? 0);
  if (last.kind === 'field') {
    return { field: last.field, tails: [{ text: '', start: last.start }], end };
  }
  const previous = lexemes.at(-2);
  const field = previous?.kind === 'field' && previous.end === last.start ? previous : null;
  if (last.kind === 'phrase') {
    if (!last.unclosed) return null;
    const start = field?.start ?? last.start;
    return { field: field?.field ?? null, tails: [{ text: last.text, start }], end };
  }
  if (last.kind !== 'word' || /[<>=*]/u.test(last.text)) return null;
  if (field !== null)
    return { field: field.field, tails: [{ text: last.text, start: field.start }], end };
  const tails = [{ text: last.text, start: last.start }];
  for (let index = lexemes.length - 2; index >= 0 && tails.length < MOST_WORDS; index--) {
    const word = lexemes[index];
    const beforeIt = lexemes[index - 1];
    const isValue = beforeIt?.kind === 'field' && beforeIt.end === word?.start;
    if (word?.kind !== 'word' || isValue || /[<>=*]/u.test(word.text)) break;
    tails.unshift({ text: before.slice(word.start), start: word.start });
  }
  return { field: null, tails, end };
}
