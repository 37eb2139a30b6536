import { undo } from '@/shared/usecases/history/undo';
import type { Api } from './door';

export const historyRouter = (api: Api['history']) => ({
  undo: api.undo.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return undo(deps, actor, input);
  }),
});
