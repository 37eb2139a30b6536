import { writeBytes, writeTable } from '@/electron/core/tables/write-table';
import { AppError } from '@/shared/kit/app-error';
import { noteExport } from '@/shared/usecases/exports/note-export';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api } from './door';

export { reportsContract } from '@/shared/contract/api/reports';

const MOST_BYTES = 20 * 1024 * 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47];

export const reportsRouter = (api: Api['reports'], deps: { readonly handles: FileHandles }) => ({
  saveTable: api.saveTable.handler(async ({ context, input: { handle, format, ...table } }) => {
    const desk = context.desk();
    const [target = ''] = deps.handles.take(handle);
    const written = await writeTable(table, format, target);
    const { length: rows } = table.rows;
    const { length: columns } = table.header;
    await noteExport(desk.deps, desk.actor, { kind: 'report', format, rows, columns });
    return written;
  }),
  savePicture: api.savePicture.handler(async ({ context, input: { handle, picture } }) => {
    const desk = context.desk();
    const [target = ''] = deps.handles.take(handle);
    const bytes = new Uint8Array(picture.size > MOST_BYTES ? [] : await picture.arrayBuffer());
    if (!PNG.every((byte, at) => bytes[at] === byte))
      throw new AppError('INVALID', 'This is no PNG that could be saved. Nothing was written.');
    await writeBytes(bytes, target);
    await noteExport(desk.deps, desk.actor, { kind: 'report', format: 'png', rows: 0 });
    return { saved: true as const };
  }),
  report: api.report.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return deps.reports.report(actor, input);
  }),
  behind: api.behind.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    const { rows, total } = await deps.reports.behind(actor, input);
    return { rows: [...rows], total };
  }),
});
