import type { CandidateSearchRequest } from '@/shared/domain/candidates/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Bits } from './bits';

/** Whom the actor reaches and a search finds, without their order. Has to run in the transaction of the question. */
export type FoundPeople = (
  actor: Actor,
  asked: Pick<CandidateSearchRequest, 'text' | 'filters'> & {
    /** Only those who came in or got a new CV after this moment, in ms since 1970. */
    readonly since?: number;
  },
) => Bits;
