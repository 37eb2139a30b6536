import type { Sqlite } from '../connection';
import type { Statements } from '../statements';

interface Counted {
  /** What this connection has written, and what others have. */
  readonly at: string;
  readonly count: number;
}

const counted = new WeakMap<Sqlite, Map<number, Counted>>();

/**
 * How many people there are, or how many archived ones: counted by reading an index to its end (7 ms among 100,000), so kept until anybody
 * writes. The first screen asks twice.
 */
export function countPeople(sql: Statements, archived: boolean): number {
  const flag = archived ? 1 : 0;
  const own = sql('SELECT total_changes()').pluck();
  const at = `${Number(own.get())} ${Number(sql('PRAGMA data_version').pluck().get())}`;
  const kept = counted.get(own.database) ?? new Map<number, Counted>();
  counted.set(own.database, kept);
  const known = kept.get(flag);
  if (known?.at === at) return known.count;
  // The search's own table has the flag in an index; a candidate's row is a page of the database each.
  const count = Number(
    sql('SELECT count(*) FROM candidate_document WHERE archived = ?').pluck().get(flag),
  );
  kept.set(flag, { at, count });
  return count;
}
