import { educationLevel } from '@/shared/domain/parsing/education-level';
import { meansSkill, skillsIn } from '@/shared/domain/parsing/skill-matches';
import { skillNamed } from '@/shared/domain/parsing/taxonomy';
import { fold } from '@/shared/kit/text';
import type { JobCriteria, SkillCriterion } from './criteria';

const MOST_SKILLS = 40;
const LONGEST_LINE = 2000;

/**
 * The criteria of a job with what its text asks for where nobody has stated it: skills of the taxonomy, the fewest years, the schooling. What is stated
 * is never changed.
 */
export function withTextCriteria(criteria: JobCriteria): JobCriteria {
  const text = criteria.description;
  if (text === null || text.trim() === '') return criteria;
  return {
    ...criteria,
    skills: criteria.skills.length > 0 ? criteria.skills : skillsOfText(text),
    experienceMin: criteria.experienceMin ?? yearsOfText(text),
    educationMin: criteria.educationMin ?? educationOfText(text),
  };
}

function skillsOfText(text: string): SkillCriterion[] {
  const counts = new Map<string, { name: string; times: number }>();
  for (const { start, line } of linesOf(text)) {
    const span = { start, end: start + line.length, text: line };
    const upper = line === line.toUpperCase();
    for (const match of skillsIn(span)) {
      if (!meansSkill(match, { ...span, upper })) continue;
      const known = counts.get(match.skillId);
      const name = skillNamed(match.key)?.name ?? match.span.text;
      counts.set(match.skillId, { name, times: (known?.times ?? 0) + 1 });
    }
  }
  return [...counts].slice(0, MOST_SKILLS).map(([skillId, { name, times }]) => ({
    name,
    skillId,
    mustHave: false,
    weight: Math.min(3, times),
    minYears: null,
    origin: 'text' as const,
  }));
}

function* linesOf(text: string): Generator<{ readonly start: number; readonly line: string }> {
  let start = 0;
  for (const line of text.split('\n')) {
    for (let at = 0; at < line.length; at += LONGEST_LINE)
      yield { start: start + at, line: line.slice(at, at + LONGEST_LINE) };
    start += line.length + 1;
  }
}

/** "5+ years of experience", "mindestens 3 Jahre Berufserfahrung": the smallest number that an advertisement names, up to twenty. */
function yearsOfText(text: string): number | null {
  let least: number | null = null;
  for (const { line } of linesOf(text)) {
    for (const match of fold(line).matchAll(YEARS)) {
      const years = Number(match[1] ?? match[2]);
      if (years >= 1 && years <= 20 && (least === null || years < least)) least = years;
    }
  }
  return least;
}
const YEARS =
  /(\d{1,2})\s?\+?\s?(?:(?:-|–|to|bis|a)\s?\d{1,2}\s?)?(?:years?|yrs?|jahre[n]?|ans|anos|anni|jaar|lat)\b[^.;\n]{0,40}?(?:experience|erfahrung|experiencia|esperienza|ervaring|doswiadczenia|berufserfahrung)|(?:experience|erfahrung|experiencia|esperienza)[^.;\n]{0,30}?(\d{1,2})\s?\+?\s?(?:years?|yrs?|jahre|ans|anos|anni)\b/g;

/** The lowest schooling an advertisement names as a degree. */
function educationOfText(text: string): JobCriteria['educationMin'] {
  for (const { line } of linesOf(text)) {
    const match = DEGREE.exec(line);
    if (match !== null) return educationLevel(match[0], null);
  }
  return null;
}
const DEGREE =
  /\b(?:high school diploma|associate(?:'s|’s)? degree|bachelor(?:'s|’s|s)?(?: degree)?|master(?:'s|’s)? degree|ph\.?d\.?|doctorate|abgeschlossene (?:ausbildung|berufsausbildung)|B\.?Sc\.?|M\.?Sc\.?|B\.?Tech)\b/i;
