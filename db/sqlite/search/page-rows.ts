import type { CandidateRow } from '@/shared/domain/candidates/views';
import { findHits, snippetOf } from '@/shared/domain/search/find-hits';
import { type Query, wantedWords } from '@/shared/domain/search/query';
import type { Statements } from '../statements';
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
