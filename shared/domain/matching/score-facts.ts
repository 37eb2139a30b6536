import { skillKey } from '@/shared/domain/parsing/taxonomy';
import type { CompiledJob } from './compile-job';
import { distanceCredit } from './distance';
import { type CandidateFacts, NOW, type RoleFact } from './facts';
import type { PartLikeness } from './score-types';
import { isFieldTerm } from './terms';

/** Where a candidate says nothing of what is asked: neither for nor against them. */
export const UNKNOWN_CREDIT = 400;

/** What the scorer finds out on its way; explanations are made from it. */
export interface Details {
  /** For each skill asked for: what the best skill gives, 0 to 1000. */
  readonly skillCredits: readonly number[];
  /** Place in the facts' skills of the skill that gives it; -1: one the taxonomy does not know, or none. */
  readonly skillFrom: readonly number[];
  /** Thousandths of likeness of the nearest role, and its place in the facts' roles; -1: none. */
  readonly occupation: number;
  readonly nearestRole: number;
  readonly titleWords: number;
  readonly textWords: number;
  readonly level: number;
  /** Months in such work, and in any. */
  readonly relevantMonths: number;
  readonly workMonths: number;
  readonly lastRelevant: number;
}

/**
 * The likeness of each part for one candidate: lookups, sums and divisions of whole numbers, nothing else. `asOf` is the month of the question (year ×
 * 12 + month from 0), to which what goes on is counted; dates behind it count as it.
 */
export function scoreFacts(
  job: CompiledJob,
  facts: CandidateFacts,
  asOf: number,
): { readonly likeness: PartLikeness; readonly details: Details } {
  const skills = scoreSkills(job, facts);
  const roles = scoreRoles(job, facts, asOf);
  const titleWords = titleWordsOf(job, facts);
  const textWords = textWordsOf(job, facts);
  return {
    likeness: {
      skills: job.asks.skills ? skills.likeness : null,
      experience: job.asks.experience ? experienceOf(job, roles, asOf) : null,
      title: job.asks.title
        ? titleOf(job, roles, titleWords, {
            likeness: textWords,
            count: wordCount(facts),
          })
        : null,
      education: job.asks.education ? educationOf(job.educationMin, facts.education) : null,
      location: job.asks.location ? placeCredit(job, facts) : null,
    },
    details: {
      skillCredits: skills.credits,
      skillFrom: skills.from,
      occupation: roles.occupation,
      nearestRole: roles.nearest,
      titleWords,
      textWords,
      level: roles.level,
      relevantMonths: roles.relevantMonths,
      workMonths: roles.workMonths,
      lastRelevant: roles.last,
    },
  };
}

function scoreSkills(
  job: CompiledJob,
  facts: CandidateFacts,
): {
  readonly likeness: number;
  readonly credits: readonly number[];
  readonly from: readonly number[];
} {
  const credits = job.skills.map(() => 0);
  const from = job.skills.map(() => -1);
  facts.skills.forEach((skill, at) => {
    for (const { criterion, credit } of job.skillCredits.get(skill.id) ?? []) {
      const given = withYears(credit, job.skills[criterion]?.minYears ?? null, skill.months);
      if (given > (credits[criterion] ?? 0)) {
        credits[criterion] = given;
        from[criterion] = at;
      }
    }
  });
  job.skills.forEach(({ skillId, name, minYears }, at) => {
    if (skillId !== null || facts.otherSkills.length === 0) return;
    const given = withYears(wordsCredit(skillKey(name), facts.otherSkills), minYears, 0);
    if (given > (credits[at] ?? 0)) credits[at] = given;
  });
  let sum = 0;
  let weights = 0;
  job.skillWeights.forEach((weight, at) => {
    sum += weight * (credits[at] ?? 0);
    weights += weight;
  });
  return { likeness: weights === 0 ? 0 : Math.floor(sum / weights), credits, from };
}

