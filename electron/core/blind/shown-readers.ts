import type { ApplicationRow, InterviewRow } from '@/shared/domain/tables/record-exports';
import { blindInterview, blindRecord } from '@/shared/domain/blind/people';
import { isBlind } from '@/shared/domain/blind/settings';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';
import { ANSWERS } from './answers';
import type { Hiding } from './shows';
import { shown } from './blinds';

/**
 * The readers of a desk as they answer for what is written to a file: of people there is what the actor is shown of them. Never for a
 * use-case that writes back what it reads.
 */
export function shownReaders(deps: Deps, actor: Actor): Deps {
  if (!isBlind(actor)) return deps;
  const { candidates, applications, interviews, matching } = deps;
  const show = async <Answer>(hiding: unknown, answer: Answer): Promise<Answer> =>
    // Each is the treatment of the procedure that answers with the same shape.
    shown(deps, actor, hiding as Hiding<Answer>, answer);
  const orNull = async <Answer>(hiding: unknown, answer: Answer | null): Promise<Answer | null> =>
    answer === null ? null : show(hiding, answer);
  return {
    ...deps,
    candidates: {
      ...candidates,
      get: async (...asked) => orNull(ANSWERS.candidates.get, await candidates.get(...asked)),
    },
    applications: {
      ...applications,
      shortlist: async (...asked) =>
        orNull(ANSWERS.pipeline.shortlist, await applications.shortlist(...asked)),
      rows: async (...asked) => show(rows, await applications.rows(...asked)),
    },
    interviews: {
      ...interviews,
      rows: async (...asked) => show(interviewRows, await interviews.rows(...asked)),
    },
    matching: {
      ...matching,
      explain: async (...asked) => show(ANSWERS.matching.explain, await matching.explain(...asked)),
    },
  };
}

const rows: Hiding<readonly ApplicationRow[]> = {
  of: (all) => all.map(({ application }) => application.candidateId),
  hide: (all, curtain) =>
    all.map((row) => ({
      ...row,
      application: blindRecord(row.application, curtain),
      candidateName: curtain.name(row.application.candidateId, row.candidateName),
    })),
};

const interviewRows: Hiding<readonly InterviewRow[]> = {
  of: (all) => all.map(({ interview }) => interview.candidateId),
  deep: true,
  hide: (all, curtain) => all.map((row) => blindInterview(row, curtain)),
};
