import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import {
  type Draft,
  draftOf,
  PART_FIELDS,
  type PartRecord,
  readDraft,
} from '@/renderer/features/candidates/editing/drafts';
import { PartInput } from '@/renderer/features/candidates/editing/part-input';
import { recordsOf } from '@/renderer/features/candidates/editing/part-records';
import { SaveBar } from '@/renderer/features/candidates/editing/save-bar';
import {
  type Seen,
  useVersionedSave,
} from '@/renderer/features/candidates/editing/use-versioned-save';
import type { PartEntity } from '@/shared/domain/candidates/part-identity';

interface Props {
  readonly candidateId: string;
  readonly entity: PartEntity;
  /** Null to add a new one. */
  readonly record: PartRecord | null;
  readonly onClose: () => void;
}

/** Edits a job, a degree, a skill … in its place, or adds one. */
export function PartEditor({ candidateId, entity, record, onClose }: Props) {
  const api = useApi();
  const [draft, setDraft] = useState(() => draftOf(entity, record));
  const [isTried, setTried] = useState(false);
  const read = readDraft(entity, draft);
  const problems = isTried && !read.ok ? read.problems : {};
  const seen = record === null ? { version: 1, shown: '' } : seenOf(entity, record);
  const saving = useVersionedSave({
    candidateId,
    seen,
    find: (detail) => {
      const fresh = recordsOf(detail, entity).find((one) => one.id === record?.id);
      return fresh === undefined ? null : seenOf(entity, fresh);
    },
    onDone: onClose,
  });
  const send = async (version: number) => {
    if (!read.ok) throw new Error('A draft with problems was about to be saved.');
    return record === null
      ? api.candidates.addPart.call({ candidateId, part: read.part })
      : api.candidates.editPart.call({ id: record.id, version, part: read.part });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!read.ok) return;
    if (record !== null && textOf(entity, draft) === seen.shown) onClose();
    else saving.save(send);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const fields = PART_FIELDS[entity].filter(
    (field) => field !== 'linkKind' || draft['kind'] === 'link',
  );
  return (
    <form
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="my-1 flex flex-col gap-3 rounded-lg border border-line bg-rail p-3"
    >
      <div className="grid grid-cols-2 gap-x-3 gap-y-2">
        {fields.map((field, index) => (
          <PartInput
            key={field}
            entity={entity}
            field={field}
            value={draft[field] ?? ''}
            problem={problems[field] ?? null}
            isFirst={index === 0}
            onChange={(value) => {
              setDraft((before) => ({ ...before, [field]: value }));
              saving.touch();
            }}
          />
        ))}
      </div>
      <SaveBar
        state={saving.state}
        mine={textOf(entity, draft)}
        onSaveOver={(theirs) => saving.saveOver(send, theirs)}
        onCancel={onClose}
      />
    </form>
  );
}

const seenOf = (entity: PartEntity, record: PartRecord): Seen => ({
  version: record.version,
  shown: textOf(entity, draftOf(entity, record)),
});

/** All fields of a draft in one text, to compare and to show. */
const textOf = (entity: PartEntity, draft: Draft): string =>
  PART_FIELDS[entity]
    .map((field) => (draft[field] ?? '').trim())
    .filter((value) => value !== '')
    .join(' · ');
