import type { Id } from '@/shared/kit/ids';

/** What a column of a table can go into, besides custom fields. */
export const TABLE_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'link',
  'headline',
  'company',
  'title',
  'location',
  'summary',
  'totalYears',
  'noticePeriod',
  'workPermission',
  'skills',
  'languages',
  'school',
  'degree',
  'tags',
  'list',
  'notes',
  'source',
  'consentGiven',
  'consentExpires',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

const CUSTOM = 'custom:';
/** A column that is left out. */
export const SKIP = 'skip' as const;

/** Where a column goes: a field, `custom:<id of the custom field>`, or `skip`. */
export type ColumnTarget = string;
/** Where each column goes, by its header. */
export type Mapping = Readonly<Record<string, ColumnTarget>>;

/** Fields that several columns may go into; of the others the first column counts. */
export const REPEATABLE: ReadonlySet<ColumnTarget> = new Set([
  'email',
  'phone',
  'link',
  'skills',
  'languages',
  'tags',
  'list',
  'notes',
]);

export const customTarget = (fieldId: Id): ColumnTarget => `${CUSTOM}${fieldId}`;

/** The id of the custom field that a column goes into; null for another target. */
export const customFieldIdOf = (target: ColumnTarget): Id | null =>
  target.startsWith(CUSTOM) ? target.slice(CUSTOM.length) : null;

export const isTableField = (target: string): target is TableField =>
  TABLE_FIELDS.some((field) => field === target);

/**
 * The headers as columns are known by: blank ones get a number, those that stand twice get one behind. `__proto__` and the like are
 * headers as any other.
 */
export function uniqueHeaders(written: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return written.map((cell, index) => {
    const name = cell.trim().slice(0, MAX_HEADER) || `#${index + 1}`;
    let header = name;
    for (let count = 2; seen.has(header); count++) header = `${name} (${count})`;
    seen.add(header);
    return header;
  });
}
const MAX_HEADER = 200;
