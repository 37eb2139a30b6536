import { type Lexeme, lexQuery } from './lex-query';
import type { Query, QueryNode, RangeNode, SearchField } from './query';
import { tokensOf } from './tokens';

/** More words and ranges than this are left out, and said so. */
export const MOST_PARTS = 24;
/** Brackets nested deeper than this are not followed. */
export const DEEPEST = 12;

/** Letters a word needs before it counts as one being typed. */
const SHORTEST_PREFIX = 2;
const NEAR_DISTANCE = 10;
const FARTHEST = 100;

/**
 * Reads what a person typed into the search box (docs/search.md has the language with examples). Parts stand side by side and must all
 * match; `OR` binds weaker than that, `NOT` and `-` stronger. The word being typed (the last one, with nothing after it) counts as the
 * beginning of a word once it has two letters. Never throws: what cannot be understood is pointed at in `problems`, and the rest is
 * searched.
 */
export function parseQuery(text: string): Query {
  const reader = new QueryReader(text);
  const root = reader.read();
  const { problems } = reader;
  if (root !== null && isNegative(root))
    problems.push({ code: 'only-exclusions', start: root.start, end: text.length });
  return { root, problems };
}

/** Whether it only takes away. */
function isNegative(node: QueryNode): boolean {
  if (node.kind === 'not') return true;
  return (node.kind === 'and' || node.kind === 'or') && node.of.every(isNegative);
}

type Problem = Query['problems'][number];

/** A recursive descent over the pieces: or, and, not, one part. */
class QueryReader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #lexemes: readonly Lexeme[];
  #at = 0;
  #parts = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lexemes = lexQuery(text);
  }

  read(): QueryNode | null {
    const nodes: QueryNode[] = [];
    while (this.#at < this.#lexemes.length) {
      const node = this.#readOr();
      if (node !== null) nodes.push(node);
      const left = this.#peek();
      // Only a bracket that nobody opened stops the reading early.
      if (left?.kind === 'close') {
        this.#problem('unopened-bracket', left);
        this.#at++;
      }
    }
    return join('and', nodes);
  }

  #readOr(): QueryNode | null {
    const nodes: QueryNode[] = [];
    const add = (node: QueryNode | null): void => {
      if (node !== null) nodes.push(node);
    };
    add(this.#readAnd());
    for (let lexeme = this.#peek(); lexeme?.kind === 'or'; lexeme = this.#peek()) {
      this.#at++;
      const before = nodes.length;
      add(this.#readAnd());
      if (before === 0 || nodes.length === before) this.#problem('missing-operand', lexeme);
    }
    return join('or', nodes);
  }

  #readAnd(): QueryNode | null {
    const nodes: QueryNode[] = [];
    // The operator whose right side has not come yet.
    let open: Lexeme | null = null;
    for (let lexeme = this.#peek(); lexeme !== undefined; lexeme = this.#peek()) {
      if (lexeme.kind === 'or' || lexeme.kind === 'close') break;
      if (lexeme.kind === 'and') {
        this.#at++;
        if (nodes.length === 0 || open !== null) this.#problem('missing-operand', lexeme);
        else open = lexeme;
        continue;
      }
      const node = this.#readNot();
      open = null;
      if (node !== null) nodes.push(node);
    }
    if (open !== null) this.#problem('missing-operand', open);
    return join('and', nodes);
  }

  #readNot(): QueryNode | null {
    const negations: Lexeme[] = [];
    for (let lexeme = this.#peek(); lexeme?.kind === 'not'; lexeme = this.#peek()) {
      negations.push(lexeme);
      this.#at++;
    }
    const first = negations[0];
    if (first === undefined) return this.#readPart(null, false);
    const next = this.#peek();
    if (next === undefined || next.kind === 'and' || next.kind === 'or' || next.kind === 'close') {
      this.#problem('missing-operand', first);
      return null;
    }
    const isNot = negations.length % 2 === 1;
    const of = this.#readPart(null, isNot);
    if (of === null || !isNot) return of;
    return { kind: 'not', of, start: first.start, end: of.end };
  }

  #readPart(field: SearchField | null, isExcluded: boolean): QueryNode | null {
    const lexeme = this.#peek();
    if (lexeme === undefined) return null;
    this.#at++;
    switch (lexeme.kind) {
      case 'open':
        return this.#readGroup(lexeme, field);
      case 'field':
        return this.#readField(lexeme, isExcluded);
      case 'near':
        return this.#readNear(lexeme, field);
      case 'phrase':
        if (lexeme.unclosed) this.#problem('unclosed-quote', lexeme);
        return this.#words('phrase', lexeme.text, field, lexeme);
      case 'word':
        return this.#readWord(lexeme, field, isExcluded);
      default:
        // Operators are taken up by the callers.
        return null;
    }
  }

  #readGroup(open: Lexeme, field: SearchField | null): QueryNode | null {
    if (this.#depth >= DEEPEST) {
      this.#problem('too-deep', open);
      this.#skipGroup();
      return null;
    }
    this.#depth++;
    const inside = field === null ? this.#readOr() : this.#readInField(field);
    this.#depth--;
    const close = this.#peek();
    if (close?.kind === 'close') this.#at++;
    else this.problems.push({ code: 'unclosed-bracket', start: open.start, end: open.end });
    if (inside === null) {
      this.problems.push({
        code: 'nothing-to-search',
        start: open.start,
        end: close?.end ?? open.end,
      });
      return null;
    }
    return { ...inside, start: open.start, end: close?.end ?? inside.end };
  }

  /** `skill:(java OR "machine learning")`: the field holds for every word of the group. */
  #readInField(field: SearchField): QueryNode | null {
    const inside = this.#readOr();
    return inside === null ? null : inField(inside, field);
  }

  #skipGroup(): void {
    for (let depth = 1; depth > 0 && this.#at < this.#lexemes.length; this.#at++) {
      const kind = this.#peek()?.kind;
      if (kind === 'open') depth++;
      if (kind === 'close') depth--;
    }
  }

  #readField(lexeme: Extract<Lexeme, { kind: 'field' }>, isExcluded: boolean): QueryNode | null {
    const next = this.#peek();
    const isBeside = next !== undefined && next.start === lexeme.end;
    const hasValue =
      isBeside && (next.kind === 'word' || next.kind === 'phrase' || next.kind === 'open');
    if (!hasValue) {
      this.#problem('missing-operand', lexeme);
      return null;
    }
    const value = this.#readPart(lexeme.field, isExcluded);
    return value === null ? null : { ...value, start: lexeme.start };
  }

  /** `NEAR("product owner" agile, 5)`; without a number the words may be ten apart. */
  #readNear(near: Lexeme, field: SearchField | null): QueryNode | null {
    const words: string[] = [];
    let distance = NEAR_DISTANCE;
    // The lexer calls it NEAR only where a bracket follows.
    this.#at++;
    let end = near.end;
    for (let lexeme = this.#peek(); lexeme !== undefined; lexeme = this.#peek()) {
      this.#at++;
      end = lexeme.end;
      if (lexeme.kind === 'close') break;
      if (lexeme.kind !== 'word' && lexeme.kind !== 'phrase') continue;
      const number = /^,?\s*(\d{1,3})$/.exec(lexeme.text);
      if (number !== null && words.length > 0) distance = Math.min(FARTHEST, Number(number[1]));
      else words.push(...wordsOf(lexeme.text));
    }
    if (words.length < 2) {
      this.problems.push({ code: 'nothing-to-search', start: near.start, end });
      return null;
    }
    return this.#counted({ kind: 'near', words, distance, field, start: near.start, end });
  }

  #readWord(
    lexeme: Extract<Lexeme, { kind: 'word' }>,
    field: SearchField | null,
    isExcluded: boolean,
  ): QueryNode | null {
    const range = rangeIn(lexeme);
    if (range === 'bad') {
      this.#problem('bad-range', lexeme);
      return null;
    }
    if (range !== null) return this.#counted(range);
    const starred = /\*+$/u.test(lexeme.text);
    const word = lexeme.text.replace(/\*+$/u, '');
    const beingTyped =
      lexeme.end === this.#text.length &&
      !isExcluded &&
      lastWordLength(word) >= SHORTEST_PREFIX &&
      endsInWord(word);
    return this.#words(starred || beingTyped ? 'prefix' : 'term', word, field, lexeme);
  }

  #words(
    kind: 'term' | 'phrase' | 'prefix',
    text: string,
    field: SearchField | null,
    { start, end }: Lexeme,
  ): QueryNode | null {
    if (tokensOf(text).next().done === true) {
      this.problems.push({ code: 'nothing-to-search', start, end });
      return null;
    }
    return this.#counted({ kind, text, field, start, end });
  }

  #counted(node: QueryNode): QueryNode | null {
    this.#parts++;
    if (this.#parts <= MOST_PARTS) return node;
    if (this.#parts === MOST_PARTS + 1) {
      const { start } = node;
      this.problems.push({ code: 'too-many-parts', start, end: this.#text.length });
    }
    return null;
  }

  #peek(): Lexeme | undefined {
    return this.#lexemes[this.#at];
  }

  #problem(code: Problem['code'], { start, end }: Lexeme): void {
    this.problems.push({ code, start, end });
  }
}

