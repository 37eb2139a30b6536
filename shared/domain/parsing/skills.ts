import { declaredItems, itemKey } from './declared-skills';
import { evidenceOf } from './evidence';
import type { ParsedExperience, ParsedSkill } from './parsed-resume';
import { type Reading, roundConfidence } from './reading';
import { sectionsOf } from './sections';
import { meansSkill, type SkillMatch, skillsIn } from './skill-matches';
import { skillNamed } from './taxonomy';
import { totalYears } from './total-years';

const MAX_SKILLS = 250;

/** What is known of the CV before its skills are read. */
export interface SkillContext {
  readonly experience: readonly ParsedExperience[];
  /** The person, employers, schools and places: words in them name no skill ("Oracle Ltd", "Nancy"). */
  readonly properNames: readonly (string | null)[];
}

/**
 * Skills a person lists in a section of skills, as they are written, then those the text only mentions, each once. Years are those
 * the CV states, else those of the jobs whose text names the skill, months that overlap counted once.
 */
export function readSkills(reading: Reading, context: SkillContext): readonly ParsedSkill[] {
  const declared = readDeclared(reading);
  const ids = new Set(declared.flatMap((skill) => skill.skillId ?? []));
  const mentions = readMentions(reading, context.properNames, ids);
  const all = [...declared];
  for (const match of mentions) {
    if (all.length >= MAX_SKILLS) break;
    if (ids.has(match.skillId)) continue;
    ids.add(match.skillId);
    all.push(mentionedSkill(reading, match));
  }
  const jobs = jobsNaming(reading, mentions, context.experience);
  return all.map((skill) => {
    const named = skill.skillId === null ? undefined : jobs.get(skill.skillId);
    if (skill.years !== null || named === undefined) return skill;
    return { ...skill, years: totalYears([...named], reading.now) };
  });
}

function readDeclared(reading: Reading): readonly ParsedSkill[] {
  const found = new Map<string, ParsedSkill>();
  for (const section of sectionsOf(reading.sections, 'skills')) {
    for (const { span, years } of declaredItems(reading, section)) {
      if (found.size >= MAX_SKILLS) return [...found.values()];
      const verbatim = span.text.replace(/\s+/g, ' ');
      const key = itemKey(verbatim);
      if (key === '' || found.has(key)) continue;
      const known = skillNamed(verbatim);
      const words = verbatim.split(' ').length;
      found.set(key, {
        skillId: known?.id ?? null,
        name: known?.name ?? verbatim,
        verbatim,
        years,
        declared: true,
        confidence: roundConfidence(known !== null ? 0.93 : 0.65 - Math.max(0, words - 3) * 0.08),
        evidence: evidenceOf(reading.document, span.start, span.end),
      });
    }
  }
  return [...found.values()];
}

/** Names of skills in the running text of work, education, projects and summary; each place they stand. */
function readMentions(
  reading: Reading,
  properNames: SkillContext['properNames'],
  declared: ReadonlySet<string>,
): readonly SkillMatch[] {
  const matches: SkillMatch[] = [];
  const taken = placesOf(reading.text, properNames);
  const listed = new Set(sectionsOf(reading.sections, 'skills').flatMap(({ lines }) => lines));
  for (const section of reading.sections) {
    if (['skills', 'personal', 'languages'].includes(section.kind)) continue;
    for (const line of section.lines) {
      if (listed.has(line) || line.text.includes('@')) continue;
      for (const match of skillsIn(line)) {
        // A word of every day is trusted where the person lists the skill too: "Excel" among skills, then in a job.
        const trusted = declared.has(match.skillId) && /^\p{Lu}/u.test(match.span.text);
        if (!trusted && !meansSkill(match, line)) continue;
        if (taken.some((place) => match.span.start < place.end && match.span.end > place.start))
          continue;
        matches.push(match);
      }
    }
  }
  return matches;
}

function mentionedSkill(reading: Reading, { key, skillId, span }: SkillMatch): ParsedSkill {
  return {
    skillId,
    name: skillNamed(key)?.name ?? span.text,
    verbatim: span.text,
    years: null,
    declared: false,
    confidence: roundConfidence(key.includes(' ') || /\d|[+#]/.test(key) ? 0.75 : 0.6),
    evidence: evidenceOf(reading.document, span.start, span.end),
  };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the names stand in the text. */
function placesOf(text: string, names: SkillContext['properNames']): readonly Place[] {
  const places: Place[] = [];
  for (const name of new Set(names)) {
    if (name === null || name.length < 3) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      places.push({ start: at, end: at + name.length });
      if (places.length >= 500) return places;
    }
  }
  return places;
}

/**
 * Skill id → the jobs whose text names it. A job's text goes from its head to the head of the next one in the same section: its
 * evidence covers the head only.
 */
function jobsNaming(
  reading: Reading,
  mentions: readonly SkillMatch[],
  experience: readonly ParsedExperience[],
): ReadonlyMap<string, ReadonlySet<ParsedExperience>> {
  const jobs = new Map<string, Set<ParsedExperience>>();
  for (const section of sectionsOf(reading.sections, 'experience')) {
    const from = section.lines[0]?.start ?? 0;
    const to = section.lines.at(-1)?.end ?? 0;
    const heads = experience
      .map((job) => ({ job, start: job.evidence?.start ?? -1 }))
      .filter(({ start }) => start >= from && start < to);
    heads.sort((a, b) => b.start - a.start);
    for (const { skillId, span } of mentions) {
      if (span.start < from || span.end > to) continue;
      const head = heads.find(({ start }) => start <= span.start);
      if (head === undefined) continue;
      jobs.set(skillId, (jobs.get(skillId) ?? new Set()).add(head.job));
    }
  }
  return jobs;
}
