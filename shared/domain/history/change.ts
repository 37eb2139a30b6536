import type { Credential, CustomRole, Share } from '@/shared/domain/access/records';
import type {
  Candidate,
  CandidateLanguage,
  CandidateSkill,
  CandidateTag,
  Certification,
  ContactPoint,
  DuplicatePair,
  Education,
  Experience,
  Note,
  Resume,
  Tag,
} from '@/shared/domain/candidates/records';
import type { Client, Contact } from '@/shared/domain/clients/records';
import type { CustomField, CustomValue } from '@/shared/domain/custom-fields/records';
import type { Merge } from '@/shared/domain/duplicates/records';
import type { ImportItem, Task, WatchedFolder } from '@/shared/domain/imports/records';
import { INTERVIEW_DEEDS } from '@/shared/domain/interviews/deeds';
import type { Interview } from '@/shared/domain/interviews/records';
import type { Job, JobMember, JobSkill, JobTemplate } from '@/shared/domain/jobs/records';
import type { CandidateList, ListMember } from '@/shared/domain/lists/records';
import type { Match, MatchRun } from '@/shared/domain/matching/records';
import type { Notification } from '@/shared/domain/notifications/records';
import type { Application, ApplicationTag, StageEvent } from '@/shared/domain/pipeline/records';
import type {
  ErasedFingerprint,
  Erasure,
  LegalHold,
  Quarantine,
  RetentionRule,
  SearchLogEntry,
} from '@/shared/domain/privacy/records';
import type { Reparse, ReparseItem } from '@/shared/domain/reparse/records';
import type { SavedSearch, SavedView, SearchEntry } from '@/shared/domain/searches/records';
import type { TableImport } from '@/shared/domain/tables/records';
import type { User, Workspace } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';

/** Every kind of record that can be written, with its shape. */
export interface EntityMap {
  readonly workspace: Workspace;
  readonly user: User;
  readonly candidate: Candidate;
  readonly contactPoint: ContactPoint;
  readonly experience: Experience;
  readonly education: Education;
  readonly candidateSkill: CandidateSkill;
  readonly certification: Certification;
  readonly candidateLanguage: CandidateLanguage;
  readonly resume: Resume;
  readonly note: Note;
  readonly tag: Tag;
  readonly candidateTag: CandidateTag;
  readonly duplicatePair: DuplicatePair;
  readonly watchedFolder: WatchedFolder;
  readonly task: Task;
  readonly importItem: ImportItem;
  readonly reparse: Reparse;
  readonly reparseItem: ReparseItem;
  readonly candidateList: CandidateList;
  readonly listMember: ListMember;
  readonly savedSearch: SavedSearch;
  readonly searchEntry: SearchEntry;
  readonly customField: CustomField;
  readonly customValue: CustomValue;
  readonly merge: Merge;
  readonly notification: Notification;
  readonly tableImport: TableImport;
  readonly client: Client;
  readonly contact: Contact;
  readonly job: Job;
  readonly jobSkill: JobSkill;
  readonly jobMember: JobMember;
  readonly jobTemplate: JobTemplate;
  readonly application: Application;
  readonly stageEvent: StageEvent;
  readonly applicationTag: ApplicationTag;
  readonly interview: Interview;
  readonly match: Match;
  readonly matchRun: MatchRun;
  readonly savedView: SavedView;
  readonly role: CustomRole;
  readonly credential: Credential;
  readonly share: Share;
  readonly retentionRule: RetentionRule;
  readonly quarantine: Quarantine;
  readonly legalHold: LegalHold;
  readonly erasure: Erasure;
  readonly erasedFingerprint: ErasedFingerprint;
  readonly searchLogEntry: SearchLogEntry;
}
export type EntityName = keyof EntityMap;

/** Fields the store itself sets. */
type StoreSet = 'version' | 'createdAt' | 'createdBy' | 'updatedAt';

