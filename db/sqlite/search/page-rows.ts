import type { CandidateRow } from '@/shared/domain/candidates/views';
import { findHits, snippetOf } from '@/shared/domain/search/find-hits';
import { type Query, wantedWords } from '@/shared/domain/search/query';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Statements } from '../statements';
import { sharedBy } from '../stores/scope';
import type { ShownRow } from './shown-row';

const SNIPPET_LENGTH = 180;

/** The rows of one page, in the order of the numbers given. Hits and snippets are cut here, for these rows alone. */
export function readRows(sql: Statements, nums: readonly number[], query: Query): CandidateRow[] {
  const searching = wantedWords(query).length > 0;
  // The columns named in the statements are the types' fields.
  const tags = createById<CandidateRow['tags'][number]>(
    sql,
    'SELECT id, name, colour FROM tag WHERE id = ?',
  );
  const lists = createById<Named>(sql, 'SELECT id, name FROM candidate_list WHERE id = ?');
  const users = createById<Named>(sql, 'SELECT id, name FROM user WHERE id = ?');
  const document = sql(
    'SELECT shown, resume_id, activity_at FROM candidate_document WHERE num = ?',
  ).raw();
  const text = sql('SELECT text FROM resume WHERE id = ?').pluck();
  return nums.flatMap((num) => {
    const stored = document.get(num);
    if (!Array.isArray(stored)) return [];
    // Written by shown-row.ts alone.
    const { tagIds, listIds, ownerId, ...row } = JSON.parse(String(stored[0])) as ShownRow;
    const resumeId: unknown = stored[1];
    const [owner] = users([ownerId]);
    return [
      {
        ...row,
        tags: tags(tagIds),
        lists: lists(listIds),
        ...(owner && { ownerName: owner.name }),
        lastActivityAt: String(stored[2]),
        nameHits: searching ? findHits(row.name, query) : [],
        headlineHits: searching && row.headline !== null ? findHits(row.headline, query) : [],
        snippet:
          searching && typeof resumeId === 'string' ? snippet(text.get(resumeId), query) : null,
      },
    ];
  });
}

/** Who was shown to the actor by somebody else says so. */
export function withSharing(
  sql: Statements,
  actor: Actor,
  rows: readonly CandidateRow[],
): CandidateRow[] {
  const shared = sharedBy(actor, 'c');
  if (shared.where === 'NULL' || rows.length === 0) return [...rows];
  const found = sql(
    `SELECT c.id AS id, s.permission AS permission FROM json_each(?) wanted CROSS JOIN candidate c ON c.id = wanted.value
       JOIN share s ON s.id = ${shared.where} WHERE c.owner_id <> ?`,
  ).all(JSON.stringify(rows.map(({ id }) => id)), ...shared.params, actor.id) as readonly {
    readonly id: string;
    readonly permission: NonNullable<CandidateRow['shared']>;
  }[]; // The columns named above.
  const permissions = new Map(found.map(({ id, permission }) => [id, permission]));
  return rows.map((row) => {
    const permission = permissions.get(row.id);
    return permission === undefined ? row : { ...row, shared: permission };
  });
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Rows of a table by their ids, in the order of their names; each is read once a page. */
function createById<Row extends Named>(
  sql: Statements,
  query: string,
): (ids: readonly string[]) => Row[] {
  const known = new Map<string, Row | null>();
  const row = (id: string): Row | null => {
    let found = known.get(id);
    if (found === undefined) {
      found = (sql(query).get(id) ?? null) as Row | null;
      known.set(id, found);
    }
    return found;
  };
  return (ids) =>
    ids
      .flatMap((id) => row(id) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }));
}

const snippet = (text: unknown, query: Query): CandidateRow['snippet'] =>
  typeof text === 'string' ? snippetOf(text, query, SNIPPET_LENGTH) : null;
