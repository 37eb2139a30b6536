import type { CandidateField } from '@/shared/domain/candidates/records';
import type { DraftProblem } from './draft-values';

/** The patch `candidates.edit` takes for one field. */
export interface FieldPatch {
  readonly name?: string;
  readonly headline?: string | null;
  readonly location?: string | null;
  readonly summary?: string | null;
  readonly totalYears?: number | null;
  readonly noticePeriod?: string | null;
  readonly workPermission?: string | null;
}
export type ReadField =
  | { readonly ok: true; readonly patch: FieldPatch }
  | { readonly ok: false; readonly problem: DraftProblem };

const LONGEST: Readonly<Record<Exclude<CandidateField, 'totalYears'>, number>> = {
  name: 300,
  headline: 500,
  location: 300,
  summary: 20_000,
  noticePeriod: 300,
  workPermission: 300,
};

/** What was typed into one of the candidate's own fields, as the patch that saves it. Empty text clears the field. */
export function readField(field: CandidateField, typed: string): ReadField {
  const text = typed.trim();
  if (field === 'totalYears') {
    if (text === '') return { ok: true, patch: { totalYears: null } };
    const years = Number(text.replace(',', '.'));
    if (!Number.isFinite(years) || years < 0 || years > 80) return { ok: false, problem: 'years' };
    return { ok: true, patch: { totalYears: Math.round(years * 10) / 10 } };
  }
  if (text.length > LONGEST[field]) return { ok: false, problem: 'tooLong' };
  if (field === 'name') {
    return text === '' ? { ok: false, problem: 'required' } : { ok: true, patch: { name: text } };
  }
  return { ok: true, patch: { [field]: text === '' ? null : text } };
}
