import { z } from 'zod';
import { REMOTE_KINDS } from '@/shared/domain/jobs/records';
import { EDUCATION_LEVELS, educationLevel } from '@/shared/domain/parsing/education-level';
import { readPlace } from '@/shared/domain/parsing/places';
import { skillNamed } from '@/shared/domain/parsing/taxonomy';
import { squeeze } from '@/shared/kit/text';
import { type JobCriteria, type JobPlace, type SkillCriterion } from './criteria';
import { withTextCriteria } from './criteria-of-text';

export const MOST_SKILLS = 500;
export const LONGEST_DESCRIPTION = 200_000;
const LONGEST_TITLE = 300;
const LONGEST_SKILL = 120;
/** How much a skill counts that says nothing else. */
const USUAL_WEIGHT = 3;

const text = z.string().nullish();
const years = z.number().min(0).max(60).nullish();
const skill = z.union([
  z.string(),
  z.object({
    name: z.string(),
    weight: z.number().min(1).max(5).nullish(),
    minYears: years,
  }),
]);
const place = z.union([z.string(), z.object({ city: text, region: text, country: text })]);

/** A job as a file or a form gives it: any of these, none needed. */
const jobInputSchema = z.object({
  title: text,
  description: text,
  location: place.nullish(),
  remote: z.union([z.boolean(), z.enum(REMOTE_KINDS)]).nullish(),
  requiredSkills: z.array(skill).nullish(),
  niceToHaveSkills: z.array(skill).nullish(),
  experienceMin: years,
  experienceMax: years,
  /** One of EDUCATION_LEVELS, or a degree in words. */
  educationMin: text,
});

/** What jobs have beside it that matching does not look at: no word is lost about these. */
const NOT_COMPARED = new Set(
  'id num clientId client department employmentType salaryMin salaryMax currency salaryCurrency salaryPeriod period status priority openings hiringManagerIds recruiterIds closesOn createdAt createdBy updatedAt'.split(
    ' ',
  ),
);

export type JobInputNotice =
  | { readonly code: 'UNKNOWN_KEY'; readonly key: string }
  | { readonly code: 'YEARS_CONTRADICT' }
  | { readonly code: 'TOO_MANY_SKILLS'; readonly left: number }
  | { readonly code: 'DESCRIPTION_CUT' }
  | { readonly code: 'EDUCATION_NOT_UNDERSTOOD' }
  | { readonly code: 'PLACE_NOT_KNOWN' }
  | { readonly code: 'NOTHING_ASKED' };

export type JobInputResult =
  | {
      readonly ok: true;
      readonly criteria: JobCriteria;
      readonly notices: readonly JobInputNotice[];
    }
  /** What is wrong, as `path: message`. */
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * The criteria of a job given as plain data. What it does not state is read in its description. Unknown keys are named and left out; what contradicts
 * itself is named and the lesser demand kept; nothing is invented.
 */
export function criteriaOfInput(input: unknown): JobInputResult {
  const read = jobInputSchema.safeParse(input);
  if (!read.success) {
    return {
      ok: false,
      problems: read.error.issues.map(
        ({ path, message }) => `${path.length === 0 ? 'job' : path.join('.')}: ${message}`,
      ),
    };
  }
  const job = read.data;
  const notices: JobInputNotice[] = unknownKeys(input).map((key) => ({ code: 'UNKNOWN_KEY', key }));
  const min = job.experienceMin ?? null;
  const max = job.experienceMax ?? null;
  const contradict = min !== null && max !== null && min > max;
  if (contradict) notices.push({ code: 'YEARS_CONTRADICT' });
  const description = job.description ?? null;
  if (description !== null && description.length > LONGEST_DESCRIPTION)
    notices.push({ code: 'DESCRIPTION_CUT' });
  const skills = skillsOf(job.requiredSkills ?? [], job.niceToHaveSkills ?? []);
  if (skills.length > MOST_SKILLS)
    notices.push({ code: 'TOO_MANY_SKILLS', left: skills.length - MOST_SKILLS });
  const education = educationOf(job.educationMin ?? null);
  if (education === undefined) notices.push({ code: 'EDUCATION_NOT_UNDERSTOOD' });
  const location = placeOf(job.location ?? null);
  if (location !== null && location.city === null && location.country === null)
    notices.push({ code: 'PLACE_NOT_KNOWN' });
  const criteria = withTextCriteria({
    title: blank(job.title)?.slice(0, LONGEST_TITLE) ?? null,
    description: blank(description)?.slice(0, LONGEST_DESCRIPTION) ?? null,
    skills: skills.slice(0, MOST_SKILLS),
    // Of two ends that contradict each other the lower one asks for less.
    experienceMin: contradict ? max : min,
    experienceMax: contradict ? null : max,
    educationMin: education ?? null,
    location,
    remote: job.remote === true ? 'remote' : job.remote === false ? 'onsite' : (job.remote ?? null),
  });
  if (asksNothing(criteria)) notices.push({ code: 'NOTHING_ASKED' });
  return { ok: true, criteria, notices };
}

const unknownKeys = (input: unknown): readonly string[] =>
  typeof input !== 'object' || input === null
    ? []
    : Object.keys(input).filter((key) => !(key in jobInputSchema.shape) && !NOT_COMPARED.has(key));

const blank = (value: string | null | undefined): string | null =>
  value == null || value.trim() === '' ? null : value;

type Skill = z.infer<typeof skill>;

/** Each skill once: a must-have wins over a nice-to-have, the first over the others. */
function skillsOf(required: readonly Skill[], nice: readonly Skill[]): readonly SkillCriterion[] {
  const found = new Map<string, SkillCriterion>();
  const put = (given: Skill, mustHave: boolean): void => {
    const { name, weight, minYears } =
      typeof given === 'string' ? { name: given, weight: null, minYears: null } : given;
    const words = squeeze(name).slice(0, LONGEST_SKILL);
    if (words === '') return;
    const skillId = skillNamed(words)?.id ?? null;
    const key = skillId ?? `words ${words.toLowerCase()}`;
    if (found.has(key)) return;
    found.set(key, {
      name: words,
      skillId,
      mustHave,
      weight: Math.round(weight ?? USUAL_WEIGHT),
      minYears: minYears ?? null,
      origin: 'stated',
    });
  };
  for (const each of required) put(each, true);
  for (const each of nice) put(each, false);
  return [...found.values()];
}

/** Undefined for words that tell no level. */
function educationOf(given: string | null): JobCriteria['educationMin'] | undefined {
  if (given === null || given.trim() === '') return null;
  const words = given.trim().toLowerCase();
  return (
    EDUCATION_LEVELS.find((level) => level === words) ?? educationLevel(given, null) ?? undefined
  );
}

function placeOf(given: z.infer<typeof place> | null): JobPlace | null {
  if (given === null) return null;
  const words =
    typeof given === 'string'
      ? given
      : [given.city, given.region, given.country].filter((part) => part != null).join(', ');
  if (words.trim() === '') return null;
  const read = readPlace(words);
  return {
    text: words.slice(0, 200),
    city: read?.city ?? null,
    region: read?.region ?? null,
    country: read?.country ?? null,
  };
}

const asksNothing = (criteria: JobCriteria): boolean =>
  criteria.title === null &&
  criteria.description === null &&
  criteria.skills.length === 0 &&
  criteria.experienceMin === null &&
  criteria.educationMin === null &&
  criteria.location === null;
