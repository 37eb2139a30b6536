import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { SaveBar } from '@/renderer/features/candidates/editing/save-bar';
import { useVersionedSave } from '@/renderer/features/candidates/editing/use-versioned-save';
import { useText } from '@/renderer/lib/text';
import { TextField } from '@/renderer/ui/field';
import type { Note } from '@/shared/domain/candidates/records';

interface Props {
  readonly note: Note;
  readonly onClose: () => void;
}

/** Edits a note in its place. */
export function NoteEditor({ note, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const [body, setBody] = useState(note.body);
  const saving = useVersionedSave({
    candidateId: note.candidateId,
    seen: { version: note.version, shown: note.body },
    find: (detail) => {
      const fresh = detail.notes.find((one) => one.id === note.id);
      return fresh === undefined ? null : { version: fresh.version, shown: fresh.body };
    },
    onDone: onClose,
  });
  const send = (version: number) => api.candidates.editNote.call({ id: note.id, version, body });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (body.trim() === '') return;
    if (body === note.body) onClose();
    else saving.save(send);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-2 py-2">
      <TextField
        autoFocus
        label={t('candidates.notes.edit')}
        hideLabel
        rows={4}
        value={body}
        onChange={setBody}
        isInvalid={body.trim() === ''}
        errorMessage={t('candidates.problem.required')}
      />
      <SaveBar
        state={saving.state}
        mine={body}
        onSaveOver={(theirs) => saving.saveOver(send, theirs)}
        onCancel={onClose}
      />
    </form>
  );
}
