import { shownReaders } from '@/electron/core/blind/shown-readers';
import { exportCandidates } from '@/electron/core/tables/export-candidates';
import { noteExport } from '@/shared/usecases/exports/note-export';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api } from './door';

export { tablesContract } from '@/shared/contract/api/tables';

export const tablesRouter = (
  api: Api['tables'],
  { handles }: { readonly handles: FileHandles },
) => {
  /** Exports under way, by the handle each writes to. */
  const exporting = new Map<string, { readonly candidates: number; readonly of: number }>();
  return {
    open: api.open.handler(({ context, input }) => {
      const { tables, actor } = context.desk();
      return tables.open(actor, handles.take(input.handle));
    }),
    draft: api.draft.handler(({ context, input }) => {
      const { tables, actor } = context.desk();
      return tables.draft(actor, input.id);
    }),
    choose: api.choose.handler(({ context, input }) => {
      const { tables, actor } = context.desk();
      return tables.choose(actor, input.id, input.choices);
    }),
    check: api.check.handler(({ context, input }) => {
      const { tables, actor } = context.desk();
      return tables.check(actor, input.id, input.targets);
    }),
    stopCheck: api.stopCheck.handler(({ context, input }) => {
      const { tables, actor } = context.desk();
      return tables.stopCheck(actor, input.id);
    }),
    discard: api.discard.handler(async ({ context, input }) => {
      const { tables, actor } = context.desk();
      await tables.discard(actor, input.id);
      return { discarded: true as const };
    }),
    start: api.start.handler(({ context, input }) => {
      const { tables, actor } = context.desk();
      return tables.start(actor, input.id, input.targets);
    }),
    imports: api.imports.handler(({ context, input }) => {
      const { tables, actor } = context.desk();
      return tables.imports(actor, input.limit);
    }),
    get: api.get.handler(({ context, input }) => {
      const { tables, actor } = context.desk();
      return tables.get(actor, input.id);
    }),
    cancel: api.cancel.handler(({ context, input }) => {
      const { tables, actor } = context.desk();
      return tables.cancel(actor, input.id);
    }),
    fates: api.fates.handler(({ context, input }) => {
      const { tables, actor } = context.desk();
      return tables.fates(actor, input.id, input);
    }),
    export: api.export.handler(async ({ context, input, signal }) => {
      const { deps, actor } = context.desk();
      const { handle } = input;
      const [target = ''] = handles.take(handle);
      try {
        const done = await exportCandidates(
          shownReaders(deps, actor),
          actor,
          input,
          target,
          signal,
          (written) => exporting.set(handle, written),
        );
        const { format, columns } = input;
        const facts = { kind: 'candidates', format, rows: done.candidates } as const;
        await noteExport(deps, actor, { ...facts, columns: columns.length });
        return done;
      } finally {
        exporting.delete(handle);
      }
    }),
    exporting: api.exporting.handler(({ input }) => exporting.get(input.handle) ?? null),
    saveLeftOut: api.saveLeftOut.handler(async ({ context, input }) => {
      const [target = ''] = handles.take(input.handle);
      const { deps, tables, actor } = context.desk();
      const rows = await tables.saveLeftOut(actor, input.id, target);
      await noteExport(deps, actor, { kind: 'left-out', format: 'csv', rows });
      return { rows };
    }),
  };
};
