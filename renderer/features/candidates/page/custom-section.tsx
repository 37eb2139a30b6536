import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useDoneToast } from '@/renderer/app/undo';
import { CustomEditor } from '@/renderer/features/candidates/editing/custom-editor';
import { useCustomText } from '@/renderer/features/candidates/page/custom-text';
import { Section } from '@/renderer/features/candidates/page/part-section';
import { ValueRow } from '@/renderer/features/candidates/page/value-row';
import { useText } from '@/renderer/lib/text';
import type { CandidateDetail } from '@/shared/domain/candidates/views';
import type { CustomField } from '@/shared/domain/custom-fields/records';

/** What stands in the fields of this workspace. Nothing where it has none. */
export function CustomSection({ detail }: { readonly detail: CandidateDetail }) {
  const t = useText();
  const api = useApi();
  const fields = useQuery(api.customFields.list.queryOptions({ input: {} }));
  if (fields.data === undefined || fields.data.length === 0) return null;
  return (
    <Section title={t('custom-fields.title')}>
      {fields.data.map((field) => (
        <CustomRow key={field.id} detail={detail} field={field} />
      ))}
    </Section>
  );
}

interface RowProps {
  readonly detail: CandidateDetail;
  readonly field: CustomField;
}

function CustomRow({ detail, field }: RowProps) {
  const t = useText();
  const textOf = useCustomText();
  const [isEditing, setEditing] = useState(false);
  const [wasEdited, setEdited] = useState(false);
  const empty = useEmptyField(detail.candidate.id);
  if (isEditing) {
    const close = (): void => {
      setEditing(false);
      setEdited(true);
    };
    return <CustomEditor detail={detail} field={field} onClose={close} />;
  }
  const value = detail.custom.find((each) => each.fieldId === field.id);
  return (
    <ValueRow
      label={field.label}
      provenance={undefined}
      onEdit={() => setEditing(true)}
      // Nothing here was read in a CV: there is nothing to confirm.
      onConfirm={() => undefined}
      {...(value === undefined ? {} : { onRemove: () => empty(field.id, value.version) })}
      takesFocus={wasEdited}
    >
      <span className="grid grid-cols-[132px_1fr] gap-2">
        <span className="break-words text-ink-3">{field.label}</span>
        <span className={value === undefined ? 'text-ink-3' : 'break-words whitespace-pre-wrap'}>
          {value === undefined ? t('candidates.nothing') : textOf(field.kind, value)}
        </span>
      </span>
    </ValueRow>
  );
}

function useEmptyField(candidateId: string): (fieldId: string, version: number) => void {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const done = useDoneToast();
  const empty = useMutation(
    api.customFields.setValue.mutationOptions({
      onSuccess: ({ commitId }) => {
        void queries.invalidateQueries({ queryKey: api.candidates.key() });
        done(t('candidates.done.removed'), commitId);
      },
    }),
  );
  return (fieldId, version) => empty.mutate({ candidateId, fieldId, version, value: null });
}
