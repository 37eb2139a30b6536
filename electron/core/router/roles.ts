import { writeTable } from '@/electron/core/tables/write-table';
import { noteExport } from '@/shared/usecases/exports/note-export';
import { accessMatrix } from '@/shared/usecases/people/access-matrix';
import { createRole, deleteRole, editRole } from '@/shared/usecases/people/manage-roles';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api } from './door';
import { run } from './run';

export { rolesContract } from '@/shared/contract/api/roles';

export const rolesRouter = (api: Api['roles'], { handles }: { readonly handles: FileHandles }) => ({
  list: api.list.handler(async ({ context }) => [...(await context.desk().deps.people.roles())]),
  create: api.create.handler(run(createRole)),
  edit: api.edit.handler(run(editRole)),
  delete: api.delete.handler(run(deleteRole)),
  matrix: api.matrix.handler(({ context }) => accessMatrix(context.desk().deps)),
  exportMatrix: api.exportMatrix.handler(async ({ context, input: { handle, format } }) => {
    const { deps, actor } = context.desk();
    const [target = ''] = handles.take(handle);
    const { columns, rows } = await accessMatrix(deps);
    const header = ['procedure', 'permission', ...columns.map(({ name, base }) => name ?? base)];
    const table = rows.map(({ procedure, permission, allowed }) => [
      procedure,
      permission ?? '',
      ...allowed.map((may) => (may ? 'yes' : 'no')),
    ]);
    await writeTable({ header, rows: table }, format, target);
    await noteExport(deps, actor, { kind: 'access-matrix', format, rows: rows.length });
    return { rows: rows.length };
  }),
  printed: api.printed.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    const { length: rows } = (await accessMatrix(deps)).rows;
    await noteExport(deps, actor, { kind: 'access-matrix', format: 'pdf', rows });
    return { rows };
  }),
});
