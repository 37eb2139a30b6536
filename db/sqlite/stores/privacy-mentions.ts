import { mentionsOf } from '@/shared/domain/privacy/names-person';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';
import { everCalled, type HeldNames } from './privacy-names';

/** So many rows are read before some of them are changed. */
const PAGE = 2000;

/**
 * Takes mentions of somebody out of what others kept: items, names and paths of imports, notifications, searches made, saved and logged,
 * saved views, kept rankings. An item stays counted under its outcome, without a name.
 */
export function eraseMentions(sql: Statements, ids: readonly Id[], names: HeldNames): void {
  const gone = new Set(ids);
  const naming = mentionsOf(everCalled(names));
  const mentions = (...texts: readonly string[]): boolean =>
    texts.some((text) => ids.some((id) => text.includes(id)) || naming(text));
  const called = eraseImports(sql, ids, names, mentions);
  eraseWhere(
    sql,
    'notification',
    ['subject_name', "coalesce(subject_id, '')"],
    (name = '', subject = '') => called.has(name) || mentions(name, subject),
  );
  eraseWhere(sql, 'search_entry', ['text', 'filters'], mentions);
  eraseWhere(sql, 'search_log', ['text', 'filters'], mentions);
  eraseSaved(sql, 'saved_search', 'savedSearch', ['name', 'text', 'filters'], mentions);
  eraseSaved(sql, 'saved_view', 'savedView', ['name', 'view'], mentions);
  eraseRankings(sql, gone);
  for (const row of pages(sql, 'table_import', ['file_name'])) {
    if (!mentions(row.file_name ?? '')) continue;
    sql("UPDATE table_import SET file_name = '' WHERE id = ?").run(row.id);
  }
}

type Mentions = (...texts: readonly string[]) => boolean;
type Row = { readonly id: string } & Readonly<Record<string, string | null>>;

/** Answers with what the files of theirs were called. */
function eraseImports(
  sql: Statements,
  ids: readonly Id[],
  { files, fileNames }: HeldNames,
  mentions: Mentions,
): ReadonlySet<string> {
  const items = sql(
    `SELECT id, task_id AS "taskId", path, file_name AS "fileName" FROM import_item
     WHERE candidate_id IN (SELECT value FROM json_each(?)) OR sha256 IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids), JSON.stringify(files)) as readonly {
    readonly id: Id;
    readonly taskId: Id;
    readonly path: string;
    readonly fileName: string;
  }[]; // The columns named in the statement.
  // A file that another candidate holds too stays under the name it has there.
  const others = sql(
    'SELECT 1 FROM resume WHERE sha256 = ? AND candidate_id NOT IN (SELECT value FROM json_each(?)) LIMIT 1',
  );
  const taken = items.filter(({ id }) => {
    const item = sql(
      'SELECT sha256, candidate_id AS "candidateId" FROM import_item WHERE id = ?',
    ).get(id) as { readonly sha256: string | null; readonly candidateId: string | null }; // As above.
    return (
      (item.candidateId !== null && ids.includes(item.candidateId)) ||
      item.sha256 === null ||
      others.get(item.sha256, JSON.stringify(ids)) === undefined
    );
  });
  for (const { id } of taken) {
    sql(
      `UPDATE import_item SET path = '', display_path = '', file_name = '', sha256 = NULL, candidate_id = NULL, candidate_name = NULL,
         resume_id = NULL, failure_message = CASE WHEN failure_message IS NULL THEN NULL ELSE '' END, version = version + 1 WHERE id = ?`,
    ).run(id);
  }
  // What was asked for by name: a file, or a folder that is called after somebody.
  const paths = new Set(taken.map(({ path }) => path));
  const called = new Set([...fileNames, ...taken.map(({ fileName }) => fileName)]);
  for (const row of pages(sql, 'task', ['label', 'paths'])) {
    // Written by the import alone, as a list of texts.
    const asked = JSON.parse(row.paths ?? '[]') as readonly string[];
    const kept = asked.filter((path) => !paths.has(path) && !mentions(lastOf(path)));
    const label = row.label ?? '';
    const isNamed = called.has(label) || mentions(label);
    if (!isNamed && kept.length === asked.length) continue;
    sql('UPDATE task SET label = ?, paths = ?, version = version + 1 WHERE id = ?').run(
      isNamed ? '' : label,
      JSON.stringify(kept),
      row.id,
    );
  }
  return called;
}

function eraseWhere(
  sql: Statements,
  table: string,
  columns: readonly string[],
  mentions: Mentions,
): void {
  for (const row of pages(sql, table, columns)) {
    if (mentions(...columns.map((column) => row[column] ?? ''))) {
      sql(`DELETE FROM ${table} WHERE id = ?`).run(row.id);
    }
  }
}

/** What people saved under a name goes with its history, which holds earlier texts of it. */
function eraseSaved(
  sql: Statements,
  table: string,
  entity: string,
  columns: readonly string[],
  mentions: Mentions,
): void {
  eraseWhere(sql, table, columns, mentions);
  const lines = sql(
    `SELECT l.seq AS seq, coalesce(l.before, '') || ' ' || coalesce(l.after, '') AS text
     FROM commit_log k JOIN change_log l ON l.commit_id = k.id
     WHERE k.action IN ('search.saved', 'search.changed', 'search.deleted', 'search.made', 'view.changed', 'undone') AND l.entity = ?`,
  ).all(entity) as readonly { readonly seq: number; readonly text: string }[]; // The columns named.
  for (const { seq, text } of lines) {
    if (mentions(text)) sql('DELETE FROM change_log WHERE seq = ?').run(seq);
  }
}

function eraseRankings(sql: Statements, gone: ReadonlySet<Id>): void {
  for (const { id, ranking } of pages(sql, 'match_run', ['ranking'])) {
    // Written by the ranking alone, in this shape.
    const ranked = JSON.parse(ranking ?? '[]') as readonly { readonly candidateId: Id }[];
    const kept = ranked.filter(({ candidateId }) => !gone.has(candidateId));
    if (kept.length === ranked.length) continue;
    sql('UPDATE match_run SET ranking = ? WHERE id = ?').run(JSON.stringify(kept), id);
  }
}

/** Rows of a table in the order of their ids, a page at a time: a connection that is being read cannot write. */
function* pages(sql: Statements, table: string, columns: readonly string[]): Generator<Row> {
  const list = columns.map((column) => `${column} AS "${column}"`).join(', ');
  let after = '';
  for (;;) {
    const rows = sql(
      `SELECT id, ${list} FROM "${table}" WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
    ).all(after) as readonly Row[]; // The columns named in the statement.
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

const lastOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? '';