/** Fewer years than asked take off up to half; years nobody knows take off a quarter. */
export function withYears(credit: number, minYears: number | null, months: number): number {
  if (minYears === null || minYears === 0) return credit;
  if (months === 0) return Math.floor((credit * 750) / 1000);
  const asked = Math.round(minYears * 12);
  if (months >= asked) return credit;
  return Math.floor((credit * (500 + Math.floor((500 * months) / asked))) / 1000);
}

/** A skill the taxonomy does not know, by its folded words: the same words, or all of them within one listed skill. */
export function wordsCredit(asked: string, has: readonly string[]): number {
  if (asked === '') return 0;
  if (has.includes(asked)) return 1000;
  const words = asked.split(' ');
  return has.some((one) => {
    const own = one.split(' ');
    return words.every((word) => own.includes(word));
  })
    ? 800
    : 0;
}

/** What the jobs of a candidate come to. */
export interface Roles {
  readonly occupation: number;
  /** Likeness of what somebody is called now: in the newest job, one that goes on, or the headline. */
  readonly current: number;
  readonly nearest: number;
  readonly level: number;
  readonly relevantMonths: number;
  readonly workMonths: number;
  readonly last: number;
}

/** What is left of a role's likeness by the years since it ended: work of long ago says less. */
export const AGO = [1000, 1000, 1000, 950, 900, 860, 820, 780, 740, 700, 660, 620, 600] as const;
/** From so much on a job counts as such work: below it there are titles whose last word alone is the same, as civil and software engineers. */
export const RELEVANT = 600;

function scoreRoles(job: CompiledJob, facts: CandidateFacts, asOf: number): Roles {
  let occupation = 0;
  let current = 0;
  let nearest = -1;
  let level = 0;
  let relevant = 0;
  let work = 0;
  let last = 0;
  facts.roles.forEach((role, at) => {
    const end = Math.min(role.end === NOW ? asOf : role.end, asOf);
    const months = role.start === 0 || end === 0 ? 0 : Math.max(0, end - role.start);
    const like = likenessOf(job, role);
    if (like > current && isCurrent(role.start, role.end, at)) current = like;
    const years = end === 0 ? 0 : Math.floor((asOf - end) / 12);
    const now = Math.floor((like * (AGO[Math.min(years, AGO.length - 1)] ?? 0)) / 1000);
    if (now > occupation) {
      occupation = now;
      nearest = at;
    }
    if (role.level > level && (like >= RELEVANT || job.titles.size === 0)) level = role.level;
    work += months;
    if (like >= RELEVANT) {
      relevant += months * like;
      last = Math.max(last, end);
    }
  });
  return {
    occupation,
    current,
    nearest,
    level,
    relevantMonths: Math.floor(relevant / 1000),
    workMonths: Math.max(work, facts.totalMonths),
    last,
  };
}

/** Roles stand newest first; a headline and a job without dates are of today as far as anybody knows. */
export const isCurrent = (start: number, end: number, at: number): boolean =>
  at === 0 || end === NOW || (start === 0 && end === 0);

const likenessOf = (job: CompiledJob, role: RoleFact): number =>
  role.title === null ? 0 : Math.floor(((job.titles.get(role.title) ?? 0) * role.strength) / 1000);

/**
 * Years in such work against those asked. Other work counts two fifths, and makes up a fifth of what is asked at most: ten years of nursing
 * are not four of writing software. Nothing is taken off for more than enough. Where no title says what such work is, any work is.
 */
export function experienceOf(job: CompiledJob, roles: Roles, asOf: number): number {
  if (roles.workMonths === 0) return UNKNOWN_CREDIT;
  const own = job.titles.size === 0 ? roles.workMonths : roles.relevantMonths;
  const other = Math.max(0, roles.workMonths - own);
  const counted = own + Math.min(Math.floor((other * 2) / 5), Math.floor(job.monthsMin / 5));
  const years = Math.min(1000, Math.floor((1000 * counted) / job.monthsMin));
  if (roles.last === 0) return years;
  const ago = Math.floor(Math.max(0, asOf - roles.last) / 12);
  return Math.floor((years * (AGO[Math.min(ago, AGO.length - 1)] ?? 0)) / 1000);
}

