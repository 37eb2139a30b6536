import type { AccessLevel } from '@/shared/domain/access/facts';
import type { Standing, Tie } from '@/shared/domain/candidates/bulk';
import type { SelectionRequest } from '@/shared/domain/candidates/selection';
import type {
  CandidateDetail,
  CandidateSearchPage,
  CandidateSearchRequest,
  ShownResume,
} from '@/shared/domain/candidates/views';
import type {
  Candidate,
  ContactPoint,
  DuplicatePair,
  Resume,
  Tag,
} from '@/shared/domain/candidates/records';
import type { RemovedPart } from '@/shared/domain/candidates/reconcile';
import type {
  Change,
  CommitHead,
  EntityMap,
  EntityName,
  HistoryEntry,
} from '@/shared/domain/history/change';
import type { PastLine, PastRows } from '@/shared/domain/history/as-of';
import type { DeedsPage, DeedsRequest } from '@/shared/domain/history/deeds';
import type {
  ImportCounts,
  ImportItem,
  ImportOutcome,
  Task,
  WatchedFolder,
} from '@/shared/domain/imports/records';
import type { Reparse, ReparseItem, ReparseItemView } from '@/shared/domain/reparse/records';
import type {
  CompleteRequest,
  Completion,
  SuggestRequest,
} from '@/shared/domain/search/suggestions';
import type { Actor, User, Workspace } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';

/** A kind of record that somebody comes so or so far with. */
export type LeveledRecord = 'candidate' | 'job' | 'client' | 'application' | 'interview';

/** Reads of candidates. Each takes the actor: what the actor may not see answers as not there. */
export interface CandidateReader {
  /** How far the actor comes with each of these records; what they do not reach is left out. */
  readonly levels: (
    actor: Actor,
    about: LeveledRecord,
    ids: readonly Id[],
  ) => Promise<ReadonlyMap<Id, AccessLevel>>;
  readonly get: (actor: Actor, id: Id) => Promise<CandidateDetail | null>;
  readonly resume: (actor: Actor, resumeId: Id) => Promise<ShownResume | null>;
  /** Any single record by id, for edits that need its version and values. */
  readonly record: <E extends EntityName>(
    actor: Actor,
    entity: E,
    id: Id,
  ) => Promise<EntityMap[E] | null>;
  /**
   * How those of these candidates that the actor may see stand to a bulk action, in the order given; one reading however many
   * there are. `tie` is the tag or list it is about; with `readBefore` it is asked whose résumés an older parser than this read.
   */
  readonly standings: (
    actor: Actor,
    ids: readonly Id[],
    about: { readonly tie: Tie | null; readonly readBefore: string | null },
  ) => Promise<readonly Standing[]>;
  readonly tags: (actor: Actor) => Promise<readonly (Tag & { readonly candidates: number })[]>;
}

/** What the import needs to know to decide what a file is. Not scoped: duplicates are looked for everywhere. */
export interface ImportReader {
  readonly resumeByHash: (sha256: string) => Promise<{
    readonly resumeId: Id;
    readonly candidateId: Id;
    readonly candidateName: string;
  } | null>;
  /** The newest résumé that was read from this very place before, if any. */
  readonly resumeByOriginPath: (
    path: string,
  ) => Promise<{ readonly resumeId: Id; readonly candidateId: Id; readonly sha256: string } | null>;
  readonly contactMatches: (
    keys: readonly { readonly kind: ContactPoint['kind']; readonly key: string }[],
    limit: number,
  ) => Promise<
    readonly {
      readonly candidateId: Id;
      readonly kind: ContactPoint['kind'];
      readonly key: string;
    }[]
  >;
  readonly candidate: (id: Id) => Promise<Candidate | null>;
  /** What a candidate is called, their own name first, then those of everybody who was merged into them. Empty for an unknown id. */
  readonly namesOf: (id: Id) => Promise<readonly string[]>;
  /** Everything attached to a candidate that a new résumé may replace, with versions. */
  readonly candidateParts: (id: Id) => Promise<CandidateDetail | null>;
  /** Parts of a candidate that a person took away and has not put back by undoing it. */
  readonly removedParts: (id: Id) => Promise<readonly RemovedPart[]>;
  readonly tasks: (limit: number) => Promise<readonly Task[]>;
  readonly task: (id: Id) => Promise<Task | null>;
  readonly openTasks: () => Promise<readonly Task[]>;
  readonly counts: (taskId: Id) => Promise<ImportCounts>;
  readonly items: (query: {
    readonly taskId: Id;
    readonly outcome?: ImportOutcome;
    readonly state?: ImportItem['state'];
    readonly afterId?: Id;
    readonly limit: number;
  }) => Promise<readonly ImportItem[]>;
  readonly item: (id: Id) => Promise<ImportItem | null>;
  /** What the parser had to say of these résumés, where it had anything to say. */
  readonly notices: (resumeIds: readonly Id[]) => Promise<ReadonlyMap<Id, Resume['notices']>>;
  /** Paths already listed for a task with their state: a rescan after a crash adds only what is new. */
  readonly knownPaths: (taskId: Id) => Promise<ReadonlySet<string>>;
  readonly watchedFolders: () => Promise<readonly WatchedFolder[]>;
  /** For a watched folder: the last size and time seen per path, so that only new and changed files are read. */
  readonly seenInWatchedFolder: (
    watchedFolderId: Id,
  ) => Promise<ReadonlyMap<string, { readonly bytes: number; readonly modifiedMs: number | null }>>;
  readonly duplicatePairs: (candidateId: Id) => Promise<readonly DuplicatePair[]>;
}

