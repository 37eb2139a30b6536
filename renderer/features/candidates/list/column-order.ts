/** Every column the candidate table can show beside custom fields; `name` is always there, first and fixed. */
export const COLUMN_IDS = [
  'name',
  'headline',
  'company',
  'location',
  'totalYears',
  'seniority',
  'skills',
  'degree',
  'languages',
  'tags',
  'lists',
  'owner',
  'email',
  'phone',
  'source',
  'lastActivity',
  'createdAt',
  'updatedAt',
] as const;
export type FixedColumn = (typeof COLUMN_IDS)[number];
/** A column by its name, or a custom field by its id; short, as settings keep 40 characters of it. */
export type ColumnId = FixedColumn | `f:${string}`;

export const columnOfField = (fieldId: string): ColumnId => `f:${fieldId}`;

/** Every column there is, in the order they are offered. */
export const allColumns = (fieldIds: readonly string[]): readonly ColumnId[] => [
  ...COLUMN_IDS,
  ...fieldIds.map(columnOfField),
];

/** The columns to show, in order, from what the settings hold: unknown and double ones dropped, the name first. */
export function shownColumns(
  saved: readonly string[],
  fieldIds: readonly string[] = [],
): readonly ColumnId[] {
  const all = allColumns(fieldIds);
  const known = new Set(saved.flatMap((id) => all.find((one) => one === id) ?? []));
  known.delete('name');
  return ['name', ...known];
}

/** Shows a hidden column (at the end) or hides a shown one. */
export function toggleColumn(shown: readonly ColumnId[], id: ColumnId): readonly ColumnId[] {
  if (id === 'name') return shown;
  return shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id];
}

/** Moves a column one place; nothing passes the name, which stays first. */
export function moveColumn(
  shown: readonly ColumnId[],
  id: ColumnId,
  by: -1 | 1,
): readonly ColumnId[] {
  const from = shown.indexOf(id);
  const to = from + by;
  const other = shown[to];
  if (from < 1 || to < 1 || other === undefined) return shown;
  return shown.map((one, index) => (index === from ? other : index === to ? id : one));
}

/**
 * The columns that fit beside one another into a width, in px, where the table has to share its place: those at the end give way first,
 * never the name nor the column the list is sorted by. `leastOf` is how narrow a column may get.
 */
export function fittingColumns(
  shown: readonly ColumnId[],
  sorted: ColumnId | null,
  leastOf: (id: ColumnId) => number,
  width: number,
): readonly ColumnId[] {
  let left = width;
  const kept = new Set<ColumnId>();
  const first = shown.filter((id) => id === 'name' || id === sorted);
  for (const id of [...first, ...shown.filter((one) => !first.includes(one))]) {
    left -= leastOf(id);
    if (left < 0 && !first.includes(id)) break;
    kept.add(id);
  }
  return kept.size === shown.length ? shown : shown.filter((id) => kept.has(id));
}

/** The least and the most width of a column that is set by hand, in px. */
export const COLUMN_WIDTHS = { least: 56, most: 640 } as const;

export const boundedWidth = (width: number): number =>
  Math.round(Math.max(COLUMN_WIDTHS.least, Math.min(COLUMN_WIDTHS.most, width)));
