import type { Change } from '@/shared/domain/history/change';
import { RETENTION_ENDS, type RetentionRule } from '@/shared/domain/privacy/records';
import { decideRetention } from '@/shared/domain/privacy/retention';
import type { RetentionPreview } from '@/shared/domain/privacy/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';
import { type ErasureDeps, erasePeople } from './erase-candidate';
import { quarantineChanges } from './quarantine';

type RuleInput = Pick<
  RetentionRule,
  'name' | 'about' | 'minimumDays' | 'maximumDays' | 'end' | 'enabled'
>;

const PAGE = 1000;
const BATCH = 50;
const SAMPLE = 5;
const DUE_AT_ONCE = 500;

/** Makes or changes a rule. Nothing happens to anybody before the next look at the rules. Errors: INVALID, NOT_FOUND, CONFLICT. */
export async function saveRule(
  deps: Pick<Deps, 'store' | 'privacy'>,
  actor: Actor,
  {
    id,
    version,
    rule,
  }: { readonly id: Id | null; readonly version: number; readonly rule: RuleInput },
): Promise<{ readonly id: Id; readonly commitId: Id }> {
  const { minimumDays, maximumDays } = rule;
  if (minimumDays === null && maximumDays === null) {
    throw new AppError('INVALID', 'Say how long they are kept at least, or at most.');
  }
  if (minimumDays !== null && maximumDays !== null && minimumDays > maximumDays) {
    throw new AppError('INVALID', 'The longest time must not be shorter than the shortest.');
  }
  const rules = await deps.privacy.rules();
  const name = squeeze(rule.name);
  if (rules.some((other) => other.id !== id && fold(other.name) === fold(name))) {
    throw new AppError('INVALID', `There is a rule named “${name}” already.`);
  }
  if (id !== null && !rules.some((other) => other.id === id)) {
    throw new AppError('NOT_FOUND', 'This rule is not there any more.');
  }
  const own = id ?? newId();
  const { commitId } = await deps.store.commit({
    actor,
    action: 'retention.changed',
    changes: [
      id === null
        ? { op: 'insert', entity: 'retentionRule', row: { ...rule, name, id: own } }
        : { op: 'update', entity: 'retentionRule', id, version, patch: { ...rule, name } },
    ],
  });
  return { id: own, commitId };
}

/** Deletes a rule; who is in quarantine because of it stays there, with the rule switched off. Errors: NOT_FOUND, CONFLICT. */
export async function deleteRule(
  deps: Pick<Deps, 'store' | 'privacy'>,
  actor: Actor,
  { id, version }: { readonly id: Id; readonly version: number },
): Promise<{ readonly commitId: Id }> {
  try {
    return await deps.store.commit({
      actor,
      action: 'retention.changed',
      changes: [{ op: 'delete', entity: 'retentionRule', id, version }],
    });
  } catch (error) {
    // A quarantine says which rule it came from.
    if (!(error instanceof AppError) || error.code !== 'INVALID') throw error;
    throw new AppError(
      'CONFLICT',
      'People are or were in quarantine because of this rule. Switch it off instead.',
    );
  }
}

/**
 * What rules would do today, with `draft` in place of the one of its id (or beside them all). Reads everybody, a page at a time. Errors:
 * the signal's reason.
 */
export async function previewRetention(
  deps: Pick<Deps, 'privacy' | 'clock' | 'nextTurn'>,
  { draft }: { readonly draft: (RuleInput & { readonly id: Id | null }) | null },
  signal?: AbortSignal,
): Promise<RetentionPreview> {
  const stored = await deps.privacy.rules();
  const rules = draft === null ? stored : withDraft(stored, draft);
  const now = deps.clock.now();
  const preview = {
    people: 0,
    quarantined: 0,
    held: 0,
    waiting: 0,
    unruled: 0,
    kept: 0,
    nextAt: null as string | null, // Widened: it is filled in below.
    sample: [] as { candidateId: Id; name: string }[], // As above.
  };
  for (let after: number | null = 0; after !== null; ) {
    signal?.throwIfAborted();
    const page: Awaited<ReturnType<Deps['privacy']['facts']>> = await deps.privacy.facts(
      after,
      PAGE,
    );
    for (const { name, ...facts } of page.people) {
      const verdict = decideRetention(facts, rules, now);
      preview.people += 1;
      if (verdict.kind === 'quarantine') {
        preview.quarantined += 1;
        if (preview.sample.length < SAMPLE) {
          preview.sample.push({ candidateId: facts.candidateId, name });
        }
      } else if (verdict.until !== null) {
        preview.kept += 1;
        if (preview.nextAt === null || verdict.until < preview.nextAt)
          preview.nextAt = verdict.until;
      } else if (verdict.because === 'hold') preview.held += 1;
      else if (verdict.because === 'waits') preview.waiting += 1;
      else preview.unruled += 1;
    }
    after = page.next;
    await deps.nextTurn();
  }
  return preview;
}

