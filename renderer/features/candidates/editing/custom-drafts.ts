import {
  type CustomInput,
  type CustomProblem,
  readCustomInput,
} from '@/shared/domain/custom-fields/custom-value';
import type { CustomField } from '@/shared/domain/custom-fields/records';

export type ReadCustomDraft =
  | { readonly ok: true; readonly value: CustomInput }
  | { readonly ok: false; readonly problem: CustomProblem };

/** What was typed or chosen for a custom field (`yes` and `no` for yes/no), as what is saved. Empty text for nothing. */
export function readCustomDraft(
  field: Pick<CustomField, 'kind' | 'options'>,
  typed: string,
): ReadCustomDraft {
  const value = inputOf(field.kind, typed);
  const read = readCustomInput(field, value);
  return read.ok ? { ok: true, value: read.stored === null ? null : value } : read;
}

function inputOf(kind: CustomField['kind'], typed: string): CustomInput {
  const text = typed.trim();
  if (text === '') return null;
  switch (kind) {
    case 'number':
      return Number(text.replace(',', '.'));
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : text;
    case 'date':
      return text;
    case 'text':
    case 'choice':
      return typed;
  }
}
