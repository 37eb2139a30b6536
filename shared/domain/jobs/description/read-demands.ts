import {
  EDUCATION_LEVELS,
  type EducationLevel,
  educationLevel,
} from '@/shared/domain/parsing/education-level';
import { meansSkill, skillsIn } from '@/shared/domain/parsing/skill-matches';
import { type Span, splitSpan } from '@/shared/domain/parsing/spans';
import { readPlace } from '@/shared/domain/parsing/places';
import { skillByKey, skillKey } from '@/shared/domain/parsing/taxonomy';
import type { AdLine, AdPart } from './ad-sections';
import type { ReadSkill, YearsRange } from './reading';

const MOST_SKILLS = 100;
const MOST_LINE = 2000;

const NICE =
  /nice to have|good to have|preferred|preferably|is a plus|are a plus|a big plus|an asset|advantage|bonus|desirable|ideally|beneficial|optional|von vorteil|wünschenswert|idealerweise|gerne auch|serait un plus|apprécié|souhaité|deseable|se valora|valorar|desejável|diferencial|preferibile|gradit|mile widzian|pre\b|meriterande/i;
const STRONG =
  /\b(?:must|essential|expert|expertise|strong|extensive|deep|proven|solid|advanced|excellent|zwingend|fundiert|sehr gut|sicher|solide|maîtrise|indispensable|imprescindible|avanzad|sólid|ottima|approfondit)/i;
const WEAK =
  /\b(?:basic|familiar|exposure|awareness|some knowledge|understanding of|grundkenntnis|grundlegend|notions|conocimientos básicos|nozioni)/i;

/**
 * The skills that a description names, each once, with whether it must be there: what is asked for under "nice to have" or in a sentence that
 * says so is not; what only the company's own story or its benefits name is not asked for at all. A skill of the duties weighs less than one of
 * the requirements. Years stand beside the skill ("5+ years of Java").
 */
export function readAskedSkills(lines: readonly AdLine[]): readonly ReadSkill[] {
  const found = new Map<string, ReadSkill>();
  const hasRequirements = lines.some(({ part }) => part === 'required');
  for (const line of lines) {
    if (line.isHeading || ['company', 'offer', 'apply'].includes(line.part)) continue;
    for (const clause of clausesOf(line)) {
      for (const match of skillsIn(clause)) {
        if (
          !meansSkill(match, { ...clause, upper: isUpper(clause.text) }) &&
          !isListed(match.span, clause) &&
          !isItem(match.span, line)
        )
          continue;
        const skill: ReadSkill = {
          need: line.part === 'nice' || NICE.test(clause.text) ? 'nice' : 'required',
          skillId: match.skillId,
          name: skillByKey(match.key)?.name ?? match.span.text,
          weight: weightOf(clause.text, line.part, hasRequirements),
          minYears: yearsNear(clause, match.span),
          span: match.span,
        };
        const known = found.get(match.skillId);
        if (known === undefined) {
          if (found.size < MOST_SKILLS) found.set(match.skillId, skill);
        } else found.set(match.skillId, stronger(known, skill));
      }
    }
  }
  return [...found.values()];
}

/** Names that the taxonomy does not know are kept as they are written; so many. */
const MOST_UNKNOWN = 30;
const UNKNOWN_WORDS = 5;
/** What stands before a skill and is no part of it. */
const BEFORE_SKILL =
  /^(?:(?:a|an|the|some|any|at least|good|great|strong|solid|sound|proven|deep|advanced|basic|excellent|extensive|hands-on|practical|professional|working|demonstrable|previous|recent|relevant|prior)\s+)*(?:(?:knowledge|understanding|experience|expertise|skills?|proficiency|competence|background|familiarity|command|awareness|track record)\s+(?:of|in|with|on)\s+(?:the\s+)?)?/i;
