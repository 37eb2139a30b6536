import type { CompiledJob } from '@/shared/domain/matching/compile-job';
import { NOW } from '@/shared/domain/matching/facts';
import {
  AGO,
  educationOf,
  experienceOf,
  isCurrent,
  placeCredit,
  RELEVANT,
  type Roles,
  titleOf,
  withYears,
  wordsCredit,
} from '@/shared/domain/matching/score-facts';
import { criterionMet } from '@/shared/domain/matching/statuses';
import { fieldTermCount, termCount } from '@/shared/domain/matching/terms';
import { skillKey } from '@/shared/domain/parsing/taxonomy';
import { type Bits, forEach } from './bits';
import { NO_FACTS } from './match-deps';
import { skillNumbers, titleNumbers } from './match-ids';
import {
  DISTANCE_SHIFT,
  HEAD_SIZE,
  type MatchColumns,
  OTHER_SIZE,
  ROLE_SIZE,
  SKILL_SIZE,
  WEIGHT_MASK,
} from './match-index';
import type { PartColumns } from './match-ranking';

/**
 * How alike everybody of a set is to a job, each part: the numbers of `scoreFacts`, digit by digit, read along the columns. The tables of
 * the job are laid out by the numbers of skills, titles and words first, so that a candidate costs lookups and sums alone.
 */
export function scanPeople(
  job: CompiledJob,
  columns: MatchColumns,
  people: Bits,
  month: number,
): PartColumns {
  const { asks } = job;
  const column = (isAsked: boolean): Uint16Array | null =>
    isAsked ? new Uint16Array(columns.largest + 1) : null;
  const parts = {
    skills: column(asks.skills),
    experience: column(asks.experience),
    title: column(asks.title),
    education: column(asks.education),
    location: column(asks.location),
  };
  const met = new Uint8Array(columns.largest + 1);
  const { starts, data } = columns;
  const skills = skillScan(job, columns);
  const roles = roleScan(job, month);
  const titleTerms = lookup(job.titleTerms);
  const words = wordScan(job, columns);
  const places = asks.location ? placeTable(job, columns) : null;
  const education = educationTable(job);
  forEach(people, (num) => {
    const head = starts[num] ?? 0;
    const skillsAt = head + HEAD_SIZE;
    const rolesAt = skillsAt + (data[head] ?? 0) * SKILL_SIZE;
    const termsAt = rolesAt + (data[head + 1] ?? 0) * ROLE_SIZE;
    const othersAt = termsAt + (data[head + 2] ?? 0);
    if (parts.skills !== null) {
      const othersEnd = othersAt + (data[head + 3] ?? 0) * OTHER_SIZE;
      const { likeness, mustHavesMet } = skills(skillsAt, rolesAt, othersAt, othersEnd);
      parts.skills[num] = likeness;
      met[num] = mustHavesMet;
    }
    if (parts.experience !== null || parts.title !== null) {
      const had = roles(data, rolesAt, termsAt, columns.totalMonths[num] ?? 0);
      if (parts.experience !== null) parts.experience[num] = experienceOf(job, had, month);
      if (parts.title !== null) {
        let titleWords = 0;
        for (let at = termsAt; at < othersAt; at++) titleWords += titleTerms[data[at] ?? 0] ?? 0;
        parts.title[num] = titleOf(job, had, Math.min(1000, titleWords), words(num));
      }
    }
    if (parts.education !== null)
      parts.education[num] = education[columns.education[num] ?? 0] ?? 0;
    if (places !== null && parts.location !== null)
      parts.location[num] = places[columns.places[num] ?? 0] ?? 0;
  });
  return { ...parts, mustHavesMet: met };
}

/** What each term is worth, by its number; 0 for the others. */
export function lookup(worths: ReadonlyMap<number, number>): Uint16Array {
  const table = new Uint16Array(termCount());
  for (const [term, worth] of worths) table[term] = worth;
  return table;
}

interface SkillsFound {
  likeness: number;
  mustHavesMet: number;
  /** What is given for each skill asked for; read before the next candidate, or not at all. */
  readonly credits: Uint16Array;
}
export type SkillScan = (
  from: number,
  end: number,
  othersFrom: number,
  othersEnd: number,
) => Readonly<SkillsFound>;

