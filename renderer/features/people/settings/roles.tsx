import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import { useFailure } from '@/renderer/app/failure';
import { RoleForm } from '@/renderer/features/people/settings/role-form';
import { ROLE_NAMES, ROLE_TEXTS } from '@/renderer/features/people/words';
import { useText } from '@/renderer/lib/text';
import { Button, IconButton } from '@/renderer/ui/button';
import { Badge } from '@/renderer/ui/chips';
import { ErrorState, Loading, Skeleton } from '@/renderer/ui/states';
import type { RoleView } from '@/shared/contract/api/roles';
import { GIVEN_ROLES } from '@/shared/domain/people/manage';

const ADDING = 'adding';

/** The roles that every desk has, and those of this one. */
export function Roles({ mayChange }: { readonly mayChange: boolean }) {
  const t = useText();
  const api = useApi();
  const failure = useFailure();
  const [open, setOpen] = useState<string | null>(null);
  const roles = useQuery(api.roles.list.queryOptions());
  if (roles.isError) {
    return (
      <ErrorState
        title={t('people.roles.failed')}
        details={failure(roles.error).details}
        onRetry={() => void roles.refetch()}
      >
        {failure(roles.error).message}
      </ErrorState>
    );
  }
  if (roles.isPending) {
    return (
      <Loading label={t('people.roles.loading')}>
        <Skeleton className="h-13" />
      </Loading>
    );
  }
  const close = (): void => setOpen(null);
  return (
    <>
      <ul aria-label={t('people.roles.given')} className="border-t border-line">
        {GIVEN_ROLES.map((role) => (
          <li key={role} className="border-b border-line py-2">
            <p className="font-medium">{t(ROLE_NAMES[role])}</p>
            <p className="text-sm text-ink-2">{t(ROLE_TEXTS[role])}</p>
          </li>
        ))}
      </ul>
      <h3 className="mt-6 mb-2 font-medium">{t('people.roles.own')}</h3>
      <p className="mb-3 text-ink-2">{t('people.roles.own.text')}</p>
      <ul aria-label={t('people.roles.own')} className="border-t border-line">
        {roles.data.map((role) => (
          <li key={role.id} className="border-b border-line">
            {open === role.id ? (
              <RoleForm edited={role} onClose={close} />
            ) : (
              <RoleRow role={role} mayChange={mayChange} onEdit={() => setOpen(role.id)} />
            )}
          </li>
        ))}
        {open === ADDING ? (
          <li className="border-b border-line">
            <RoleForm edited={null} onClose={close} />
          </li>
        ) : null}
      </ul>
      {open === ADDING || !mayChange ? null : (
        <Button
          className="mt-3"
          icon={<Plus size={14} aria-hidden />}
          onPress={() => setOpen(ADDING)}
        >
          {t('people.role.add')}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  readonly role: RoleView;
  readonly mayChange: boolean;
  readonly onEdit: () => void;
}

function RoleRow({ role, mayChange, onEdit }: RowProps) {
  const t = useText();
  const api = useApi();
  const queries = useQueryClient();
  const remove = useMutation(
    api.roles.delete.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.roles.key() }),
    }),
  );
  return (
    <div className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">{role.name}</span>
          <Badge>{t(ROLE_NAMES[role.base])}</Badge>
        </p>
        <p className="truncate text-sm text-ink-2">
          {[t('people.role.users', { users: role.users }), role.description]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      </div>
      {mayChange ? (
        <>
          <IconButton label={t('people.role.edit', { name: role.name })} onPress={onEdit}>
            <Pencil size={14} aria-hidden />
          </IconButton>
          <IconButton
            label={t('people.role.delete', { name: role.name })}
            isDisabled={role.users > 0 || remove.isPending}
            onPress={() => remove.mutate({ id: role.id, version: role.version })}
          >
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </>
      ) : null}
    </div>
  );
}
