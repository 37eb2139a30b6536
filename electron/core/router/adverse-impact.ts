import { writeWorkbook } from '@/electron/core/adverse-impact/write-workbook';
import type { Permission } from '@/shared/domain/access/permissions';
import { can } from '@/shared/domain/access/policy';
import { CODES_HEADER } from '@/shared/domain/adverse-impact/workbook';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { noteExport } from '@/shared/usecases/exports/note-export';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api, Desk } from './door';

export { adverseImpactContract } from '@/shared/contract/api/adverse-impact';

export const adverseImpactRouter = (
  api: Api['adverseImpact'],
  { handles }: { readonly handles: FileHandles },
) => ({
  status: api.status.handler(({ context }) => context.desk().impact.status()),
  report: api.report.handler(({ context, input }) => {
    const { impact, actor } = context.desk();
    return impact.report(actor, input);
  }),
  save: api.save.handler(async ({ context, input: { handle, format, request } }) => {
    const { impact, deps, actor } = context.desk();
    requireAlso(actor, 'export.run');
    const [target = ''] = handles.take(handle);
    const report = await impact.report(actor, request);
    const titles = await jobTitles(deps, actor, request.jobIds);
    const { rows, columns } = await writeWorkbook(report, request, titles, format, target);
    await noteExport(deps, actor, { kind: 'adverse-impact', format, rows, columns });
    return { tables: report.tables.length };
  }),
  saveCodes: api.saveCodes.handler(async ({ context, input: { handle, selection } }) => {
    const { impact, deps, actor } = context.desk();
    requireAlso(actor, 'export.run');
    requireAlso(actor, 'candidate.read');
    const [target = ''] = handles.take(handle);
    const saved = await impact.saveCodes(actor, selection, target);
    await noteExport(deps, actor, {
      kind: 'reference-codes',
      format: 'csv',
      rows: saved.rows,
      columns: CODES_HEADER.length,
    });
    return saved;
  }),
  preview: api.preview.handler(({ context, input }) => {
    const { impact } = context.desk();
    const [file = ''] = handles.take(input.handle);
    return impact.preview(file);
  }),
  accept: api.accept.handler(async ({ context, input }) => {
    const desk = context.desk();
    return noted(desk, 'accepted', await desk.impact.accept(input.id));
  }),
  withdraw: api.withdraw.handler(async ({ context, input }) => {
    const desk = context.desk();
    return noted(desk, 'withdrawn', await desk.impact.withdraw(input.codes));
  }),
  removeAll: api.removeAll.handler(async ({ context }) => {
    const desk = context.desk();
    return noted(desk, 'all-removed', await desk.impact.forgetAll());
  }),
});

function requireAlso(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) throw new AppError('FORBIDDEN', 'Your role does not allow this.');
}

/** Says in the audit log that answers came or went: how many people's, and nothing of what they said or who they are. */
async function noted<Done extends { readonly people: number }>(
  { deps, actor }: Desk,
  what: 'accepted' | 'withdrawn' | 'all-removed',
  done: Done,
): Promise<Done> {
  await deps.store.commit({
    actor,
    action: 'audit.noted',
    changes: [],
    audit: [
      {
        action: 'self-identification.changed',
        entityType: 'selfIdentification',
        entityId: null,
        metadata: { what, people: done.people },
      },
    ],
  });
  return done;
}

/** The jobs of a selection by name, of those the actor reaches. */
async function jobTitles(
  deps: Desk['deps'],
  actor: Actor,
  jobIds: readonly string[],
): Promise<readonly string[]> {
  const jobs = await Promise.all(jobIds.map((id) => deps.jobs.get(actor, id)));
  return jobs.flatMap((job) => (job === null ? [] : [job.job.title]));
}
