import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';
import { skillKey } from '@/shared/domain/parsing/taxonomy';
import type { CompiledJob } from './compile-job';
import type { CandidateFacts } from './facts';
import type { CandidateProfile, ProfileSkill, Proof } from './profile';
import { type Details, RELEVANT } from './score-facts';
import type { CriterionResult, PartLikeness } from './score-types';
import { skillName } from './skill-credits';
import { statusOf } from './statuses';
import { countTerms, isFieldTerm, LONGEST_TEXT, type Term, termWords, writtenTerms } from './terms';

const LONGEST_QUOTE = 240;
const MOST_WORDS = 12;

/** What became of each thing the job asks for, skills first, each with what the candidate has nearest to it and where that stands. */
export function explainCriteria(
  job: CompiledJob,
  profile: CandidateProfile,
  facts: CandidateFacts,
  likeness: PartLikeness,
  details: Details,
): readonly CriterionResult[] {
  const results: CriterionResult[] = job.skills.map((_, at) =>
    skillResult(job, profile, facts, details, at),
  );
  if (likeness.experience !== null)
    results.push(experienceResult(job, profile, facts, likeness.experience, details));
  if (likeness.title !== null) {
    if (job.criteria.title !== null && job.criteria.title.trim() !== '')
      results.push(titleResult(job, profile, facts, details));
    if (job.textTerms.size > 0) results.push(wordsResult(job, profile, facts, details));
  }
  if (likeness.education !== null)
    results.push(educationResult(job, profile, facts, likeness.education));
  if (likeness.location !== null)
    results.push(locationResult(job, profile, facts, likeness.location));
  return results;
}

/** The same from stored facts alone, for rows of a list: without proofs, and without the words of titles and places. */
export const criteriaOfFacts = (
  job: CompiledJob,
  facts: CandidateFacts,
  likeness: PartLikeness,
  details: Details,
): readonly CriterionResult[] => explainCriteria(job, EMPTY_PROFILE, facts, likeness, details);

const EMPTY_PROFILE: CandidateProfile = {
  id: '',
  headline: null,
  summary: null,
  roles: [],
  education: [],
  skills: [],
  location: null,
  totalYears: null,
  text: null,
};

function skillResult(
  job: CompiledJob,
  profile: CandidateProfile,
  facts: CandidateFacts,
  details: Details,
  at: number,
): CriterionResult {
  const asked = job.skills[at];
  const credit = details.skillCredits[at] ?? 0;
  const from = facts.skills[details.skillFrom[at] ?? -1];
  const found =
    asked === undefined || credit === 0 ? -1 : placeOfSkill(profile, from?.id ?? null, asked.name);
  const own = profile.skills[found];
  const known = facts.skills.length + facts.otherSkills.length + facts.textTerms.length > 0;
  return {
    part: 'skills',
    key: `skill:${asked?.skillId ?? skillKey(asked?.name ?? '')}`,
    asked: asked?.name ?? '',
    mustHave: asked?.mustHave ?? false,
    status: statusOf(credit, known),
    credit,
    nearest: credit === 0 ? null : (own?.name ?? (from === undefined ? null : skillName(from.id))),
    months: from === undefined || from.months === 0 ? null : from.months,
    proof: own === undefined ? null : skillProof(profile, own, found),
  };
}

function placeOfSkill(profile: CandidateProfile, id: string | null, asked: string): number {
  if (id !== null) return profile.skills.findIndex(({ skillId }) => skillId === id);
  const words = skillKey(asked).split(' ');
  return profile.skills.findIndex(({ skillId, name }) => {
    const own = skillKey(name).split(' ');
    return skillId === null && words.every((word) => own.includes(word));
  });
}

function skillProof(profile: CandidateProfile, skill: ProfileSkill, index: number): Proof {
  return {
    field: 'skill',
    index,
    span: skill.span,
    quote: quoteOf(profile, skill.span, skill.name),
  };
}

function experienceResult(
  job: CompiledJob,
  profile: CandidateProfile,
  facts: CandidateFacts,
  credit: number,
  details: Details,
): CriterionResult {
  const known = details.workMonths > 0;
  return {
    part: 'experience',
    key: 'experience',
    asked: String(job.criteria.experienceMin ?? 0),
    mustHave: false,
    status: statusOf(credit, known),
    credit,
    nearest: known ? nearestTitleText(profile, facts, details) : null,
    months: known ? details.relevantMonths : null,
    proof: known ? roleProof(profile, details.nearestRole) : null,
  };
}

function titleResult(
  job: CompiledJob,
  profile: CandidateProfile,
  facts: CandidateFacts,
  details: Details,
): CriterionResult {
  const credit = Math.max(details.occupation, details.titleWords);
  const at = details.nearestRole >= 0 ? details.nearestRole : facts.roles.length === 0 ? -1 : 0;
  return {
    part: 'title',
    key: 'title',
    asked: job.criteria.title ?? '',
    mustHave: false,
    // Two titles that share a word are a third alike: that is no part of the work.
    status: statusOf(credit < RELEVANT ? 0 : credit, facts.roles.length > 0),
    credit,
    nearest: titleAt(profile, at),
    months: null,
    proof: roleProof(profile, at),
  };
}

