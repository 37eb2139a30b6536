import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { readCustomDraft } from '@/renderer/features/candidates/editing/custom-drafts';
import { SaveBar } from '@/renderer/features/candidates/editing/save-bar';
import {
  type Seen,
  useVersionedSave,
} from '@/renderer/features/candidates/editing/use-versioned-save';
import { type MessageId, useText } from '@/renderer/lib/text';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { CustomProblem } from '@/shared/domain/custom-fields/custom-value';
import type { CustomField, CustomValue } from '@/shared/domain/custom-fields/records';

interface Props {
  readonly detail: CandidateDetail;
  readonly field: CustomField;
  readonly onClose: () => void;
}

const PROBLEMS: Readonly<Record<CustomProblem, MessageId>> = {
  text: 'custom-fields.problem.text',
  'too-long': 'custom-fields.problem.too-long',
  number: 'custom-fields.problem.number',
  date: 'custom-fields.problem.date',
  choice: 'custom-fields.problem.choice',
  'yes-no': 'custom-fields.problem.yes-no',
};

/** Edits what a candidate has in a custom field, in its place. Enter saves, Escape leaves it as it was. */
export function CustomEditor({ detail, field, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const seen = seenOf(detail, field);
  const [typed, setTyped] = useState(seen.shown);
  const [isTried, setTried] = useState(false);
  const read = readCustomDraft(field, typed);
  const candidateId = detail.candidate.id;
  const saving = useVersionedSave({
    candidateId,
    seen,
    find: (fresh) => seenOf(fresh, field),
    onDone: onClose,
  });
  const send = (version: number) =>
    api.customFields.setValue.call({
      candidateId,
      fieldId: field.id,
      version,
      value: read.ok ? read.value : null,
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (typed === seen.shown) onClose();
    else if (read.ok) saving.save(send);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const change = (value: string): void => {
    setTyped(value);
    saving.touch();
  };
  const choices = choicesOf(field, seen.shown);
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} className="flex flex-col gap-2 py-1">
      {choices === null ? (
        <TextField
          autoFocus
          label={field.label}
          value={typed}
          onChange={change}
          isInvalid={isTried && !read.ok}
          {...(read.ok ? {} : { errorMessage: t(PROBLEMS[read.problem]) })}
          {...(field.kind === 'number' ? { inputMode: 'decimal' as const } : {})}
          {...(field.kind === 'date' ? { type: 'date' } : {})}
        />
      ) : (
        <Select
          autoFocus
          label={field.label}
          options={choices.map((value) => ({
            value,
            label:
              value === ''
                ? t('custom-fields.none')
                : field.kind === 'yes-no'
                  ? t(value === 'yes' ? 'custom-fields.yes' : 'custom-fields.no')
                  : value,
          }))}
          value={typed}
          onChange={change}
        />
      )}
      <SaveBar
        state={saving.state}
        mine={typed}
        onSaveOver={(theirs) => saving.saveOver(send, theirs)}
        onCancel={onClose}
      />
    </form>
  );
}

/** What can be chosen, nothing first; null for what is typed. A choice that went meanwhile can be kept. */
function choicesOf(field: CustomField, stands: string): readonly string[] | null {
  if (field.kind === 'yes-no') return ['', 'yes', 'no'];
  if (field.kind !== 'choice') return null;
  return [...new Set(['', ...field.options, stands])];
}

const seenOf = (detail: CandidateDetail, field: CustomField): Seen => {
  const value = detail.custom.find((each) => each.fieldId === field.id);
  return { version: value?.version ?? 0, shown: value === undefined ? '' : draftOf(field, value) };
};

function draftOf({ kind }: CustomField, value: CustomValue): string {
  if (kind === 'yes-no') return value.number === 1 ? 'yes' : 'no';
  return value.text ?? String(value.number ?? '');
}
