import type { ReactNode } from 'react';
import { useCan } from '@/renderer/app/session';
import type { Permission } from '@/shared/domain/access/permissions';

interface Props {
  readonly to: Permission;
  readonly children: ReactNode;
}

/** What would be refused is not offered. Hiding it is no control: the core checks every call for itself. */
export function Allowed({ to, children }: Props) {
  return useCan()(to) ? children : null;
}