/** What is left by the steps between the level asked and the level held. */
const LEVELS_APART = [1000, 980, 950, 920, 890, 860, 830, 800, 770, 740] as const;

/** How alike the work is: by titles and words, less by the steps between the level asked and the level held. */
export function titleOf(
  job: CompiledJob,
  roles: Pick<Roles, 'occupation' | 'current' | 'level'>,
  titleWords: number,
  words: { readonly likeness: number; readonly count: number },
): number {
  const work =
    job.titleTerms.size === 0 && job.titles.size === 0
      ? words.likeness
      : mixOf(roles, titleWords, words);
  const { level } = roles;
  if (job.level === 0 || level === 0) return work;
  return Math.floor((work * (LEVELS_APART[Math.abs(job.level - level)] ?? 0)) / 1000);
}
const OCCUPATION = 2;
const TITLE_WORDS = 1;
const TEXT_WORDS = 7;
/** So many words of work tell what somebody does; where there are fewer, what they are called now tells the rest. */
const ENOUGH_WORDS = 20;

/** Titles and words in one likeness, 0 to 1000. */
function mixOf(
  { occupation, current }: Pick<Roles, 'occupation' | 'current'>,
  titleWords: number,
  { likeness, count }: { readonly likeness: number; readonly count: number },
): number {
  const said = Math.min(count, ENOUGH_WORDS);
  // Cubed: only a title that is nearly the same stands for the words that nobody wrote.
  const called = Math.floor((current * Math.floor((current * current) / 1000)) / 1000);
  const words = said * likeness + (ENOUGH_WORDS - said) * Math.max(likeness, called);
  const titles = OCCUPATION * occupation + TITLE_WORDS * titleWords;
  return Math.floor((titles * ENOUGH_WORDS + TEXT_WORDS * words) / (10 * ENOUGH_WORDS));
}

/** The share of the job's title that stands in the candidate's titles. */
function titleWordsOf(job: CompiledJob, facts: CandidateFacts): number {
  let sum = 0;
  for (const term of facts.titleTerms) sum += job.titleTerms.get(term) ?? 0;
  return Math.min(1000, sum);
}

/** How many words of work there are; fields of work are told from them. */
const wordCount = ({ textTerms }: CandidateFacts): number =>
  textTerms.reduce((count, { term }) => (isFieldTerm(term) ? count : count + 1), 0);

/** Cosine of the words, of which a half is as good as the whole: no CV holds all words of an advertisement. */
function textWordsOf(job: CompiledJob, facts: CandidateFacts): number {
  let dot = 0;
  for (const { term, weight } of facts.textTerms) dot += weight * (job.textTerms.get(term) ?? 0);
  return Math.min(1000, Math.floor((2 * dot) / 255));
}

/** One level below what is asked is near, two are far. */
const LEVELS_BELOW = [1000, 600, 300, 100] as const;

export function educationOf(asked: number, has: number): number {
  if (has === 0) return UNKNOWN_CREDIT;
  return LEVELS_BELOW[Math.max(0, asked - has)] ?? 0;
}

export function placeCredit(job: CompiledJob, { place }: CandidateFacts): number {
  if (job.place === null) return 0;
  if (place === null) return UNKNOWN_CREDIT;
  const sameCountry = job.place.country !== null && job.place.country === place.country;
  if (job.remote) return sameCountry ? 1000 : 700;
  if (job.place.at === null || place.at === null) return sameCountry ? 600 : 0;
  return Math.max(distanceCredit(job.place.at, place.at), sameCountry ? 400 : 0);
}
