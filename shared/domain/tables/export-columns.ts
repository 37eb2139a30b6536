import type { CandidateDetail } from '@/shared/domain/candidates/views';
import { customInputOf } from '@/shared/domain/custom-fields/custom-value';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import type { CandidateList } from '@/shared/domain/lists/records';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Id } from '@/shared/kit/ids';
import { squeeze } from '@/shared/kit/text';
import { customFieldIdOf } from './fields';

/** What an export can have a column for, besides custom fields (`custom:<id>`). The order is that of the columns. */
export const EXPORT_COLUMNS = [
  'name',
  'email',
  'phone',
  'link',
  'headline',
  'title',
  'company',
  'location',
  'totalYears',
  'skills',
  'languages',
  'school',
  'degree',
  'summary',
  'noticePeriod',
  'workPermission',
  'tags',
  'list',
  'notes',
  'consentGiven',
  'consentExpires',
  'owner',
  'added',
  'changed',
  'id',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/** What is chosen when nobody chose: without notes, which are for the desk, and what Longlist keeps for itself. */
export const USUAL_COLUMNS: readonly ExportColumn[] = EXPORT_COLUMNS.filter(
  (column) => !['notes', 'owner', 'added', 'changed', 'id'].includes(column),
);

/** Names of the columns in a file: those by which an import knows them again, in whatever language the window is. */
const HEADERS: Readonly<Record<ExportColumn, string>> = {
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  link: 'Link',
  headline: 'Headline',
  title: 'Title',
  company: 'Company',
  location: 'Location',
  totalYears: 'Years of experience',
  skills: 'Skills',
  languages: 'Languages',
  school: 'School',
  degree: 'Degree',
  summary: 'Summary',
  noticePeriod: 'Notice period',
  workPermission: 'Work permission',
  tags: 'Tags',
  list: 'Lists',
  notes: 'Notes',
  consentGiven: 'Consent given',
  consentExpires: 'Consent expires',
  owner: 'Owner',
  added: 'Added',
  changed: 'Changed',
  id: 'Longlist ID',
};

/** Everything of somebody that an export may hold. */
export interface ExportPerson {
  readonly detail: CandidateDetail;
  readonly lists: readonly CandidateList[];
  readonly customFields: readonly CustomField[];
}

/** Between two notes in one cell. */
export const NOTE_BREAK = '\n———\n';

export function headerOf(column: string, customFields: readonly CustomField[]): string {
  const fieldId = customFieldIdOf(column);
  if (fieldId !== null) return customFields.find(({ id }) => id === fieldId)?.label ?? column;
  return isExportColumn(column) ? HEADERS[column] : column;
}

export const isExportColumn = (column: string): column is ExportColumn =>
  EXPORT_COLUMNS.some((one) => one === column);

/** The notes that somebody may carry out of Longlist: not the private ones of others. */
export const notesFor = (detail: CandidateDetail, actor: Actor): readonly string[] =>
  detail.notes
    .filter((note) => note.visibility !== 'private' || note.authorId === actor.id)
    .map(({ body }) => body);

/** What stands in a column for somebody; '' for nothing. */
export function cellOf(person: ExportPerson, column: string, actor: Actor): string | number {
  const fieldId = customFieldIdOf(column);
  if (fieldId !== null) return customCell(person, fieldId);
  return isExportColumn(column) ? fieldCell(person, column, actor) : '';
}

function fieldCell(person: ExportPerson, column: ExportColumn, actor: Actor): string | number {
  const { detail, lists } = person;
  const { candidate } = detail;
  const contacts = (kind: 'email' | 'phone' | 'link'): string =>
    detail.contactPoints
      .filter((point) => point.kind === kind)
      .map(({ value }) => value)
      .join('; ');
  switch (column) {
    case 'name':
      return candidate.name;
    case 'email':
    case 'phone':
    case 'link':
      return contacts(column);
    case 'headline':
    case 'location':
    case 'summary':
    case 'noticePeriod':
    case 'workPermission':
      return candidate[column] ?? '';
    case 'totalYears':
      return candidate.totalYears ?? '';
    case 'title':
    case 'company':
      return jobNow(detail)?.[column] ?? '';
    case 'school':
      return detail.education[0]?.institution ?? '';
    case 'degree':
      return detail.education[0]?.degree ?? '';
    case 'skills':
      return joinList(detail.skills.map(({ name }) => name));
    case 'languages':
      return joinList(detail.languages.map(languageText));
    case 'tags':
      return joinList(detail.tags.map(({ name }) => name));
    case 'list':
      return joinList(lists.map(({ name }) => name));
    case 'notes':
      return notesFor(detail, actor).join(NOTE_BREAK);
    case 'consentGiven':
      return candidate.consentGivenAt?.slice(0, 10) ?? '';
    case 'consentExpires':
      return candidate.consentExpiresAt?.slice(0, 10) ?? '';
    case 'owner':
      return detail.ownerName;
    case 'added':
      return candidate.createdAt;
    case 'changed':
      return candidate.updatedAt;
    case 'id':
      return candidate.id;
  }
}

/** What somebody does now, else what they did last. */
export const jobNow = ({ experience }: CandidateDetail) =>
  experience.find(({ end }) => end === 'present') ?? experience[0];

export const languageText = (language: CandidateDetail['languages'][number]): string => {
  const level = language.levelText ?? language.level;
  return level === null ? language.name : `${language.name} (${level})`;
};

/** Things in one cell, so that `splitList` gives the same things again: one alone with a comma in it has a semicolon behind it. */
export function joinList(items: readonly string[]): string {
  const plain = items.map(squeeze);
  if (plain.some((item) => /[;|•]/.test(item)))
    return `${plain.join('\n')}${plain.length === 1 ? '\n' : ''}`;
  const [only = ''] = plain;
  return plain.length === 1 && only.includes(',') ? `${only};` : plain.join('; ');
}

function customCell({ detail, customFields }: ExportPerson, fieldId: Id): string | number {
  const field = customFields.find(({ id }) => id === fieldId);
  const value = detail.custom.find((one) => one.fieldId === fieldId);
  if (field === undefined || value === undefined) return '';
  const input = customInputOf(field.kind, value);
  if (typeof input === 'boolean') return input ? 'yes' : 'no';
  return input ?? '';
}
