import {
  archiveField,
  createField,
  editField,
  reorderFields,
} from '@/shared/usecases/custom-fields/change-fields';
import { setCustomValue } from '@/shared/usecases/custom-fields/set-value';
import type { Api } from './door';

export { customFieldsContract } from '@/shared/contract/api/custom-fields';

export const customFieldsRouter = (api: Api['customFields']) => ({
  list: api.list.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.customFields.fields(actor, input))];
  }),
  create: api.create.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return createField(deps, actor, input);
  }),
  edit: api.edit.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return editField(deps, actor, input);
  }),
  reorder: api.reorder.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return reorderFields(deps, actor, input);
  }),
  archive: api.archive.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return archiveField(deps, actor, input);
  }),
  setValue: api.setValue.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return setCustomValue(deps, actor, input);
  }),
});
