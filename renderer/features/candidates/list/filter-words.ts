import { SOURCE_NAMES } from '@/renderer/features/candidates/words';
import type { MessageId } from '@/renderer/lib/text';
import type { CandidateFilters } from '@/shared/domain/candidates/views';
import type { EducationLevel } from '@/shared/domain/parsing/education-level';
import type { Seniority } from '@/shared/domain/parsing/job-titles';

type Words<Value extends string> = Readonly<Record<Value, MessageId>>;

const SENIORITY_NAMES: Words<Seniority> = {
  intern: 'filters.seniority.intern',
  trainee: 'filters.seniority.trainee',
  junior: 'filters.seniority.junior',
  assistant: 'filters.seniority.assistant',
  deputy: 'filters.seniority.deputy',
  senior: 'filters.seniority.senior',
  lead: 'filters.seniority.lead',
  head: 'filters.seniority.head',
  director: 'filters.seniority.director',
  executive: 'filters.seniority.executive',
};

const DEGREE_NAMES: Words<EducationLevel> = {
  school: 'filters.degree.school',
  certificate: 'filters.degree.certificate',
  vocational: 'filters.degree.vocational',
  associate: 'filters.degree.associate',
  bachelor: 'filters.degree.bachelor',
  master: 'filters.degree.master',
  doctorate: 'filters.degree.doctorate',
};

const CONSENT_NAMES: Words<CandidateFilters['consent'][number]> = {
  none: 'filters.consent.none',
  given: 'filters.consent.given',
  expiring: 'filters.consent.expiring',
  expired: 'filters.consent.expired',
};

const HAS_NAMES: Words<CandidateFilters['has'][number]> = {
  file: 'filters.has.file',
  email: 'filters.has.email',
  phone: 'filters.has.phone',
  link: 'filters.has.link',
};

const MISSING_NAMES: Words<CandidateFilters['missing'][number]> = {
  name: 'filters.missing.name',
  email: 'filters.missing.email',
  phone: 'filters.missing.phone',
  experience: 'filters.missing.experience',
  file: 'filters.missing.file',
};

/** What the values are called of filters that know all their values. */
export const FIXED_NAMES = {
  seniorities: SENIORITY_NAMES,
  degrees: DEGREE_NAMES,
  sources: SOURCE_NAMES,
  consent: CONSENT_NAMES,
  has: HAS_NAMES,
  missing: MISSING_NAMES,
} as const;

export const SKILL_MODE_NAMES = {
  all: 'filters.mode.all',
  any: 'filters.mode.any',
  none: 'filters.mode.none',
} as const;

export type DaysFilter = 'added' | 'updated' | 'lastActivity';
export const DAYS_NAMES: Words<DaysFilter> = {
  added: 'filters.added',
  updated: 'filters.updated',
  lastActivity: 'filters.lastActivity',
};
