import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';
import { readSeniority, SENIORITIES } from '@/shared/domain/parsing/job-titles';
import { skillKey } from '@/shared/domain/parsing/taxonomy';
import type { YearMonth } from '@/shared/domain/parsing/parsed-resume';
import { placeOf } from '@/shared/domain/places/gazetteer';
import { type CandidateFacts, NOW, type RoleFact, type SkillFact, type TermFact } from './facts';
import { clamp } from './integers';
import type { CandidateProfile, ProfilePlace } from './profile';
import { fieldTerms } from './fields';
import { countTerms, rarityOf } from './terms';
import { nearestTitle } from './title-concepts';

const MOST_SKILLS = 250;
const MOST_OTHER_SKILLS = 100;
const MOST_ROLES = 12;
const MOST_TITLE_TERMS = 24;
export const MOST_TEXT_TERMS = 64;
const MOST_MONTHS = 720;

/** The facts of a profile: what is stored of a candidate for matching. Pure, without a clock: what goes on ends NOW, whenever that is. */
export function factsOf(profile: CandidateProfile): CandidateFacts {
  return {
    skills: skillFacts(profile),
    otherSkills: [
      ...new Set(
        profile.skills
          .filter((skill) => skill.skillId === null)
          .map((skill) => skillKey(skill.name).slice(0, 80)),
      ),
    ]
      .filter((key) => key !== '')
      .sort()
      .slice(0, MOST_OTHER_SKILLS),
    roles: roleFacts(profile),
    titleTerms: titleTerms(profile),
    textTerms: textTerms(profile),
    education: profile.education.reduce(
      (most, { level }) => Math.max(most, level === null ? 0 : EDUCATION_LEVELS.indexOf(level) + 1),
      0,
    ),
    place: placeFact(profile.location),
    totalMonths: totalMonths(profile),
  };
}

function skillFacts(profile: CandidateProfile): readonly SkillFact[] {
  const found = new Map<string, SkillFact>();
  for (const { skillId, years, lastUsed } of profile.skills) {
    if (skillId === null) continue;
    const months = years === null ? 0 : clamp(Math.round(years * 12), 0, MOST_MONTHS);
    const last = lastUsed === null ? 0 : monthNumber(lastUsed, 11);
    const known = found.get(skillId);
    found.set(skillId, {
      id: skillId,
      months: Math.max(months, known?.months ?? 0),
      lastUsed: Math.max(last, known?.lastUsed ?? 0),
    });
  }
  return [...found.values()].slice(0, MOST_SKILLS).sort((a, b) => compare(a.id, b.id));
}

function roleFacts(profile: CandidateProfile): readonly RoleFact[] {
  const roles = profile.roles.flatMap((role): readonly RoleFact[] => {
    if (role.title === null || role.title.trim() === '') return [];
    return [roleFact(role.title, role.start, role.end)];
  });
  const headline = profile.headline?.text.trim() ?? '';
  return [
    ...roles.slice(0, MOST_ROLES - 1),
    ...(headline === '' ? [] : [roleFact(headline, null, null)]),
  ];
}

function roleFact(
  title: string,
  start: YearMonth | null,
  end: YearMonth | 'present' | null,
): RoleFact {
  const nearest = nearestTitle(title);
  const level = readSeniority(title);
  return {
    title: nearest?.id ?? null,
    strength: nearest?.strength ?? 0,
    level: level === null ? 0 : SENIORITIES.indexOf(level) + 1,
    start: start === null ? 0 : monthNumber(start, 5),
    end: end === null ? 0 : end === 'present' ? NOW : monthNumber(end, 6),
  };
}

/** The words of what somebody was called, the newest first. */
function titleTerms(profile: CandidateProfile): readonly number[] {
  const titles = [profile.headline?.text ?? '', ...profile.roles.map(({ title }) => title ?? '')];
  const found = new Set<number>();
  for (const title of titles) {
    for (const term of countTerms(title.slice(0, 200)).keys())
      if (found.size < MOST_TITLE_TERMS) found.add(term);
  }
  return [...found].sort((a, b) => a - b);
}

/** A word twice says more than once, a word twenty times hardly more than five times. */
const TIMES = [0, 10, 15, 18, 20, 21, 22] as const;

