import type { Api } from './door';

export const reportsRouter = (api: Api['reports']) => ({
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
