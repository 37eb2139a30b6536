import { useCallback, useMemo, useState } from 'react';
import type { MergePreview } from '@/shared/contract/api/duplicates';
import type { CandidateField } from '@/shared/domain/candidates/records';
import type { Id } from '@/shared/kit/ids';

type Choice = MergePreview['choice'];

/** What is chosen to be kept, starting from what the preview proposes. A new preview starts anew. */
export function useMergeChoice(preview: MergePreview) {
  const [changed, setChanged] = useState<{ readonly stamp: string; readonly choice: Choice }>();
  const choice = changed?.stamp === preview.stamp ? changed.choice : preview.choice;
  const change = useCallback(
    (patch: Partial<Choice>) =>
      setChanged({ stamp: preview.stamp, choice: { ...choice, ...patch } }),
    [preview.stamp, choice],
  );
  const rows = useMemo(() => new Set(choice.rows), [choice.rows]);
  return {
    choice,
    /** Whose record stays; the values chosen stay chosen. */
    keep: (survivorId: Id) => change({ survivorId }),
    setField: (field: CandidateField, personId: Id) =>
      change({ fields: { ...choice.fields, [field]: personId } }),
    valueOf: (field: CandidateField): Id => choice.fields[field] ?? choice.survivorId,
    hasRow: (id: Id): boolean => rows.has(id),
    /** Keeps or leaves out a row; of rows that say the same only one is kept. */
    toggleRow: (id: Id) => {
      if (rows.has(id)) {
        change({ rows: choice.rows.filter((each) => each !== id) });
        return;
      }
      const twins = preview.same.find((each) => each.includes(id)) ?? [];
      change({ rows: [...choice.rows.filter((each) => !twins.includes(each)), id] });
    },
  };
}
