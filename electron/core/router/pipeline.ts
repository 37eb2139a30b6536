import { shownReaders } from '@/electron/core/blind/shown-readers';
import { exportShortlist } from '@/electron/core/pipeline/export-shortlist';
import { AppError } from '@/shared/kit/app-error';
import { noteExport } from '@/shared/usecases/exports/note-export';
import { setOffer, writeUp } from '@/shared/usecases/pipeline/edit-application';
import { moveApplications } from '@/shared/usecases/pipeline/move-applications';
import { noteApplication } from '@/shared/usecases/pipeline/note-application';
import { orderShortlist } from '@/shared/usecases/pipeline/order-shortlist';
import { previewPut } from '@/shared/usecases/pipeline/preview-put';
import { putForward } from '@/shared/usecases/pipeline/put-forward';
import { putOnJob } from '@/shared/usecases/pipeline/put-on-job';
import { rejectApplications } from '@/shared/usecases/pipeline/reject-applications';
import { removeFromJob } from '@/shared/usecases/pipeline/remove-from-job';
import { reopenApplications } from '@/shared/usecases/pipeline/reopen-applications';
import { tagApplications, untagApplications } from '@/shared/usecases/pipeline/tag-applications';
import { withdrawApplications } from '@/shared/usecases/pipeline/withdraw-applications';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api } from './door';

export { pipelineContract } from '@/shared/contract/api/pipeline';

export const pipelineRouter = (
  api: Api['pipeline'],
  { handles }: { readonly handles: FileHandles },
) => ({
  jobs: api.jobs.handler(async ({ context }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.applications.jobs(actor))];
  }),
  board: api.board.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return found(await deps.applications.board(actor, input.jobId), 'job');
  }),
  application: api.application.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return found(await deps.applications.view(actor, input.applicationId), 'application');
  }),
  ofCandidate: api.ofCandidate.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return [...(await deps.applications.ofCandidate(actor, input.candidateId))];
  }),
  shortlist: api.shortlist.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    return found(await deps.applications.shortlist(actor, input.jobId), 'job');
  }),
  previewPut: api.previewPut.handler(({ context, input, signal }) => {
    const { deps, actor } = context.desk();
    return previewPut(deps, actor, input, signal);
  }),
  put: api.put.handler(async ({ context, input }) => {
    const { deps, actor } = context.desk();
    const { commitId, put, already } = await putOnJob(deps, actor, input);
    return { commitId, put: [...put], already: [...already] };
  }),
  move: api.move.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return moveApplications(deps, actor, input);
  }),
  reject: api.reject.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return rejectApplications(deps, actor, input);
  }),
  withdraw: api.withdraw.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return withdrawApplications(deps, actor, input);
  }),
  reopen: api.reopen.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return reopenApplications(deps, actor, input);
  }),
  remove: api.remove.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return removeFromJob(deps, actor, input);
  }),
  addNote: api.addNote.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return noteApplication(deps, actor, input);
  }),
  addTag: api.addTag.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return tagApplications(deps, actor, input);
  }),
  removeTag: api.removeTag.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return untagApplications(deps, actor, input);
  }),
  putForward: api.putForward.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return putForward(deps, actor, input);
  }),
  setOffer: api.setOffer.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return setOffer(deps, actor, input);
  }),
  writeUp: api.writeUp.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return writeUp(deps, actor, input);
  }),
  exportShortlist: api.exportShortlist.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    const [target = ''] = handles.take(input.handle);
    return exportShortlist(shownReaders(deps, actor), actor, input, target);
  }),
  printed: api.printed.handler(async ({ context, input: { jobId, format } }) => {
    const { deps, actor } = context.desk();
    const { entries } = found(await deps.applications.shortlist(actor, jobId), 'job');
    const { length: rows } = entries;
    await noteExport(deps, actor, { kind: 'shortlist', format, rows, jobId });
    return { candidates: rows };
  }),
  orderShortlist: api.orderShortlist.handler(({ context, input }) => {
    const { deps, actor } = context.desk();
    return orderShortlist(deps, actor, input);
  }),
});

function found<T>(value: T | null, what: 'job' | 'application'): T {
  if (value === null) throw new AppError('NOT_FOUND', `This ${what} is not there any more.`);
  return value;
}
