import {
  candidateFromResume,
  type ReadResume,
} from '@/shared/domain/candidates/candidate-from-resume';
import { refreshCandidate } from '@/shared/domain/candidates/refresh-candidate';
import type { CandidateSource } from '@/shared/domain/candidates/records';
import type { ActionName, Change } from '@/shared/domain/history/change';
import { decideOutcome, type ResumeIdentity } from '@/shared/domain/imports/decide-outcome';
import type { ImportItem } from '@/shared/domain/imports/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { knownPeople } from '@/shared/usecases/imports/known-people';

/** What a file brings: the rows to write and what becomes of its item, all in one commit. */
export interface ImportPlan {
  readonly action: ActionName;
  readonly changes: readonly Change[];
  readonly item: ItemResult;
}

/** What an item of an import ends as. */
export type ItemResult = Pick<
  ImportItem,
  | 'state'
  | 'outcome'
  | 'failureCode'
  | 'failureMessage'
  | 'missing'
  | 'candidateId'
  | 'candidateName'
  | 'resumeId'
>;

/** Nothing known yet: the start of every item's result. */
export const NO_RESULT: Omit<ItemResult, 'state' | 'outcome'> = {
  failureCode: null,
  failureMessage: null,
  missing: [],
  candidateId: null,
  candidateName: null,
  resumeId: null,
};

/**
 * Decides what a résumé that was read is — someone new, someone known, perhaps a duplicate — against the database as it
 * is now, and builds the rows. Decisions have to be taken one after the other: two files of one person that are decided
 * at the same time would both be new.
 */
export async function planReadResume(
  deps: Pick<Deps, 'imports' | 'pairs'>,
  actor: Actor,
  resume: ReadResume,
  identity: ResumeIdentity,
  source: CandidateSource,
): Promise<ImportPlan> {
  const name = resume.parsed.name?.value ?? '';
  const known = await knownPeople(deps, identity, resume.origin.path);
  const decision = decideOutcome(identity, known);

  if (decision.kind === 'update') {
    const detail = await deps.imports.candidateParts(decision.candidateId);
    if (detail !== null) {
      const removed = await deps.imports.removedParts(decision.candidateId);
      return {
        action: 'resume.updated',
        changes: refreshCandidate(detail, resume, newId, removed),
        item: {
          ...NO_RESULT,
          state: 'done',
          outcome: 'updated',
          candidateId: detail.candidate.id,
          candidateName: detail.candidate.name || name,
          resumeId: resume.resumeId,
        },
      };
    }
    // The candidate is gone since it was looked up: the file is someone new after all.
    return create(actor, resume, source, {
      outcome: identity.missing.length > 0 ? 'missing_information' : 'loaded',
      duplicates: [],
      missing: identity.missing,
    });
  }
  return create(actor, resume, source, decision);
}

function create(
  actor: Actor,
  resume: ReadResume,
  source: CandidateSource,
  decision: Omit<Extract<ReturnType<typeof decideOutcome>, { kind: 'create' }>, 'kind'>,
): ImportPlan {
  const candidateId: Id = newId();
  const pairs: readonly Change[] = decision.duplicates.map(
    ({ candidateId: otherId, reasons, score }) => ({
      op: 'insert',
      entity: 'duplicatePair',
      row: { id: newId(), candidateId, otherId, reasons: [...reasons], score, state: 'open' },
    }),
  );
  return {
    action: 'resume.imported',
    changes: [
      ...candidateFromResume({ candidateId, ownerId: actor.id, source, resume, newId }),
      ...pairs,
    ],
    item: {
      ...NO_RESULT,
      state: 'done',
      outcome: decision.outcome,
      missing: [...decision.missing],
      candidateId,
      candidateName: resume.parsed.name?.value ?? null,
      resumeId: resume.resumeId,
    },
  };
}
