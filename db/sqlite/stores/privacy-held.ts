import { mentionsOf } from '@/shared/domain/privacy/names-person';
import type { HeldCounts } from '@/shared/domain/privacy/views';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import type { HeldPerson, HeldRows } from '@/shared/usecases/ports/privacy-reader';
import { decode, decodeRow, entityTable, selectList } from '../entities';
import type { Statements } from '../statements';
import { reaches } from './candidate-reader';
import { readTree, rootOf } from './merge-state';
import { OWN_ENTITIES } from './privacy-erase';
import { FACTS, type FactsRow, factsOf } from './privacy-facts';
import { earlierSelves, everCalled, formerFiles, namesOfTree } from './privacy-names';

const AMONG = 'IN (SELECT value FROM json_each(?))';

/** What is held on somebody, with those merged into them; null for whom the actor does not reach. */
export function readHeld(sql: Statements, actor: Actor, id: Id): HeldPerson | null {
  const root = rootOf(sql, id);
  if (root === null || !reaches(sql, actor, root)) return null;
  const tree = readTree(sql, root);
  const json = JSON.stringify(tree);
  const candidate = decode('candidate', sql(entityTable('candidate').selectById).get(root));
  const names = namesOfTree(sql, tree);
  const hold = sql(
    `SELECT ${selectList('legalHold', 'h')}, coalesce(u.name, '') AS "placedByName" FROM legal_hold h LEFT JOIN user u ON u.id = h.placed_by
     WHERE h.released_at IS NULL AND h.candidate_id ${AMONG} ORDER BY h.id LIMIT 1`,
  ).get(json) as
    | (Readonly<Record<string, unknown>> & { readonly placedByName: string })
    | undefined; // The columns named.
  const quarantine = sql(
    `SELECT ${entityTable('quarantine').select} FROM quarantine WHERE released_at IS NULL AND candidate_id = ?`,
  ).get(root);
  const facts = sql(
    `SELECT ${FACTS} FROM candidate c LEFT JOIN candidate_document d ON d.num = c.num WHERE c.id = ?`,
  ).get(root) as FactsRow; // As above.
  const files = sql(
    `SELECT r.sha256 AS sha256, r.candidate_id AS "candidateId",
       EXISTS (SELECT 1 FROM resume o WHERE o.sha256 = r.sha256 AND o.candidate_id NOT ${AMONG}) AS shared
     FROM resume r WHERE r.candidate_id ${AMONG} GROUP BY r.sha256, r.candidate_id ORDER BY r.sha256`,
  ).all(json, json) as readonly {
    readonly sha256: string;
    readonly candidateId: Id;
    readonly shared: number;
  }[]; // As above.
  const there = new Set(files.map(({ sha256 }) => sha256));
  const former = formerFiles(sql, [...tree, ...earlierSelves(sql, names)]).filter(
    ({ sha256 }) =>
      !there.has(sha256) && sql('SELECT 1 FROM resume WHERE sha256 = ?').get(sha256) === undefined,
  );
  return {
    candidateId: root,
    name: candidate.name,
    version: candidate.version,
    archivedAt: candidate.archivedAt,
    consent: {
      basis: candidate.consentBasis,
      givenAt: candidate.consentGivenAt,
      expiresAt: candidate.consentExpiresAt,
    },
    tree,
    names: everCalled(names),
    contacts: names.contacts,
    files: [
      ...files.map((file) => ({ ...file, shared: file.shared === 1 })),
      ...former.map(({ sha256 }) => ({ sha256, candidateId: root, shared: false })),
    ],
    hold:
      hold === undefined ? null : { ...decode('legalHold', hold), placedByName: hold.placedByName },
    quarantine: quarantine === undefined ? null : decode('quarantine', quarantine),
    facts: factsOf(facts),
  };
}

/** How many rows of each kind are theirs or speak of them. Empty for whom the actor does not reach. */
export function readCounts(sql: Statements, actor: Actor, id: Id): HeldCounts {
  return Object.fromEntries(
    readEverything(sql, actor, id, true).flatMap(({ entity, rows }) =>
      rows.length === 0 ? [] : [[entity, rows.length]],
    ),
  );
}

/**
 * Every row that is theirs, theirs before a merge, or names them. With `briefly` without what is only there to be read: the history and
 * long columns.
 */
