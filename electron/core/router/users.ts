import {
  createUser,
  deactivateUser,
  editUser,
  reactivateUser,
  resetPassword,
  resetTwoStep,
} from '@/shared/usecases/people/manage-users';
import type { Api } from './door';
import { run } from './run';

export { usersContract } from '@/shared/contract/api/users';

export const usersRouter = (api: Api['users']) => ({
  list: api.list.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    const people = await deps.people.people();
    // Whoever is limited to one client manages its people and sees no others.
    return people.filter(({ clientId }) => actor.clientId == null || clientId === actor.clientId);
  }),
  create: api.create.handler(run(createUser)),
  edit: api.edit.handler(run(editUser)),
  deactivate: api.deactivate.handler(run(deactivateUser)),
  reactivate: api.reactivate.handler(run(reactivateUser)),
  resetPassword: api.resetPassword.handler(run(resetPassword)),
  resetTwoStep: api.resetTwoStep.handler(run(resetTwoStep)),
});
