import type { RowFate } from '@/shared/domain/tables/row-fate';
import { clip } from '@/shared/kit/text';
import type { RowPlan } from '@/shared/usecases/tables/plan-row';
import type { PersonRow } from './row-reader';

/** Enough of a value to know it by. */
const LONGEST = 200;
const MOST_NOTES = 30;

/** What becomes of a row, as it is shown: with the row itself where something of it is left out. */
export function fateOf(row: PersonRow, plan: RowPlan | null): RowFate {
  const leftOut = [...row.leftOut];
  const base = { row: row.row, sameAs: null, leftOut };
  if (row.person === null || plan === null) {
    const why = row.person === null ? row.why : 'broken';
    const message = row.person === null ? row.message : null;
    return {
      ...base,
      kind: 'skip',
      why,
      message,
      candidateId: null,
      name: '',
      taken: [],
      kept: [],
      cells: [...row.cells],
    };
  }
  const short = (notes: RowPlan['kept']): RowFate['kept'] =>
    notes.slice(0, MOST_NOTES).map(({ field, value, here }) => ({
      field,
      value: clip(value, LONGEST),
      here: here === null ? null : clip(here, LONGEST),
    }));
  const isWhole = leftOut.length === 0 && (plan.kind !== 'skip' || plan.why === 'unchanged');
  return {
    ...base,
    kind: plan.kind,
    why: plan.why,
    message: null,
    candidateId: plan.candidateId,
    name: plan.name,
    taken: plan.kind === 'skip' ? [] : short(plan.taken),
    kept: short(plan.kept),
    cells: isWhole ? null : [...row.cells],
  };
}
