import type { DraftProblem } from '@/renderer/features/candidates/editing/draft-values';
import type { MessageId } from '@/renderer/lib/text';
import type { PartEntity } from '@/shared/domain/candidates/part-identity';
import type { CandidateField, ContactPoint } from '@/shared/domain/candidates/records';
import type { LINK_KINDS } from '@/shared/domain/parsing/parsed-resume';

/** What the fields of a candidate are called. */
export const FIELD_NAMES: Readonly<Record<CandidateField, MessageId>> = {
  name: 'candidates.field.name',
  headline: 'candidates.field.headline',
  location: 'candidates.field.location',
  summary: 'candidates.field.summary',
  totalYears: 'candidates.field.totalYears',
  noticePeriod: 'candidates.field.noticePeriod',
  workPermission: 'candidates.field.workPermission',
};

/** What the fields of the parts are called, by entity and field. */
export const PART_FIELD_NAMES: Readonly<Record<PartEntity, Readonly<Record<string, MessageId>>>> = {
  contactPoint: {
    kind: 'candidates.field.kind',
    value: 'candidates.field.value',
    linkKind: 'candidates.field.linkKind',
  },
  experience: {
    title: 'candidates.field.title',
    company: 'candidates.field.company',
    location: 'candidates.field.location',
    start: 'candidates.field.start',
    end: 'candidates.field.end',
    description: 'candidates.field.description',
  },
  education: {
    degree: 'candidates.field.degree',
    field: 'candidates.field.subject',
    institution: 'candidates.field.institution',
    start: 'candidates.field.start',
    end: 'candidates.field.end',
    grade: 'candidates.field.grade',
  },
  candidateSkill: { name: 'candidates.field.skill', years: 'candidates.field.years' },
  certification: {
    name: 'candidates.field.certification',
    issuer: 'candidates.field.issuer',
    date: 'candidates.field.date',
  },
  candidateLanguage: {
    name: 'candidates.field.language',
    level: 'candidates.field.level',
    levelText: 'candidates.field.levelText',
  },
};

export const PROBLEM_TEXTS: Readonly<Record<DraftProblem, MessageId>> = {
  required: 'candidates.problem.required',
  email: 'candidates.problem.email',
  phone: 'candidates.problem.phone',
  link: 'candidates.problem.link',
  date: 'candidates.problem.date',
  order: 'candidates.problem.order',
  years: 'candidates.problem.years',
  tooLong: 'candidates.problem.too-long',
};

export const CONTACT_KINDS: Readonly<Record<ContactPoint['kind'], MessageId>> = {
  email: 'candidates.contact.email',
  phone: 'candidates.contact.phone',
  link: 'candidates.contact.link',
};

export const LINK_KIND_NAMES: Readonly<Record<(typeof LINK_KINDS)[number], MessageId>> = {
  linkedin: 'candidates.link.linkedin',
  github: 'candidates.link.github',
  xing: 'candidates.link.xing',
  website: 'candidates.link.website',
  other: 'candidates.link.other',
};
