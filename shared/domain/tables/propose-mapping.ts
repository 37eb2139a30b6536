import { labelKey } from '@/shared/domain/custom-fields/custom-value';
import type { CustomField } from '@/shared/domain/custom-fields/records';
import { type ColumnTarget, customTarget, type Mapping, REPEATABLE, SKIP } from './fields';
import { fieldOfHeader } from './header-words';

/** Part of the filled cells of a column that must look like something for the column to be taken for it. */
const MOST = 0.7;

/**
 * Proposes where each column goes: by a custom field of its name, then by what its header is called in many systems, then by what its
 * values look like. A field that takes one column gets the first.
 */
export function proposeMapping(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  customFields: readonly Pick<CustomField, 'id' | 'label'>[],
): Mapping {
  const taken = new Set<ColumnTarget>();
  const take = (target: ColumnTarget | null): ColumnTarget | null => {
    if (target === null || (taken.has(target) && !REPEATABLE.has(target))) return null;
    taken.add(target);
    return target;
  };
  const custom = new Map(customFields.map(({ id, label }) => [labelKey(label), customTarget(id)]));
  const named = headers.map(
    (header) => take(custom.get(labelKey(header)) ?? null) ?? take(fieldOfHeader(header)),
  );
  const mapping = named.map(
    (target, index) => target ?? take(fieldOfValues(rows.map((row) => row[index] ?? ''))) ?? SKIP,
  );
  // `Nom` and `Nombre` alone are the whole name; beside the other they are a part of it.
  const alone = (one: ColumnTarget, other: ColumnTarget): number =>
    !taken.has('name') && !taken.has(other) ? mapping.indexOf(one) : -1;
  const only = Math.max(alone('firstName', 'lastName'), alone('lastName', 'firstName'));
  if (only >= 0) mapping[only] = 'name';
  return Object.fromEntries(headers.map((header, index) => [header, mapping[index] ?? SKIP]));
}

/** What the values of a column are by their looks, where that is plain: an address, a telephone number, a link. */
function fieldOfValues(values: readonly string[]): ColumnTarget | null {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const mostly = (test: (value: string) => boolean): boolean =>
    filled.length > 0 && filled.filter(test).length >= filled.length * MOST;
  if (mostly(looksLikeEmail)) return 'email';
  if (mostly((value) => /^(https?:\/\/|www\.)\S+$/i.test(value) || /linkedin\.com\//i.test(value)))
    return 'link';
  if (mostly(looksLikePhone)) return 'phone';
  return null;
}

export const looksLikeEmail = (value: string): boolean =>
  /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]{2,}$/.test(value);

/** With a plus, or with signs between the digits as people write numbers: a column of bare digits is more likely an id. */
const looksLikePhone = (value: string): boolean => {
  const digits = value.replace(/\D/g, '').length;
  return (
    digits >= 7 &&
    digits <= 15 &&
    /^[+(]?[\d\s()./-]+$/.test(value) &&
    (/^(\+|00|0)/.test(value) || /[\s()/]/.test(value)) &&
    !/^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !/^\d{1,2}[./]\d{1,2}[./]\d{4}$/.test(value)
  );
};
