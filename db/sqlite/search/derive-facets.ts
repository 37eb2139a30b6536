import { findSkillId } from '@/shared/domain/candidates/find-skill';
import { PART_ENTITIES } from '@/shared/domain/candidates/part-identity';
import { REVIEW_BELOW } from '@/shared/domain/candidates/review';
import { educationLevel } from '@/shared/domain/parsing/education-level';
import { readJobTitle, readSeniority, type Seniority } from '@/shared/domain/parsing/job-titles';
import { CEFR_LEVELS } from '@/shared/domain/parsing/parsed-resume';
import { skillNamed } from '@/shared/domain/parsing/taxonomy';
import { placeOf } from '@/shared/domain/places/gazetteer';
import { remembering } from '@/shared/kit/remembering';
import { entityTable } from '../entities';
import type { Statements } from '../statements';
import type { Value } from './facet-terms';
import { FLAGS, MOST_DETAIL, type PackedFacets } from './pack';
import type { CandidateParts } from './read-parts';
import { sortKey } from './sort-key';

/** What a candidate is filtered and counted by, but for the numbers of its values. */
export interface DerivedFacets extends Omit<PackedFacets, 'terms'> {
  readonly values: readonly Value[];
}

export function deriveFacets(
  sql: Statements,
  parts: CandidateParts,
  activityAt: string,
): DerivedFacets {
  const { candidate } = parts;
  const place = placeOf(candidate.city, candidate.region, candidate.country);
  return {
    flags: flagsOf(sql, parts),
    years: candidate.total_years === null ? 0 : Math.round(candidate.total_years * 1000) + 1,
    createdAt: momentOf(candidate.created_at),
    updatedAt: momentOf(candidate.updated_at),
    activityAt: momentOf(activityAt),
    resumeAt: momentOf(parts.newestResumeAt),
    consentGivenAt: momentOf(candidate.consent_given_at),
    consentExpiresAt: momentOf(candidate.consent_expires_at),
    latitude: place === null ? 0 : Math.round(place.latitude * 100) + 9001,
    longitude: place === null ? 0 : Math.round(place.longitude * 100) + 18001,
    values: [
      ...parts.skills.flatMap(skillValues),
      ...titleValues(parts),
      ...companyValues(parts),
      ...parts.schools.flatMap(({ institution, degree }) => [
        ...named('school', institution),
        ...coded('degree', educationLevel(degree, institution)),
      ]),
      ...named('city', candidate.city),
      ...coded('country', candidate.country),
      ...parts.languages.flatMap(({ name, level }) =>
        named('language', name, level === null ? 0 : CEFR_LEVELS.indexOf(level) + 1),
      ),
      ...parts.tagIds.flatMap((id) => coded('tag', id)),
      ...parts.listIds.flatMap((id) => coded('list', id)),
      ...coded('owner', candidate.owner_id),
      ...coded('source', candidate.source),
      ...parts.custom.flatMap(customValue),
    ],
  };
}

