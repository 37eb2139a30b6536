import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { EntityMap, EntityName } from '@/shared/domain/history/change';
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

// The compiler proves here that every table holds exactly its record (and `num`, which stays inside).
type Stored<E extends EntityName> = Omit<(typeof TABLES)[E]['$inferSelect'], 'num'>;
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

export interface EntityTable {
  /** Quoted table name. */
  readonly sql: string;
  readonly columns: readonly EntityColumn[];
  readonly byKey: ReadonlyMap<string, EntityColumn>;
  /** `"id", "version", …`, for `SELECT`; columns come back under their names in the record. */
  readonly select: string;
  /** Puts a row in, its values in the order of `columns`. Made once: an import asks for it forty times a CV. */
  readonly insert: string;
  readonly selectById: string;
}

const ENTITY_TABLES = new Map<EntityName, EntityTable>(
  ENTITY_NAMES.map((entity) => [entity, describe(TABLES[entity])]),
);

export function entityTable(entity: EntityName): EntityTable {
  const table = ENTITY_TABLES.get(entity);
  if (table === undefined) throw new Error(`No table for ${entity}`);
  return table;
}

/** `SELECT` list of an entity with each column prefixed by a table alias. */
export const selectList = (
  entity: EntityName,
  alias: string,
  leaveOut: readonly string[] = [],
): string =>
  entityTable(entity)
    .columns.filter((column) => !leaveOut.includes(column.key))
    .map((column) => `${alias}.${column.sql} AS "${column.key}"`)
    .join(', ');

/** A value of a record as SQLite stores it. */
export function encode(column: EntityColumn, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (column.kind === 'json') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`${column.key} cannot be stored`);
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
    if (kind === 'json')
      record[key] = typeof value === 'string' ? (JSON.parse(value) as unknown) : null;
    else if (kind === 'boolean') record[key] = value === 1;
    else record[key] = value;
  }
  return record;
}

function describe(table: SQLiteTable): EntityTable {
  const columns = Object.entries(getTableColumns(table))
    .filter(([key]) => key !== 'num')
    .map(([key, column]): EntityColumn => {
      const type: unknown = column.dataType;
      const kind = type === 'json' || type === 'boolean' ? type : 'plain';
      return { key, sql: `"${column.name}"`, kind };
    });
  const sql = `"${getTableName(table)}"`;
  const select = columns.map((column) => `${column.sql} AS "${column.key}"`).join(', ');
  const names = columns.map((column) => column.sql).join(', ');
  return {
    sql,
    columns,
    byKey: new Map(columns.map((column) => [column.key, column])),
    select,
    insert: `INSERT INTO ${sql} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    selectById: `SELECT ${select} FROM ${sql} WHERE id = ?`,
  };
}
