import type { MessageId } from '@/renderer/lib/text';
import type { ReparseItemView } from '@/shared/domain/reparse/records';
import type { DifferenceKind } from '@/shared/domain/reparse/difference';

/** What the values are called that a newer parser may read differently. */
export const KIND_NAMES: Readonly<Record<DifferenceKind, MessageId>> = {
  name: 'settings.parsing.kind.name',
  headline: 'settings.parsing.kind.headline',
  location: 'settings.parsing.kind.location',
  summary: 'settings.parsing.kind.summary',
  totalYears: 'settings.parsing.kind.totalYears',
  noticePeriod: 'settings.parsing.kind.noticePeriod',
  workPermission: 'settings.parsing.kind.workPermission',
  contactPoint: 'settings.parsing.kind.contactPoint',
  experience: 'settings.parsing.kind.experience',
  'experience.company': 'settings.parsing.kind.experience.company',
  'experience.title': 'settings.parsing.kind.experience.title',
  'experience.location': 'settings.parsing.kind.experience.location',
  'experience.start': 'settings.parsing.kind.experience.start',
  'experience.end': 'settings.parsing.kind.experience.end',
  'experience.description': 'settings.parsing.kind.experience.description',
  education: 'settings.parsing.kind.education',
  'education.institution': 'settings.parsing.kind.education.institution',
  'education.degree': 'settings.parsing.kind.education.degree',
  'education.field': 'settings.parsing.kind.education.field',
  'education.start': 'settings.parsing.kind.education.start',
  'education.end': 'settings.parsing.kind.education.end',
  'education.grade': 'settings.parsing.kind.education.grade',
  candidateSkill: 'settings.parsing.kind.candidateSkill',
  'candidateSkill.years': 'settings.parsing.kind.candidateSkill.years',
  certification: 'settings.parsing.kind.certification',
  'certification.issuer': 'settings.parsing.kind.certification.issuer',
  'certification.date': 'settings.parsing.kind.certification.date',
  candidateLanguage: 'settings.parsing.kind.candidateLanguage',
  'candidateLanguage.level': 'settings.parsing.kind.candidateLanguage.level',
};

export const STATE_NAMES: Readonly<Record<ReparseItemView['state'], MessageId>> = {
  open: 'settings.parsing.state.open',
  left: 'settings.parsing.state.left',
  applied: 'settings.parsing.state.applied',
};