/** A record before it is stored: the store adds version and times. */
export type NewRecord<E extends EntityName> = Omit<EntityMap[E], StoreSet>;
export type Patch<E extends EntityName> = Partial<Omit<EntityMap[E], StoreSet | 'id'>>;

type InsertOf<E extends EntityName> = {
  readonly op: 'insert';
  readonly entity: E;
  readonly row: NewRecord<E>;
};
type UpdateOf<E extends EntityName> = {
  readonly op: 'update';
  readonly entity: E;
  readonly id: Id;
  /** The version the writer read. Another one in the database means CONFLICT. */
  readonly version: number;
  readonly patch: Patch<E>;
};
type DeleteOf<E extends EntityName> = {
  readonly op: 'delete';
  readonly entity: E;
  readonly id: Id;
  readonly version: number;
};

/** One row's change. A use-case builds a list of these and hands it to `store.commit`. */
export type Change = {
  readonly [E in EntityName]: InsertOf<E> | UpdateOf<E> | DeleteOf<E>;
}[EntityName];

/** What a person did, for the timeline and the undo list. One name for one kind of deed. */
export const ACTIONS = [
  'workspace.created',
  'settings.changed',
  'import.ran',
  'import.controlled',
  'watched-folder.changed',
  'resume.imported',
  'resume.updated',
  'resume.reparsed',
  'candidate.edited',
  'candidate.confirmed',
  'candidate.archived',
  'candidate.unarchived',
  'note.added',
  'note.edited',
  'note.deleted',
  'tag.created',
  'tag.added',
  'tag.removed',
  'duplicate.dismissed',
  'duplicates.searched',
  'candidate.merged',
  'candidate.unmerged',
  'candidate.owner-changed',
  'candidate.added',
  'list.created',
  'list.changed',
  'list.deleted',
  'list.added',
  'list.removed',
  'custom-field.changed',
  'custom-value.changed',
  'search.made',
  'search.saved',
  'search.changed',
  'search.deleted',
  'notification.sent',
  'notification.read',
  'table.imported',
  'client.created',
  'client.edited',
  'client.deleted',
  'contact.changed',
  'job.created',
  'job.edited',
  'job.status-changed',
  'job.deleted',
  'job-template.changed',
  'application.created',
  'application.moved',
  'application.rejected',
  'application.withdrawn',
  'application.reopened',
  'application.edited',
  'application.removed',
  'shortlist.changed',
  ...INTERVIEW_DEEDS,
  'match.viewed',
  'match.kept',
  'match.ranked',
  'view.changed',
  'user.created',
  'user.updated',
  'user.deactivated',
  'user.reactivated',
  'credential.used',
  'password.changed',
  'password.reset',
  'totp.enabled',
  'totp.disabled',
  'role.created',
  'role.changed',
  'role.deleted',
  'share.granted',
  'share.revoked',
  'consent.changed',
  'retention.changed',
  'candidate.quarantined',
  'candidate.released',
  'hold.placed',
  'hold.released',
  'candidate.erased',
  'candidate.anonymised',
  'search.logged',
  'audit.noted',
  'undone',
] as const;
export type ActionName = (typeof ACTIONS)[number];

/** A value before and after, for the timeline: only fields that changed. */
export interface FieldChange {
  readonly entity: EntityName;
  readonly op: 'insert' | 'update' | 'delete';
  readonly rowIds: readonly Id[];
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** A deed without what it changed. */
export interface CommitHead {
  readonly commitId: Id;
  readonly at: Instant;
  readonly actorId: Id;
  readonly actorName: string;
  readonly action: ActionName;
  /** Set when this entry was taken back, by which commit. */
  readonly undoneBy: Id | null;
  /** Set when this entry takes another back. */
  readonly undoes: Id | null;
  /** The bulk deed that this entry and others make up together; they are taken back together. */
  readonly partOf: Id | null;
}

export interface HistoryEntry extends CommitHead {
  readonly changes: readonly FieldChange[];
}
