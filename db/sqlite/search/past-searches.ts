import type { Actor } from '@/shared/domain/workspace/records';
import { fold, squeeze } from '@/shared/kit/text';
import type { Statements } from '../statements';

/** Past searches that are looked through. */
const RECENT = 30;
/** People whose searches are kept. */
const MOST_ACTORS = 20;

interface PastSearch {
  readonly text: string;
  /** Folded, as it is compared. */
  readonly key: string;
  readonly total: number;
}

/** What somebody searched for, newest first, kept until something is written: they are asked for with every key. */
export interface PastSearches {
  /** `now` is the moment that is looked at, as the stamp of the database. */
  readonly of: (actor: Actor, now: number) => readonly PastSearch[];
}

export function createPastSearches(sql: Statements): PastSearches {
  const kept = new Map<string, { readonly at: number; readonly entries: readonly PastSearch[] }>();
  return {
    of: (actor, now) => {
      const known = kept.get(actor.id);
      if (known?.at === now) return known.entries;
      // The columns selected in the same line.
      const rows = sql(
        `SELECT text, total FROM search_entry WHERE owner_id = ? ORDER BY updated_at DESC LIMIT ${RECENT}`,
      ).all(actor.id) as readonly { readonly text: string; readonly total: number }[];
      const entries = rows
        .map((row) => ({ ...row, key: fold(squeeze(row.text)) }))
        .filter(({ key }) => key !== '');
      if (kept.size >= MOST_ACTORS) kept.clear();
      kept.set(actor.id, { at: now, entries });
      return entries;
    },
  };
}
