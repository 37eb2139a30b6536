import type { KeptFilters, SearchEntry } from '@/shared/domain/searches/records';
import type { Instant } from '@/shared/kit/clock';
import { squeeze } from '@/shared/kit/text';

/** Searches kept of each person. */
export const MOST_ENTRIES = 200;
/** A search typed on within this time, in ms, is the same search growing: the shorter one is not worth coming back to. */
const GROWS_WITHIN = 60_000;

export interface MadeSearch {
  readonly text: string;
  readonly filters: KeptFilters;
}

/** Whether two searches ask for the same: white space and the order of nothing else are left out of account. */
export const isSameSearch = (one: MadeSearch, other: MadeSearch): boolean =>
  squeeze(one.text) === squeeze(other.text) && sameFilters(one, other);

/**
 * The entries that go when a search is remembered: the same one (it moves up), the one it grew out of just now, and what is beyond
 * the newest `MOST_ENTRIES`. `entries` are one person's, newest first.
 */
export function entriesToDrop(
  entries: readonly SearchEntry[],
  made: MadeSearch,
  now: Instant,
): readonly SearchEntry[] {
  const [newest] = entries;
  const dropped = entries.filter(
    (entry) => isSameSearch(entry, made) || (entry === newest && grewFrom(entry, made, now)),
  );
  const kept = entries.filter((entry) => !dropped.includes(entry));
  return [...dropped, ...kept.slice(MOST_ENTRIES - 1)];
}

function grewFrom(entry: SearchEntry, made: MadeSearch, now: Instant): boolean {
  const before = squeeze(entry.text);
  const isRecent = Date.parse(now) - Date.parse(entry.updatedAt) < GROWS_WITHIN;
  return (
    isRecent && before !== '' && squeeze(made.text).startsWith(before) && sameFilters(entry, made)
  );
}

// Both come through the same schema, which gives every filter its place.
const sameFilters = (one: MadeSearch, other: MadeSearch): boolean =>
  JSON.stringify(one.filters) === JSON.stringify(other.filters);
