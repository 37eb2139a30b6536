import type { Span } from './spans';
import {
  isAbbreviation,
  isEveryday,
  LONGEST_SKILL,
  longestFrom,
  longestGlyphsFrom,
  skillByKey,
  skillKey,
} from './taxonomy';

/** A name of the taxonomy found among the words of a text. */
export interface SkillMatch {
  readonly span: Span;
  readonly key: string;
  readonly skillId: string;
}

const WORDS = /[\p{L}\p{N}+#]+/gu;
const GLYPHS = /[\u3400-\u9fff]/;
/** Chinese, Japanese and Korean are written without a space beside a Latin name: "熟悉Java", "Java를". */
const MIXED =
  /(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d+#])(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])/u;
const SENTENCE_END = /[.;:!?]\s/;

interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The skills named in a span, longest names first, in one pass over its words; overlapping names count once. */
export function skillsIn(span: Span): readonly SkillMatch[] {
  const tokens: Token[] = [];
  const matches: SkillMatch[] = [];
  for (const match of span.text.matchAll(WORDS)) {
    const start = match.index;
    const end = start + match[0].length;
    if (GLYPHS.test(match[0])) matches.push(...skillsInGlyphs(span, start, end));
    tokens.push(...tokensOf(match[0], start));
  }
  for (let at = 0; at < tokens.length; ) {
    const found = matchAt(span, tokens, at);
    if (found === null) at++;
    else {
      matches.push(found.match);
      at += found.words;
    }
  }
  return matches;
}

/** A word, or its pieces where scripts meet in it and it is no name as a whole, as "C言語" is. */
function tokensOf(word: string, start: number): readonly Token[] {
  const key = skillKey(word);
  const pieces = skillByKey(key) === null ? word.split(MIXED) : [word];
  if (pieces.length === 1) return [{ key, start, end: start + word.length }];
  let at = start;
  return pieces.map((piece) => {
    const token = { key: skillKey(piece), start: at, end: at + piece.length };
    at = token.end;
    return token;
  });
}

function matchAt(
  span: Span,
  tokens: readonly Token[],
  at: number,
): { readonly match: SkillMatch; readonly words: number } | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const most = Math.min(longestFrom(first.key), LONGEST_SKILL, tokens.length - at);
  for (let words = most; words >= 1; words--) {
    const last = tokens[at + words - 1];
    if (last === undefined) continue;
    let key = first.key;
    for (let next = at + 1; next < at + words; next++) key += ` ${tokens[next]?.key ?? ''}`;
    const skill = skillByKey(key);
    if (skill === null) continue;
    const text = span.text.slice(first.start, last.end);
    if (words > 1 && SENTENCE_END.test(text)) continue;
    return { match: { span: part(span, first.start, last.end), key, skillId: skill.id }, words };
  }
  return null;
}

/** Chinese has no spaces: each place of a run of characters may begin a name. */
function skillsInGlyphs(span: Span, start: number, end: number): readonly SkillMatch[] {
  const matches: SkillMatch[] = [];
  for (let at = start; at < end - 1; ) {
    let taken = 0;
    const most = Math.min(longestGlyphsFrom(span.text.slice(at, at + 2)), end - at);
    for (let count = most; count >= 2 && taken === 0; count--) {
      if (count === end - start) break;
      const key = span.text.slice(at, at + count);
      const skill = skillByKey(key);
      if (skill === null) continue;
      matches.push({ span: part(span, at, at + count), key, skillId: skill.id });
      taken = count;
    }
    at += Math.max(1, taken);
  }
  return matches;
}

const part = (span: Span, from: number, to: number): Span => ({
  start: span.start + from,
  end: span.start + to,
  text: span.text.slice(from, to),
});

/** Fields of work whose skills are products and techniques with names of their own: "Across" is one, "across" is none. */
const NAMED_PRODUCTS: ReadonlySet<string> = new Set(['software', 'data', 'it', 'design', 'media']);

/**
 * Whether a name found in running text means the skill there. An everyday word does not, an abbreviation only in capitals (in a line
 * all in capitals nothing tells it from a word), the name of a product only with a capital, nothing inside an address on the web. Traits of
 * character are claims: they count where they are listed.
 */
export function meansSkill(match: SkillMatch, line: Span & { readonly upper: boolean }): boolean {
  const { key, span } = match;
  const skill = skillByKey(key);
  if (skill === null || skill.area === 'personal' || isEveryday(key)) return false;
  if (isAbbreviation(key) && (line.upper || span.text !== span.text.toUpperCase())) return false;
  const lower = !/[\p{Lu}\p{N}+#]|[^\x00-\x7f]/u.test(span.text);
  if (lower && !key.includes(' ') && NAMED_PRODUCTS.has(skill.area)) return false;
  const before = line.text.charAt(span.start - line.start - 1);
  const behind = line.text.slice(span.end - line.start, span.end - line.start + 3);
  return !/[/@]/.test(before) && !/^\.[a-z]{2}/.test(behind);
}
