import type { MessageId } from '@/renderer/lib/text';
import { LAWFUL_BASES, type LawfulBasis, WITHDRAWN } from '@/shared/domain/privacy/consent';
import type { Erasure } from '@/shared/domain/privacy/records';

export const BASIS_NAMES: Readonly<Record<LawfulBasis, MessageId>> = {
  consent: 'privacy.basis.consent',
  contract: 'privacy.basis.contract',
  'legitimate-interest': 'privacy.basis.legitimate-interest',
  'legal-obligation': 'privacy.basis.legal-obligation',
};

/** What a stored basis is called; null for one that another system gave a name of its own. */
export function basisName(basis: string | null): MessageId | null {
  if (basis === null) return 'privacy.basis.none';
  if (basis === WITHDRAWN) return 'privacy.basis.withdrawn';
  const known = LAWFUL_BASES.find((one) => one === basis);
  return known === undefined ? null : BASIS_NAMES[known];
}

export const END_NAMES: Readonly<Record<Erasure['kind'], MessageId>> = {
  erase: 'privacy.end.erase',
  anonymise: 'privacy.end.anonymise',
};

/** The same once it is done. */
export const ENDED_NAMES: Readonly<Record<Erasure['kind'], MessageId>> = {
  erase: 'privacy.ended.erase',
  anonymise: 'privacy.ended.anonymise',
};

/** What kinds of records are called, where an erasure counts them. Kinds that are not here are counted as others. */
export const KIND_NAMES: Readonly<Record<string, MessageId>> = {
  resume: 'privacy.kind.resume',
  contactPoint: 'privacy.kind.contactPoint',
  experience: 'privacy.kind.experience',
  education: 'privacy.kind.education',
  candidateSkill: 'privacy.kind.candidateSkill',
  note: 'privacy.kind.note',
  application: 'privacy.kind.application',
  stageEvent: 'privacy.kind.stageEvent',
  interview: 'privacy.kind.interview',
  match: 'privacy.kind.match',
  importItem: 'privacy.kind.importItem',
  searchLogEntry: 'privacy.kind.searchLogEntry',
  savedSearch: 'privacy.kind.savedSearch',
};