function join(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const [first, ...more] = nodes;
  if (first === undefined) return null;
  if (more.length === 0) return first;
  return { kind, of: nodes, start: first.start, end: more.at(-1)?.end ?? first.end };
}

function inField(node: QueryNode, field: SearchField): QueryNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { ...node, of: node.of.map((one) => inField(one, field)) };
    case 'not':
      return { ...node, of: inField(node.of, field) };
    case 'range':
      return node;
    default:
      return { ...node, field: node.field ?? field };
  }
}

const RANGE = /^(years|updated|added)(<=|>=|<|>|=)(.*)$/iu;
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** `years>=5`, `updated<30d`, `added<2w`: the range; null for an ordinary word, 'bad' where the number cannot be read. */
function rangeIn(lexeme: Extract<Lexeme, { kind: 'word' }>): RangeNode | null | 'bad' {
  const match = RANGE.exec(lexeme.text);
  if (match === null) return null;
  const [, name = '', comparison = '', amount = ''] = match;
  const of = name.toLowerCase();
  const number = /^(\d{1,4}(?:[.,]\d{1,2})?)([dwmy])?$/iu.exec(amount);
  const unit = number?.[2]?.toLowerCase();
  const needsUnit = of !== 'years';
  if (number === null || (needsUnit ? unit === undefined : unit !== undefined && unit !== 'y'))
    return 'bad';
  const value = Number(number[1]?.replace(',', '.'));
  return {
    kind: 'range',
    // Both are spelled by the pattern.
    of: of as RangeNode['of'],
    comparison: comparison as RangeNode['comparison'],
    value: needsUnit ? value * (DAYS[unit ?? 'd'] ?? 1) : value,
    start: lexeme.start,
    end: lexeme.end,
  };
}

const wordsOf = (text: string): readonly string[] =>
  [...tokensOf(text)].map((token) => text.slice(token.start, token.end));

function lastWordLength(text: string): number {
  let length = 0;
  for (const token of tokensOf(text)) length = [...token.folded].length;
  return length;
}

function endsInWord(text: string): boolean {
  let end = -1;
  for (const token of tokensOf(text)) end = token.end;
  return end === text.length;
}