/** What a candidate's skills give, from where they stand in the columns; the answer is one object, filled anew for each. */
export function skillScan(job: CompiledJob, { data, otherNames }: MatchColumns): SkillScan {
  const count = job.skills.length;
  const minYears = job.skills.map((skill) => skill.minYears);
  const weights = job.skillWeights;
  const sumOfWeights = weights.reduce((sum, weight) => sum + weight, 0);
  const credits = new Uint16Array(count);
  const found: SkillsFound = { likeness: 0, mustHavesMet: 0, credits };
  if (sumOfWeights === 0) return () => found;
  const mustHaves = job.skills.flatMap(({ mustHave }, at) => (mustHave ? [at] : []));
  const { firsts, criteria, worths } = creditLists(job);
  const others = otherTable(job, otherNames);
  let isTouched = false;
  return (from, end, othersFrom, othersEnd) => {
    let sum = 0;
    if (isTouched) credits.fill(0);
    isTouched = false;
    for (let at = from; at < end; at += SKILL_SIZE) {
      const skill = data[at] ?? 0;
      const last = firsts[skill + 1] ?? 0;
      for (let of = firsts[skill] ?? last; of < last; of++) {
        const criterion = criteria[of] ?? 0;
        const given = withYears(worths[of] ?? 0, minYears[criterion] ?? null, data[at + 1] ?? 0);
        const before = credits[criterion] ?? 0;
        if (given <= before) continue;
        sum += (weights[criterion] ?? 0) * (given - before);
        credits[criterion] = given;
        isTouched = true;
      }
    }
    if (others !== null) {
      for (const { criterion, worth } of others) {
        let best = 0;
        for (let at = othersFrom; at < othersEnd; at += OTHER_SIZE) {
          best = Math.max(best, worth((data[at] ?? 0) | ((data[at + 1] ?? 0) << 16)));
        }
        const given = withYears(best, minYears[criterion] ?? null, 0);
        const before = credits[criterion] ?? 0;
        if (given <= before) continue;
        sum += (weights[criterion] ?? 0) * (given - before);
        credits[criterion] = given;
        isTouched = true;
      }
    }
    found.likeness = Math.floor(sum / sumOfWeights);
    found.mustHavesMet = 0;
    if (!isTouched) return found;
    for (const criterion of mustHaves)
      if (criterionMet(credits[criterion] ?? 0)) found.mustHavesMet++;
    return found;
  };
}

/** What each skill is worth to which criteria: those of skill n stand from `firsts[n]` to `firsts[n + 1]`. */
function creditLists(job: CompiledJob): {
  readonly firsts: Uint32Array;
  readonly criteria: Uint16Array;
  readonly worths: Uint16Array;
} {
  const { ids } = skillNumbers();
  const firsts = new Uint32Array(ids.length + 1);
  const criteria: number[] = [];
  const worths: number[] = [];
  ids.forEach((id, number) => {
    firsts[number] = criteria.length;
    for (const { criterion, credit } of job.skillCredits.get(id) ?? []) {
      criteria.push(criterion);
      worths.push(credit);
    }
  });
  firsts[ids.length] = criteria.length;
  return { firsts, criteria: Uint16Array.from(criteria), worths: Uint16Array.from(worths) };
}

interface OtherSkill {
  readonly criterion: number;
  /** What a name is worth by its number; each is compared once. */
  readonly worth: (name: number) => number;
}

/** The criteria that the taxonomy does not know, which are compared with names it does not know either; null where there are none. */
function otherTable(job: CompiledJob, otherNames: readonly string[]): readonly OtherSkill[] | null {
  const found = job.skills.flatMap(({ skillId, name }, criterion): readonly OtherSkill[] => {
    if (skillId !== null) return [];
    const key = skillKey(name);
    const known = new Int16Array(otherNames.length).fill(-1);
    return [
      {
        criterion,
        worth: (number) => {
          const before = known[number] ?? 0;
          if (before >= 0) return before;
          const worth = wordsCredit(key, [otherNames[number] ?? '']);
          known[number] = worth;
          return worth;
        },
      },
    ];
  });
  return found.length === 0 ? null : found;
}