function withDraft(
  rules: readonly RetentionRule[],
  draft: RuleInput & { readonly id: Id | null },
): readonly RetentionRule[] {
  const others = rules.filter(({ id }) => id !== draft.id);
  const stored = { version: 1, createdAt: '', createdBy: '', updatedAt: '' };
  return [...others, { ...stored, ...draft, id: draft.id ?? newId() }];
}

/**
 * The daily look: puts those whose time is over into quarantine, and erases those whose quarantine is over where the rule says that
 * nobody has to confirm. The caller has made sure that the clock can be believed. Errors: those of the store, the signal's reason.
 */
export async function applyRetention(
  deps: ErasureDeps & Pick<Deps, 'candidates'>,
  actor: Actor,
  signal?: AbortSignal,
): Promise<{ readonly quarantined: number; readonly erased: number; readonly due: number }> {
  const rules = await deps.privacy.rules();
  const now = deps.clock.now();
  let quarantined = 0;
  const ending = rules.some(({ enabled, maximumDays }) => enabled && maximumDays !== null);
  for (let after: number | null = ending ? 0 : null; after !== null; ) {
    signal?.throwIfAborted();
    const page: Awaited<ReturnType<Deps['privacy']['facts']>> = await deps.privacy.facts(
      after,
      PAGE,
    );
    const going = page.people.flatMap((facts) => {
      const verdict = decideRetention(facts, rules, now);
      return verdict.kind === 'quarantine' ? [{ id: facts.candidateId, rule: verdict.rule }] : [];
    });
    for (let from = 0; from < going.length; from += BATCH) {
      quarantined += await quarantineSome(deps, actor, going.slice(from, from + BATCH), now);
      await deps.nextTurn();
    }
    after = page.next;
    await deps.nextTurn();
  }
  const { due, erased } = await endQuarantines(deps, actor, rules);
  return { quarantined, erased, due };
}

async function quarantineSome(
  deps: Pick<Deps, 'store' | 'candidates'>,
  actor: Actor,
  going: readonly { readonly id: Id; readonly rule: RetentionRule }[],
  now: Date,
): Promise<number> {
  const rules = new Map(going.map(({ id, rule }) => [id, rule]));
  const standings = await deps.candidates.standings(actor, [...rules.keys()], {
    tie: null,
    readBefore: null,
  });
  const changes = standings.flatMap((standing): readonly Change[] => {
    const rule = rules.get(standing.candidateId);
    if (rule === undefined) return [];
    return quarantineChanges(standing, { reason: rule.name, end: rule.end, ruleId: rule.id }, now);
  });
  if (changes.length === 0) return 0;
  await deps.store.commit({ actor, action: 'candidate.quarantined', changes });
  return standings.length;
}

/** Of those whose quarantine is over: erased where the rule says so by itself; the others wait for a person. */
async function endQuarantines(
  deps: ErasureDeps,
  actor: Actor,
  rules: readonly RetentionRule[],
): Promise<{ readonly due: number; readonly erased: number }> {
  const query = { dueBy: nowIso(deps.clock), limit: DUE_AT_ONCE, offset: 0 };
  const { rows, total } = await deps.privacy.quarantines(actor, query);
  const ready = rows.filter(({ ruleId, held }) => {
    const rule = rules.find(({ id }) => id === ruleId);
    return !held && rule?.enabled === true && rule.about.automatic === true;
  });
  let erased = 0;
  for (const rule of rules) {
    for (const kind of RETENTION_ENDS) {
      const candidateIds = ready
        .filter(({ ruleId, end }) => ruleId === rule.id && end === kind)
        .map(({ candidateId }) => candidateId);
      if (candidateIds.length === 0) continue;
      erased += (await erasePeople(deps, actor, { candidateIds, kind, reason: rule.name })).erased;
    }
  }
  return { due: total - erased, erased };
}
