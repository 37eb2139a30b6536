import type { TermKind } from '../schema/search';
import type { Statements } from '../statements';
import { DIMENSIONS, type Dimension, FLAGS, MOST_TERMS, type PackedTerm, unpack } from './pack';

/** A value of a candidate before it has a number. */
export interface Value {
  readonly dimension: Dimension;
  /** What is compared: folded text, an id or a code. */
  readonly key: string;
  /** What is shown; '' where it has a record of its own. */
  readonly name: string;
  readonly detail: number;
}

/**
 * Numbers for values, and how many candidates have each. Counts are gathered from the packed rows that go and come, and written once a
 * commit: fifty CVs share most of their skills.
 */
export interface FacetTerms {
  /** The values with their numbers; new ones get one. */
  readonly numbered: (values: readonly Value[]) => readonly PackedTerm[];
  readonly count: (packed: Buffer | null, by: 1 | -1) => void;
  /** Writes the counts and deletes terms that nobody has any more. Runs once, last. */
  readonly finish: () => void;
}

export function createFacetTerms(sql: Statements): FacetTerms {
  const ids = new Map<string, number>();
  const uses = new Map<number, number>();
  const counted = new Map<number, number>();
  const fresh = new Set<number>();

  const idOf = ({ dimension, key, name }: Value): number => {
    const kind = kindOf(dimension);
    const asked = `${kind}:${key}`;
    const known = ids.get(asked);
    if (known !== undefined) return known;
    const stored = sql('SELECT id FROM facet_term WHERE kind = ? AND key = ?')
      .pluck()
      .get(kind, key);
    let id = typeof stored === 'number' ? stored : 0;
    if (id === 0) {
      id = Number(
        sql(
          'INSERT INTO facet_term (kind, key, name, candidates, uses) VALUES (?, ?, ?, 0, 0)',
        ).run(kind, key, name).lastInsertRowid,
      );
      fresh.add(id);
    }
    ids.set(asked, id);
    return id;
  };

  return {
    numbered: (values) => {
      const terms = new Map<number, PackedTerm>();
      for (const value of values) {
        if (value.key === '') continue;
        const id = idOf(value);
        // Beyond four million values a new one is found by its words, not by a filter.
        if (id >= MOST_TERMS) continue;
        const detail = Math.max(value.detail, terms.get(id)?.detail ?? 0);
        terms.set(id, { dimension: DIMENSIONS.indexOf(value.dimension), id, detail });
      }
      return [...terms.values()];
    },
    count: (packed, by) => {
      if (packed === null) return;
      let active = false;
      unpack(packed, {
        numbers: ([flags = 0]) => {
          active = (flags & FLAGS.archived) === 0;
        },
        term: (_dimension, id) => {
          uses.set(id, (uses.get(id) ?? 0) + by);
          if (active) counted.set(id, (counted.get(id) ?? 0) + by);
        },
      });
    },
    finish: () => {
      for (const id of new Set([...uses.keys(), ...counted.keys(), ...fresh])) {
        const used = uses.get(id) ?? 0;
        const by = counted.get(id) ?? 0;
        if (used === 0 && by === 0 && !fresh.has(id)) continue;
        sql('UPDATE facet_term SET candidates = candidates + ?, uses = uses + ? WHERE id = ?').run(
          by,
          used,
          id,
        );
        if (used <= 0) sql('DELETE FROM facet_term WHERE id = ? AND uses <= 0').run(id);
      }
    },
  };
}

/** The kind of term a dimension's values are stored as. */
export const kindOf = (dimension: Dimension): TermKind =>
  dimension === 'knownSkill' ? 'skill' : dimension;