/** What only sentences hold, and what is asked for elsewhere: years, schooling, licences, languages, character. */
const NO_SKILL =
  /\d|\b(?:you|your|we|our|us|i|is|are|be|been|have|has|had|will|would|can|must|should|may|do|able|ability|willing\w*|who|that|which|when|if|not|no|to|for|in|at|on|with|as|from|by|based|years?|experience|degree|licen[cs]e|certificat\w*|permit|visa|eligib\w*|attitude|personality|player|starter|motivated|passion\w*|fluen\w*|native|language|hours|shifts?|salary|skills?|mindset|sense|interest|etc|plus)\b/i;

/**
 * Short names in the lists under the headings of what is asked for that the taxonomy does not know ("Sepsis screening"), as they are written.
 * Sentences are left alone: nobody could tell which of their words is meant.
 */
export function readUnknownSkills(
  lines: readonly AdLine[],
  known: readonly ReadSkill[],
): readonly ReadSkill[] {
  const found = new Map<string, ReadSkill>();
  const taken = known.map(({ span }) => span);
  for (const line of lines) {
    if (line.isHeading || (line.part !== 'required' && line.part !== 'nice')) continue;
    const behind = line.text.slice(0, MOST_LINE).replace(/^[^:：]{3,60}[:：]\s*/u, '');
    const own = { ...line, start: line.start + line.text.indexOf(behind), text: behind };
    for (const piece of splitSpan(own, /\s*(?:[,;|•·，、；]|\s\/\s)\s*/gu)) {
      const name = unknownName(piece);
      if (name === null || taken.some((one) => one.start < piece.end && piece.start < one.end))
        continue;
      const key = skillKey(name.text);
      if (key === '' || found.has(key) || found.size >= MOST_UNKNOWN) continue;
      found.set(key, {
        need: line.part === 'nice' || NICE.test(line.text) ? 'nice' : 'required',
        skillId: null,
        name: name.text,
        weight: weightOf(line.text, line.part, true),
        minYears: null,
        span: name,
      });
    }
  }
  return [...found.values()];
}

