import type { Credential, CustomRole } from '@/shared/domain/access/records';
import type { User } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';

/** Who can sign in and how. Read before there is an actor, and by those who manage people: its procedures name the permission. */
export interface PeopleReader {
  /** Everybody, those deactivated too, by name; at most `MOST_PEOPLE`. */
  readonly people: () => Promise<readonly Person[]>;
  readonly user: (id: Id) => Promise<User | null>;
  /** `email` in lower case. */
  readonly userByEmail: (email: string) => Promise<User | null>;
  readonly credential: (userId: Id) => Promise<Credential | null>;
  /** Whether anybody has a password: then whoever comes has to sign in. */
  readonly hasPasswords: () => Promise<boolean>;
  /** The administrator whose desk it is while nobody signs in; null where no active one is left. */
  readonly firstAdmin: () => Promise<User | null>;
  /** Active administrators with all that an administrator may. */
  readonly wholeAdmins: () => Promise<number>;
  /** By name; at most `MOST_ROLES`. */
  readonly roles: () => Promise<readonly RoleInUse[]>;
  readonly role: (id: Id) => Promise<RoleInUse | null>;
}

export const MOST_PEOPLE = 1000;
export const MOST_ROLES = 100;

/** A user with what concerns signing in, without its secrets. */
export interface Person extends User {
  readonly roleName: string | null;
  readonly clientName: string | null;
  readonly lastSeenAt: Instant | null;
  readonly hasPassword: boolean;
  readonly mustChangePassword: boolean;
  readonly twoStep: boolean;
}

export interface RoleInUse extends CustomRole {
  /** How many have it, those deactivated too. */
  readonly users: number;
}