export function readEverything(
  sql: Statements,
  actor: Actor,
  id: Id,
  briefly = false,
): readonly HeldRows[] {
  const root = rootOf(sql, id);
  if (root === null || !reaches(sql, actor, root)) return [];
  const tree = readTree(sql, root);
  const json = JSON.stringify(tree);
  const names = namesOfTree(sql, tree);
  const own = (['candidate', ...OWN_ENTITIES] as const).map((entity): HeldRows => {
    const { sql: table } = entityTable(entity);
    const leaveOut = briefly && entity === 'resume' ? ['text', 'lines', 'parsed', 'pages'] : [];
    const column = entity === 'candidate' ? 'id' : 'candidate_id';
    return rowsOf(
      entity,
      sql(
        `SELECT ${selectList(entity, 't', leaveOut)} FROM ${table} t WHERE t.${column} ${AMONG} ORDER BY t.id`,
      ).all(json),
    );
  });
  const some = (entity: Entity, where: string, params: readonly string[]): HeldRows =>
    rowsOf(
      entity,
      sql(
        `SELECT ${entityTable(entity).select} FROM ${entityTable(entity).sql} WHERE ${where} ORDER BY id`,
      ).all(...params),
    );
  return [
    ...own,
    some('duplicatePair', `other_id ${AMONG} AND candidate_id NOT ${AMONG}`, [json, json]),
    some('merge', `survivor_id ${AMONG} OR merged_id ${AMONG}`, [json, json]),
    some('importItem', `candidate_id ${AMONG} OR sha256 ${AMONG}`, [
      json,
      JSON.stringify(names.files),
    ]),
    ...mentionsIn(sql, tree, names),
    ...(briefly ? [] : [historyOf(sql, json), auditOf(sql, json)]),
  ];
}

type Entity = Parameters<typeof entityTable>[0];

/** Searches and notifications that name them. */
function mentionsIn(
  sql: Statements,
  tree: readonly Id[],
  names: ReturnType<typeof namesOfTree>,
): readonly HeldRows[] {
  const naming = mentionsOf(everCalled(names));
  return (
    [
      ['notification', ['subjectName', 'subjectId']],
      ['searchEntry', ['text', 'filters']],
      ['searchLogEntry', ['text', 'filters']],
      ['savedSearch', ['name', 'text', 'filters']],
      ['savedView', ['name', 'view']],
    ] as const
  ).map(([entity, fields]): HeldRows => {
    const { rows } = rowsOf(
      entity,
      sql(`SELECT ${entityTable(entity).select} FROM ${entityTable(entity).sql} ORDER BY id`).all(),
    );
    return {
      entity,
      rows: rows.filter((row) =>
        fields.some((field) => {
          const value = row[field];
          const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
          return naming(text) || tree.some((id) => text.includes(id));
        }),
      ),
    };
  });
}

function rowsOf(entity: Entity, rows: readonly unknown[]): HeldRows {
  // The driver gives a row as an object of column names.
  return {
    entity,
    rows: rows.map((row) => decodeRow(entity, row as Readonly<Record<string, unknown>>)),
  };
}

/** What was done to them, by whom and when, with what it changed. */
const historyOf = (sql: Statements, json: string): HeldRows => ({
  entity: 'commit',
  rows: (
    sql(
      `SELECT k.at AS at, k.actor_name AS "actorName", k.action AS action, l.entity AS entity, l.op AS op, l.row_ids AS "rowIds", l.before AS before,
         l.after AS after FROM change_log l JOIN commit_log k ON k.id = l.commit_id WHERE l.subject_id ${AMONG} ORDER BY l.seq`,
    ).all(json) as readonly Readonly<Record<string, string | null>>[]
  ) // The columns named in the statement.
    .map((line) => ({
      ...line,
      rowIds: parsed(line.rowIds),
      before: parsed(line.before),
      after: parsed(line.after),
    })),
});

const parsed = (json: string | null | undefined): unknown =>
  json === null || json === undefined ? null : (JSON.parse(json) as unknown);

/** Entries of the audit log about them: ids, names of fields and times, nothing of what is sealed. */
const auditOf = (sql: Statements, json: string): HeldRows => ({
  entity: 'auditEntry',
  rows: sql(
    `SELECT json_remove(body, '$.sealed') FROM audit_entry WHERE subject_id ${AMONG} ORDER BY seq`,
  )
    .pluck()
    .all(json)
    // An entry is a JSON object.
    .map((body) => JSON.parse(String(body)) as Readonly<Record<string, unknown>>),
});
