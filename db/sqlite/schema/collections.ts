import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  CUSTOM_FIELD_ENTITIES,
  CUSTOM_FIELD_KINDS,
  type CustomField,
} from '@/shared/domain/custom-fields/records';
import type { Merge } from '@/shared/domain/duplicates/records';
import {
  TABLE_FORMATS,
  TABLE_IMPORT_STATES,
  type TableImport,
} from '@/shared/domain/tables/records';
import { candidate } from './candidates';
import { json, oneOf, recordColumns } from './columns';

export const candidateList = sqliteTable('candidate_list', {
  ...recordColumns(),
  name: text('name').notNull(),
  description: text('description').notNull(),
});

export const listMember = sqliteTable(
  'list_member',
  {
    ...recordColumns(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id),
    listId: text('list_id')
      .notNull()
      .references(() => candidateList.id),
  },
  (t) => [
    uniqueIndex('list_member_pair').on(t.candidateId, t.listId),
    index('list_member_list').on(t.listId, t.candidateId),
  ],
);

export const customField = sqliteTable(
  'custom_field',
  {
    ...recordColumns(),
    entity: text('entity').$type<CustomField['entity']>().notNull(),
    label: text('label').notNull(),
    kind: text('kind').$type<CustomField['kind']>().notNull(),
    options: json<CustomField['options']>('options').notNull(),
    position: integer('position').notNull(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    oneOf('custom_field_entity', t.entity, CUSTOM_FIELD_ENTITIES),
    oneOf('custom_field_kind', t.kind, CUSTOM_FIELD_KINDS),
  ],
);

export const customValue = sqliteTable(
  'custom_value',
  {
    ...recordColumns(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => candidate.id),
    fieldId: text('field_id')
      .notNull()
      .references(() => customField.id),
    text: text('text'),
    number: real('number'),
  },
  (t) => [
    uniqueIndex('custom_value_pair').on(t.candidateId, t.fieldId),
    index('custom_value_field').on(t.fieldId),
  ],
);

export const merge = sqliteTable(
  'merge',
  {
    ...recordColumns(),
    survivorId: text('survivor_id')
      .notNull()
      .references(() => candidate.id),
    mergedId: text('merged_id')
      .notNull()
      .references(() => candidate.id),
    commitId: text('commit_id').notNull(),
    state: text('state').$type<Merge['state']>().notNull(),
  },
  (t) => [
    index('merge_survivor').on(t.survivorId),
    index('merge_merged').on(t.mergedId),
    oneOf('merge_state', t.state, ['merged', 'unmerged']),
  ],
);

export const tableImport = sqliteTable(
  'table_import',
  {
    ...recordColumns(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    format: text('format').$type<TableImport['format']>().notNull(),
    mapping: json<TableImport['mapping']>('mapping').notNull(),
    state: text('state').$type<TableImport['state']>().notNull(),
    cursor: integer('cursor').notNull(),
    counts: json<TableImport['counts']>('counts').notNull(),
    bulkId: text('bulk_id').notNull(),
    startedAt: text('started_at').notNull(),
    finishedAt: text('finished_at'),
    error: text('error'),
  },
  (t) => [
    oneOf('table_import_format', t.format, TABLE_FORMATS),
    oneOf('table_import_state', t.state, TABLE_IMPORT_STATES),
  ],
);
