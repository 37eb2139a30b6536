import type { AuditHead } from './entry';

/** Where a check of the chain has come to: after `seq`, with the hash of that entry as hex. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: string;
}

/** The first thing that is wrong with a chain. */
export type ChainBreak =
  /** Entries are not there. */
  | { readonly kind: 'missing'; readonly seq: number; readonly until: number }
  /** What stands at this place was written as another entry: it was put in, doubled or moved. */
  | { readonly kind: 'misplaced'; readonly seq: number; readonly says: number | null }
  /** The entry or its hash is not what was written. */
  | { readonly kind: 'changed'; readonly seq: number };

/** What the signed head says of a chain that is whole in itself. */
export type HeadFinding =
  /** The chain holds what was signed; `after` entries came since. */
  | { readonly kind: 'agrees'; readonly head: AuditHead; readonly after: number }
  /** Nothing was ever signed, or the file is gone. */
  | { readonly kind: 'none' }
  /** The file does not hold a head that its own key signed. */
  | { readonly kind: 'unreadable' }
  /** It belongs to another database, or another key signed it. */
  | { readonly kind: 'foreign'; readonly head: AuditHead }
  /** The chain ends before what was signed: its end was cut off, or an older copy of the database was put back. */
  | { readonly kind: 'cut'; readonly head: AuditHead; readonly tail: number }
  /** The entry that was signed has another hash now: the chain was written anew. */
  | { readonly kind: 'rewritten'; readonly head: AuditHead };
