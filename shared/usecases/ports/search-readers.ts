import type { Notification } from '@/shared/domain/notifications/records';
import type { SavedSearch, SavedView, SearchEntry } from '@/shared/domain/searches/records';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';

/** Searches that people keep. Everyone has their own: somebody else's answer as not there. */
export interface SearchesReader {
  /** By name. */
  readonly saved: (actor: Actor) => Promise<readonly SavedSearch[]>;
  readonly savedOne: (actor: Actor, id: Id) => Promise<SavedSearch | null>;
  /** One's own views of a list, by name. */
  readonly views: (actor: Actor, subject: SavedView['subject']) => Promise<readonly SavedView[]>;
  readonly view: (actor: Actor, id: Id) => Promise<SavedView | null>;
  /** Searches made, newest first; those whose text holds `containing`, compared folded. */
  readonly made: (
    actor: Actor,
    query: { readonly containing: string; readonly limit: number },
  ) => Promise<readonly SearchEntry[]>;
  /** Saved searches whose owner is active and wants to be told of new people, with that owner. Not scoped: for the core itself. */
  readonly watched: (
    limit: number,
  ) => Promise<readonly { readonly search: SavedSearch; readonly owner: Actor }[]>;
}

/** Something that happened to a job, of one kind and by one person. */
export interface JobNews {
  readonly kind: 'job-created' | 'stage-changed' | 'interview-passed' | 'hiring-started';
  readonly jobId: Id;
  readonly title: string;
  /** Of a step: how many candidates took one; of interviews, how many. */
  readonly count: number;
  /** Administrators and the job's recruiters, of a passed interview the client's people too; without who did it. */
  readonly audience: readonly Actor[];
}

export interface NotificationReader {
  /** One's own, newest first. */
  readonly list: (actor: Actor, limit: number) => Promise<readonly Notification[]>;
  readonly countUnread: (actor: Actor) => Promise<number>;
  readonly unread: (actor: Actor, limit: number) => Promise<readonly Notification[]>;
  readonly one: (actor: Actor, id: Id) => Promise<Notification | null>;
  /** The newest one of a kind about a subject, read or not. */
  readonly latest: (
    actor: Actor,
    kind: Notification['kind'],
    subjectId: Id,
  ) => Promise<Notification | null>;
  /** What these commits did to jobs. Not scoped: for the core itself. */
  readonly jobNews: (commitIds: readonly Id[]) => Promise<readonly JobNews[]>;
}
