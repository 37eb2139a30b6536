import { fold, squeeze } from '@/shared/kit/text';
import type { CustomField, CustomValue } from './records';

/** What a person enters in a custom field: a text, a choice or a day (YYYY-MM-DD) as text; null for nothing. */
export type CustomInput = string | number | boolean | null;
export type StoredValue = Pick<CustomValue, 'text' | 'number'>;

/** Why something cannot stand in a field of its kind. */
export type CustomProblem = CustomField['kind'] | 'too-long';
export type ReadCustomInput =
  /** Null: nothing was entered, so that there is no row. */
  | { readonly ok: true; readonly stored: StoredValue | null }
  | { readonly ok: false; readonly problem: CustomProblem };

/** Characters of a text. */
export const LONGEST_TEXT = 2000;

/** What was entered, as it is stored; or why it is not something for a field of this kind. Texts are kept as they are. */
export function readCustomInput(
  field: Pick<CustomField, 'kind' | 'options'>,
  input: CustomInput,
): ReadCustomInput {
  if (input === null || (typeof input === 'string' && input.trim() === '')) {
    return { ok: true, stored: null };
  }
  switch (field.kind) {
    case 'text':
      if (typeof input !== 'string') return wrong('text');
      return input.length > LONGEST_TEXT ? wrong('too-long') : text(input);
    case 'number':
      return typeof input === 'number' && Number.isFinite(input) ? number(input) : wrong('number');
    case 'date':
      return typeof input === 'string' && isDay(input) ? text(input) : wrong('date');
    case 'choice':
      return typeof input === 'string' && field.options.includes(input)
        ? text(input)
        : wrong('choice');
    case 'yes-no':
      return typeof input === 'boolean' ? number(input ? 1 : 0) : wrong('yes-no');
  }
}

/** The stored value as it would be entered. */
export function customInputOf(kind: CustomField['kind'], stored: StoredValue): CustomInput {
  return kind === 'yes-no' ? stored.number === 1 : (stored.text ?? stored.number);
}

/** The choice that is written like this, but for case, accents and spaces; null when there is none. */
export const choiceLike = (options: readonly string[], written: string): string | null =>
  options.find((option) => labelKey(option) === labelKey(written)) ?? null;

/** How labels and choices are compared: two that look the same are one. */
export const labelKey = (label: string): string => squeeze(fold(label));

/** Whether YYYY-MM-DD names a day that there is: 31 February is none. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const text = (value: string): ReadCustomInput => ({
  ok: true,
  stored: { text: value, number: null },
});
const number = (value: number): ReadCustomInput => ({
  ok: true,
  stored: { text: null, number: value },
});
const wrong = (problem: CustomProblem): ReadCustomInput => ({ ok: false, problem });
