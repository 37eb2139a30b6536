import { EDUCATION_LEVELS } from '@/shared/domain/parsing/education-level';
import { readSeniority, SENIORITIES } from '@/shared/domain/parsing/job-titles';
import { placeOf } from '@/shared/domain/places/gazetteer';
import type { JobCriteria, SkillCriterion } from './criteria';
import { fieldsOf } from './fields';
import type { PlaceFact } from './facts';
import { creditTable, type SkillCredit } from './skill-credits';
import { countTerms, fieldTerm, rarityOf } from './terms';
import { titleTable } from './title-concepts';

/**
 * A job as tables: what every skill, title and word a candidate may have is worth to it. Made once a job; the scorer only looks things up. All numbers are
 * whole.
 */
export interface CompiledJob {
  readonly criteria: JobCriteria;
  /** The skills asked for, in the order of the criteria. */
  readonly skills: readonly SkillCriterion[];
  /** How much each counts: its weight, three times as much for a must-have. */
  readonly skillWeights: readonly number[];
  /** Skill of the taxonomy → what it is worth to which of them. */
  readonly skillCredits: ReadonlyMap<string, readonly SkillCredit[]>;
  /** Likeness of each title of the table to the job's, 0 to 1000; a title not in it is worth 0. */
  readonly titles: ReadonlyMap<string, number>;
  /** 1 to 10 as in SENIORITIES; 0: the title does not say. */
  readonly level: number;
  /** Words of the job's title: what each is worth; they sum to about 1000. */
  readonly titleTerms: ReadonlyMap<number, number>;
  /** Words of the advertisement and of its field of work; the squares sum to about 1000². */
  readonly textTerms: ReadonlyMap<number, number>;
  readonly monthsMin: number;
  readonly educationMin: number;
  readonly place: PlaceFact | null;
  readonly remote: boolean;
  /** Which parts the job asks for at all. */
  readonly asks: {
    readonly skills: boolean;
    readonly experience: boolean;
    readonly title: boolean;
    readonly education: boolean;
    readonly location: boolean;
  };
}

const MUST_HAVE = 3;
/** How much more a word counts in the title than in the advertisement. */
const TITLE_TIMES = 4;
const FIELD_TIMES = 2;
/** What it is worth, among the words, that the job's field is the one a CV speaks of most: a sixth of the whole. */
const FIELD_SHARE = 85;
const TIMES = [0, 10, 15, 18, 20] as const;

/** Never throws; a job that asks for nothing compiles to tables that give nobody anything. */
export function compileJob(criteria: JobCriteria): CompiledJob {
  const title = said(criteria.title);
  const description = said(criteria.description);
  const fields = fieldsOf(title, description);
  const level = title === null ? null : readSeniority(title);
  const place = placeOfJob(criteria);
  return {
    criteria,
    skills: criteria.skills,
    skillWeights: criteria.skills.map(
      ({ weight, mustHave }) => weight * (mustHave ? MUST_HAVE : 1),
    ),
    skillCredits: creditTable(criteria.skills),
    titles: title === null ? new Map() : titleTable(title),
    level: level === null ? 0 : SENIORITIES.indexOf(level) + 1,
    titleTerms: title === null ? new Map() : titleTermsOf(title),
    textTerms: textTermsOf(title, description, fields),
    monthsMin: criteria.experienceMin === null ? 0 : Math.round(criteria.experienceMin * 12),
    educationMin:
      criteria.educationMin === null ? 0 : EDUCATION_LEVELS.indexOf(criteria.educationMin) + 1,
    place,
    remote: criteria.remote === 'remote',
    asks: {
      skills: criteria.skills.length > 0,
      experience: criteria.experienceMin !== null && criteria.experienceMin > 0,
      title: title !== null || description !== null,
      education: criteria.educationMin !== null,
      location: place !== null,
    },
  };
}

const said = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text;

function titleTermsOf(title: string): ReadonlyMap<number, number> {
  const terms = [...countTerms(title.slice(0, 200)).keys()];
  const sum = terms.reduce((total, term) => total + rarityOf(term), 0);
  return new Map(terms.map((term) => [term, Math.floor((1000 * rarityOf(term)) / sum)]));
}

function textTermsOf(
  title: string | null,
  description: string | null,
  fields: ReturnType<typeof fieldsOf>,
): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  const add = (term: number, weight: number): void => {
    weights.set(term, (weights.get(term) ?? 0) + weight);
  };
  for (const [term, count] of countTerms(description ?? ''))
    add(term, rarityOf(term) * (TIMES[Math.min(count, TIMES.length - 1)] ?? 0));
  for (const term of countTerms(title ?? '').keys()) add(term, rarityOf(term) * 10 * TITLE_TIMES);
  for (const { likeness, terms } of fields.own)
    for (const term of terms.keys())
      add(term, Math.floor((rarityOf(term) * 10 * FIELD_TIMES * likeness) / 1000));
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  if (squares === 0) return new Map();
  const length = Math.sqrt(squares);
  const best = fields.near[0]?.likeness ?? 0;
  return new Map([
    ...[...weights].flatMap(([term, weight]) => {
      const share = Math.floor((1000 * weight) / length);
      return share === 0 ? [] : [[term, share] as const];
    }),
    ...fields.near.map(
      ({ id, likeness }) => [fieldTerm(id), Math.floor((FIELD_SHARE * likeness) / best)] as const,
    ),
  ]);
}

function placeOfJob({ location }: JobCriteria): PlaceFact | null {
  if (location === null || (location.city === null && location.country === null)) return null;
  const at = placeOf(location.city, location.region, location.country);
  return {
    country: location.country,
    at:
      at === null
        ? null
        : { latitude: Math.round(at.latitude * 100), longitude: Math.round(at.longitude * 100) },
  };
}
