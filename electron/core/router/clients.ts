import { AppError } from '@/shared/kit/app-error';
import { addContact, deleteContact, editContact } from '@/shared/usecases/clients/contacts';
import { createClient } from '@/shared/usecases/clients/create-client';
import { deleteClient } from '@/shared/usecases/clients/delete-client';
import { editClient } from '@/shared/usecases/clients/edit-client';
import { setRecordValue } from '@/shared/usecases/custom-fields/set-record-value';
import { activity } from '@/shared/usecases/history/activity';
import type { Api } from './door';
import { run } from './run';

export { clientsContract } from '@/shared/contract/api/clients';

export const clientsRouter = (api: Api['clients']) => ({
  list: api.list.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return deps.clients.list(actor, input);
  }),
  get: api.get.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    const detail = await deps.clients.get(actor, input.id);
    if (detail === null) throw new AppError('NOT_FOUND', 'This client is not there any more.');
    return detail;
  }),
  create: api.create.handler(run(createClient)),
  edit: api.edit.handler(run(editClient)),
  delete: api.delete.handler(run(deleteClient)),
  addContact: api.addContact.handler(run(addContact)),
  editContact: api.editContact.handler(run(editContact)),
  deleteContact: api.deleteContact.handler(run(deleteContact)),
  setCustomValue: api.setCustomValue.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return setRecordValue(deps, actor, { ...input, entity: 'client' });
  }),
  activity: api.activity.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return activity(deps, actor, 'client', input);
  }),
});