/** Ms since 1970; 0 for nothing and for what is no moment. */
export function momentOf(text: string | null): number {
  const ms = text === null ? 0 : Date.parse(text);
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

function flagsOf(sql: Statements, { candidate, contacts, jobs }: CandidateParts): number {
  const kinds = new Set(contacts.map((contact) => contact.kind));
  const holds: Readonly<Record<keyof typeof FLAGS, boolean>> = {
    archived: candidate.archived_at !== null,
    doNotContact: candidate.do_not_contact === 1,
    file: candidate.current_resume_id !== null,
    email: kinds.has('email'),
    phone: kinds.has('phone'),
    link: kinds.has('link'),
    name: sortKey(candidate.name) !== null,
    experience: jobs.length > 0,
    review: hasLowCertainty(sql, candidate.id),
  };
  let flags = 0;
  for (const [flag, bit] of Object.entries(FLAGS)) {
    // The keys of FLAGS, which Object.entries forgets.
    if (holds[flag as keyof typeof FLAGS]) flags |= bit;
  }
  return flags;
}

function skillValues(skill: CandidateParts['skills'][number]): readonly Value[] {
  const known = taxonOf(skill.key);
  const taxon = known ?? skill.skill_id;
  const detail =
    skill.years === null ? 0 : Math.min(MOST_DETAIL, Math.floor(skill.years * 10 + 1e-6) + 1);
  return [
    {
      dimension: known === null ? 'skill' : 'knownSkill',
      key: skill.key,
      name: skill.name,
      detail,
    },
    ...(taxon === null
      ? []
      : [
          {
            dimension: 'taxon' as const,
            key: taxon,
            name: skillNamed(skill.key)?.name ?? skill.name,
            detail,
          },
        ]),
  ];
}

/** The taxonomy's id for a folded name. */
export const taxonOf = remembering((key: string): string | null => findSkillId(key));

function titleValues({ candidate, jobs }: CandidateParts): readonly Value[] {
  const titles = [candidate.headline, ...jobs.map((job) => job.title)];
  return [...titles.flatMap(titleValue), ...coded('seniority', seniorityOf({ candidate, jobs }))];
}

/** What the title of today says of its level. */
export function seniorityOf({
  candidate,
  jobs,
}: Pick<CandidateParts, 'candidate' | 'jobs'>): Seniority | null {
  const now = candidate.headline ?? jobs.find((job) => job.title !== null)?.title ?? null;
  return now === null ? null : levelOf(now);
}

function titleValue(title: string | null): readonly Value[] {
  const written = named('title', title);
  const table = title === null || title.length > 200 ? null : tableTitle(title);
  if (table === null) return written;
  return [
    ...named('title', table),
    ...written.map((value) => ({ ...value, dimension: 'writtenTitle' as const })),
  ];
}

const tableTitle = remembering((title: string): string | null => readJobTitle(title)?.name ?? null);
const levelOf = remembering((title: string): Seniority | null =>
  title.length > 200 ? null : readSeniority(title),
);

function companyValues({ jobs, currentCompany }: CandidateParts): readonly Value[] {
  const now = sortKey(currentCompany);
  return jobs.flatMap(({ company, end }) =>
    named(
      'company',
      company,
      end === 'present' || (now !== null && sortKey(company) === now) ? 1 : 0,
    ),
  );
}

function customValue(value: CandidateParts['custom'][number]): readonly Value[] {
  const name =
    value.kind === 'yes-no' && value.number !== null
      ? value.number === 1
        ? 'yes'
        : 'no'
      : value.kind === 'text' || value.kind === 'choice'
        ? value.text
        : null;
  return named('custom', name).map((one) => ({ ...one, key: `${value.field_id}:${one.key}` }));
}

function named(
  dimension: Value['dimension'],
  name: string | null,
  detail: number = 0,
): readonly Value[] {
  const key = sortKey(name);
  return key === null || name === null ? [] : [{ dimension, key, name, detail }];
}

const coded = (dimension: Value['dimension'], key: string | null): readonly Value[] =>
  key === null ? [] : [{ dimension, key, name: '', detail: 0 }];

/** `needsReview` of the domain, over all values: a person's mark has no certainty of its own, what was counted no place. */
const hasLowCertainty = (sql: Statements, candidateId: string): boolean =>
  sql(LOW_CERTAINTY_SQL)
    .pluck()
    .get(candidateId, ...PART_ENTITIES.map(() => candidateId)) === 1;

const LOW_CERTAINTY_SQL = `SELECT ${[
  `EXISTS (SELECT 1 FROM candidate c, json_each(c.provenance) p WHERE c.id = ? AND (p.value ->> '$.confidence') < ${REVIEW_BELOW} AND (p.value ->> '$.evidence') IS NOT NULL)`,
  ...PART_ENTITIES.map(
    (entity) =>
      `EXISTS (SELECT 1 FROM ${entityTable(entity).sql} WHERE candidate_id = ? AND (provenance ->> '$.confidence') < ${REVIEW_BELOW} AND (provenance ->> '$.evidence') IS NOT NULL)`,
  ),
].join(' OR ')}`;
