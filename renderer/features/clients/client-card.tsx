import { type FormEvent, useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';
import { CustomFields, useRecordDeed } from '@/renderer/features/jobs';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { InlineField, InlineReadOnly } from '@/renderer/ui/inline-field';
import { Switch } from '@/renderer/ui/toggles';
import type { Client } from '@/shared/domain/clients/records';

const LINES: readonly (readonly [
  field: 'industry' | 'website' | 'phone' | 'address' | 'city' | 'state' | 'country' | 'postalCode',
  name: MessageId,
])[] = [
  ['industry', 'clients.field.industry'],
  ['website', 'clients.field.website'],
  ['phone', 'clients.field.phone'],
  ['address', 'clients.field.address'],
  ['postalCode', 'clients.field.postal-code'],
  ['city', 'clients.field.city'],
  ['state', 'clients.field.state'],
  ['country', 'clients.field.country'],
];

/** The company: its fields, its notes, and whether its people are off limits. */
export function ClientCard({ client }: { readonly client: Client }) {
  const t = useText();
  const api = useApi();
  const deed = useRecordDeed();
  const { id, version } = client;
  const mayEdit = useCan()('client.edit');
  const save = (patch: Partial<Client>): Promise<string | null> =>
    deed(api.clients.edit.call({ id, version, patch }), t('clients.done.saved'));
  return (
    <InlineReadOnly value={!mayEdit}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-col">
          <InlineField
            label={t('clients.field.name')}
            shown={client.companyName}
            value={client.companyName}
            onSave={async (companyName) =>
              companyName.trim() === '' ? t('clients.wrong.name') : save({ companyName })
            }
          />
          <InlineField
            label={t('clients.field.status')}
            shown={t(
              client.status === 'active' ? 'clients.status.active' : 'clients.status.inactive',
            )}
            value={client.status}
            options={[
              { value: 'active', label: t('clients.status.active') },
              { value: 'inactive', label: t('clients.status.inactive') },
            ]}
            onSave={(status) => save({ status: status === 'inactive' ? 'inactive' : 'active' })}
          />
          {LINES.map(([field, name]) => (
            <InlineField
              key={field}
              label={t(name)}
              shown={client[field] ?? ''}
              value={client[field] ?? ''}
              {...(field === 'address' ? { rows: 3 } : {})}
              onSave={(value) => save({ [field]: value })}
            />
          ))}
        </div>
        {mayEdit ? <OffLimits client={client} onSave={save} /> : null}
        <CustomFields
          entity="client"
          values={client.custom}
          onSave={(fieldId, value) =>
            deed(
              api.clients.setCustomValue.call({ id, version, fieldId, value }),
              t('clients.done.saved'),
            )
          }
        />
        <InlineField
          layout="stacked"
          label={t('clients.field.notes')}
          shown={client.notes}
          value={client.notes}
          rows={8}
          onSave={(notes) => save({ notes })}
        />
      </div>
    </InlineReadOnly>
  );
}

interface OffLimitsProps {
  readonly client: Client;
  readonly onSave: (patch: Partial<Client>) => Promise<string | null>;
}

/** Whether people who work there may be approached for others; on only with a reason. */
function OffLimits({ client, onSave }: OffLimitsProps) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (patch: Partial<Client>): Promise<void> => {
    const why = await onSave(patch);
    setProblem(why);
    if (why === null) setAsking(false);
  };
  return (
    <section
      aria-label={t('clients.off-limits')}
      className="flex flex-col gap-2 border-t border-line pt-3"
    >
      <Switch
        isSelected={client.offLimits || isAsking}
        onChange={(isOn) => {
          setProblem(null);
          setReason('');
          if (isOn) setAsking(true);
          else if (client.offLimits) void save({ offLimits: false });
          else setAsking(false);
        }}
      >
        {t('clients.off-limits')}
      </Switch>
      <p className="text-sm text-ink-3">{t('clients.off-limits.hint')}</p>
      {isAsking && !client.offLimits ? (
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            if (reason.trim() !== '') void save({ offLimits: true, offLimitsReason: reason });
          }}
          className="flex items-end gap-2"
        >
          <TextField
            autoFocus
            className="flex-1"
            label={t('clients.field.off-limits-reason')}
            value={reason}
            onChange={setReason}
            maxLength={1000}
          />
          <Button type="submit" variant="primary" isDisabled={reason.trim() === ''}>
            {t('ui.inline.save')}
          </Button>
        </form>
      ) : null}
      {client.offLimits ? (
        <InlineField
          label={t('clients.field.off-limits-reason')}
          shown={client.offLimitsReason ?? ''}
          value={client.offLimitsReason ?? ''}
          onSave={(offLimitsReason) => onSave({ offLimitsReason })}
        />
      ) : null}
      {problem === null ? null : (
        <p role="alert" className="text-sm text-bad-ink">
          {problem}
        </p>
      )}
    </section>
  );
}
