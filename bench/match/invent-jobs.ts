import type { Sqlite } from '@/db/sqlite/connection';
import { entityTable, encode } from '@/db/sqlite/entities';
import type { EntityMap, EntityName } from '@/shared/domain/history/change';
import { findSkillId } from '@/shared/domain/candidates/find-skill';
import { type JobCriteria, NO_CRITERIA } from '@/shared/domain/matching/criteria';
import { newId } from '@/shared/kit/ids';
import { mulberry32, zipf } from '../random';
import type { Vocabulary } from '../vocabulary';

const SKILLS = 12;
const AT = '2026-01-01T00:00:00.000Z';

export interface InventedJobs {
  readonly criteria: readonly JobCriteria[];
  /** Puts them into a database as open jobs; answers their ids. */
  readonly putIn: (db: Sqlite, userId: string) => readonly string[];
}

/** Jobs with a title, twelve skills, years, schooling, a place and some words. The same every time, but for their ids. */
export function inventJobs(vocabulary: Vocabulary, count: number): InventedJobs {
  const random = mulberry32(11);
  const pick = <T>(list: readonly T[]): T => zipf(random, list);
  const criteria = Array.from({ length: count }, (): JobCriteria => {
    const skills = new Set(Array.from({ length: SKILLS * 2 }, () => pick(vocabulary.skills).name));
    const { city, country } = pick(vocabulary.places);
    return {
      ...NO_CRITERIA,
      title: pick(vocabulary.titles),
      description: Array.from({ length: 150 }, () => pick(vocabulary.words)).join(' '),
      skills: [...skills].slice(0, SKILLS).map((name, at) => ({
        name,
        skillId: findSkillId(name),
        mustHave: at < 4,
        weight: 1 + (at % 5),
        minYears: at % 3 === 0 ? 2 : null,
        origin: 'stated',
      })),
      experienceMin: 3,
      educationMin: 'bachelor',
      location: { text: city, city, region: null, country },
      remote: 'onsite',
    };
  });
  return { criteria, putIn: (db, userId) => putIn(db, userId, criteria) };
}

function putIn(db: Sqlite, userId: string, criteria: readonly JobCriteria[]): readonly string[] {
  const base = () => ({
    id: newId(),
    version: 1,
    createdAt: AT,
    createdBy: userId,
    updatedAt: AT,
  });
  const insert = <E extends EntityName>(entity: E, row: EntityMap[E]): void => {
    const { insert: statement, columns } = entityTable(entity);
    const values = columns.map((column) => encode(column, Reflect.get(row, column.key)));
    db.prepare(statement).run(...values);
  };
  const client = {
    ...base(),
    companyName: 'Bench',
    status: 'active',
    industry: null,
    website: null,
    phone: null,
    address: null,
    city: null,
    state: null,
    country: null,
    postalCode: null,
    notes: '',
    offLimits: false,
    offLimitsReason: null,
    custom: {},
  } as const;
  insert('client', client);
  return criteria.map((asked) => {
    const job = {
      ...base(),
      clientId: client.id,
      title: asked.title ?? '',
      description: asked.description ?? '',
      department: null,
      location: asked.location?.text ?? null,
      city: asked.location?.city ?? null,
      region: null,
      country: asked.location?.country ?? null,
      remote: asked.remote,
      employmentType: null,
      experienceMin: asked.experienceMin,
      experienceMax: null,
      salaryMin: null,
      salaryMax: null,
      salaryCurrency: null,
      salaryPeriod: null,
      educationMin: asked.educationMin,
      status: 'open',
      priority: 'medium',
      openings: 1,
      closesOn: null,
      openedAt: AT,
      endedAt: null,
      board: null,
      weights: null,
      matchThreshold: 60,
      custom: {},
    } as const;
    insert('job', job);
    asked.skills.forEach(({ name, skillId, mustHave, weight, minYears }, position) =>
      insert('jobSkill', {
        ...base(),
        jobId: job.id,
        need: mustHave ? 'required' : 'nice',
        skillId,
        name,
        weight,
        minYears,
        position,
      }),
    );
    return job.id;
  });
}
