/** One step of an RTF file. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  /** A byte in the code page at hand (`\'e9`). */
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Splits RTF, given as Latin-1, into groups, control words and text. Binary data (`\bin`) are passed over.
 */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const WORD = /\\([a-zA-Z]{1,40})(-?\d{1,10})? ?/y;
  const TEXT = /[^\\{}\r\n]+/y;
  let at = 0;
  while (at < source.length) {
    const char = source[at];
    if (char === '{') {
      at += 1;
      yield { kind: 'open' };
    } else if (char === '}') {
      at += 1;
      yield { kind: 'close' };
    } else if (char === '\r' || char === '\n') at += 1;
    else if (char === '\\') {
      WORD.lastIndex = at;
      const match = WORD.exec(source);
      if (match !== null) {
        at = WORD.lastIndex;
        const value = match[2] === undefined ? null : Number(match[2]);
        if (match[1] === 'bin') at += Math.max(0, value ?? 0);
        else yield { kind: 'word', word: match[1] ?? '', value };
      } else {
        const symbol = source[at + 1] ?? '';
        if (symbol === "'") {
          const byte = Number.parseInt(source.slice(at + 2, at + 4), 16);
          at += 4;
          if (Number.isFinite(byte)) yield { kind: 'byte', byte };
        } else {
          at += 2;
          yield symbolToken(symbol);
        }
      }
    } else {
      TEXT.lastIndex = at;
      const match = TEXT.exec(source);
      at = TEXT.lastIndex;
      if (match !== null) yield { kind: 'text', text: match[0] };
    }
  }
}

function symbolToken(symbol: string): RtfToken {
  switch (symbol) {
    case '~':
      return { kind: 'text', text: '\u00a0' };
    case '_':
      return { kind: 'text', text: '-' };
    case '-':
      return { kind: 'text', text: '' };
    case '*':
      return { kind: 'word', word: '*', value: null };
    case '\r':
    case '\n':
      return { kind: 'word', word: 'par', value: null };
    case '\t':
      return { kind: 'word', word: 'tab', value: null };
    default:
      return { kind: 'text', text: symbol };
  }
}
