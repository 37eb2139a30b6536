import { createTurn } from '@/electron/core/imports/turns';
import { candidateAsOf } from '@/shared/usecases/history/candidate-as-of';
import { redo, undo } from '@/shared/usecases/history/undo';
import type { Id } from '@/shared/kit/ids';
import type { Api, Desk } from './door';

export { historyContract } from '@/shared/contract/api/history';

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
    asOf: api.asOf.handler(async ({ context, input }) => {
      const { deps, actor } = context.desk();
      const was = await candidateAsOf(deps, actor, input.candidateId, input.moment);
      const { commitId, at, actorName, action } = was.commit;
      const { detail, earlier, later } = was;
      const [lists, applications] = [[...was.lists], [...was.applications]];
      return { detail, lists, applications, commitId, at, actorName, action, earlier, later };
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
