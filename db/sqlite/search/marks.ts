import type { Statements } from '../statements';
import { momentOf } from './derive-facets';
import type { FacetTerms } from './facet-terms';
import { DIMENSIONS, FLAGS, pack, unpacked } from './pack';
import { readTies } from './read-parts';
import { LISTS_SHOWN, type ShownRow, TAGS_SHOWN } from './shown-row';

/** The fields of a candidate that are marks: with tags and lists what is changed for thousands at once. */
export const MARK_FIELDS: ReadonlySet<string> = new Set(['ownerId', 'archivedAt', 'doNotContact']);

const MARKED = (['tag', 'list', 'owner'] as const).map((name) => DIMENSIONS.indexOf(name));

interface Marked {
  readonly id: string;
  readonly owner_id: string;
  readonly archived_at: string | null;
  readonly updated_at: string;
  readonly do_not_contact: number;
  readonly shown: string;
  readonly packed: Buffer | null;
}

/**
 * Puts the marks of a candidate right in what is derived: to derive all of it anew takes several times as long. Writes the document and
 * answers with the packed row; null where there is none to put right.
 */
export function deriveMarks(
  sql: Statements,
  num: number,
  at: string,
  terms: FacetTerms,
): Buffer | null {
  // The columns named in the statement.
  const marked = sql(
    `SELECT c.id, c.owner_id, c.archived_at, c.updated_at, c.do_not_contact, d.shown, f.packed
     FROM candidate c JOIN candidate_document d ON d.num = c.num JOIN candidate_facets f ON f.num = c.num
     WHERE c.num = ? AND c.merged_into_id IS NULL`,
  ).get(num) as Marked | undefined;
  if (marked === undefined || marked.packed === null) return null;
  const { tagIds, listIds } = readTies(sql, marked.id);
  // Written by shown-row.ts alone.
  const shown: ShownRow = {
    ...(JSON.parse(marked.shown) as ShownRow),
    tagIds: tagIds.slice(0, TAGS_SHOWN),
    listIds: listIds.slice(0, LISTS_SHOWN),
    ownerId: marked.owner_id,
    archivedAt: marked.archived_at,
    updatedAt: marked.updated_at,
  };
  sql(
    'UPDATE candidate_document SET owner_id = ?, archived = ?, updated_at = ?, activity_at = ?, shown = ? WHERE num = ?',
  ).run(
    marked.owner_id,
    marked.archived_at === null ? 0 : 1,
    marked.updated_at,
    at,
    JSON.stringify(shown),
    num,
  );
  const before = unpacked(marked.packed);
  const value = (dimension: 'tag' | 'list' | 'owner') => (key: string) => ({
    dimension,
    key,
    name: '',
    detail: 0,
  });
  return pack({
    ...before,
    flags:
      (before.flags & ~(FLAGS.archived | FLAGS.doNotContact)) |
      (marked.archived_at === null ? 0 : FLAGS.archived) |
      (marked.do_not_contact === 1 ? FLAGS.doNotContact : 0),
    updatedAt: momentOf(marked.updated_at),
    activityAt: momentOf(at),
    terms: [
      ...before.terms.filter(({ dimension }) => !MARKED.includes(dimension)),
      ...terms.numbered([
        ...tagIds.map(value('tag')),
        ...listIds.map(value('list')),
        value('owner')(marked.owner_id),
      ]),
    ],
  });
}
