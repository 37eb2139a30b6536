import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/renderer/app/api';
import type { PersonView } from '@/shared/contract/api/users';

/** A one-time password that was just made. */
export interface Told {
  readonly name: string;
  readonly email: string;
  readonly oneTimePassword: string;
}

export interface UserDeeds {
  readonly deactivate: (user: PersonView) => void;
  readonly reactivate: (user: PersonView) => void;
  readonly resetPassword: (user: PersonView) => void;
  readonly resetTwoStep: (user: PersonView) => void;
  /** The password to pass on: it is nowhere else, and gone from here once it was seen. */
  readonly told: Told | null;
  readonly tell: (told: Told) => void;
  readonly forget: () => void;
}

/** What is done to users from their row. A failure says so by itself. */
export function useUserDeeds(): UserDeeds {
  const api = useApi();
  const queries = useQueryClient();
  const [told, setTold] = useState<Told | null>(null);
  const onSuccess = () => queries.invalidateQueries({ queryKey: api.users.key() });
  const deactivate = useMutation(api.users.deactivate.mutationOptions({ onSuccess }));
  const reactivate = useMutation(api.users.reactivate.mutationOptions({ onSuccess }));
  const resetTwoStep = useMutation(api.users.resetTwoStep.mutationOptions({ onSuccess }));
  const resetPassword = useMutation(api.users.resetPassword.mutationOptions({ onSuccess }));
  return {
    deactivate: ({ id, version }) => deactivate.mutate({ id, version }),
    reactivate: ({ id, version }) => reactivate.mutate({ id, version }),
    resetTwoStep: ({ id }) => resetTwoStep.mutate({ id }),
    resetPassword: ({ id, name, email }) =>
      resetPassword.mutate(
        { id },
        {
          onSuccess: ({ oneTimePassword }) => {
            setTold({ name, email: email ?? '', oneTimePassword });
            resetPassword.reset();
          },
        },
      ),
    told,
    tell: setTold,
    forget: () => setTold(null),
  };
}
