import { createTurn } from '@/electron/core/imports/turns';
import { redo, undo } from '@/shared/usecases/history/undo';
import type { Id } from '@/shared/kit/ids';
import type { Api, Desk } from './door';

const undoDeps = ({ deps, bulk, tables }: Desk) => ({
  ...deps,
  endDeed: async (bulkId: Id) => {
    await bulk.stop(bulkId);
    await tables.endDeed(bulkId);
  },
});

export function historyRouter(api: Api['history']) {
  // One after the other: the second of two quick keys means the deed before, not what the first has left of this one.
  const inTurn = createTurn();
  return {
    list: api.list.handler(({ context, input }) => {
      const { deps, actor } = context.desk();
      return deps.history.deeds(actor, input);
    }),
    undo: api.undo.handler(({ context, input }) => {
      const desk = context.desk();
      return inTurn(() => undo(undoDeps(desk), desk.actor, input));
    }),
    redo: api.redo.handler(({ context }) => {
      const desk = context.desk();
      return inTurn(() => redo(undoDeps(desk), desk.actor));
    }),
  };
}
