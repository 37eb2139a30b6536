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

/** All that somebody is told of a person they do not reach. */
export const WITH_ANOTHER_OWNER: Pick<ItemResult, 'failureCode' | 'failureMessage'> = {
  failureCode: 'OTHER_OWNER',
  failureMessage: 'Already in the database with another owner.',
};

/**
 * Decides what a résumé that was read is — someone new, someone known, perhaps a duplicate — against the database as it
 * is now, and builds the rows. Decisions have to be taken one after the other: two files of one person that are decided
 * at the same time would both be new.
 */
export async function planReadResume(
  deps: Pick<Deps, 'imports' | 'pairs'> & {
    readonly candidates: Pick<Deps['candidates'], 'levels'>;
  },
  actor: Actor,
  resume: ReadResume,
  identity: ResumeIdentity,
  source: CandidateSource,
): Promise<ImportPlan> {
  const name = resume.parsed.name?.value ?? '';
  const known = await knownPeople(deps, identity, resume.origin.path);
  const decision = decideOutcome(identity, known);

  const touched =
    decision.kind === 'update'
      ? [decision.candidateId]
      : decision.duplicates.map(({ candidateId }) => candidateId);
  const levels = await deps.candidates.levels(actor, 'candidate', touched);
  if (decision.kind === 'update' && levels.get(decision.candidateId) !== 'edit') {
    // Nobody changes another one's candidate by way of a file: it is somebody new of the actor's, and whoever reaches both is shown the two.
    const { missing } = identity;
    const plan = create(actor, resume, source, { outcome: 'loaded', duplicates: [], missing });
    const told = levels.has(decision.candidateId) ? {} : WITH_ANOTHER_OWNER;
    return { ...plan, item: { ...plan.item, outcome: 'possible_duplicate', ...told } };
  }
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
  const plan = create(actor, resume, source, decision);
  const isTold = decision.duplicates.length === 0 || touched.some((id) => levels.has(id));
  return isTold ? plan : { ...plan, item: { ...plan.item, ...WITH_ANOTHER_OWNER } };
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