/** The words of the advertisement and of its field of work that stand in the CV too, those that count most first, and the line that holds most of them. */
function wordsResult(
  job: CompiledJob,
  profile: CandidateProfile,
  facts: CandidateFacts,
  details: Details,
): CriterionResult {
  const shared = facts.textTerms
    .map(({ term, weight }) => ({ term, counts: weight * (job.textTerms.get(term) ?? 0) }))
    .filter(({ term, counts }) => counts > 0 && !isFieldTerm(term))
    .sort((a, b) => b.counts - a.counts || a.term - b.term);
  const written = writtenTerms(profile.text ?? '');
  const words = shared.slice(0, MOST_WORDS).map(({ term }) => written.get(term) ?? termWords(term));
  return {
    part: 'title',
    key: 'words',
    asked: '',
    mustHave: false,
    status: statusOf(details.textWords, facts.textTerms.length > 0),
    credit: details.textWords,
    nearest: words.length === 0 ? null : words.join(', '),
    months: null,
    proof: lineProof(profile, new Map(shared.map(({ term, counts }) => [term, counts]))),
  };
}

/** A line of the CV, or so much of a long one as is quoted. */
const LINE = new RegExp(`[^\\n]{1,${LONGEST_QUOTE}}(?!\\S)|[^\\n]{1,${LONGEST_QUOTE}}`, 'g');

/** The line that says most of what counts, each word once; the first of those that say as much. */
function lineProof(profile: CandidateProfile, counts: ReadonlyMap<Term, number>): Proof | null {
  let proof: Proof | null = null;
  let most = 0;
  if (profile.text === null || counts.size === 0) return null;
  for (const { 0: line, index } of profile.text.slice(0, LONGEST_TEXT).matchAll(LINE)) {
    let said = 0;
    for (const term of countTerms(line).keys()) said += counts.get(term) ?? 0;
    if (said <= most) continue;
    most = said;
    const start = index + line.length - line.trimStart().length;
    const quote = line.trim();
    proof = { field: 'text', index: null, span: { start, end: start + quote.length }, quote };
  }
  return proof;
}

function educationResult(
  job: CompiledJob,
  profile: CandidateProfile,
  facts: CandidateFacts,
  credit: number,
): CriterionResult {
  const level = EDUCATION_LEVELS[facts.education - 1] ?? null;
  const index = profile.education.findIndex(
    (study) => study.level !== null && study.level === level,
  );
  const study = profile.education[index];
  return {
    part: 'education',
    key: 'education',
    asked: job.criteria.educationMin ?? '',
    mustHave: false,
    status: statusOf(credit, facts.education > 0),
    credit,
    nearest: level,
    months: null,
    proof:
      study === undefined
        ? null
        : // The degree alone: the line it stands on names the school.
          { field: 'education', index, span: null, quote: study.degree ?? '' },
  };
}

function locationResult(
  job: CompiledJob,
  profile: CandidateProfile,
  facts: CandidateFacts,
  credit: number,
): CriterionResult {
  const { location } = profile;
  return {
    part: 'location',
    key: 'location',
    asked: job.criteria.location?.text ?? '',
    mustHave: false,
    status: statusOf(credit, facts.place !== null),
    credit,
    nearest: location?.text ?? null,
    months: null,
    proof:
      location === null
        ? null
        : {
            field: 'location',
            index: null,
            span: location.span,
            quote: quoteOf(profile, location.span, location.text),
          },
  };
}

/** The facts' roles are the roles with a title, then the headline; see `roleFacts`. */
function placeInProfile(profile: CandidateProfile, at: number): number | 'headline' | null {
  if (at < 0) return null;
  const titled = profile.roles.flatMap(({ title }, index) =>
    title === null || title.trim() === '' ? [] : [index],
  );
  return titled.slice(0, MOST_TITLED)[at] ?? 'headline';
}
const MOST_TITLED = 11;

function titleAt(profile: CandidateProfile, at: number): string | null {
  const place = placeInProfile(profile, at);
  if (place === null) return null;
  return place === 'headline'
    ? (profile.headline?.text ?? null)
    : (profile.roles[place]?.title ?? null);
}

const nearestTitleText = (
  profile: CandidateProfile,
  facts: CandidateFacts,
  details: Details,
): string | null =>
  details.nearestRole < 0 || facts.roles.length === 0
    ? null
    : titleAt(profile, details.nearestRole);

function roleProof(profile: CandidateProfile, at: number): Proof | null {
  const place = placeInProfile(profile, at);
  if (place === null) return null;
  if (place === 'headline') {
    const { headline } = profile;
    return (
      headline && {
        field: 'headline',
        index: null,
        span: headline.span,
        quote: headline.text.slice(0, LONGEST_QUOTE),
      }
    );
  }
  const role = profile.roles[place];
  if (role === undefined) return null;
  return { field: 'experience', index: place, span: role.span, quote: role.title ?? '' };
}

/** The words at a place of the text; what was read there where the text is not at hand. */
function quoteOf(profile: CandidateProfile, span: Proof['span'], otherwise: string): string {
  const quote =
    span === null || profile.text === null ? '' : profile.text.slice(span.start, span.end);
  return (quote.trim() === '' ? otherwise : quote).slice(0, LONGEST_QUOTE);
}
