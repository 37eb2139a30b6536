import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { EntityMap, EntityName } from '@/shared/domain/history/change';
import type { Interview } from '@/shared/domain/interviews/records';
import * as schema from './schema';

/** The table of each kind of record. */
export const TABLES = {
  workspace: schema.workspace,
  user: schema.user,
  candidate: schema.candidate,
  contactPoint: schema.contactPoint,
  experience: schema.experience,
  education: schema.education,
  candidateSkill: schema.candidateSkill,
  certification: schema.certification,
  candidateLanguage: schema.candidateLanguage,
  resume: schema.resume,
  note: schema.note,
  tag: schema.tag,
  candidateTag: schema.candidateTag,
  duplicatePair: schema.duplicatePair,
  watchedFolder: schema.watchedFolder,
  task: schema.task,
  importItem: schema.importItem,
  reparse: schema.reparse,
  reparseItem: schema.reparseItem,
  candidateList: schema.candidateList,
  listMember: schema.listMember,
  savedSearch: schema.savedSearch,
  searchEntry: schema.searchEntry,
  customField: schema.customField,
  customValue: schema.customValue,
  merge: schema.merge,
  notification: schema.notification,
  tableImport: schema.tableImport,
  client: schema.client,
  contact: schema.contact,
  job: schema.job,
  jobSkill: schema.jobSkill,
  jobMember: schema.jobMember,
  jobTemplate: schema.jobTemplate,
  application: schema.application,
  stageEvent: schema.stageEvent,
  applicationTag: schema.applicationTag,
  interview: schema.interview,
  match: schema.match,
  matchRun: schema.matchRun,
  savedView: schema.savedView,
  role: schema.role,
  credential: schema.credential,
  share: schema.share,
  retentionRule: schema.retentionRule,
  quarantine: schema.quarantine,
  legalHold: schema.legalHold,
  erasure: schema.erasure,
  erasedFingerprint: schema.erasedFingerprint,
  searchLogEntry: schema.searchLogEntry,
} satisfies Record<EntityName, SQLiteTable>;

export const ENTITY_NAMES = Object.keys(TABLES).filter(
  (name): name is EntityName => name in TABLES,
);

/** Fields that are lists which are filtered on: rows of a table of their own, in their order, that go with the record. */
interface ListFields {
  readonly interview: Pick<Interview, 'interviewerIds'>;
}
const LISTS: { readonly [E in keyof ListFields]: readonly EntityList[] } = {
  interview: [
    {
      key: 'interviewerIds',
      kind: 'list',
      table: 'interviewer',
      owner: 'interview_id',
      value: 'user_id',
    },
  ],
};

// The compiler proves here that every table holds exactly its record (and `num`, which stays inside), with the lists beside it.
type Stored<E extends EntityName> = Omit<(typeof TABLES)[E]['$inferSelect'], 'num'> &
  (E extends keyof ListFields ? ListFields[E] : unknown);
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Proof = { readonly [E in EntityName]: Same<Stored<E>, EntityMap[E]> };
const _proof: { readonly [E in keyof Proof]: true } = {
  workspace: true,
  user: true,
  candidate: true,
  contactPoint: true,
  experience: true,
  education: true,
  candidateSkill: true,
  certification: true,
  candidateLanguage: true,
  resume: true,
  note: true,
  tag: true,
  candidateTag: true,
  duplicatePair: true,
  watchedFolder: true,
  task: true,
  importItem: true,
  reparse: true,
  reparseItem: true,
  candidateList: true,
  listMember: true,
  savedSearch: true,
  searchEntry: true,
  customField: true,
  customValue: true,
  merge: true,
  notification: true,
  tableImport: true,
  client: true,
  contact: true,
  job: true,
  jobSkill: true,
  jobMember: true,
  jobTemplate: true,
  application: true,
  stageEvent: true,
  applicationTag: true,
  interview: true,
  match: true,
  matchRun: true,
  savedView: true,
  role: true,
  credential: true,
  share: true,
  retentionRule: true,
  quarantine: true,
  legalHold: true,
  erasure: true,
  erasedFingerprint: true,
  searchLogEntry: true,
} satisfies Proof;
void _proof;

