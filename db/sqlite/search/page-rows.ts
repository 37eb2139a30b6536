import type { CandidateRow } from '@/shared/domain/candidates/views';
import { findHits, snippetOf } from '@/shared/domain/search/find-hits';
import { type Query, wantedWords } from '@/shared/domain/search/query';
import type { Statements } from '../statements';
import type { ShownRow } from './shown-row';

const SNIPPET_LENGTH = 180;

/** The rows of one page, in the order of the numbers given. Hits and snippets are cut here, for these rows alone. */
export function readRows(sql: Statements, nums: readonly number[], query: Query): CandidateRow[] {
  const searching = wantedWords(query).length > 0;
  const tags = createTagNames(sql);
  return nums.flatMap((num) => {
    const stored = sql('SELECT shown, resume_id FROM candidate_document WHERE num = ?')
      .raw()
      .get(num);
    if (!Array.isArray(stored)) return [];
    // Written by shown-row.ts alone.
    const { tagIds, ...row } = JSON.parse(String(stored[0])) as ShownRow;
    const resumeId: unknown = stored[1];
    return [
      {
        ...row,
        tags: tags(tagIds),
        nameHits: searching ? findHits(row.name, query) : [],
        headlineHits: searching && row.headline !== null ? findHits(row.headline, query) : [],
        snippet: searching && typeof resumeId === 'string' ? snippet(sql, resumeId, query) : null,
      },
    ];
  });
}

type ShownTag = CandidateRow['tags'][number];

/** Tags by their ids, in the order of their names; each is read once a page. */
function createTagNames(sql: Statements): (ids: readonly string[]) => ShownTag[] {
  const known = new Map<string, ShownTag | null>();
  const tag = (id: string): ShownTag | null => {
    let found = known.get(id);
    if (found === undefined) {
      // The columns are the type's fields.
      found = (sql('SELECT id, name, colour FROM tag WHERE id = ?').get(id) ??
        null) as ShownTag | null;
      known.set(id, found);
    }
    return found;
  };
  return (ids) =>
    ids
      .flatMap((id) => tag(id) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }));
}

function snippet(sql: Statements, resumeId: string, query: Query): CandidateRow['snippet'] {
  const text = sql('SELECT text FROM resume WHERE id = ?').pluck().get(resumeId);
  return typeof text === 'string' ? snippetOf(text, query, SNIPPET_LENGTH) : null;
}
