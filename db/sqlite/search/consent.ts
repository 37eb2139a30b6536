import type { CONSENT_STATES } from '@/shared/domain/candidates/views';
import type { PeopleIndex } from './people-index';

/** Consent that ends within so many days is `expiring`. */
const EXPIRES_SOON_DAYS = 30;
const DAY = 86_400_000;

/** The state of a candidate's consent at a moment: of one that was given, the days until it ends. */
export function consentOf(
  people: PeopleIndex,
  num: number,
  now: Date,
): (typeof CONSENT_STATES)[number] {
  const ends = people.number('consentExpiresAt', num);
  // Of some only the end is known; they are asked again like the others.
  if (ends === 0) return people.number('consentGivenAt', num) === 0 ? 'none' : 'given';
  if (ends <= now.getTime()) return 'expired';
  return ends <= now.getTime() + EXPIRES_SOON_DAYS * DAY ? 'expiring' : 'given';
}
