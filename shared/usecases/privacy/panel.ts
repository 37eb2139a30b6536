import { decideRetention, mustKeepUntil } from '@/shared/domain/privacy/retention';
import type { ConsentView, PrivacyPanel } from '@/shared/domain/privacy/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { nowIso } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { requireRecords } from '@/shared/usecases/access/require';
import { findHeld } from './erase-candidate';

const DAY = 86_400_000;

/** What the Privacy panel of a candidate shows. Errors: NOT_FOUND, FORBIDDEN. */
export async function privacyPanel(
  deps: Pick<Deps, 'privacy' | 'clock' | 'candidates'>,
  actor: Actor,
  { candidateId }: { readonly candidateId: Id },
): Promise<PrivacyPanel> {
  const held = await findHeld(deps, actor, candidateId);
  await requireRecords(deps, actor, 'candidate.edit', 'candidate', [held.candidateId]);
  const rules = await deps.privacy.rules();
  const now = deps.clock.now();
  const verdict = decideRetention(held.facts, rules, now);
  return {
    candidateId: held.candidateId,
    name: held.name,
    consent: held.consent,
    hold: held.hold,
    quarantine: held.quarantine,
    lastActivityAt: held.facts.lastActivityAt,
    mustKeepUntil: mustKeepUntil(held.facts, rules, now),
    goesAt: verdict.kind === 'quarantine' ? now.toISOString() : verdict.until,
  };
}

/** Consent that ends within so many days or is over, the first first. */
export const expiringConsent = (
  deps: Pick<Deps, 'privacy' | 'clock'>,
  actor: Actor,
  { days, limit }: { readonly days: number; readonly limit: number },
): Promise<{ readonly total: number; readonly rows: readonly ConsentView[] }> =>
  deps.privacy.expiring(actor, {
    by: new Date(deps.clock.now().getTime() + days * DAY).toISOString(),
    now: nowIso(deps.clock),
    limit,
  });
