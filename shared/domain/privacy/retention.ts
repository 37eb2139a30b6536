import type { RetentionRule } from '@/shared/domain/privacy/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';

/** How long somebody stays in quarantine before they are erased or made anonymous, in days. */
export const QUARANTINE_DAYS = 30;
/** A clock that moved by more than this since rules were last looked at is not believed without a person. */
export const CLOCK_JUMP_DAYS = 30;
const DAY = 86_400_000;

/** What rules ask of a person. */
export interface RetentionFacts {
  readonly candidateId: Id;
  /** When anything about them was changed last. */
  readonly lastActivityAt: Instant;
  readonly country: string | null;
  readonly source: string;
  readonly consentBasis: string | null;
  /** Whether they were ever put on a job. */
  readonly applied: boolean;
  readonly held: boolean;
  readonly quarantined: boolean;
}

export type RetentionVerdict =
  /** No rule speaks of them, or none that ends. */
  | { readonly kind: 'keep'; readonly until: null; readonly because: 'no-rule' | 'hold' | 'waits' }
  /** They stay until then; then they go into quarantine. */
  | { readonly kind: 'keep'; readonly until: Instant; readonly because: 'rule' }
  | { readonly kind: 'quarantine'; readonly rule: RetentionRule };

/**
 * What the rules say of somebody at a moment. Of several rules the shortest maximum counts, but nobody goes before the longest minimum
 * is over. A legal hold beats every rule; who is in quarantine already waits there. Activity that lies in the future keeps.
 */
export function decideRetention(
  facts: RetentionFacts,
  rules: readonly RetentionRule[],
  now: Date,
): RetentionVerdict {
  if (facts.held) return { kind: 'keep', until: null, because: 'hold' };
  if (facts.quarantined) return { kind: 'keep', until: null, because: 'waits' };
  const speaking = rules.filter((rule) => speaksOf(rule, facts));
  const ending = speaking
    .filter((rule) => rule.maximumDays !== null)
    .sort(
      (a, b) =>
        (a.maximumDays ?? 0) - (b.maximumDays ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
  const [rule] = ending;
  if (rule === undefined) return { kind: 'keep', until: null, because: 'no-rule' };
  const days = Math.max(rule.maximumDays ?? 0, minimumOf(speaking));
  const until = daysAfter(facts.lastActivityAt, days);
  return until.getTime() > now.getTime()
    ? { kind: 'keep', until: until.toISOString(), because: 'rule' }
    : { kind: 'quarantine', rule };
}

/** Until when the rules want somebody kept: before it an erasure needs a reason. Null where none does. */
export function mustKeepUntil(
  facts: RetentionFacts,
  rules: readonly RetentionRule[],
  now: Date,
): Instant | null {
  const days = minimumOf(rules.filter((rule) => speaksOf(rule, facts)));
  if (days === 0) return null;
  const until = daysAfter(facts.lastActivityAt, days);
  return until.getTime() > now.getTime() ? until.toISOString() : null;
}

/**
 * Whether the clock may be believed: it did not jump by more than `CLOCK_JUMP_DAYS`, forward or back, since rules were last looked at.
 * `lastSeen` null: they never were, and there is nothing to compare with.
 */
export function clockIsBelieved(lastSeen: Instant | null, now: Date): boolean {
  if (lastSeen === null) return true;
  return Math.abs(now.getTime() - Date.parse(lastSeen)) <= CLOCK_JUMP_DAYS * DAY;
}

export const quarantineEnd = (since: Date): Instant =>
  new Date(since.getTime() + QUARANTINE_DAYS * DAY).toISOString();

function speaksOf(rule: RetentionRule, facts: RetentionFacts): boolean {
  if (!rule.enabled) return false;
  const { countries, sources, consentBases, applied } = rule.about;
  return (
    among(countries, facts.country) &&
    among(sources, facts.source) &&
    among(consentBases, facts.consentBasis) &&
    (applied === undefined || applied === facts.applied)
  );
}

const among = (wanted: readonly string[] | undefined, value: string | null): boolean =>
  wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value));

const minimumOf = (rules: readonly RetentionRule[]): number =>
  rules.reduce((most, { minimumDays }) => Math.max(most, minimumDays ?? 0), 0);

const daysAfter = (instant: Instant, days: number): Date =>
  new Date(Date.parse(instant) + days * DAY);
