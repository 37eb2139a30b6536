import { ORIGINALS_FOLDER } from '@/shared/domain/portable/manifest';
import { safeName } from '@/shared/domain/portable/safe-name';
import type { EntityName } from '@/shared/domain/history/change';
import type { Sqlite } from '../connection';
import { decodeRow, entityTable, selectList } from '../entities';
import { type Statements, statementsOf } from '../statements';

/** The lists of a full export, a JSON document a record: `docs/full-export.md` says what is in each. */
export type ListName = 'candidates' | 'applications' | 'jobs' | 'clients';
type Row = Readonly<Record<string, unknown>>;

/** What hangs on a record, by the column that says so. Where the words of a page lie is in the database alone. */
const PARTS: Readonly<Record<ListName, readonly (readonly [EntityName, string])[]>> = {
  candidates: [
    ['contactPoint', 'candidate_id'],
    ['experience', 'candidate_id'],
    ['education', 'candidate_id'],
    ['candidateSkill', 'candidate_id'],
    ['certification', 'candidate_id'],
    ['candidateLanguage', 'candidate_id'],
    ['note', 'candidate_id'],
    ['customValue', 'candidate_id'],
    ['share', 'candidate_id'],
    ['quarantine', 'candidate_id'],
    ['legalHold', 'candidate_id'],
  ],
  applications: [
    ['stageEvent', 'application_id'],
    ['interview', 'application_id'],
    ['note', 'application_id'],
  ],
  jobs: [
    ['jobSkill', 'job_id'],
    ['jobMember', 'job_id'],
  ],
  clients: [['contact', 'client_id']],
};
const MAIN: Readonly<Record<ListName, EntityName>> = {
  candidates: 'candidate',
  applications: 'application',
  jobs: 'job',
  clients: 'client',
};

/** The lines of a list, each a JSON document without a line break, by id. */
export function* linesOf(db: Sqlite, list: ListName): Generator<string> {
  const sql = statementsOf(db);
  const main = MAIN[list];
  const rows = db.prepare(
    `SELECT ${selectList(main, 't')} FROM ${entityTable(main).sql} t ORDER BY t.id`,
  );
  for (const row of rows.iterate()) {
    const record = decodeRow(main, row as Row); // Its columns, under their names.
    const id = String(record.id);
    yield JSON.stringify({
      [main]: record,
      ...Object.fromEntries(
        PARTS[list].map(([entity, column]) => [entity, partsOf(sql, entity, column, id)]),
      ),
      ...beside(sql, list, id),
    });
  }
}

/** What a reader would have to look up elsewhere. */
function beside(sql: Statements, list: ListName, id: string): Row {
  switch (list) {
    case 'candidates':
      return {
        resume: resumesOf(sql, id).map(({ record, path }) => ({ ...record, path })),
        tags: names(sql, TAGS, id),
        lists: names(sql, LISTS, id),
      };
    case 'applications':
      return { tags: names(sql, APPLICATION_TAGS, id) };
    case 'jobs':
    case 'clients':
      return {};
  }
}

const TAGS =
  'SELECT t.name FROM candidate_tag c JOIN tag t ON t.id = c.tag_id WHERE c.candidate_id = ? ORDER BY t.name, t.id';
const LISTS =
  'SELECT l.name FROM list_member m JOIN candidate_list l ON l.id = m.list_id WHERE m.candidate_id = ? ORDER BY l.name, l.id';
const APPLICATION_TAGS =
  'SELECT t.name FROM application_tag a JOIN tag t ON t.id = a.tag_id WHERE a.application_id = ? ORDER BY t.name, t.id';

const names = (sql: Statements, query: string, id: string): readonly string[] =>
  sql(query).pluck().all(id).map(String);

const partsOf = (sql: Statements, entity: EntityName, column: string, id: string) =>
  sql(
    `SELECT ${selectList(entity, 't')} FROM ${entityTable(entity).sql} t WHERE t.${column} = ? ORDER BY t.id`,
  )
    .all(id)
    .map((row) => decodeRow(entity, row as Row)); // As above.

/** An original file of the export: where it lies there, and what it is. */
export interface ExportedOriginal {
  /** From the folder of the export. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly resumeId: string;
  readonly candidateId: string;
  readonly candidateName: string;
}

/** The original files, candidate by candidate, each under a name that every system takes. */
export function* originalsOf(db: Sqlite): Generator<ExportedOriginal> {
  const sql = statementsOf(db);
  const people = db.prepare(
    'SELECT id, name FROM candidate c WHERE EXISTS (SELECT 1 FROM resume r WHERE r.candidate_id = c.id) ORDER BY id',
  );
  for (const person of people.iterate()) {
    const { id, name } = person as { readonly id: string; readonly name: string }; // The columns named.
    for (const { record, path } of resumesOf(sql, id)) {
      yield {
        path,
        sha256: String(record.sha256),
        bytes: Number(record.bytes),
        fileName: String(record.fileName),
        mediaType: String(record.mediaType),
        resumeId: String(record.id),
        candidateId: id,
        candidateName: name,
      };
    }
  }
}

function resumesOf(
  sql: Statements,
  candidateId: string,
): readonly { readonly record: Row; readonly path: string }[] {
  const rows = sql(
    `SELECT ${selectList('resume', 'r', ['pages', 'lines'])} FROM resume r WHERE r.candidate_id = ? ORDER BY r.id`,
  ).all(candidateId);
  if (rows.length === 0) return [];
  const name = String(sql('SELECT name FROM candidate WHERE id = ?').pluck().get(candidateId));
  // The name is for people, the id makes it the only one, on systems too that take A and a for one letter.
  const folder = `${ORIGINALS_FOLDER}/${safeName(name.replaceAll('.', ' '))} ${candidateId}`;
  return rows.map((row, index) => {
    const record = decodeRow('resume', row as Row); // As above.
    return { record, path: `${folder}/${index + 1}-${safeName(String(record.fileName))}` };
  });
}
