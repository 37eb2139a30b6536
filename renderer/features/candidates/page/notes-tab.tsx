import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { useWorkspace } from '@/renderer/app/workspace';
import { NoteEditor } from '@/renderer/features/candidates/page/note-editor';
import { usePage } from '@/renderer/features/candidates/page/page-context';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { RelativeTime } from '@/renderer/ui/time';
import type { Note } from '@/shared/domain/candidates/records';
import type { CandidateDetail } from '@/shared/domain/candidates/views';

interface Props {
  readonly detail: CandidateDetail;
  /** Grows each time someone asks to write a note. */
  readonly focusAsked: number;
}

/** What people noted on the candidate, newest first, and the place to write. */
export function NotesTab({ detail, focusAsked }: Props) {
  const t = useText();
  const { mayComment } = usePage();
  return (
    <div className="flex flex-col gap-4 px-5 py-4">
      {mayComment ? <NewNote candidateId={detail.candidate.id} focusAsked={focusAsked} /> : null}
      {detail.notes.length === 0 ? (
        <p className="text-ink-3">{t('candidates.notes.none')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {detail.notes.map((note) => (
            <NoteItem key={note.id} note={note} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NewNote({
  candidateId,
  focusAsked,
}: {
  readonly candidateId: string;
  readonly focusAsked: number;
}) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const area = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState('');
  useEffect(() => {
    if (focusAsked > 0) area.current?.focus();
  }, [focusAsked]);
  const add = useMutation(
    api.candidates.addNote.mutationOptions({
      onSuccess: ({ commitId }) => {
        setBody('');
        void queries.invalidateQueries({ queryKey: api.candidates.key() });
        done(t('candidates.done.note-added'), commitId);
      },
    }),
  );
  const canSave = body.trim() !== '' && body.length <= 20_000 && !add.isPending;
  const save = (): void => {
    if (canSave) add.mutate({ candidateId, body });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
    if (event.key === 'Escape') area.current?.blur();
  };
  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-2">
      <TextField
        label={t('candidates.page.add-note')}
        hideLabel
        placeholder={t('candidates.notes.placeholder')}
        rows={3}
        areaRef={area}
        value={body}
        onChange={setBody}
      />
      {body.trim() === '' ? null : (
        <Button
          type="submit"
          size="sm"
          variant="primary"
          className="self-start"
          isDisabled={!canSave}
        >
          {t('candidates.page.add-note')}
        </Button>
      )}
    </form>
  );
}

function NoteItem({ note }: { readonly note: Note }) {
  const t = useText();
  const { mayComment } = usePage();
  const isOwn = useWorkspace()?.userId === note.authorId;
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const [isEditing, setEditing] = useState(false);
  const remove = useMutation(
    api.candidates.deleteNote.mutationOptions({
      onSuccess: ({ commitId }) => {
        void queries.invalidateQueries({ queryKey: api.candidates.key() });
        done(t('candidates.done.note-deleted'), commitId);
      },
    }),
  );
  if (isEditing) {
    return (
      <li>
        <NoteEditor note={note} onClose={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li className="group/note -mx-2 rounded-md px-2 py-2 hover:bg-hover">
      <div className="flex h-6 items-center gap-2 text-sm text-ink-3">
        <span className="font-medium text-ink-2">{note.authorName}</span>
        <RelativeTime value={note.createdAt} />
        {note.version > 1 ? <span>{t('candidates.notes.edited')}</span> : null}
        <span className="flex-1" />
        {!mayComment || !isOwn ? null : (
          <span className="flex opacity-0 group-focus-within/note:opacity-100 group-hover/note:opacity-100">
            <IconButton
              size="sm"
              label={t('candidates.notes.edit')}
              onPress={() => setEditing(true)}
            >
              <Pencil size={12} aria-hidden />
            </IconButton>
            <IconButton
              size="sm"
              label={t('candidates.notes.delete')}
              isDisabled={remove.isPending}
              onPress={() => remove.mutate({ id: note.id, version: note.version })}
            >
              <Trash2 size={12} aria-hidden />
            </IconButton>
          </span>
        )}
      </div>
      <p className="break-words whitespace-pre-wrap select-text">{note.body}</p>
    </li>
  );
}
