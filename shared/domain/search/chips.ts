import { type Lexeme, lexQuery } from './lex-query';
import { parseQuery } from './parse-query';
import type { JoinNode, QueryNode } from './query';

/** A part of a typed query that stands by itself, as a range of the text: chips are another way to see the text, never a copy. */
export interface Chip {
  readonly start: number;
  readonly end: number;
  /** How it was understood; null for what could not be. */
  readonly node: QueryNode | null;
}

/**
 * The parts of a typed query in the order of the text. What stands between them (white space, `AND`) belongs to none; what could not be
 * understood is a chip too, so that nothing typed is out of sight.
 */
export function chipsOf(text: string): readonly Chip[] {
  const parts = standingParts(text);
  const lexemes = lexQuery(text);
  const chips: Chip[] = [];
  let at = 0;
  let next = 0;
  const passOver = (until: number): Lexeme[] => {
    const passed: Lexeme[] = [];
    for (let one = lexemes[next]; one !== undefined && one.start < until; one = lexemes[++next]) {
      if (one.start >= at) passed.push(one);
    }
    return passed;
  };
  for (const part of parts) {
    const between = passOver(part.start);
    // "--java": all the dashes are the part's.
    let start = part.start;
    while (between.at(-1)?.kind === 'not') start = between.pop()?.start ?? start;
    start = withPlus(text, start, between.at(-1)?.end ?? at);
    addLoose(chips, text, at, between);
    chips.push({ start, end: part.end, node: part });
    at = part.end;
  }
  addLoose(chips, text, at, passOver(text.length));
  return chips;
}

/** The parts side by side; what stands in brackets is one. */
function standingParts(text: string): readonly QueryNode[] {
  const { root } = parseQuery(text);
  return root === null ? [] : apart(root);
}

const apart = (node: QueryNode): readonly QueryNode[] =>
  node.kind === 'and' && !isBracketed(node) ? node.of.flatMap(apart) : [node];

/** Whether brackets hold it together: it begins before its first part or ends behind its last. */
const isBracketed = ({ of, start, end }: JoinNode): boolean =>
  start < (of[0]?.start ?? start) || end > (of.at(-1)?.end ?? end);

/** "+java": the plus says nothing that "java" does not say, and belongs to it. */
const withPlus = (text: string, start: number, after: number): number =>
  start > after && text.charAt(start - 1) === '+' ? start - 1 : start;

function addLoose(chips: Chip[], text: string, after: number, lexemes: readonly Lexeme[]): void {
  const loose = lexemes.filter(({ kind }) => kind !== 'and');
  const first = loose[0];
  const last = loose.at(-1);
  if (first === undefined || last === undefined) return;
  chips.push({ start: withPlus(text, first.start, after), end: last.end, node: null });
}

export const chipText = (text: string, chip: Chip): string => text.slice(chip.start, chip.end);

/** Whether a chip stands for what must not be there. */
export const isNegated = (chip: Chip): boolean => chip.node?.kind === 'not';

/** The text without one of its chips, and without the "AND" that joined it. */
export function withoutChip(text: string, index: number): string {
  const chips = chipsOf(text);
  const chip = chips[index];
  if (chip === undefined) return text;
  if (chips.length === 1) return '';
  const following = chips[index + 1];
  const before = chips[index - 1];
  if (following !== undefined) {
    const left = text.slice(0, chip.start);
    const right = text.slice(following.start);
    const next = glued(left, right);
    // "NEAR" with a bracket behind it would be another thing than the word that it was.
    return keepsOthers(text, index, next) ? next : glued(left, `AND ${right}`);
  }
  // A space says that the word that is last now is whole.
  return `${text.slice(0, before?.end ?? 0)} `;
}

/** The text with a chip's words changed; with nothing in their place the chip goes. All other chips stay as they are. */
export function withChip(text: string, index: number, words: string): string {
  const chip = chipsOf(text)[index];
  if (chip === undefined) return text;
  const trimmed = words.trim();
  if (trimmed === '') return withoutChip(text, index);
  if (trimmed === chipText(text, chip)) return text;
  return placed(text, index, trimmed);
}

/** The text with a chip asked for instead of excluded, or the other way round. What could not be understood stays. */
export function withChipTurned(text: string, index: number): string {
  const chip = chipsOf(text)[index];
  if (chip === undefined || chip.node === null) return text;
  const { node } = chip;
  if (node.kind === 'not') return placed(text, index, excludedWords(text, node));
  const bare = withoutNegation(chipText(text, chip));
  // "-a OR b" excludes the "a" alone.
  const isJoined = (node.kind === 'or' || node.kind === 'and') && !isBracketed(node);
  return placed(text, index, isJoined ? `-(${bare})` : `-${bare}`);
}

/** The text with something typed behind it, which does not run into what is there. */
export function withTail(text: string, tail: string): string {
  if (tail === '') return text;
  const left = closed(text);
  return left === '' || /\s$/u.test(left) ? left + tail : `${left} ${tail}`;
}

/** Whether typed words are whole: no quote and no bracket waits for its end. */
export const isWhole = (words: string): boolean => closed(words) === words;

/** What is excluded, as it is typed; brackets before the dash, as in "( -(a OR b)", hold nothing else. */
function excludedWords(text: string, { of }: Extract<QueryNode, { readonly kind: 'not' }>): string {
  return of.kind === 'not' ? excludedWords(text, of) : text.slice(of.start, of.end);
}

function withoutNegation(words: string): string {
  let start = 0;
  for (const lexeme of lexQuery(words)) {
    if (lexeme.kind !== 'not') {
      start = lexeme.start;
      break;
    }
  }
  return words.slice(start);
}

/** Puts words in the place of a chip in the plainest form that leaves the other chips alone. */
function placed(text: string, index: number, words: string): string {
  const chips = chipsOf(text);
  const chip = chips[index];
  if (chip === undefined) return text;
  const isLast = index === chips.length - 1;
  const whole = closed(words);
  for (const form of [
    words,
    whole,
    `(${whole})`,
    `"${words.replaceAll(/["“”„«»]/gu, ' ').trim()}"`,
  ]) {
    // A word at the very end counts as one being typed.
    const end = isLast && text.length === chip.end && isWhole(form) ? `${form} ` : form;
    const next = glued(text.slice(0, chip.start), glued(end, text.slice(chip.end)));
    if (keepsOthers(text, index, next)) return next;
  }
  return text;
}

/** Whether all chips but one stand in another text as they do in this one, whatever became of that one. */
function keepsOthers(text: string, index: number, next: string): boolean {
  const words = chipsOf(text).map((chip) => chipText(text, chip));
  const now = chipsOf(next).map((chip) => chipText(next, chip));
  const before = words.slice(0, index);
  const after = words.slice(index + 1);
  return (
    now.length >= before.length + after.length &&
    before.every((one, at) => now[at] === one) &&
    after.every((one, at) => now[now.length - after.length + at] === one)
  );
}

/** Closes a quote and brackets that were left open. */
function closed(words: string): string {
  const lexemes = lexQuery(words);
  const last = lexemes.at(-1);
  let open = 0;
  for (const { kind } of lexemes) {
    if (kind === 'open') open++;
    if (kind === 'close' && open > 0) open--;
  }
  const quote =
    last?.kind === 'phrase' && last.unclosed ? (CLOSING[words.charAt(last.start)] ?? '"') : '';
  return words + quote + ')'.repeat(open);
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/** Two pieces of a text with white space between them. */
const glued = (left: string, right: string): string =>
  left === '' || right === '' || /\s$/u.test(left) || /^\s/u.test(right)
    ? left + right
    : `${left} ${right}`;