function textTerms(profile: CandidateProfile): readonly TermFact[] {
  const counts = countText(profile);
  const found = new Map(
    weighTerms(counts, MOST_TEXT_TERMS).map(({ term, weight }) => [term, weight]),
  );
  if (hasText(profile)) return withFields(found, counts);
  // Without the text, words of the listed skills come on top: one skill more never takes weight from the others.
  const listed = countTerms(profile.skills.map(({ name }) => name).join('\n'));
  const rarest = [...listed.keys()].sort((a, b) => rarityOf(b) - rarityOf(a) || a - b);
  for (const term of rarest.slice(0, MOST_LISTED_TERMS))
    found.set(term, Math.max(found.get(term) ?? 0, LISTED_WEIGHT));
  return withFields(found, counts);
}

/** The words and the fields of work they speak of, ascending. */
function withFields(
  found: ReadonlyMap<number, number>,
  counts: ReadonlyMap<number, number>,
): readonly TermFact[] {
  const words = [...found].map(([term, weight]) => ({ term, weight }));
  return [...fieldTerms(counts), ...words].sort((a, b) => a.term - b.term);
}

/** The words of the text, those of what somebody calls their work more often than they stand there: a CV of one trade may be full of the words of others. */
function countText(profile: CandidateProfile): ReadonlyMap<number, number> {
  const counts = new Map(countTerms(textOf(profile)));
  const add = (title: string, times: number): void => {
    for (const term of countTerms(title.slice(0, 200)).keys())
      counts.set(term, (counts.get(term) ?? 0) + times);
  };
  add(profile.headline?.text ?? '', HEADLINE_TIMES);
  add(profile.roles[0]?.title ?? '', NEWEST_TIMES);
  return counts;
}
const HEADLINE_TIMES = 3;
const NEWEST_TIMES = 1;

const MOST_LISTED_TERMS = 64;
const LISTED_WEIGHT = 30;

const hasText = ({ text }: CandidateProfile): boolean => text !== null && text.trim() !== '';

/** The terms that say most, with weights whose squares sum to about 255². */
export function weighTerms(counts: ReadonlyMap<number, number>, most: number): readonly TermFact[] {
  const weighed = [...counts]
    .map(([term, count]) => ({
      term,
      weight: rarityOf(term) * (TIMES[Math.min(count, TIMES.length - 1)] ?? 0),
    }))
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, most);
  const squares = weighed.reduce((sum, { weight }) => sum + weight * weight, 0);
  if (squares === 0) return [];
  const length = Math.sqrt(squares);
  return weighed
    .map(({ term, weight }) => ({ term, weight: Math.max(1, Math.floor((255 * weight) / length)) }))
    .sort((a, b) => a.term - b.term);
}

/** What a candidate's words are counted in: the text of the CV, else the prose that was read from it. */
export function textOf(profile: CandidateProfile): string {
  if (profile.text !== null && hasText(profile)) return profile.text;
  return [
    profile.headline?.text ?? '',
    profile.summary?.text ?? '',
    ...profile.roles.flatMap(({ title, description }) => [title ?? '', description]),
    ...profile.education.flatMap(({ degree, field }) => [degree ?? '', field ?? '']),
  ].join('\n');
}

function placeFact(place: ProfilePlace | null): CandidateFacts['place'] {
  if (place === null || (place.city === null && place.country === null)) return null;
  const at = placeOf(place.city, place.region, place.country);
  return {
    country: place.country,
    at:
      at === null
        ? null
        : { latitude: Math.round(at.latitude * 100), longitude: Math.round(at.longitude * 100) },
  };
}

/** Years stated or counted by the parser; jobs that go on were counted to the day of reading. */
const totalMonths = (profile: CandidateProfile): number =>
  profile.totalYears === null ? 0 : clamp(Math.round(profile.totalYears * 12), 0, MOST_MONTHS);

/** Months from year 0; a bare year stands for the month given. */
function monthNumber(date: YearMonth, ofYear: number): number {
  const year = Number(date.slice(0, 4));
  return year * 12 + (date.length === 4 ? ofYear : Number(date.slice(5, 7)) - 1);
}

/** By code units, as on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
