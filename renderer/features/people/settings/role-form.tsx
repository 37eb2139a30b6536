import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useApi } from '@/renderer/app/api';
import { useCan } from '@/renderer/app/session';
import { ClientSelect } from '@/renderer/features/people/settings/client-select';
import { Refusal } from '@/renderer/features/people/refusal';
import { PERMISSION_GROUPS, PERMISSION_NAMES, ROLE_NAMES } from '@/renderer/features/people/words';
import { useText } from '@/renderer/lib/text';
import { Button } from '@/renderer/ui/button';
import { TextField } from '@/renderer/ui/field';
import { Select } from '@/renderer/ui/select';
import { Checkbox } from '@/renderer/ui/toggles';
import type { RoleView, RoleForm as Values } from '@/shared/contract/api/roles';
import type { Permission } from '@/shared/domain/access/permissions';
import { permissionsOf } from '@/shared/domain/access/roles';
import { GIVEN_ROLES } from '@/shared/domain/people/manage';

interface Props {
  /** Null to add one. */
  readonly edited: RoleView | null;
  readonly onClose: () => void;
}

/** A role of the desk's own: whose reach it has, and which of what that role may is left to it. */
export function RoleForm({ edited: role, onClose }: Props) {
  const t = useText();
  const api = useApi();
  const can = useCan();
  const queries = useQueryClient();
  const [values, setValues] = useState<Values>(() => ({
    name: role?.name ?? '',
    description: role?.description ?? '',
    base: role?.base ?? 'recruiter',
    permissions: [...(role?.permissions ?? permissionsOf('recruiter'))],
    clientId: role?.clientId ?? null,
  }));
  const set = (patch: Partial<Values>): void => setValues((before) => ({ ...before, ...patch }));
  const options = {
    meta: { showsFailure: true },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.roles.key() });
      onClose();
    },
  };
  const create = useMutation(api.roles.create.mutationOptions(options));
  const edit = useMutation(api.roles.edit.mutationOptions(options));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (role === null) create.mutate(values);
    else edit.mutate({ id: role.id, version: role.version, values });
  };
  const isInUse = role !== null && role.users > 0;
  const offered = permissionsOf(values.base);
  const toggle = (permission: Permission, isOn: boolean): void =>
    set({
      permissions: isOn
        ? [...values.permissions, permission]
        : values.permissions.filter((one) => one !== permission),
    });
  return (
    <Form onSubmit={submit} className="flex flex-col gap-3 py-3">
      <div className="grid grid-cols-2 gap-3">
        <TextField
          autoFocus
          isRequired
          maxLength={100}
          label={t('people.role.name')}
          value={values.name}
          onChange={(name) => set({ name })}
          validationBehavior="aria"
        />
        <TextField
          maxLength={1000}
          label={t('people.role.description')}
          value={values.description}
          onChange={(description) => set({ description })}
        />
        {isInUse ? (
          <p className="col-span-2 text-sm text-ink-3">
            {t('people.role.fixed', { base: t(ROLE_NAMES[values.base]) })}
          </p>
        ) : (
          <>
            <Select
              label={t('people.role.base')}
              description={t('people.role.base.why')}
              value={values.base}
              onChange={(base) => set({ base, permissions: [...permissionsOf(base)] })}
              options={GIVEN_ROLES.map((base) => ({ value: base, label: t(ROLE_NAMES[base]) }))}
            />
            <ClientSelect
              label={t('people.role.client')}
              description={t('people.role.client.why')}
              value={values.clientId}
              onChange={(clientId) => set({ clientId })}
            />
          </>
        )}
      </div>
      <div className="grid grid-cols-2 gap-x-6 gap-y-4">
        {PERMISSION_GROUPS.map(({ title, permissions }) => {
          const own = permissions.filter((permission) => offered.includes(permission));
          return own.length === 0 ? null : (
            <fieldset key={title} className="flex flex-col gap-1.5">
              <legend className="mb-1 text-sm font-medium text-ink-2">{t(title)}</legend>
              {own.map((permission) => (
                <Checkbox
                  key={permission}
                  isSelected={
                    permission === 'workspace.read' || values.permissions.includes(permission)
                  }
                  isDisabled={permission === 'workspace.read' || !can(permission)}
                  onChange={(isOn) => toggle(permission, isOn)}
                >
                  <span>{t(PERMISSION_NAMES[permission])}</span>
                </Checkbox>
              ))}
            </fieldset>
          );
        })}
      </div>
      <Refusal error={create.error ?? edit.error} />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onPress={onClose}>
          {t('people.cancel')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          isPending={create.isPending || edit.isPending}
          isDisabled={values.name.trim() === ''}
        >
          {t(role === null ? 'people.role.add' : 'people.save')}
        </Button>
      </div>
    </Form>
  );
}
