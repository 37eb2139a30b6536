import type {
  CandidateReader,
  CandidateSearch,
  HistoryReader,
  ImportReader,
  ReparseReader,
  WorkspaceReader,
} from '@/shared/usecases/ports/readers';
import type { ApplicationReader } from '@/shared/usecases/ports/application-reader';
import type { InterviewReader } from '@/shared/usecases/ports/interview-reader';
import type { AuditReader } from '@/shared/usecases/ports/audit-reader';
import type { CustomFieldReader } from '@/shared/usecases/ports/custom-field-reader';
import type { DuplicateReader } from '@/shared/usecases/ports/duplicate-reader';
import type { PeopleReader } from '@/shared/usecases/ports/people-reader';
import type { Secrets } from '@/shared/usecases/ports/secrets';
import type { PairReader } from '@/shared/usecases/ports/pair-reader';
import type { NotificationReader, SearchesReader } from '@/shared/usecases/ports/search-readers';
import type { PrivacyReader } from '@/shared/usecases/ports/privacy-reader';
import type { ReportReader } from '@/shared/usecases/ports/report-reader';
import type { ClientReader } from '@/shared/usecases/ports/client-reader';
import type { JobReader } from '@/shared/usecases/ports/job-reader';
import type { MatchReader } from '@/shared/usecases/ports/match-reader';
import type { Matching } from '@/shared/usecases/ports/matching';
import type { ShareReader } from '@/shared/usecases/ports/share-reader';
import type { ListReader } from '@/shared/usecases/ports/list-reader';
import type { TableReader } from '@/shared/usecases/ports/table-reader';
import type { Store } from '@/shared/usecases/ports/store';
import type { BlindReader } from '@/shared/usecases/ports/blind-reader';
import type { Clock } from '@/shared/kit/clock';

/** What use-cases are given. Each names the part it needs (`Pick<Deps, 'store' | 'candidates'>`). */
export interface Deps {
  readonly store: Store;
  readonly candidates: CandidateReader;
  readonly applications: ApplicationReader;
  readonly interviews: InterviewReader;
  readonly customFields: CustomFieldReader;
  readonly imports: ImportReader;
  readonly duplicates: DuplicateReader;
  readonly pairs: PairReader;
  readonly reparse: ReparseReader;
  readonly history: HistoryReader;
  readonly lists: ListReader;
  readonly clients: ClientReader;
  readonly jobs: JobReader;
  readonly shares: ShareReader;
  readonly matches: MatchReader;
  readonly matching: Matching;
  readonly tables: TableReader;
  readonly workspace: WorkspaceReader;
  readonly people: PeopleReader;
  readonly secrets: Secrets;
  readonly search: CandidateSearch;
  readonly searches: SearchesReader;
  readonly notifications: NotificationReader;
  readonly reports: ReportReader;
  readonly audit: AuditReader;
  readonly privacy: PrivacyReader;
  readonly blind: BlindReader;
  readonly clock: Clock;
  /** Lets everybody else who waits for the thread have it; long work calls it every 50 ms or sooner. */
  readonly nextTurn: () => Promise<void>;
}
