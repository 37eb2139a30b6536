import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useFormat } from '@/renderer/lib/format';
import { useText } from '@/renderer/lib/text';
import { InlineField } from '@/renderer/ui/inline-field';
import type { CustomValues } from '@/shared/domain/clients/records';
import { type CustomInput, isDay } from '@/shared/domain/custom-fields/custom-value';
import type { CustomField } from '@/shared/domain/custom-fields/records';

interface Props {
  readonly entity: 'job' | 'client';
  readonly values: CustomValues;
  readonly onSave: (fieldId: string, value: CustomInput) => Promise<string | null>;
}

/** The fields that this workspace keeps of its jobs or clients beside those everybody keeps. Nothing where it keeps none. */
export function CustomFields({ entity, values, onSave }: Props) {
  const t = useText();
  const api = useApi();
  const fields = useQuery(api.customFields.list.queryOptions({ input: { entity } }));
  if (fields.data === undefined || fields.data.length === 0) return null;
  return (
    <section aria-label={t('jobs.custom')} className="flex flex-col border-t border-line pt-3">
      {fields.data.map((field) => (
        <OneField
          key={field.id}
          field={field}
          value={values[field.id] ?? null}
          onSave={(value) => onSave(field.id, value)}
        />
      ))}
    </section>
  );
}

interface FieldProps {
  readonly field: CustomField;
  readonly value: string | number | null;
  readonly onSave: (value: CustomInput) => Promise<string | null>;
}

function OneField({ field, value, onSave }: FieldProps) {
  const t = useText();
  const format = useFormat();
  const { label, kind } = field;
  const text = value === null ? '' : String(value);
  switch (kind) {
    case 'text':
      return <InlineField label={label} shown={text} value={text} onSave={onSave} />;
    case 'number':
      return (
        <InlineField
          label={label}
          shown={typeof value === 'number' ? format.number(value) : ''}
          value={text}
          inputMode="decimal"
          onSave={async (typed) => {
            if (typed.trim() === '') return onSave(null);
            const number = Number(typed.replace(',', '.'));
            return Number.isFinite(number) ? onSave(number) : t('jobs.wrong.number');
          }}
        />
      );
    case 'date':
      return (
        <InlineField
          label={label}
          shown={text === '' ? '' : format.day(text)}
          value={text}
          placeholder={t('jobs.day-example')}
          onSave={async (typed) =>
            typed.trim() === '' || isDay(typed.trim())
              ? onSave(typed.trim() || null)
              : t('jobs.wrong.day')
          }
        />
      );
    case 'choice':
      return (
        <InlineField
          label={label}
          shown={text}
          value={text}
          options={[
            { value: '', label: t('ui.inline.nothing') },
            // What is no longer offered stays with those who have it.
            ...[...new Set([...field.options, ...(text === '' ? [] : [text])])].map((option) => ({
              value: option,
              label: option,
            })),
          ]}
          onSave={(chosen) => onSave(chosen === '' ? null : chosen)}
        />
      );
    case 'yes-no': {
      const names = { '': t('ui.inline.nothing'), '1': t('jobs.yes'), '0': t('jobs.no') };
      const held = value === null ? '' : value === 1 ? '1' : '0';
      return (
        <InlineField
          label={label}
          shown={held === '' ? '' : names[held]}
          value={held}
          options={Object.entries(names).map(([option, name]) => ({ value: option, label: name }))}
          onSave={(chosen) => onSave(chosen === '' ? null : chosen === '1')}
        />
      );
    }
  }
}
