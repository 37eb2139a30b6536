import type { RowFate } from '@/shared/domain/tables/row-fate';
import type { Actor } from '@/shared/domain/workspace/records';
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
  const named = async (actor: Actor, fate: RowFate): Promise<RowFate> => {
    if (fate.name !== '' || fate.candidateId === null) return fate;
    const candidate = await deps.candidates.record(actor, 'candidate', fate.candidateId);
    return { ...fate, name: candidate?.name ?? '', candidateId: candidate?.id ?? null };
  };

  /** Of a table that is open, or of an import, that is theirs. Errors: NOT_FOUND. */
  const fatesOf = async (actor: Actor, id: Id): Promise<void> => {
    if (!drafts.isOpenFor(actor, id)) await imports.record(actor, id);
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
    goOn: imports.goOn,
    fates: async (
      actor: Actor,
      id: Id,
      query: { readonly kind: FateFilter; readonly after: number; readonly limit: number },
    ) => {
      await fatesOf(actor, id);
      const page = await readFates(fatesFileOf(deps.root, id), query);
      return { ...page, fates: await Promise.all(page.fates.map((fate) => named(actor, fate))) };
    },
    saveLeftOut: async (actor: Actor, id: Id, target: string): Promise<number> => {
      await fatesOf(actor, id);
      return writeLeftOut(fatesFileOf(deps.root, id), target);
    },
    close: async (): Promise<void> => {
      await imports.close();
      await drafts.close();
    },
  };
}
export type TableDesk = ReturnType<typeof createTableDesk>;
