import { type CandidateSearchRequest, NO_FILTERS } from '@/shared/domain/candidates/views';
import type { Change, EntityName } from '@/shared/domain/history/change';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Clock } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import type { ApplicationReader } from '@/shared/usecases/ports/application-reader';
import type { InterviewReader } from '@/shared/usecases/ports/interview-reader';
import type { DuplicateReader } from '@/shared/usecases/ports/duplicate-reader';
import type {
  CandidateReader,
  CandidateSearch,
  HistoryReader,
  ImportReader,
  WorkspaceReader,
} from '@/shared/usecases/ports/readers';
import type { NotificationReader, SearchesReader } from '@/shared/usecases/ports/search-readers';
import type { ClientReader } from '@/shared/usecases/ports/client-reader';
import type { CustomFieldReader } from '@/shared/usecases/ports/custom-field-reader';
import type { JobReader } from '@/shared/usecases/ports/job-reader';
import type { Matching } from '@/shared/usecases/ports/matching';
import type { MatchReader } from '@/shared/usecases/ports/match-reader';
import type { ListReader } from '@/shared/usecases/ports/list-reader';
import type { ReportReader } from '@/shared/usecases/ports/report-reader';
import type { ShareReader } from '@/shared/usecases/ports/share-reader';
import type { Store } from '@/shared/usecases/ports/store';

/** Everything one database offers, opened on an empty workspace. */
export interface StoreHarness {
  readonly store: Store;
  readonly candidates: CandidateReader;
  readonly applications: ApplicationReader;
  readonly interviews: InterviewReader;
  readonly imports: ImportReader;
  readonly history: HistoryReader;
  readonly lists: ListReader;
  readonly clients: ClientReader;
  readonly jobs: JobReader;
  readonly shares: ShareReader;
  readonly customFields: CustomFieldReader;
  readonly workspace: WorkspaceReader;
  readonly search: CandidateSearch;
  readonly searches: SearchesReader;
  readonly notifications: NotificationReader;
  readonly duplicates: DuplicateReader;
  readonly matches: MatchReader;
  readonly matching: Matching;
  /** Makes what people are matched by, which the core does in the background. */
  readonly makeMatchFacts: () => Promise<void>;
  /** Looks who reaches the thresholds of open jobs, which the core does in the background. */
  readonly lookForMatches: () => Promise<void>;
  readonly reports: ReportReader;
  readonly clock: Clock;
  readonly nextTurn: () => Promise<void>;
  /** No bulk deed is ever at work here. */
  readonly endDeed: () => Promise<void>;
  readonly setNow: (at: Date) => void;
  /** Every row of these kinds as it is stored, for comparing before and after. */
  readonly rows: (entities: readonly EntityName[]) => readonly Readonly<Record<string, unknown>>[];
  /** What a full check of the database finds wrong. */
  readonly check: () => readonly string[];
  readonly close: () => void;
}
export type MakeStore = () => Promise<StoreHarness>;

/** What the databases of tests are encrypted with. */
export const TEST_KEY: Uint8Array = new Uint8Array(32).fill(7);

export const ADMIN: Actor = {
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Ada Admin',
  role: 'admin',
};
export const RECRUITER: Actor = {
  id: '01890000-0000-7000-8000-000000000002',
  name: 'Rita Recruiter',
  role: 'recruiter',
};
export const PORTAL: Actor = {
  id: '01890000-0000-7000-8000-000000000003',
  name: 'Paul Portal',
  role: 'candidate',
};

export const usersIn: readonly Change[] = [ADMIN, RECRUITER, PORTAL].map((actor) => ({
  op: 'insert',
  entity: 'user',
  row: {
    id: actor.id,
    name: actor.name,
    email: null,
    phone: null,
    role: actor.role,
    roleId: null,
    clientId: null,
    status: 'active',
  },
}));

export interface Person {
  readonly name: string;
  readonly headline?: string | null;
  readonly city?: string | null;
  readonly years?: number | null;
  readonly ownerId?: string;
  readonly skills?: readonly string[];
  readonly jobs?: readonly {
    readonly company: string;
    readonly title: string;
    readonly end?: string;
  }[];
  readonly school?: string;
  readonly email?: string;
  readonly text?: string;
  readonly path?: string;
  readonly sha256?: string;
}

export interface Made {
  readonly id: string;
  readonly resumeId: string;
  readonly changes: readonly Change[];
}

const byHand = {
  source: 'person',
  by: ADMIN.id,
  byName: ADMIN.name,
  at: '2026-01-01T00:00:00.000Z',
} as const;