type SqlValue = string | number | null;
type Row = Readonly<Record<string, unknown>>;

interface EntityColumn {
  /** Name in the record. */
  readonly key: string;
  /** Name in the table, quoted. */
  readonly sql: string;
  readonly kind: 'json' | 'boolean' | 'plain';
}

/** A list of a record in a table of its own, a row for each value. */
export interface EntityList {
  readonly key: string;
  readonly kind: 'list';
  readonly table: string;
  /** The column that says whose the value is. */
  readonly owner: string;
  readonly value: string;
}

/** What a record holds under one name. */
type EntityField = EntityColumn | EntityList;

export interface EntityTable {
  /** Quoted table name. */
  readonly sql: string;
  readonly columns: readonly EntityColumn[];
  readonly lists: readonly EntityList[];
  /** Columns and lists. */
  readonly fields: readonly EntityField[];
  readonly byKey: ReadonlyMap<string, EntityField>;
  /** `"id", "version", …`, for `SELECT`; columns come back under their names in the record. */
  readonly select: string;
  /** Puts a row in, its values in the order of `columns`. Made once: an import asks for it forty times a CV. */
  readonly insert: string;
  readonly selectById: string;
}

const described = new Map<EntityName, EntityTable>();

/** How an entity is kept. Described when it is first asked for: a start asks for a few of them. */
export function entityTable(entity: EntityName): EntityTable {
  const known = described.get(entity);
  if (known !== undefined) return known;
  const table = describe(entity);
  described.set(entity, table);
  return table;
}

/** `SELECT` list of an entity with each column prefixed by a table alias. */
export const selectList = (
  entity: EntityName,
  alias: string,
  leaveOut: readonly string[] = [],
): string => {
  const fields = entityTable(entity).fields.filter((field) => !leaveOut.includes(field.key));
  return fields.map((field) => `${readOf(field, alias)} AS "${field.key}"`).join(', ');
};

/** A field of the row that goes by this alias, as an expression. */
function readOf(field: EntityField, alias: string): string {
  return field.kind === 'list'
    ? `(SELECT json_group_array(l.${field.value} ORDER BY l.position) FROM ${field.table} l WHERE l.${field.owner} = ${alias}.id)`
    : `${alias}.${field.sql}`;
}

/** A value of a record as SQLite stores it. */
export function encode(field: EntityField, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (field.kind === 'json' || field.kind === 'list') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`${field.key} cannot be stored`);
}

/** A row of an entity's table (under record names, whole or without some columns) as the record. */
export function decode<E extends EntityName>(entity: E, row: unknown): EntityMap[E] {
  // The proof above ties tables to records, STRICT and CHECK hold the values, and only this folder writes.
  return decodeRow(entity, row as Row) as unknown as EntityMap[E];
}

export function decodeRow(entity: EntityName, row: Row): Record<string, unknown> {
  const { byKey } = entityTable(entity);
  const record: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    const kind = byKey.get(key)?.kind;
    if (kind === 'json' || kind === 'list')
      record[key] = typeof value === 'string' ? (JSON.parse(value) as unknown) : null;
    else if (kind === 'boolean') record[key] = value === 1;
    else record[key] = value;
  }
  return record;
}

function describe(entity: EntityName): EntityTable {
  const table = TABLES[entity];
  const lists = entity === 'interview' ? LISTS[entity] : [];
  const columns = Object.entries<Column>(getTableColumns(table))
    .filter(([key]) => key !== 'num')
    .map(([key, column]): EntityColumn => {
      const type: unknown = column.dataType;
      const kind = type === 'json' || type === 'boolean' ? type : 'plain';
      return { key, sql: `"${column.name}"`, kind };
    });
  const sql = `"${getTableName(table)}"`;
  const fields = [...columns, ...lists];
  const select = fields
    .map((field) => `${field.kind === 'list' ? readOf(field, sql) : field.sql} AS "${field.key}"`)
    .join(', ');
  const names = columns.map((column) => column.sql).join(', ');
  return {
    sql,
    columns,
    lists,
    fields,
    byKey: new Map(fields.map((field) => [field.key, field])),
    select,
    insert: `INSERT INTO ${sql} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    selectById: `SELECT ${select} FROM ${sql} WHERE id = ?`,
  };
}
