import type { FacetKind } from '../schema/search';
import type { Statements } from '../statements';

export interface FacetValue {
  /** What is compared: folded text, or an id. */
  readonly key: string;
  /** What is shown. */
  readonly name: string;
}

/** Writes who has which facet. Counts are gathered and written once a commit: fifty CVs share most of their skills. */
export function createFacetWriter(sql: Statements): {
  readonly add: (
    num: number,
    kind: FacetKind,
    values: readonly FacetValue[],
    counted: boolean,
  ) => void;
  readonly remove: (num: number, counted: boolean) => void;
  readonly finish: () => void;
} {
  const ids = new Map<string, number>();
  const changes = new Map<number, number>();
  const left = new Set<number>();
  const count = (id: number, by: number): void => {
    changes.set(id, (changes.get(id) ?? 0) + by);
  };
  const idOf = (kind: FacetKind, value: FacetValue): number => {
    const name = `${kind}:${value.key}`;
    const known = ids.get(name);
    if (known !== undefined) return known;
    const stored = sql('SELECT id FROM facet_term WHERE kind = ? AND key = ?')
      .pluck()
      .get(kind, value.key);
    const id =
      typeof stored === 'number'
        ? stored
        : Number(
            sql('INSERT INTO facet_term (kind, key, name, candidates) VALUES (?, ?, ?, 0)').run(
              kind,
              value.key,
              value.name,
            ).lastInsertRowid,
          );
    ids.set(name, id);
    return id;
  };

  return {
    add: (num, kind, values, counted) => {
      const mine = new Set(
        values.filter((value) => value.key !== '').map((value) => idOf(kind, value)),
      );
      for (const id of mine) {
        sql('INSERT INTO candidate_facet (term_id, num) VALUES (?, ?)').run(id, num);
        if (counted) count(id, 1);
      }
    },
    remove: (num, counted) => {
      for (const id of sql('SELECT term_id FROM candidate_facet WHERE num = ?').pluck().all(num)) {
        if (typeof id !== 'number') continue;
        left.add(id);
        if (counted) count(id, -1);
      }
      sql('DELETE FROM candidate_facet WHERE num = ?').run(num);
    },
    finish: () => {
      for (const [id, by] of changes) {
        if (by !== 0)
          sql('UPDATE facet_term SET candidates = candidates + ? WHERE id = ?').run(by, id);
      }
      // A word that nobody has any more must not be suggested for ever.
      for (const id of left) {
        sql(
          'DELETE FROM facet_term WHERE id = ? AND NOT EXISTS (SELECT 1 FROM candidate_facet WHERE term_id = facet_term.id)',
        ).run(id);
      }
    },
  };
}