/** What reading anew with a newer parser asks. Only `views` is for people: it takes the actor. */
export interface ReparseReader {
  readonly latest: () => Promise<Reparse | null>;
  /** How many candidates have a résumé read by a version older than this: everybody, or those the actor reaches. */
  readonly countOutdated: (parserVersion: string, actor?: Actor) => Promise<number>;
  /** Those candidates, in the order of their ids, after the one given. */
  readonly outdated: (
    parserVersion: string,
    afterId: Id | null,
    limit: number,
  ) => Promise<readonly Id[]>;
  /** A candidate's newest résumés, oldest of them first. */
  readonly resumes: (candidateId: Id) => Promise<readonly Resume[]>;
  readonly counts: (
    reparseId: Id,
    actor?: Actor,
  ) => Promise<{ readonly [S in ReparseItem['state'] | 'applied']: number }>;
  /** Candidates with differences the actor reaches, in the order they were looked at; `state` null for all of them. */
  readonly views: (
    actor: Actor,
    query: {
      readonly reparseId: Id;
      readonly state: ReparseItemView['state'] | null;
      readonly afterId: Id | null;
      readonly limit: number;
    },
  ) => Promise<readonly ReparseItemView[]>;
  /** Items that are neither applied nor left, without a difference too. */
  readonly toApply: (
    reparseId: Id,
    afterId: Id | null,
    limit: number,
  ) => Promise<readonly ReparseItem[]>;
  readonly item: (id: Id) => Promise<ReparseItem | null>;
  readonly itemVersions: (
    reparseId: Id,
    limit: number,
  ) => Promise<readonly { readonly id: Id; readonly version: number }[]>;
}

/** Right after a commit, or at a time. */
export type Moment = { readonly commitId: Id } | { readonly at: Instant };

/** The rows of a candidate as they are now and what was done to them since a moment, newest first. */
export interface Past {
  readonly rows: PastRows;
  readonly lines: readonly PastLine[];
  /** What users are called, also those who left. */
  readonly userNames: ReadonlyMap<Id, string>;
  /** The last thing done to them until then. */
  readonly commit: CommitHead;
  /** What was done before and after it; null at the ends. */
  readonly earlier: Id | null;
  readonly later: Id | null;
}

export interface HistoryReader {
  /** Newest first. */
  readonly timeline: (
    actor: Actor,
    candidateId: Id,
    page: { readonly limit: number; readonly beforeCommitId?: Id },
  ) => Promise<readonly HistoryEntry[]>;
  /** What was done, newest first. Answered by a query thread. */
  readonly deeds: (actor: Actor, request: DeedsRequest) => Promise<DeedsPage>;
  /** Null before the candidate came, and for one the actor does not reach. */
  readonly past: (actor: Actor, candidateId: Id, moment: Moment) => Promise<Past | null>;
  /** One commit; null when there is none of that id. */
  readonly commit: (actor: Actor, commitId: Id) => Promise<CommitHead | null>;
  /** The commits of a bulk deed that are in force, newest first; `limit` of them, or all. */
  readonly partsOf: (bulkId: Id, limit?: number) => Promise<readonly Id[]>;
  /** The actor's newest commit that a person can take back and has not yet, or null. */
  readonly lastUndoable: (actor: Actor) => Promise<CommitHead | null>;
  /** The actor's newest taking back, if they have done nothing else since: what "redo" takes back. */
  readonly lastUndone: (actor: Actor) => Promise<CommitHead | null>;
  /**
   * The changes that would take a commit back, against the rows as they are now.
   * CONFLICT when a later commit touched the same fields; NOT_FOUND for an unknown commit.
   */
  readonly inverse: (actor: Actor, commitId: Id) => Promise<readonly Change[]>;
  /** The same for a commit of a bulk deed: candidates that later work built on are left as they are, and counted. */
  readonly partlyInverse: (
    actor: Actor,
    commitId: Id,
  ) => Promise<{
    readonly changes: readonly Change[];
    readonly candidates: number;
    readonly kept: number;
  }>;
}

export interface WorkspaceReader {
  readonly workspace: () => Promise<Workspace | null>;
  readonly localUser: () => Promise<User | null>;
  /** A user as they would be asking, also one that is deactivated: for work that goes on in their name. */
  readonly actor: (userId: Id) => Promise<Actor | null>;
  /** Whom candidates can belong to, by name. */
  readonly owners: () => Promise<readonly User[]>;
  /** How many candidates the actor may see, without the archived ones. */
  readonly countCandidates: (actor: Actor) => Promise<number>;
}

/** Search and lists; answered by the query workers on read-only connections. */
export interface CandidateSearch {
  readonly search: (
    actor: Actor,
    request: CandidateSearchRequest,
    signal?: AbortSignal,
  ) => Promise<CandidateSearchPage>;
  /**
   * Everybody a search finds, in an order that stays the same, up to `SELECTION_MAX`: whom a bulk action is for.
   * Errors: INDEX_INCOMPLETE while the search index is being made.
   */
  readonly ids: (
    actor: Actor,
    request: SelectionRequest,
    signal?: AbortSignal,
  ) => Promise<readonly Id[]>;
  /** Values that begin with `prefix` or have a word that does, most frequent first: for filter chips. */
  readonly suggest: (
    actor: Actor,
    request: SuggestRequest,
    signal?: AbortSignal,
  ) => Promise<readonly { readonly value: string; readonly count: number }[]>;
  /** What the search box offers for the word at the caret, likeliest first. */
  readonly complete: (
    actor: Actor,
    request: CompleteRequest,
    signal?: AbortSignal,
  ) => Promise<readonly Completion[]>;
}
