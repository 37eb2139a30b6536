import type { ContactPoint } from '@/shared/domain/candidates/records';
import type { EntityName } from '@/shared/domain/history/change';
import type { PersonNames } from '@/shared/domain/privacy/names-person';
import type {
  Erasure,
  LegalHold,
  Quarantine,
  RetentionRule,
} from '@/shared/domain/privacy/records';
import type { RetentionFacts } from '@/shared/domain/privacy/retention';
import type {
  ConsentView,
  HeldCounts,
  HoldView,
  QuarantineView,
  ReturnedView,
  SearchLogView,
} from '@/shared/domain/privacy/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Instant } from '@/shared/kit/clock';
import type { Id } from '@/shared/kit/ids';

/** What is held on a person, for erasing them. */
export interface HeldPerson {
  /** The candidate shown. */
  readonly candidateId: Id;
  readonly name: string;
  readonly version: number;
  readonly archivedAt: Instant | null;
  readonly consent: {
    readonly basis: string | null;
    readonly givenAt: Instant | null;
    readonly expiresAt: Instant | null;
  };
  /** They and everybody merged into them. */
  readonly tree: readonly Id[];
  readonly names: PersonNames;
  readonly contacts: readonly (Pick<ContactPoint, 'kind' | 'key'> & { readonly candidateId: Id })[];
  /** Hashes of their original files; `shared`: another candidate holds the same bytes. */
  readonly files: readonly {
    readonly sha256: string;
    readonly candidateId: Id;
    readonly shared: boolean;
  }[];
  readonly hold: (LegalHold & { readonly placedByName: string }) | null;
  readonly quarantine: Quarantine | null;
  readonly facts: RetentionFacts;
}

/** A table of a data request: rows as records, under the kind of record. */
export interface HeldRows {
  readonly entity: EntityName | 'commit' | 'auditEntry';
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Reads for privacy. Each that is about a person takes the actor: who is out of reach answers as not there. */
export interface PrivacyReader {
  readonly held: (actor: Actor, candidateId: Id) => Promise<HeldPerson | null>;
  /** How many rows of each kind are held on them, mentions in what others kept among them. */
  readonly counts: (actor: Actor, candidateId: Id) => Promise<HeldCounts>;
  /** Everything, kind by kind, for a data request. */
  readonly everything: (actor: Actor, candidateId: Id) => Promise<readonly HeldRows[]>;
  readonly rules: () => Promise<readonly RetentionRule[]>;
  /** A page of everybody, by an opaque place; for the daily look at the rules. */
  readonly facts: (
    after: number,
    limit: number,
  ) => Promise<{
    readonly people: readonly (RetentionFacts & { readonly name: string })[];
    readonly next: number | null;
  }>;
  /** In quarantine now, the first to go first; those over by `dueBy` alone, where it is given. */
  readonly quarantines: (
    actor: Actor,
    query: { readonly dueBy: Instant | null; readonly limit: number; readonly offset: number },
  ) => Promise<{ readonly total: number; readonly rows: readonly QuarantineView[] }>;
  readonly holds: (actor: Actor, limit: number) => Promise<readonly HoldView[]>;
  /** Consent that ends by then, the first first. */
  readonly expiring: (
    actor: Actor,
    query: { readonly by: Instant; readonly now: Instant; readonly limit: number },
  ) => Promise<{ readonly total: number; readonly rows: readonly ConsentView[] }>;
  /** The newest erasure that one of these fingerprints is of. */
  readonly erasedAs: (
    fingerprints: readonly string[],
  ) => Promise<Pick<Erasure, 'id' | 'erasedAt'> | null>;
  /** Fingerprints of erasures that share one of these, with versions. */
  readonly fingerprintsOf: (
    erasureId: Id,
  ) => Promise<readonly { readonly id: Id; readonly version: number }[]>;
  /** Newest first; `isKnown`: fingerprints of theirs are kept. */
  readonly erasures: (
    limit: number,
  ) => Promise<readonly (Erasure & { readonly isKnown: boolean })[]>;
  /** Items of imports that are kept out, newest first. */
  readonly returned: (limit: number) => Promise<readonly ReturnedView[]>;
  readonly searchLog: (query: {
    readonly userId: Id | null;
    readonly containing: string;
    readonly before: { readonly at: Instant; readonly id: Id } | null;
    readonly limit: number;
  }) => Promise<readonly SearchLogView[]>;
  /** Entries older than this, oldest first. */
  readonly oldSearches: (
    before: Instant,
    limit: number,
  ) => Promise<readonly { readonly id: Id; readonly version: number }[]>;
  /** When anything was written last, as far as the database knows. */
  readonly lastWritten: () => Promise<Instant | null>;
}
