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
  if (people.number('consentGivenAt', num) === 0) return 'none';
  const ends = people.number('consentExpiresAt', num);
  if (ends === 0) return 'given';
  if (ends <= now.getTime()) return 'expired';
  return ends <= now.getTime() + EXPIRES_SOON_DAYS * DAY ? 'expiring' : 'given';
}
