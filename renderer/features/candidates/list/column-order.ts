/** Every column the candidate table can show; `name` is always there, first and fixed. */
export const COLUMN_IDS = [
  'name',
  'headline',
  'company',
  'location',
  'totalYears',
  'skills',
  'tags',
  'email',
  'phone',
  'source',
  'createdAt',
  'updatedAt',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

const isColumn = (id: string): id is ColumnId => COLUMN_IDS.some((one) => one === id);

/** The columns to show, in order, from what the settings hold: unknown and double ones dropped, the name first. */
export function shownColumns(saved: readonly string[]): readonly ColumnId[] {
  const known = new Set(saved.filter(isColumn));
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