/** The name of a skill that a piece of a list is, without what stands before it; null for everything else. */
function unknownName(piece: Span): Span | null {
  const text = piece.text.replace(/[.\s]+$/u, '');
  const from = BEFORE_SKILL.exec(text)?.[0].length ?? 0;
  const name = text.slice(from);
  const words = name.split(/\s+/).length;
  // One word alone says too little to be taken for a skill.
  if (words < 2 || words > UNKNOWN_WORDS || name.length > 50 || !/^\p{L}/u.test(name)) return null;
  if (/[.!?:()"]/.test(name) || NO_SKILL.test(name) || speaksOfSchooling(name)) return null;
  if (readPlace(name)?.country != null) return null;
  const start = piece.start + from;
  return { start, end: start + name.length, text: name };
}

/** Of two mentions the one that asks for more, with the years that either states. */
function stronger(known: ReadSkill, other: ReadSkill): ReadSkill {
  const minYears = Math.max(known.minYears ?? 0, other.minYears ?? 0);
  return {
    ...known,
    need: known.need === 'required' || other.need === 'required' ? 'required' : 'nice',
    weight: Math.max(known.weight, other.weight),
    minYears: minYears === 0 ? null : minYears,
  };
}

/** "Go, Rust, SQL": in a list of the requirements a name that is an everyday word too means the skill. */
function isListed(name: Span, clause: Span): boolean {
  if (!/^\p{Lu}/u.test(name.text)) return false;
  const before = clause.text.slice(0, name.start - clause.start);
  const behind = clause.text.slice(name.end - clause.start);
  return (
    /(?:^|[,:;/(•]|\b(?:and|or|und|oder|et|ou|y|e|o))\s*$/.test(before) &&
    /^\s*(?:[,;/).]|$|\b(?:and|or|und|oder|et|ou)\b)/.test(behind) &&
    before + behind !== ''
  );
}

/** "Go", alone on a line of what is asked for. */
const isItem = (name: Span, line: AdLine): boolean =>
  (line.part === 'required' || line.part === 'nice') &&
  /^\p{Lu}/u.test(name.text) &&
  line.text.trim() === name.text;

function weightOf(clause: string, part: AdPart, hasRequirements: boolean): number {
  if (STRONG.test(clause)) return 5;
  if (WEAK.test(clause)) return 2;
  return hasRequirements && (part === 'duties' || part === 'head') ? 2 : 3;
}

const isUpper = (text: string): boolean => text === text.toUpperCase();

const clausesOf = (line: AdLine): readonly Span[] =>
  splitSpan({ ...line, text: line.text.slice(0, MOST_LINE) }, /(?<=[.;!?])\s+(?=\p{Lu})/gu);

const WORD_NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eins: 1,
  ein: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  zehn: 10,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  due: 2,
  tre: 3,
  dois: 2,
};
const NUMBER = `\\d{1,2}(?:[.,]5)?|${Object.keys(WORD_NUMBERS).join('|')}`;
const YEARS = new RegExp(
  `(?<![\\d.,])(${NUMBER})\\s*\\+?\\s*(?:(?:-|–|—|to|bis|à|a|or|oder|tot|do)\\s*(${NUMBER})\\s*\\+?\\s*)?(?:\\(\\d{1,2}\\)\\s*)?(?:plus\\s+|full\\s+)?(?:年|(?:years?|yrs?|jahren?|ans?|années|años?|anos?|anni|jaar|lat(?:a)?|år)(?!\\p{L}))`,
  'giu',
);
const UP_TO =
  /(?:up to|maximum|max\.?|at most|less than|bis zu|höchstens|jusqu(?:'|’)à|hasta|até|fino a)\s*(?:of\s*)?$/i;

interface FoundYears extends YearsRange, Span {}

function yearsIn(span: Span): readonly FoundYears[] {
  return [...span.text.matchAll(YEARS)].flatMap((match) => {
    const first = numberOf(match[1]);
    const second = numberOf(match[2]);
    if (first === null || first > 40 || (second ?? 0) > 50) return [];
    const upTo = second === null && UP_TO.test(span.text.slice(0, match.index));
    const range =
      second === null
        ? { min: upTo ? null : first, max: upTo ? first : null }
        : { min: Math.min(first, second), max: Math.max(first, second) };
    const start = span.start + match.index;
    return [{ ...range, start, end: start + match[0].length, text: match[0] }];
  });
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return WORD_NUMBERS[text.toLowerCase()] ?? Number(text.replace(',', '.'));
}

/** "5+ years of Java and SQL", "Java (3 years)": the years of the clause, where it states them of its skills and not of work as a whole. */
function yearsNear(clause: Span, skill: Span): number | null {
  const years = yearsIn(clause);
  if (years.length === 0) return null;
  const after = years.findLast(({ end }) => end <= skill.start);
  const behind = years.find(({ start }) => start >= skill.end && start - skill.end <= 14);
  if (behind !== undefined && after === undefined) return behind.min;
  if (after === undefined) return null;
  const between = clause.text.slice(after.end - clause.start, skill.start - clause.start);
  // "5 years in sales, using Excel": the years are those of the sales.
  return between.length <= 60 &&
    !/\b(?:using|including|such as|e\.g|with a|role|position|as an?)\b/i.test(between)
    ? after.min
    : null;
}

const OF_WORK =
  /experience|erfahrung|expérience|experiencia|experiência|esperienza|ervaring|doświadczen|erfarenhet|praxis|经验|経験|경력|in (?:a|the) (?:similar|same|comparable)|in a related|track record|as an? /i;

/** The years of work that are asked for: of the requirements before anything else, and where a sentence speaks of experience. */
export function readYears(
  lines: readonly AdLine[],
): { readonly years: YearsRange; readonly line: AdLine } | null {
  let best: { readonly years: YearsRange; readonly line: AdLine; readonly weight: number } | null =
    null;
  for (const line of lines) {
    if (['company', 'offer', 'apply'].includes(line.part)) continue;
    for (const clause of clausesOf(line)) {
      const found = yearsIn(clause)[0];
      if (found === undefined) continue;
      const says = OF_WORK.test(clause.text);
      if (!says && line.part !== 'required') continue;
      const ofSkill = skillsIn(clause).some((match) =>
        meansSkill(match, { ...clause, upper: false }),
      );
      const weight =
        (says ? 2 : 0) +
        (line.part === 'required' ? 2 : line.part === 'nice' ? -3 : 0) -
        (ofSkill ? 1 : 0);
      if (weight > 0 && (best === null || weight > best.weight))
        best = { years: { min: found.min, max: found.max }, line, weight };
    }
  }
  return best;
}

const OF_SCHOOLING =
  /degree|diploma|bachelor|master|ph\.?\s?d|doctorate|\b[bm]\.?\s?(?:sc|tech|eng|com)\b|\b[bm]\.\s?[aes]\.|\bmba\b|graduate|high school|ged\b|studium|abschluss|ausbildung|abitur|diplom|licence|bac\s?\+|licenciatura|grado en|titulaci[oó]n|gradua[cç][aã]o|superior completo|laurea|diploma di|hbo|wo-|mbo|wykształcenie|examen|utbildning|本科|学士|硕士|大专|大卒|학사/i;
/** Two capitals are a degree where it says of what; elsewhere MA is Massachusetts. */
const SHORT_DEGREE = /\b(?:BA|BS|BE|MA|MS|ME)\b(?=\s*(?:\/|\bor\b|\bin\b|\bdegree\b))/;
const speaksOfSchooling = (text: string): boolean =>
  OF_SCHOOLING.test(text) || SHORT_DEGREE.test(text);

/** The least schooling that is enough: "Bachelor's or Master's degree" asks for the first. */
export function readSchooling(
  lines: readonly AdLine[],
): { readonly level: EducationLevel; readonly line: AdLine } | null {
  let best: {
    readonly level: EducationLevel;
    readonly line: AdLine;
    readonly weight: number;
  } | null = null;
  for (const line of lines) {
    if (['company', 'offer', 'apply', 'nice'].includes(line.part)) continue;
    for (const clause of clausesOf(line)) {
      if (!speaksOfSchooling(clause.text)) continue;
      const level = lowestLevel(clause.text);
      const weight = line.part === 'required' ? 2 : 1;
      if (level !== null && (best === null || weight > best.weight)) best = { level, line, weight };
    }
  }
  return best;
}

function lowestLevel(text: string): EducationLevel | null {
  const levels = text
    .slice(0, 400)
    .split(/\s*(?:[,/(;]|\b(?:or|oder|ou|o|of|lub|eller)\b)\s*/i)
    .flatMap((piece) => {
      const bac = /bac\s?\+\s?(\d)/i.exec(piece)?.[1];
      if (bac !== undefined)
        return Number(bac) >= 5 ? 'master' : Number(bac) >= 3 ? 'bachelor' : 'associate';
      if (!speaksOfSchooling(piece) || NICE.test(piece)) return [];
      const level = educationLevel(plainDegree(piece), null);
      return (
        level ??
        (/degree|studium|hochschul|universit|laurea|titulación/i.test(piece) ? 'bachelor' : [])
      );
    });
  return EDUCATION_LEVELS.find((level) => levels.includes(level)) ?? null;
}

/** "a Master's degree or similar in an IT-related field": only the words of the degree, for IT and BE are degrees elsewhere. */
function plainDegree(piece: string): string {
  const hit = OF_SCHOOLING.exec(piece) ?? SHORT_DEGREE.exec(piece);
  if (hit === null) return piece;
  const from = Math.max(0, piece.lastIndexOf(' ', Math.max(0, hit.index - 12)));
  return piece
    .slice(from, hit.index + hit[0].length + 24)
    .replace(/\b(?:in|of) .*$/i, '')
    .replace(/[’']s\b/g, '');
}
