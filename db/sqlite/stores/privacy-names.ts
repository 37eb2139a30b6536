import type { Candidate, ContactPoint } from '@/shared/domain/candidates/records';
import type { PersonNames } from '@/shared/domain/privacy/names-person';
import type { Id } from '@/shared/kit/ids';
import type { Statements } from '../statements';

/** What somebody is called, reached and known by. */
export interface HeldNames extends PersonNames {
  readonly contacts: readonly (Pick<ContactPoint, 'kind' | 'value' | 'key'> & {
    readonly candidateId: Id;
  })[];
  /** Hashes of their files. */
  readonly files: readonly string[];
  /** What they were called and reached by before somebody changed it or a merge chose otherwise. */
  readonly formerNames: readonly string[];
  readonly formerContacts: PersonNames['contacts'];
  /** Names of their files, and where they came from. */
  readonly fileNames: readonly string[];
}

/** The names of a candidate and everybody merged into them. */
export function namesOfTree(sql: Statements, tree: readonly Id[]): HeldNames {
  const json = JSON.stringify(tree);
  const texts = (statement: string): readonly string[] =>
    sql(statement)
      .pluck()
      .all(json)
      .map(String)
      .filter((text) => text !== '');
  const ids = 'IN (SELECT value FROM json_each(?))';
  const earlier = sql(
    `SELECT before FROM change_log WHERE subject_id ${ids} AND entity IN ('candidate', 'contactPoint') AND op <> 'insert' AND before IS NOT NULL`,
  )
    .pluck()
    .all(json)
    // A line of the log holds fields of the record it is about.
    .map((before) => JSON.parse(String(before)) as Partial<Candidate & ContactPoint>);
  return {
    names: texts(`SELECT DISTINCT name FROM candidate WHERE id ${ids}`),
    formerNames: [...new Set(earlier.flatMap(({ name }) => (name ? [name] : [])))],
    formerContacts: earlier.flatMap(({ kind, value, key }) =>
      kind && value && key ? [{ kind, value, key }] : [],
    ),
    contacts: sql(
      `SELECT kind, value, key, candidate_id AS "candidateId" FROM contact_point WHERE candidate_id ${ids} ORDER BY id`,
    ).all(json) as HeldNames['contacts'], // The columns named in the statement.
    files: texts(`SELECT DISTINCT sha256 FROM resume WHERE candidate_id ${ids}`),
    fileNames: texts(`SELECT DISTINCT file_name FROM resume WHERE candidate_id ${ids}`),
  };
}

/** All of it, to find mentions by. */
export const everCalled = (names: HeldNames): PersonNames => ({
  names: [...names.names, ...names.formerNames],
  contacts: [...names.contacts, ...names.formerContacts],
});

/**
 * Candidates whose import was taken back, and who are known by an address or a file of these: their rows are gone, but the history keeps
 * them whole so that the taking back can be taken back.
 */
export function earlierSelves(sql: Statements, { contacts, files }: HeldNames): readonly Id[] {
  if (contacts.length + files.length === 0) return [];
  const ids = sql(
    `SELECT DISTINCT l.subject_id FROM commit_log k JOIN change_log l ON l.commit_id = k.id
     WHERE k.action = 'undone' AND l.op = 'delete' AND l.subject_id NOT IN (SELECT id FROM candidate)
       AND ((l.entity = 'contactPoint' AND l.before ->> '$.key' IN (SELECT value FROM json_each(?)))
         OR (l.entity = 'resume' AND l.before ->> '$.sha256' IN (SELECT value FROM json_each(?))))`,
  )
    .pluck()
    .all(JSON.stringify(contacts.map(({ key }) => key)), JSON.stringify(files));
  return ids.map(String);
}

/** Files that were theirs once and are no row any more: what the taking back of their import would bring again. */
export const formerFiles = (
  sql: Statements,
  ids: readonly Id[],
): readonly { readonly sha256: string; readonly candidateId: Id }[] =>
  sql(
    `SELECT DISTINCT before ->> '$.sha256' AS sha256, subject_id AS "candidateId" FROM change_log
     WHERE subject_id IN (SELECT value FROM json_each(?)) AND entity = 'resume' AND op = 'delete'`,
  ).all(JSON.stringify(ids)) as readonly { readonly sha256: string; readonly candidateId: Id }[]; // The columns named.
