import type { RowFate } from '@/shared/domain/tables/row-fate';
import type { Id } from '@/shared/kit/ids';
import { type DeskDeps, fatesFileOf } from './desk-deps';
import { type FateFilter, readFates } from './fate-log';
import { createTableDrafts } from './table-drafts';
import { createTableImports } from './table-imports';
import { writeLeftOut } from './write-left-out';

/** Opens tables, looks at what would become of their rows, and brings them in, one table at a time. */
export function createTableDesk(deps: DeskDeps) {
  const drafts = createTableDrafts(deps);
  const imports = createTableImports(deps, drafts);

  /** Of an import the names stand in the candidates alone; whoever is taken back or gone has none. */
  const named = async (fate: RowFate): Promise<RowFate> => {
    if (fate.name !== '' || fate.candidateId === null) return fate;
    const candidate = await deps.candidates.record(deps.actor(), 'candidate', fate.candidateId);
    return { ...fate, name: candidate?.name ?? '', candidateId: candidate?.id ?? null };
  };

  return {
    open: drafts.open,
    draft: drafts.draft,
    choose: drafts.choose,
    check: drafts.check,
    stopCheck: drafts.stopCheck,
    discard: drafts.discard,
    start: imports.start,
    imports: imports.imports,
    get: imports.get,
    cancel: imports.cancel,
    endDeed: imports.endDeed,
    ended: imports.ended,
    recover: imports.recover,
    fates: async (
      id: Id,
      query: { readonly kind: FateFilter; readonly after: number; readonly limit: number },
    ) => {
      const page = await readFates(fatesFileOf(deps.root, id), query);
      return { ...page, fates: await Promise.all(page.fates.map(named)) };
    },
    saveLeftOut: (id: Id, target: string): Promise<number> =>
      writeLeftOut(fatesFileOf(deps.root, id), target),
    close: async (): Promise<void> => {
      await imports.close();
      await drafts.close();
    },
  };
}
export type TableDesk = ReturnType<typeof createTableDesk>;
