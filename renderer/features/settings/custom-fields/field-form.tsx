import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { useDoneToast } from '@/renderer/app/undo';
import { KIND_NAMES } from '@/renderer/features/settings/custom-fields/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import { CUSTOM_FIELD_KINDS, type CustomField } from '@/shared/domain/custom-fields/records';

interface Props {
  /** Null for a new one. */
  readonly field: CustomField | null;
  /** Of whom a new one is. */
  readonly entity: CustomField['entity'];
  readonly onClose: () => void;
}

/** Makes a field or changes one. What kind it is of is decided once: values of one kind are none of another. */
export function FieldForm({ field, entity, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailure();
  const done = useDoneToast();
  const [label, setLabel] = useState(field?.label ?? '');
  const [kind, setKind] = useState<CustomField['kind']>(field?.kind ?? 'text');
  const [choices, setChoices] = useState((field?.options ?? []).join('\n'));
  const [isTried, setTried] = useState(false);
  const options = kind === 'choice' ? linesOf(choices) : [];
  const saving = useMutation({
    mutationFn: () =>
      field === null
        ? api.customFields.create.call({ entity, label, kind, options })
        : api.customFields.edit.call({ id: field.id, version: field.version, label, options }),
    meta: { showsFailure: true },
    onSuccess: ({ commitId }) => {
      void queries.invalidateQueries({ queryKey: api.customFields.key() });
      done(
        t(field === null ? 'custom-fields.done.added' : 'custom-fields.done.saved', {
          label: label.trim(),
        }),
        commitId,
      );
      onClose();
    },
  });
  const lacksLabel = label.trim() === '';
  const lacksChoices = kind === 'choice' && options.length === 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!lacksLabel && !lacksChoices) saving.mutate();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} className="flex flex-col gap-3 py-3">
      <div className="grid grid-cols-[1fr_180px] gap-3">
        <TextField
          autoFocus
          label={t('custom-fields.label')}
          value={label}
          maxLength={60}
          onChange={setLabel}
          isInvalid={isTried && lacksLabel}
          errorMessage={t('custom-fields.problem.label')}
        />
        <Select
          label={t('custom-fields.kind')}
          options={CUSTOM_FIELD_KINDS.map((each) => ({ value: each, label: t(KIND_NAMES[each]) }))}
          value={kind}
          onChange={setKind}
          isDisabled={field !== null}
        />
      </div>
      {kind === 'choice' ? (
        <TextField
          label={t('custom-fields.choices')}
          description={t('custom-fields.choices.hint')}
          rows={5}
          value={choices}
          onChange={setChoices}
          isInvalid={isTried && lacksChoices}
          errorMessage={t('custom-fields.problem.options')}
        />
      ) : null}
      <div className="flex items-center gap-2">
        <Button type="submit" size="sm" variant="primary" isDisabled={saving.isPending}>
          {t('custom-fields.save')}
        </Button>
        <Button size="sm" variant="ghost" onPress={onClose}>
          {t('custom-fields.cancel')}
        </Button>
        {saving.isError ? (
          <p role="alert" className="text-sm text-bad-ink">
            {failure(saving.error).message}
          </p>
        ) : null}
      </div>
    </form>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
