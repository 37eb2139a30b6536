import type { Interview } from '@/shared/domain/interviews/records';
import type {
  Interviewer,
  InterviewListRequest,
  InterviewPage,
  InterviewView,
} from '@/shared/domain/interviews/views';
import type { InterviewRow } from '@/shared/domain/tables/record-exports';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';

/** Reads of interviews. Each takes the actor: those of applications they do not reach, and that nobody asked them to hold, are not there. */
export interface InterviewReader {
  /** Those without a time last; of those past, the newest first. */
  readonly list: (
    actor: Actor,
    asked: InterviewListRequest,
    now: Instant,
  ) => Promise<InterviewPage>;
  readonly view: (actor: Actor, id: Id) => Promise<InterviewView | null>;
  /** By round. Empty for an application that the actor does not reach. */
  readonly ofApplication: (actor: Actor, applicationId: Id) => Promise<readonly InterviewView[]>;
  /** For writing. */
  readonly one: (actor: Actor, id: Id) => Promise<Interview | null>;
  /** With their names, oldest first, from behind `after` on. */
  readonly rows: (
    actor: Actor,
    page: { readonly after: Id | null; readonly limit: number },
  ) => Promise<readonly InterviewRow[]>;
  /** Every round of an application that there is, whoever sees it. */
  readonly rounds: (applicationId: Id) => Promise<readonly Interview[]>;
  /** Those of these applications, to be removed with them. */
  readonly ofApplications: (
    applicationIds: readonly Id[],
  ) => Promise<readonly Pick<Interview, 'id' | 'version' | 'applicationId'>[]>;
  /** Who was asked to hold an interview that the actor sees; by name. */
  readonly interviewers: (actor: Actor) => Promise<readonly Interviewer[]>;
  /** Who can be asked to interview: who works at the desk, interviewers, and the people of the job's client; by name. Empty for an application that the actor does not reach. */
  readonly interviewersFor: (actor: Actor, applicationId: Id) => Promise<readonly Interviewer[]>;
}
