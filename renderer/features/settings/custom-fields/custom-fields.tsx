import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { FieldForm } from '@/renderer/features/settings/custom-fields/field-form';
import { ArchivedRow, FieldRow } from '@/renderer/features/settings/custom-fields/field-row';
import { useFieldDeeds } from '@/renderer/features/settings/custom-fields/use-field-deeds';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { EmptyState, ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import { Segments } from '@/renderer/ui/toggles';
import { CUSTOM_FIELD_ENTITIES, type CustomField } from '@/shared/domain/custom-fields/records';

const ADDING = 'adding';

/** The fields that this workspace keeps of its candidates, jobs and clients beside those everybody keeps. */
export function CustomFields() {
  const t = useText();
  const [entity, setEntity] = useState<Entity>('candidate');
  return (
    <>
      <Segments<Entity>
        label={t('custom-fields.of')}
        hideLabel
        className="mb-3"
        value={entity}
        options={CUSTOM_FIELD_ENTITIES.map((value) => ({ value, label: t(OF[value]) }))}
        onChange={setEntity}
      />
      <Fields key={entity} entity={entity} />
    </>
  );
}

type Entity = CustomField['entity'];
const OF: Readonly<Record<Entity, MessageId>> = {
  candidate: 'custom-fields.of.candidate',
  job: 'custom-fields.of.job',
  client: 'custom-fields.of.client',
};
const TEXTS: Readonly<Record<Entity, MessageId>> = {
  candidate: 'custom-fields.text',
  job: 'custom-fields.text.job',
  client: 'custom-fields.text.client',
};

const EMPTY: Readonly<Record<Entity, MessageId>> = {
  candidate: 'custom-fields.empty.text',
  job: 'custom-fields.empty.text.job',
  client: 'custom-fields.empty.text.client',
};

function Fields({ entity }: { readonly entity: Entity }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const deeds = useFieldDeeds();
  /** The id of the field in its form. */
  const [open, setOpen] = useState<string | null>(null);
  const fields = useQuery(
    api.customFields.list.queryOptions({ input: { entity, archived: true } }),
  );
  if (fields.isError) {
    return (
      <ErrorState
        title={t('custom-fields.failed')}
        details={failure(fields.error).details}
        onRetry={() => void fields.refetch()}
      >
        {failure(fields.error).message}
      </ErrorState>
    );
  }
  if (fields.isPending) {
    return (
      <Loading label={t('custom-fields.loading')} className="flex flex-col gap-2">
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
      </Loading>
    );
  }
  const offered = fields.data.filter((field) => field.archivedAt === null);
  const archived = fields.data.filter((field) => field.archivedAt !== null);
  const close = (): void => setOpen(null);
  const add = (
    <Button icon={<Plus size={14} aria-hidden />} onPress={() => setOpen(ADDING)}>
      {t('custom-fields.add')}
    </Button>
  );
  return (
    <>
      <p className="mb-3 text-ink-2">{t(TEXTS[entity])}</p>
      {offered.length === 0 && open !== ADDING ? (
        <EmptyState
          className="rounded-lg border border-dashed border-line-strong"
          title={t('custom-fields.empty.title')}
          action={add}
        >
          {t(EMPTY[entity])}
        </EmptyState>
      ) : (
        <ul aria-label={t('custom-fields.title')} className="border-t border-line">
          {offered.map((field, index) => (
            <li key={field.id} className="border-b border-line">
              {open === field.id ? (
                <FieldForm field={field} entity={entity} onClose={close} />
              ) : (
                <FieldRow
                  field={field}
                  isFirst={index === 0}
                  isLast={index === offered.length - 1}
                  onEdit={() => setOpen(field.id)}
                  onMove={(by) => deeds.move(offered, index, by)}
                  onArchive={() => deeds.archive(field, true)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open === ADDING ? (
        <div className="rounded-lg border border-line px-3">
          <FieldForm field={null} entity={entity} onClose={close} />
        </div>
      ) : offered.length === 0 ? null : (
        <div className="mt-4">{add}</div>
      )}
      {archived.length === 0 ? null : (
        <section className="mt-8" aria-labelledby="archived-fields">
          <h3 id="archived-fields" className="mb-1 text-sm font-medium text-ink-3">
            {t('custom-fields.archived')}
          </h3>
          <ul className="border-t border-line">
            {archived.map((field) => (
              <ArchivedRow
                key={field.id}
                field={field}
                onRestore={() => deeds.archive(field, false)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
