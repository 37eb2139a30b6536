import type { MessageId } from '@/renderer/lib/text';
import type { DateOrder } from '@/shared/domain/tables/cell-values';
import type { TableFormat } from '@/shared/domain/tables/records';
import type { RowFate } from '@/shared/domain/tables/row-fate';
import type { LeftOut } from '@/shared/domain/tables/table-person';
import type { ExportColumn } from '@/shared/domain/tables/export-columns';
import type { TableField } from '@/shared/domain/tables/fields';
import type { Delimiter } from '@/shared/domain/tables/formats';

export const FORMAT_NAMES: Readonly<Record<TableFormat, MessageId>> = {
  csv: 'tables.format.csv',
  xlsx: 'tables.format.xlsx',
  'json-resume': 'tables.format.json-resume',
  vcard: 'tables.format.vcard',
};

export const FIELD_NAMES: Readonly<Record<TableField | ExportColumn | 'skip', MessageId>> = {
  added: 'tables.field.added',
  changed: 'tables.field.changed',
  company: 'tables.field.company',
  consentExpires: 'tables.field.consentExpires',
  consentGiven: 'tables.field.consentGiven',
  degree: 'tables.field.degree',
  email: 'tables.field.email',
  firstName: 'tables.field.firstName',
  headline: 'tables.field.headline',
  id: 'tables.field.id',
  languages: 'tables.field.languages',
  lastName: 'tables.field.lastName',
  link: 'tables.field.link',
  list: 'tables.field.list',
  location: 'tables.field.location',
  name: 'tables.field.name',
  notes: 'tables.field.notes',
  noticePeriod: 'tables.field.noticePeriod',
  owner: 'tables.field.owner',
  phone: 'tables.field.phone',
  school: 'tables.field.school',
  skills: 'tables.field.skills',
  skip: 'tables.field.skip',
  source: 'tables.field.source',
  summary: 'tables.field.summary',
  tags: 'tables.field.tags',
  title: 'tables.field.title',
  totalYears: 'tables.field.totalYears',
  workPermission: 'tables.field.workPermission',
};

export const DELIMITER_NAMES: Readonly<Record<Delimiter, MessageId>> = {
  ',': 'tables.delimiter.comma',
  ';': 'tables.delimiter.semicolon',
  '\t': 'tables.delimiter.tab',
  '|': 'tables.delimiter.bar',
};

export const DATE_ORDER_NAMES: Readonly<Record<DateOrder, MessageId>> = {
  'day-first': 'tables.date.day-first',
  'month-first': 'tables.date.month-first',
};

export const WHY_TEXTS: Readonly<Record<RowFate['why'], MessageId>> = {
  new: 'tables.why.new',
  'possible-duplicate': 'tables.why.possible-duplicate',
  'email-and-name': 'tables.why.email-and-name',
  email: 'tables.why.email',
  'phone-and-name': 'tables.why.phone-and-name',
  row: 'tables.why.row',
  empty: 'tables.why.empty',
  nobody: 'tables.why.nobody',
  broken: 'tables.why.broken',
  unchanged: 'tables.why.unchanged',
  refused: 'tables.why.refused',
  erased: 'tables.why.erased',
};

export const PROBLEM_TEXTS: Readonly<Record<LeftOut['problem'], MessageId>> = {
  email: 'tables.problem.email',
  phone: 'tables.problem.phone',
  number: 'tables.problem.number',
  date: 'tables.problem.date',
  choice: 'tables.problem.choice',
  'yes-no': 'tables.problem.yes-no',
  'too-long': 'tables.problem.too-long',
  'no-column': 'tables.problem.no-column',
};
