import type { Share } from '@/shared/domain/access/records';
import type { Actor, User } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';

/** A share as its list shows it. */
export interface ShareView
  extends Pick<
    Share,
    'id' | 'version' | 'candidateId' | 'permission' | 'expiresAt' | 'createdAt' | 'toUserId'
  > {
  readonly clientId: Id | null;
  /** Of the user or the client. */
  readonly receiverName: string;
  readonly fromName: string;
}

/** How a candidate stands to the actor who looks at them. */
export interface OwnAccess {
  readonly ownerName: string;
  /** Who showed them to the actor and until when, where somebody did; the share that allows most. */
  readonly sharedBy: {
    readonly name: string;
    readonly permission: Share['permission'];
    readonly expiresAt: Instant | null;
  } | null;
  readonly mayShare: boolean;
}

/** Somebody whom candidates can be shown to. */
export interface Receiver extends Pick<User, 'id' | 'name' | 'role'> {
  /** Of a client's own people. */
  readonly clientName: string | null;
}

/** What was shared by commits, with whom it concerns. */
export interface ShareNews {
  readonly to: Actor;
  readonly fromId: Id;
  readonly fromName: string;
  readonly candidates: number;
}

export interface ShareReader {
  /** Null for a candidate the actor does not reach. */
  readonly access: (actor: Actor, candidateId: Id) => Promise<OwnAccess | null>;
  /** Shares of a candidate that were not revoked, those that ended by themselves too; for who may share them, else none. */
  readonly of: (actor: Actor, candidateId: Id) => Promise<readonly ShareView[]>;
  /** A share of a candidate whom the actor may share. */
  readonly one: (actor: Actor, id: Id) => Promise<Share | null>;
  /** Everybody active whom something can be shared with, by name; and the clients the actor reaches. */
  readonly receivers: (actor: Actor) => Promise<{
    readonly users: readonly Receiver[];
    readonly clients: readonly { readonly id: Id; readonly name: string }[];
  }>;
  /** What these commits shared and is still so. Not scoped: for the core itself. */
  readonly news: (commitIds: readonly Id[]) => Promise<readonly ShareNews[]>;
}
