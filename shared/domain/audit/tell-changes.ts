import type { EntityName } from '@/shared/domain/history/change';
import type { Id } from '@/shared/kit/ids';
import type { Json } from './canonical';

type Fields = Readonly<Record<string, unknown>>;

/** What one change of a commit did; of an insert the whole row, of a deletion the row as it was. */
export interface Told {
  readonly entity: EntityName;
  readonly op: 'insert' | 'update' | 'delete';
  readonly id: Id;
  readonly record: Fields;
  /** Of an update, the fields that changed as they were and as they are. */
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** A change as it is sealed. */
export interface SealedChange {
  readonly entity: EntityName;
  readonly id: Id;
  readonly before: { readonly [field: string]: Json } | null;
  readonly after: { readonly [field: string]: Json } | null;
}

/** Long and derived, or places in a file: they say nothing beside the others. */
const NOT_TOLD: ReadonlySet<string> = new Set([
  'text',
  'lines',
  'parsed',
  'pages',
  'provenance',
  'explanation',
  'ranking',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'id',
]);
/** Secrets: their names are told, their values never. */
const SECRET: ReadonlySet<EntityName> = new Set(['credential']);
/** What was made is told whole only where it gives somebody a right or an obligation; of the rest the record itself still says it. */
const TOLD_WHEN_MADE: ReadonlySet<EntityName> = new Set([
  'user',
  'role',
  'share',
  'retentionRule',
  'quarantine',
  'legalHold',
  'customField',
  'jobMember',
  'stageEvent',
]);

const MOST_NAMES = 60;
const MOST_CHANGES = 50;
const MOST_CHARACTERS = 1000;
const MOST_TOGETHER = 32_000;

/** Names of fields and how many rows of which kind came and went: what an entry says in clear. */
export function factsOf(changes: readonly Told[]): { readonly [key: string]: Json } {
  const names = new Set<string>();
  const made: Record<string, number> = {};
  const deleted: Record<string, number> = {};
  for (const { entity, op, after } of changes) {
    if (op === 'insert') made[entity] = (made[entity] ?? 0) + 1;
    else if (op === 'delete') deleted[entity] = (deleted[entity] ?? 0) + 1;
    else for (const field of Object.keys(after ?? {})) names.add(`${entity}.${field}`);
  }
  const fields = [...names].sort();
  return {
    ...(fields.length > 0 && { fields: fields.slice(0, MOST_NAMES) }),
    ...(Object.keys(made).length > 0 && { made }),
    ...(Object.keys(deleted).length > 0 && { deleted }),
  };
}

/**
 * What is sealed of them: the fields that changed, before and after. Long texts are cut and long lists of changes too, so that no entry
 * is longer than 32,000 characters and a bit; the history holds them whole.
 */
export function sealable(changes: readonly Told[]): readonly SealedChange[] {
  const told: SealedChange[] = [];
  let room = MOST_TOGETHER;
  for (const change of changes) {
    if (told.length === MOST_CHANGES || room <= 0) break;
    if (SECRET.has(change.entity)) continue;
    if (change.op === 'insert' && !TOLD_WHEN_MADE.has(change.entity)) continue;
    const before = change.op === 'delete' ? change.record : change.before;
    const after = change.op === 'insert' ? change.record : change.after;
    const one = {
      entity: change.entity,
      id: change.id,
      before: before && shortened(before),
      after: after && shortened(after),
    };
    if (isEmpty(one.before) && isEmpty(one.after)) continue;
    room -= JSON.stringify(one).length;
    told.push(one);
  }
  return told;
}

const isEmpty = (fields: Fields | null): boolean =>
  fields === null || Object.keys(fields).length === 0;

function shortened(fields: Fields): { readonly [field: string]: Json } {
  const short: [string, Json][] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (NOT_TOLD.has(field) || value === undefined) continue;
    short.push([field, shortValue(value)]);
  }
  return Object.fromEntries(short);
}

function shortValue(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.length > MOST_CHARACTERS) {
    return { begins: text.slice(0, MOST_CHARACTERS), characters: text.length };
  }
  // What came out of a record's JSON column is JSON.
  return typeof value === 'string' ? value : (JSON.parse(text) as Json);
}
