import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '@/renderer/app/api';
import { useReadAgain } from '@/renderer/features/blind/use-read-again';
import { type MessageId, useText } from '@/renderer/lib/text';
import { Checkbox, Switch } from '@/renderer/ui/toggles';
import {
  BLIND_FIELDS,
  BLIND_ROLES,
  type BlindField,
  blindOf,
  type BlindSettings as Settings,
} from '@/shared/domain/blind/settings';

/** For whom candidates are shown without what tells who they are, and what that is. Takes effect at once. */
export function BlindSettings() {
  const t = useText();
  const api = useApi();
  const readAgain = useReadAgain();
  const { data } = useQuery(api.privacy.settings.queryOptions());
  const change = useMutation({
    mutationFn: (blind: Settings) => api.privacy.changeSettings.call({ blind }),
    onSettled: readAgain,
  });
  if (data === undefined) return null;
  const { roles, fields } = blindOf({ privacy: data });
  return (
    <section aria-labelledby="blind-review" className="mb-6">
      <h3 id="blind-review" className="mb-1 font-semibold">
        {t('blind.title')}
      </h3>
      <p className="mb-3 text-sm text-ink-2">{t('blind.text')}</p>
      <div className="flex flex-col gap-4 border-y border-line py-3">
        <div role="group" aria-labelledby="blind-roles" className="flex flex-col gap-2">
          <p id="blind-roles" className="text-sm font-medium text-ink-2">
            {t('blind.roles')}
          </p>
          {BLIND_ROLES.map((role) => (
            <Switch
              key={role}
              isSelected={roles.includes(role)}
              onChange={(isOn) =>
                change.mutate({ roles: chosen(BLIND_ROLES, roles, role, isOn), fields })
              }
            >
              {t(ROLES[role])}
            </Switch>
          ))}
        </div>
        <div role="group" aria-labelledby="blind-fields" className="flex flex-col gap-2">
          <p id="blind-fields" className="text-sm font-medium text-ink-2">
            {t('blind.fields')}
          </p>
          <div className="grid grid-cols-2 gap-x-4 gap-y-2">
            {BLIND_FIELDS.map((field) => (
              <Checkbox
                key={field}
                isSelected={fields.includes(field)}
                // With nothing to hide nobody would review blind.
                isDisabled={fields.length === 1 && fields.includes(field)}
                onChange={(isOn) =>
                  change.mutate({ roles, fields: chosen(BLIND_FIELDS, fields, field, isOn) })
                }
              >
                {t(FIELDS[field])}
              </Checkbox>
            ))}
          </div>
        </div>
      </div>
      <p className="mt-2 text-sm text-ink-3">{t('blind.remains')}</p>
    </section>
  );
}

/** With one value or without it, in the order of all. */
const chosen = <Value extends string>(
  all: readonly Value[],
  now: readonly Value[],
  value: Value,
  isOn: boolean,
): Value[] => all.filter((one) => (one === value ? isOn : now.includes(one)));

const ROLES: Readonly<Record<(typeof BLIND_ROLES)[number], MessageId>> = {
  recruiter: 'blind.role.recruiter',
  client_user: 'blind.role.client_user',
  interviewer: 'blind.role.interviewer',
};
const FIELDS: Readonly<Record<BlindField, MessageId>> = {
  name: 'blind.field.name',
  contact: 'blind.field.contact',
  birth: 'blind.field.birth',
  gender: 'blind.field.gender',
  origin: 'blind.field.origin',
  address: 'blind.field.address',
  schools: 'blind.field.schools',
  'study-years': 'blind.field.study-years',
};
