import type { CvLine } from './cv-lines';
import { findDates } from './dates';
import { evidenceOf } from './evidence';
import { readLanguageName } from './language-names';
import type { ParsedSkill } from './parsed-resume';
import { type Reading, roundConfidence } from './reading';
import { type Section, sectionsOf } from './sections';
import { type Span, spanOf, splitSpan, subSpan, trimSpan } from './spans';
import { isEveryday, LONGEST_SKILL, longestFrom, skillKey, skillNamed } from './taxonomy';
import { isProse } from './word-scores';

const MAX_SKILLS = 250;
const LONGEST_ITEM = 70;
const SEPARATORS = /\s*[;|•●·▪◦‣∙⋅■□➢✓\u2022\uf0b7]\s*|\s*[,，、](?!\d)\s*|\s+[\/]\s+|\t+/gu;
const LEVEL_WORDS =
  /\s*(?:[:–—-]\s*|\(\s*)?(?:expert|advanced|proficient|intermediate|beginner|basic|fluent|native|good|very good|excellent|working knowledge|experte|fortgeschritten|grundkenntnisse|sehr gut|gut|avanc[ée]|interm[ée]diaire|d[ée]butant|avanzado|intermedio|b[áa]sico|avançado|avanzato|base|gevorderd|zaawansowany|średniozaawansowany|podstawowy)\s*\)?\s*$/iu;
const YEARS =
  /[\s(–—:-]*(?:less than |over |more than |> ?)?(\d{1,2}(?:[.,]\d)?)\s*\+?\s*(?:years?|yrs?|jahre?n?|ans?|años?|anos?|anni|jaar|lat[a]?)\b\)?\s*$/iu;

/** Skills a person lists in a section of skills, then those the text only mentions. Each skill once. */
export function readSkills(reading: Reading): readonly ParsedSkill[] {
  const found = new Map<string, ParsedSkill>();
  for (const section of sectionsOf(reading.sections, 'skills')) {
    for (const span of declaredItems(reading.text, section)) {
      if (found.size >= MAX_SKILLS) break;
      addDeclared(reading, span, found);
    }
  }
  for (const skill of mentionedSkills(reading)) {
    if (found.size >= MAX_SKILLS) break;
    const key = skill.skillId ?? skillKey(skill.verbatim);
    if (!found.has(key)) found.set(key, skill);
  }
  return [...found.values()];
}

function addDeclared(reading: Reading, span: Span, found: Map<string, ParsedSkill>): void {
  const years = YEARS.exec(span.text);
  let item = years === null ? span : subSpan(span, 0, years.index);
  const level = LEVEL_WORDS.exec(item.text);
  if (level !== null && level.index > 1) item = subSpan(item, 0, level.index);
  item = trimSpan(item, ',;:.|•·–—-*"“”(');
  if (item.text.length < 1 || item.text.length > LONGEST_ITEM) return;
  const verbatim = item.text.replace(/\s+/g, ' ');
  const known = skillNamed(verbatim);
  const key = known?.id ?? skillKey(verbatim);
  if (key === '' || found.has(key)) return;
  const words = verbatim.split(' ').length;
  if (known === null && (words > 7 || isProse(verbatim) || /^\d+$/.test(verbatim))) return;
  found.set(key, {
    skillId: known?.id ?? null,
    name: known?.name ?? verbatim,
    verbatim,
    years: years === null ? null : Number((years[1] ?? '0').replace(',', '.')),
    declared: true,
    confidence: roundConfidence(known !== null ? 0.93 : 0.65 - Math.max(0, words - 3) * 0.08),
    evidence: evidenceOf(reading.document, item.start, item.end),
  });
}

/** The items of a skills section: cells, bullets and lists, without the names of groups in front. */
function declaredItems(text: string, section: Section): readonly Span[] {
  const items: Span[] = [];
  for (const paragraph of paragraphs(section.lines)) {
    for (const run of paragraph) {
      if (readLanguageItem(run.text)) continue;
      const body = withoutGroupName(run);
      if (findDates(body.text).some((date) => date.range)) continue;
      const parts = outsideBrackets(body);
      if (parts.length === 1 && isProse(body.text)) {
        items.push(...knownWithin(body));
        continue;
      }
      for (const part of parts) {
        if (isProse(part.text) || part.text.length > LONGEST_ITEM) items.push(...knownWithin(part));
        else items.push(part);
      }
    }
  }
  return items.map((item) => spanOf(text, item.start, item.end));
}

