import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { readField } from '@/renderer/features/candidates/editing/field-drafts';
import { FIELD_NAMES, PROBLEM_TEXTS } from '@/renderer/features/candidates/editing/labels';
import { SaveBar } from '@/renderer/features/candidates/editing/save-bar';
import {
  type Seen,
  useVersionedSave,
} from '@/renderer/features/candidates/editing/use-versioned-save';
import { useText } from '@/renderer/lib/text';
import { TextField } from '@/renderer/ui/field';
import type { CandidateField } from '@/shared/domain/candidates/records';
import type { ShownCandidate } from '@/shared/domain/candidates/views';

interface Props {
  readonly candidate: ShownCandidate;
  readonly field: CandidateField;
  readonly onClose: () => void;
}

const seenOf = (candidate: ShownCandidate, field: CandidateField): Seen => ({
  version: candidate.version,
  shown: String(candidate[field] ?? ''),
});

/** Edits one of the candidate's own fields in its place. Enter saves, Escape leaves it as it was. */
export function FieldEditor({ candidate, field, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const seen = seenOf(candidate, field);
  const [typed, setTyped] = useState(seen.shown);
  const [isTried, setTried] = useState(false);
  const read = readField(field, typed);
  const saving = useVersionedSave({
    candidateId: candidate.id,
    seen,
    find: (detail) => seenOf(detail.candidate, field),
    onDone: onClose,
  });
  const send = (version: number) =>
    api.candidates.edit.call({
      id: candidate.id,
      version,
      patch: read.ok ? read.patch : {},
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!read.ok) return;
    if (typed.trim() === seen.shown.trim()) onClose();
    else saving.save(send);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const isWrong = isTried && !read.ok;
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} className="flex flex-col gap-2 py-1">
      <TextField
        autoFocus
        label={t(FIELD_NAMES[field])}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          saving.touch();
        }}
        isInvalid={isWrong}
        {...(read.ok ? {} : { errorMessage: t(PROBLEM_TEXTS[read.problem]) })}
        {...(field === 'summary' ? { rows: 8 } : {})}
        {...(field === 'totalYears' ? { inputMode: 'decimal' as const } : {})}
      />
      <SaveBar
        state={saving.state}
        mine={typed}
        onSaveOver={(theirs) => saving.saveOver(send, theirs)}
        onCancel={onClose}
      />
    </form>
  );
}