export type RoleScan = (data: Uint16Array, from: number, end: number, totalMonths: number) => Roles;

/** What a candidate's roles say; the answer is one object, filled anew for each. */
export function roleScan(job: CompiledJob, month: number): RoleScan {
  const table = new Uint16Array(titleNumbers().ids.length + 1);
  for (const [id, likeness] of job.titles) table[titleNumbers().numberOf(id) + 1] = likeness;
  const anyLevel = job.titles.size === 0;
  const found = {
    occupation: 0,
    current: 0,
    nearest: -1,
    level: 0,
    relevantMonths: 0,
    workMonths: 0,
    last: 0,
  };
  return (data, from, endOfRoles, totalMonths) => {
    let occupation = 0;
    let current = 0;
    let level = 0;
    let relevant = 0;
    let work = 0;
    let last = 0;
    for (let at = from; at < endOfRoles; at += ROLE_SIZE) {
      const title = data[at] ?? 0;
      const start = data[at + 3] ?? 0;
      const written = data[at + 4] ?? 0;
      const end = Math.min(written === NOW ? month : written, month);
      const months = start === 0 || end === 0 ? 0 : Math.max(0, end - start);
      const like = title === 0 ? 0 : Math.floor(((table[title] ?? 0) * (data[at + 1] ?? 0)) / 1000);
      if (like > current && isCurrent(start, written, at - from)) current = like;
      const years = end === 0 ? 0 : Math.floor((month - end) / 12);
      const now = Math.floor((like * (AGO[Math.min(years, AGO.length - 1)] ?? 0)) / 1000);
      if (now > occupation) occupation = now;
      const own = data[at + 2] ?? 0;
      if (own > level && (like >= RELEVANT || anyLevel)) level = own;
      work += months;
      if (like >= RELEVANT) {
        relevant += months * like;
        if (end > last) last = end;
      }
    }
    found.occupation = occupation;
    found.current = current;
    found.level = level;
    found.relevantMonths = Math.floor(relevant / 1000);
    found.workMonths = Math.max(work, totalMonths);
    found.last = last;
    return found;
  };
}

/** The likeness of a candidate's words to those of the job, and how many they are; the answer is one object, filled anew for each. */
export function wordScan(
  job: CompiledJob,
  columns: MatchColumns,
): (num: number) => Readonly<{ likeness: number; count: number }> {
  const { text, textStarts, textLengths } = columns;
  const table = lookup(job.textTerms);
  const fields = fieldTermCount();
  const found = { likeness: 0, count: 0 };
  return (num) => {
    const from = textStarts[num] ?? 0;
    const end = from + (textLengths[num] ?? 0);
    let term = 0;
    let dot = 0;
    let count = 0;
    let at = from;
    // Fields of work, which stand first, are no words: they are not counted.
    for (; at < end && term + ((text[at] ?? 0) >>> DISTANCE_SHIFT) < fields; at++) {
      const pair = text[at] ?? 0;
      term += pair >>> DISTANCE_SHIFT;
      dot += (pair & WEIGHT_MASK) * (table[term] ?? 0);
    }
    for (; at < end; at++) {
      const pair = text[at] ?? 0;
      const weight = pair & WEIGHT_MASK;
      term += pair >>> DISTANCE_SHIFT;
      dot += weight * (table[term] ?? 0);
      // A long way to the next word takes numbers without a weight.
      if (weight !== 0) count++;
    }
    found.likeness = Math.min(1000, Math.floor((2 * dot) / 255));
    found.count = count;
    return found;
  };
}

/** What each place is worth: people live in some thousand places, however many people there are. */
export function placeTable(job: CompiledJob, { placeFacts }: MatchColumns): Uint16Array {
  return Uint16Array.from(placeFacts, (place) => placeCredit(job, { ...NO_FACTS, place }));
}

export const educationTable = (job: CompiledJob): Uint16Array =>
  Uint16Array.from({ length: 8 }, (_, level) => educationOf(job.educationMin, level));
