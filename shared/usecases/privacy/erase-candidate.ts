import type { Change } from '@/shared/domain/history/change';
import { knownAgainBy } from '@/shared/domain/privacy/known-again';
import { mentionsOf } from '@/shared/domain/privacy/names-person';
import type { Erasure } from '@/shared/domain/privacy/records';
import { mustKeepUntil } from '@/shared/domain/privacy/retention';
import type { ErasurePreview, HeldCounts } from '@/shared/domain/privacy/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { Fingerprint, Traces } from '@/shared/usecases/ports/erasure';
import type { HeldPerson } from '@/shared/usecases/ports/privacy-reader';

export type ErasureDeps = Pick<Deps, 'store' | 'privacy' | 'clock' | 'nextTurn'> & {
  readonly fingerprint: Fingerprint;
  readonly traces: Traces;
};

/** What an erasure would take, without doing it. Errors: NOT_FOUND. */
export async function previewErasure(
  deps: Pick<Deps, 'privacy' | 'clock'>,
  actor: Actor,
  { candidateId }: { readonly candidateId: Id },
): Promise<ErasurePreview> {
  const held = await findHeld(deps, actor, candidateId);
  const rules = await deps.privacy.rules();
  const files = oncePerFile(held);
  return {
    candidateId: held.candidateId,
    name: held.name,
    counts: await deps.privacy.counts(actor, candidateId),
    files: files.filter(({ shared }) => !shared).length,
    sharedFiles: files.filter(({ shared }) => shared).length,
    mustKeepUntil: mustKeepUntil(held.facts, rules, deps.clock.now()),
    held: held.hold !== null,
  };
}

/**
 * Erases people, or makes them anonymous: rows, history, index, files; what is left is that it happened, and keyed fingerprints that know
 * them again. One commit a person; whoever is gone already is passed over. There is no way back.
 * Errors: CONFLICT under a legal hold, INVALID without a reason where a rule wants them kept or for a reason that names them; then nobody
 * was erased who comes after.
 */
export async function erasePeople(
  deps: ErasureDeps,
  actor: Actor,
  {
    candidateIds,
    kind,
    reason,
  }: {
    readonly candidateIds: readonly Id[];
    readonly kind: Erasure['kind'];
    readonly reason: string;
  },
): Promise<{ readonly erased: number; readonly gone: number }> {
  let erased = 0;
  let gone = 0;
  try {
    for (const candidateId of new Set(candidateIds)) {
      const held = await deps.privacy.held(actor, candidateId);
      if (held === null) gone += 1;
      else {
        await eraseOne(deps, actor, held, { kind, reason: reason.trim() });
        erased += 1;
      }
      await deps.nextTurn();
    }
  } finally {
    if (erased > 0) await deps.traces.finish();
  }
  return { erased, gone };
}

async function eraseOne(
  deps: ErasureDeps,
  actor: Actor,
  held: HeldPerson,
  how: { readonly kind: Erasure['kind']; readonly reason: string },
): Promise<void> {
  await refuse(deps, held, how.reason);
  const counts = await deps.privacy.counts(actor, held.candidateId);
  const files = oncePerFile(held)
    .filter(({ shared }) => !shared)
    .map(({ sha256 }) => sha256);
  await deps.traces.begin(files, held.tree);
  await deps.store.commit({
    actor,
    action: how.kind === 'erase' ? 'candidate.erased' : 'candidate.anonymised',
    erases: { candidateId: held.candidateId, kind: how.kind },
    changes: erasureRows(held, how, counts, {
      at: nowIso(deps.clock),
      fingerprint: deps.fingerprint,
      gone: new Set(files),
    }),
  });
}

async function refuse(
  deps: Pick<Deps, 'privacy' | 'clock'>,
  { hold, facts, names }: HeldPerson,
  reason: string,
): Promise<void> {
  if (hold !== null) {
    throw new AppError(
      'CONFLICT',
      'A legal hold keeps this candidate. Nothing was erased; release the hold first.',
      { reason: 'hold' },
    );
  }
  const until = mustKeepUntil(facts, await deps.privacy.rules(), deps.clock.now());
  if (until !== null && reason === '') {
    throw new AppError(
      'INVALID',
      `A retention rule keeps this candidate until ${until.slice(0, 10)}. Say why they are erased all the same.`,
      { reason: 'minimum', until },
    );
  }
  if (mentionsOf(names)(reason)) {
    throw new AppError(
      'INVALID',
      'The reason is kept after the erasure, so it must not name the person. Nothing was erased.',
      { reason: 'names' },
    );
  }
}

/** That it happened, a line for each of those who were merged, and what each would be known again by. */
function erasureRows(
  { tree, candidateId: root, contacts, files }: HeldPerson,
  { kind, reason }: { readonly kind: Erasure['kind']; readonly reason: string },
  counts: HeldCounts,
  {
    at,
    fingerprint,
    gone,
  }: { readonly at: string; readonly fingerprint: Fingerprint; readonly gone: ReadonlySet<string> },
): readonly Change[] {
  return tree.flatMap((candidateId): readonly Change[] => {
    const erasureId = newId();
    const theirs = files.filter((file) => file.candidateId === candidateId);
    const known = knownAgainBy(
      contacts.filter((contact) => contact.candidateId === candidateId),
      theirs.map(({ sha256 }) => sha256),
    );
    return [
      {
        op: 'insert',
        entity: 'erasure',
        row: {
          id: erasureId,
          candidateId,
          // Who was merged into somebody made anonymous is erased whole: figures are counted from the one that stays.
          kind: candidateId === root ? kind : 'erase',
          reason,
          erasedAt: at,
          files: theirs
            .filter(({ sha256 }) => gone.has(sha256))
            .map(({ sha256 }) => fingerprint(`file:${sha256}`)),
          counts: candidateId === root ? { ...counts } : {},
        },
      },
      ...known.map(
        ({ kind: of, text }): Change => ({
          op: 'insert',
          entity: 'erasedFingerprint',
          row: { id: newId(), erasureId, kind: of, fingerprint: fingerprint(text) },
        }),
      ),
    ];
  });
}

/** Somebody the actor reaches. Errors: NOT_FOUND. */
export async function findHeld(
  deps: Pick<Deps, 'privacy'>,
  actor: Actor,
  candidateId: Id,
): Promise<HeldPerson> {
  const held = await deps.privacy.held(actor, candidateId);
  if (held === null) throw new AppError('NOT_FOUND', 'This candidate is not there any more.');
  return held;
}

function oncePerFile({ files }: HeldPerson): HeldPerson['files'] {
  const seen = new Set<string>();
  return files.filter(({ sha256 }) => !seen.has(sha256) && seen.add(sha256) !== undefined);
}