const nothingParsed: ParsedResume = {
  parser: { name: 'test', version: '1' },
  language: null,
  name: null,
  headline: null,
  emails: [],
  phones: [],
  links: [],
  location: null,
  summary: null,
  experience: [],
  education: [],
  skills: [],
  languages: [],
  certifications: [],
  noticePeriod: null,
  workPermission: null,
  totalYears: null,
  notices: [],
};

/** The changes that put one person in, as an import would. */
export function personIn(person: Person): Made {
  const id = newId();
  const resumeId = newId();
  const part = (position: number) => ({
    id: newId(),
    candidateId: id,
    position,
    provenance: byHand,
  });
  const changes: Change[] = [
    {
      op: 'insert',
      entity: 'candidate',
      row: {
        id,
        name: person.name,
        headline: person.headline ?? null,
        location: person.city ?? null,
        city: person.city ?? null,
        region: null,
        country: null,
        summary: null,
        totalYears: person.years ?? null,
        noticePeriod: null,
        workPermission: null,
        ownerId: person.ownerId ?? ADMIN.id,
        source: 'folder',
        consentBasis: null,
        consentGivenAt: null,
        consentExpiresAt: null,
        doNotContact: false,
        archivedAt: null,
        mergedIntoId: null,
        currentResumeId: resumeId,
        provenance: { name: byHand },
      },
    },
    {
      op: 'insert',
      entity: 'resume',
      row: {
        id: resumeId,
        candidateId: id,
        fileName: 'cv.pdf',
        mediaType: 'application/pdf',
        bytes: 1234,
        sha256: person.sha256 ?? newId().replaceAll('-', '').padEnd(64, '0'),
        storedAt: '2026-01-01T00:00:00.000Z',
        text: person.text ?? `${person.name}\nCurriculum vitae`,
        lines: [],
        pages: [{ width: 595, height: 842 }],
        ocrConfidence: null,
        parserName: 'test',
        parserVersion: '1',
        parsed: nothingParsed,
        notices: [],
        origin: { kind: 'folder', path: person.path ?? `/cvs/${id}.pdf` },
      },
    },
  ];
  for (const [position, job] of (person.jobs ?? []).entries()) {
    changes.push({
      op: 'insert',
      entity: 'experience',
      row: {
        ...part(position),
        company: job.company,
        title: job.title,
        location: null,
        start: '2019',
        end: job.end ?? 'present',
        months: 12,
        description: '',
      },
    });
  }
  for (const [position, name] of (person.skills ?? []).entries()) {
    changes.push({
      op: 'insert',
      entity: 'candidateSkill',
      row: {
        ...part(position),
        skillId: null,
        name,
        key: name.toLowerCase(),
        years: null,
        declared: true,
      },
    });
  }
  if (person.school !== undefined) {
    changes.push({
      op: 'insert',
      entity: 'education',
      row: {
        ...part(0),
        institution: person.school,
        degree: null,
        field: null,
        start: null,
        end: null,
        grade: null,
      },
    });
  }
  if (person.email !== undefined) {
    changes.push({
      op: 'insert',
      entity: 'contactPoint',
      row: {
        ...part(0),
        kind: 'email',
        value: person.email,
        key: person.email.toLowerCase(),
        linkKind: null,
      },
    });
  }
  return { id, resumeId, changes };
}

/** Puts people in with one commit and returns what was made, in order. */
export async function addPeople(
  harness: StoreHarness,
  people: readonly Person[],
): Promise<readonly (Made & { readonly commitId: string })[]> {
  const made = people.map(personIn);
  const { commitId } = await harness.store.commit({
    actor: ADMIN,
    action: 'resume.imported',
    changes: made.flatMap((one) => one.changes),
  });
  return made.map((one) => ({ ...one, commitId }));
}

/** A search request with everything at its default but what is given. */
export function request(given: {
  readonly text?: string;
  readonly filters?: Partial<CandidateSearchRequest['filters']>;
  readonly sort?: CandidateSearchRequest['sort'];
  readonly synonyms?: boolean;
  readonly spelling?: boolean;
  readonly facets?: CandidateSearchRequest['facets'];
  readonly offset?: number;
  readonly limit?: number;
}): CandidateSearchRequest {
  return {
    text: given.text ?? '',
    filters: { ...NO_FILTERS, ...given.filters },
    sort: given.sort ?? { by: 'relevance', direction: 'desc' },
    synonyms: given.synonyms ?? true,
    spelling: given.spelling ?? true,
    facets: given.facets ?? [],
    offset: given.offset ?? 0,
    limit: given.limit ?? 50,
  };
}

/** Names found, in order. */
export async function namesFound(
  harness: StoreHarness,
  given: Parameters<typeof request>[0],
  actor: Actor = ADMIN,
): Promise<readonly string[]> {
  const page = await harness.search.search(actor, request(given));
  return page.rows.map((row) => row.name);
}
