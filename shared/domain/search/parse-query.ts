import { readFact } from './fact';
import { type Lexeme, lexQuery, type TypedField } from './lex-query';
import {
  FACT_FIELDS,
  type FactField,
  type Query,
  type QueryNode,
  SEARCH_FIELDS,
  type SearchField,
  type WordsNode,
} from './query';
import { rangeIn } from './range';
import { tokensOf } from './tokens';

/** More words and ranges than this are left out, and said so. */
export const MOST_PARTS = 24;
/** Brackets nested deeper than this are not followed. */
export const DEEPEST = 12;
/** Nobody reads more. */
const MOST_PROBLEMS = 20;

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
  return { root, problems: problems.slice(0, MOST_PROBLEMS) };
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

  #readPart(field: TypedField | null, isExcluded: boolean): QueryNode | null {
    const lexeme = this.#peek();
    if (lexeme === undefined) return null;
    this.#at++;
    switch (lexeme.kind) {
      case 'open':
        return this.#readGroup(lexeme, field);
      case 'field':
        return this.#readField(lexeme, isExcluded);
      case 'near':
        return this.#readNear(lexeme);
      case 'phrase':
        if (lexeme.unclosed) this.#problem('unclosed-quote', lexeme);
        return this.#words('phrase', lexeme.text, lexeme);
      case 'word':
        return this.#readWord(lexeme, isExcluded);
      default:
        // Operators are taken up by the callers.
        return null;
    }
  }

  #readGroup(open: Lexeme, field: TypedField | null): QueryNode | null {
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
  #readInField(field: TypedField): QueryNode | null {
    const inside = this.#readOr();
    return inside === null ? null : this.#inField(inside, field);
  }

  #inField(node: QueryNode, field: TypedField): QueryNode | null {
    switch (node.kind) {
      case 'and':
      case 'or': {
        const { start, end } = node;
        const joined = join(
          node.kind,
          node.of.flatMap((one) => this.#inField(one, field) ?? []),
        );
        return joined === null ? null : { ...joined, start, end };
      }
      case 'not': {
        const of = this.#inField(node.of, field);
        return of === null ? null : { ...node, of };
      }
      case 'range':
      case 'fact':
        return node;
      case 'near':
        return { ...node, field: node.field ?? wordsField(field) };
      default:
        return node.field === null ? this.#valueOf(field, node) : node;
    }
  }

  /** Words behind a field: a fact where the field has values of its own, else the words in that column. */
  #valueOf(field: TypedField, words: WordsNode): QueryNode | null {
    const fact = isFact(field) ? readFact(field, words.text, words) : null;
    if (typeof fact === 'string') {
      this.#problem(fact, words);
      return null;
    }
    return fact ?? { ...words, field: wordsField(field) };
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
    if (
      next === undefined ||
      next.start !== lexeme.end ||
      (next.kind !== 'word' && next.kind !== 'phrase' && next.kind !== 'open')
    ) {
      this.#problem('missing-operand', lexeme);
      return null;
    }
    const { field, start } = lexeme;
    if (next.kind === 'open') {
      const group = this.#readPart(field, isExcluded);
      return group === null ? null : { ...group, start };
    }
    if (isFact(field) && (next.kind === 'word' || next.kind === 'phrase')) {
      const fact = this.#readFact(field, next, start);
      if (fact !== 'words') return fact;
    }
    const value = this.#readPart(null, isExcluded);
    // What looks like a range or a bracket behind a colon has been read as what it is.
    return value === null || !isWords(value)
      ? value
      : { ...value, field: wordsField(field), start };
  }

  /** The value of a field with values of its own; 'words' where it is words after all (`skill:java`). */
  #readFact(
    field: FactField,
    value: Extract<Lexeme, { kind: 'word' | 'phrase' }>,
    start: number,
  ): QueryNode | null | 'words' {
    const before = this.#at;
    this.#at++;
    let typed = value.text;
    let { end } = value;
    // `"machine learning">=3`, `"New York",50km`, `Lyon 50km`, `Lyon, 50 km`
    for (let next = this.#peek(); next?.kind === 'word'; next = this.#peek()) {
      const isBeside = next.start === end && /^[<>=,:;]/u.test(next.text);
      const isDistance =
        field === 'near' &&
        (/^\d{1,4}km$/iu.test(next.text) ||
          (/^\d{1,4}$/u.test(next.text) && (/[,;<]$/u.test(typed) || this.#isKilometres())) ||
          (/^km$/iu.test(next.text) && /\d$/u.test(typed)));
      if (!isBeside && !isDistance) break;
      typed += isBeside ? next.text : ` ${next.text}`;
      ({ end } = next);
      this.#at++;
    }
    const fact = readFact(field, typed, { start, end });
    if (fact === null) {
      this.#at = before;
      return 'words';
    }
    if (value.kind === 'phrase' && value.unclosed) this.#problem('unclosed-quote', value);
    if (typeof fact === 'string') {
      this.#problem(fact, { start, end });
      return null;
    }
    return this.#counted(fact);
  }

  #isKilometres(): boolean {
    const after = this.#lexemes[this.#at + 1];
    return after?.kind === 'word' && /^km$/iu.test(after.text);
  }

  /** `NEAR("product owner" agile, 5)`; without a number the words may be ten apart. */
  #readNear(near: Lexeme): QueryNode | null {
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
    return this.#counted({ kind: 'near', words, distance, field: null, start: near.start, end });
  }

  #readWord(lexeme: Extract<Lexeme, { kind: 'word' }>, isExcluded: boolean): QueryNode | null {
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
    return this.#words(starred || beingTyped ? 'prefix' : 'term', word, lexeme);
  }

  #words(
    kind: 'term' | 'phrase' | 'prefix',
    text: string,
    { start, end }: Lexeme,
  ): QueryNode | null {
    if (tokensOf(text).next().done === true) {
      this.problems.push({ code: 'nothing-to-search', start, end });
      return null;
    }
    return this.#counted({ kind, text, field: null, start, end });
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

  #problem(code: Problem['code'], { start, end }: Pick<Problem, 'start' | 'end'>): void {
    this.problems.push({ code, start, end });
  }
}

function join(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const [first, ...more] = nodes;
  if (first === undefined) return null;
  if (more.length === 0) return first;
  return { kind, of: nodes, start: first.start, end: more.at(-1)?.end ?? first.end };
}

const FACTS: ReadonlySet<string> = new Set(FACT_FIELDS);
const WORDS: ReadonlySet<string> = new Set(SEARCH_FIELDS);
const isFact = (field: TypedField): field is FactField => FACTS.has(field);
/** The column of the index for a field; null for those that have none, whose words are facts. */
const wordsField = (field: TypedField): SearchField | null =>
  // Only a name of the list passes.
  WORDS.has(field) ? (field as SearchField) : null;
const isWords = (node: QueryNode): node is WordsNode =>
  node.kind === 'term' || node.kind === 'phrase' || node.kind === 'prefix';

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
