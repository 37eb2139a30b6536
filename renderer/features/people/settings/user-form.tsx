import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { ClientSelect } from '@/renderer/features/people/settings/client-select';
import type { Told } from '@/renderer/features/people/settings/use-user-deeds';
import { Refusal } from '@/renderer/features/people/refusal';
import { ROLE_NAMES, ROLE_TEXTS } from '@/renderer/features/people/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import type { PersonView, UserForm as Values } from '@/shared/contract/api/users';
import { GIVEN_ROLES, takesClient } from '@/shared/domain/people/manage';
import type { Role } from '@/shared/domain/workspace/records';

interface Props {
  /** Null to add one. */
  readonly user: PersonView | null;
  readonly onClose: () => void;
  readonly onTold: (told: Told) => void;
}

/** Who somebody is and as what they are let in. */
export function UserForm({ user, onClose, onTold }: Props) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const roles = useQuery(api.roles.list.queryOptions());
  const [values, setValues] = useState<Values>(() => ({
    name: user?.name ?? '',
    email: user?.email ?? '',
    phone: user?.phone ?? null,
    role: user?.role ?? 'recruiter',
    roleId: user?.roleId ?? null,
    clientId: user?.clientId ?? null,
  }));
  const set = (patch: Partial<Values>): void => setValues((before) => ({ ...before, ...patch }));
  const finish = (): void => {
    void queries.invalidateQueries({ queryKey: api.users.key() });
    onClose();
  };
  const create = useMutation(
    api.users.create.mutationOptions({
      meta: { showsFailure: true },
      onSuccess: ({ oneTimePassword }) => {
        onTold({ name: values.name, email: values.email, oneTimePassword });
        finish();
      },
    }),
  );
  const edit = useMutation(
    api.users.edit.mutationOptions({ meta: { showsFailure: true }, onSuccess: finish }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (user === null) create.mutate(values);
    else edit.mutate({ id: user.id, version: user.version, values });
  };
  const own = roles.data?.find((role) => role.id === values.roleId) ?? null;
  const chooseRole = (key: string): void => {
    const role = roles.data?.find((one) => one.id === key);
    if (role) set({ role: role.base, roleId: role.id, clientId: role.clientId });
    else {
      const base = GIVEN_ROLES.find((one) => one === key);
      if (base) set({ role: base, roleId: null });
    }
  };
  const isPending = create.isPending || edit.isPending;
  return (
    <Form onSubmit={submit} className="flex flex-col gap-3 py-3">
      <div className="grid grid-cols-2 gap-3">
        <TextField
          autoFocus
          isRequired
          maxLength={200}
          label={t('people.user.name')}
          value={values.name}
          onChange={(name) => set({ name })}
          validationBehavior="aria"
        />
        <TextField
          isRequired
          type="email"
          autoComplete="off"
          maxLength={320}
          label={t('people.email')}
          value={values.email}
          onChange={(email) => set({ email })}
          validationBehavior="aria"
        />
        <TextField
          type="tel"
          autoComplete="off"
          maxLength={50}
          label={t('people.user.phone')}
          value={values.phone ?? ''}
          onChange={(phone) => set({ phone: phone === '' ? null : phone })}
        />
        <Select
          label={t('people.user.role')}
          value={values.roleId ?? values.role}
          onChange={chooseRole}
          options={[
            ...GIVEN_ROLES.map((role: Role) => ({ value: role, label: t(ROLE_NAMES[role]) })),
            ...(roles.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {own === null && takesClient(values.role) ? (
          <ClientSelect
            label={t('people.user.client')}
            value={values.clientId}
            onChange={(clientId) => set({ clientId })}
          />
        ) : null}
      </div>
      <p className="text-sm text-ink-3">
        {own === null ? t(ROLE_TEXTS[values.role]) : own.description}
      </p>
      <Refusal error={create.error ?? edit.error} />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onPress={onClose}>
          {t('people.cancel')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          isPending={isPending}
          isDisabled={values.name.trim() === '' || values.email.trim() === ''}
        >
          {t(user === null ? 'people.user.add' : 'people.save')}
        </Button>
      </div>
    </Form>
  );
}
