import type { CandidateSource } from '@/shared/domain/candidates/records';
import {
  employer,
  type Organisation,
  sameOrganisation,
} from '@/shared/domain/duplicates/organisation';
import type { Change } from '@/shared/domain/history/change';
import type { JobStatus } from '@/shared/domain/jobs/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';
import type { Stage } from './board';

/** Another job of the same client that a candidate is on. */
export interface OtherSubmission {
  readonly applicationId: Id;
  readonly jobId: Id;
  readonly jobTitle: string;
  readonly stage: Stage;
  /** When they were put forward to the client; null when they are only in the running. */
  readonly submittedAt: Instant | null;
  /** When and by whom they were put forward, or else put on that job. */
  readonly at: Instant;
  readonly byName: string;
}

/** What has to be known of a candidate before they are put on a job. */
export interface PutStanding {
  readonly candidateId: Id;
  readonly name: string;
  readonly source: CandidateSource;
  readonly doNotContact: boolean;
  /** Whether the actor may change anything of them, such as where they stand. */
  readonly mayEdit: boolean;
  /** Where they work now, as written. */
  readonly employers: readonly string[];
  /** The application they have on this job. */
  readonly application: { readonly id: Id; readonly stage: Stage } | null;
  /** Put forward to the client, or in the running on another job of theirs; newest first. */
  readonly others: readonly OtherSubmission[];
}

/** What has to be known of the job. */
export interface PutTarget {
  readonly jobId: Id;
  readonly title: string;
  readonly clientId: Id;
  readonly clientName: string;
  readonly status: JobStatus;
  /** Clients whose people are not approached; the job's own client is none of them. */
  readonly offLimits: readonly {
    readonly clientId: Id;
    readonly companyName: string;
    readonly reason: string | null;
  }[];
}

export interface OffLimits {
  readonly clientId: Id;
  readonly companyName: string;
  /** Where the candidate works, as their CV says it. */
  readonly employer: string;
  readonly reason: string | null;
}

/** What stands between a candidate and a job. */
export interface PutVerdict {
  readonly standing: PutStanding;
  /** Whom they work for, where that is off limits: refused unless somebody says why all the same. */
  readonly offLimits: OffLimits | null;
  /** Said before it is done; whoever reads it decides. */
  readonly warnings: readonly PutWarning[];
}
export type PutWarning =
  | ({ readonly kind: 'put-forward' | 'on-other-job' } & OtherSubmission)
  | { readonly kind: 'do-not-contact' };

/** Jobs that candidates are put on: those that are open, and drafts, which somebody is getting ready. */
export const takesCandidates = (status: JobStatus): boolean =>
  status === 'open' || status === 'draft';

/**
 * Judges candidates for a job. Companies are compared as organisations ("Acme GmbH" is "Acme"), each way of writing one once however many
 * candidates there are.
 */
export function putJudge(target: PutTarget): (standing: PutStanding) => PutVerdict {
  const closed = target.offLimits.map((client) => ({
    ...client,
    organisation: employer(client.companyName),
  }));
  const known = new Map<string, Omit<OffLimits, 'employer'> | null>();
  const offLimitsOf = (written: string): Omit<OffLimits, 'employer'> | null => {
    const seen = known.get(written);
    if (seen !== undefined) return seen;
    const one: Organisation = employer(written);
    const found = closed.find(({ organisation }) => sameOrganisation(one, organisation));
    const result =
      found === undefined
        ? null
        : { clientId: found.clientId, companyName: found.companyName, reason: found.reason };
    known.set(written, result);
    return result;
  };
  return (standing) => {
    const found = standing.employers.flatMap((written) => {
      const client = offLimitsOf(written);
      return client === null ? [] : [{ ...client, employer: written }];
    });
    const [offLimits = null] = found;
    return {
      standing,
      offLimits,
      warnings: [
        ...standing.others.map((other): PutWarning => {
          const kind = other.submittedAt === null ? 'on-other-job' : 'put-forward';
          return { kind, ...other };
        }),
        ...(standing.doNotContact ? [{ kind: 'do-not-contact' } as const] : []),
      ],
    };
  };
}

interface PutContext {
  readonly jobId: Id;
  readonly stage: 'new' | 'in_review' | 'shortlisted';
  readonly overrideReason: string | null;
  /** The matches it is decided with, by candidate. */
  readonly matches: ReadonlyMap<Id, Id>;
  readonly now: Instant;
  readonly byName: string;
  readonly newId: () => Id;
}

/** The rows that put a candidate on a job. The reason why somebody off limits is put there all the same stands with the first step. */
export function planPut(
  { standing, offLimits }: PutVerdict,
  { jobId, stage, overrideReason, matches, now, byName, newId }: PutContext,
): readonly Change[] {
  const id = newId();
  const { candidateId, source } = standing;
  const why = offLimits === null ? null : overrideReason;
  return [
    {
      op: 'insert',
      entity: 'application',
      row: {
        id,
        candidateId,
        jobId,
        stage,
        columnId: null,
        stageSince: now,
        source,
        appliedAt: now,
        matchId: matches.get(candidateId) ?? null,
        rejectedReason: null,
        withdrawnReason: null,
        reasonNote: null,
        overrideReason: why,
        submittedAt: null,
        shortlistPosition: null,
        writeUp: '',
        salaryOffered: null,
        salaryCurrency: null,
        selectedAt: null,
      },
    },
    {
      op: 'insert',
      entity: 'stageEvent',
      row: {
        id: newId(),
        applicationId: id,
        candidateId,
        jobId,
        fromStage: null,
        toStage: stage,
        at: now,
        byName,
        reason: why,
      },
    },
  ];
}