/** A line that is only a spoken language and its level does not list a skill. */
function readLanguageItem(line: string): boolean {
  const words = line.split(/[\s:(–—-]+/u);
  return (
    words.length <= 4 &&
    readLanguageName(words[0] ?? '') !== null &&
    words.length > 1 &&
    line.length < 40
  );
}

/** Joins wrapped lines: "Social media" / "marketing" after a comma or an unfinished item. */
function paragraphs(lines: readonly CvLine[]): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  let open: Span | null = null;
  const close = (): void => {
    if (open !== null) groups.push([open]);
    open = null;
  };
  const longest = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  let previous: CvLine | null = null;
  for (const line of lines) {
    const goesOn =
      previous !== null &&
      open !== null &&
      !line.bullet &&
      line.segments.length === 1 &&
      previous.segments.length === 1 &&
      (/[,，、&|·•/-]$/.test(previous.text) ||
        (/^[\p{Ll}&(]/u.test(line.text) && !line.gapBefore) ||
        (listLike(previous.text) &&
          !line.gapBefore &&
          !/[:：]/.test(line.text) &&
          previous.text.length >= longest * 0.75));
    if (goesOn && open !== null) {
      const gap: number = line.start - open.end;
      open = {
        start: open.start,
        end: line.end,
        text: `${open.text}${' '.repeat(Math.max(1, gap))}${line.text}`,
      };
    } else {
      close();
      if (line.segments.length > 1) {
        groups.push([...cellsOf(line)]);
      } else open = { start: line.start, end: line.end, text: line.text };
    }
    previous = line;
  }
  close();
  return groups;
}

/** Cells of a row; a first cell that names a group ("Databases") is left out when lists follow it. */
function cellsOf(line: CvLine): readonly Span[] {
  const [first, ...rest] = line.segments;
  if (
    first !== undefined &&
    rest.length === 1 &&
    listLike(rest[0]?.text ?? '') &&
    !listLike(first.text)
  )
    return rest;
  return line.segments;
}

const listLike = (text: string): boolean => (text.match(/[,;|•·，、]/g) ?? []).length >= 2;

/** "Languages: Java, C" → "Java, C". */
function withoutGroupName(span: Span): Span {
  const colon = span.text.search(/[:：](?!\/\/)/);
  if (colon <= 0 || colon > 45 || colon === span.text.length - 1) {
    return colon === span.text.length - 1 && colon > 0
      ? { ...span, end: span.start, text: '' }
      : span;
  }
  const head = span.text.slice(0, colon);
  return /[,;]/.test(head) ? span : subSpan(span, colon + 1, span.text.length);
}

/** Splits at separators that stand outside brackets: "CSS (SASS, LESS)" is one item. */
function outsideBrackets(span: Span): readonly Span[] {
  if (!span.text.includes('(')) return splitSpan(span, SEPARATORS);
  let masked = '';
  let depth = 0;
  for (const char of span.text) {
    if (char === '(') depth++;
    masked += depth > 0 ? 'x'.repeat(char.length) : char;
    if (char === ')' && depth > 0) depth--;
  }
  const shape: Span = { ...span, text: masked };
  return splitSpan(shape, SEPARATORS).map((piece) =>
    subSpan(span, piece.start - span.start, piece.end - span.start),
  );
}

const WORDS = /[\p{L}\p{N}+#]+/gu;

/** The taxonomy's skills among the words of a span, longest names first. */
function knownWithin(span: Span): readonly Span[] {
  return matchesIn(span).map((match) => match.span);
}

interface Match {
  readonly span: Span;
  readonly key: string;
}

function matchesIn(span: Span): readonly Match[] {
  const tokens = [...span.text.matchAll(WORDS)].map((match) => ({
    key: skillKey(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const matches: Match[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at];
    const most =
      first === undefined ? 0 : Math.min(longestFrom(first.key), LONGEST_SKILL, tokens.length - at);
    let taken = 0;
    for (let count = most; count >= 1 && taken === 0; count--) {
      const part = tokens.slice(at, at + count);
      const key = part.map((token) => token.key).join(' ');
      const last = part.at(-1);
      if (first === undefined || last === undefined || skillNamed(key) === null) continue;
      if (/[.;:!?]\s/.test(span.text.slice(first.start, last.end))) continue;
      matches.push({ span: sub(span, first.start, last.end), key });
      taken = count;
    }
    at += Math.max(1, taken);
  }
  return matches;
}

const sub = (span: Span, from: number, to: number): Span => ({
  start: span.start + from,
  end: span.start + to,
  text: span.text.slice(from, to),
});

/** Skills named in the running text of work, education, projects and summary. */
function mentionedSkills(reading: Reading): readonly ParsedSkill[] {
  const list: ParsedSkill[] = [];
  const seen = new Set<string>();
  const inSkills = new Set(
    sectionsOf(reading.sections, 'skills').flatMap((section) => section.lines),
  );
  for (const section of reading.sections) {
    if (section.kind === 'skills' || section.kind === 'personal' || section.kind === 'languages')
      continue;
    for (const line of section.lines) {
      if (inSkills.has(line) || line.text.includes('@')) continue;
      for (const { span, key } of matchesIn(line)) {
        const skill = skillNamed(key);
        if (skill === null || seen.has(skill.id) || isEveryday(key)) continue;
        seen.add(skill.id);
        list.push({
          skillId: skill.id,
          name: skill.name,
          verbatim: span.text,
          years: null,
          declared: false,
          confidence: roundConfidence(key.includes(' ') || /\d|[+#]/.test(key) ? 0.75 : 0.6),
          evidence: evidenceOf(reading.document, span.start, span.end),
        });
      }
    }
  }
  return list;
}
