import type { PdfData } from '@/electron/core/pdf-data';
import type { ShownResume } from '@/shared/domain/candidates/views';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import { noteDownload } from '@/shared/usecases/exports/note-export';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api, Desk } from './door';

export { resumesContract } from '@/shared/contract/api/resumes';

interface ResumesRouterDeps {
  readonly handles: FileHandles;
  readonly pdfData: PdfData;
}

export const resumesRouter = (api: Api['resumes'], deps: ResumesRouterDeps) => ({
  get: api.get.handler(({ context, input }) => resumeOf(context.desk(), input.id)),
  original: api.original.handler(async ({ context, input }) => {
    const desk = context.desk();
    const resume = await resumeOf(desk, input.id);
    return new Blob([await desk.originals.read(resume.sha256)], { type: resume.mediaType });
  }),
  saveOriginal: api.saveOriginal.handler(async ({ context, input }) => {
    const desk = context.desk();
    const resume = await resumeOf(desk, input.id);
    const [target = ''] = deps.handles.take(input.handle);
    await desk.originals.copyTo(resume.sha256, target);
    await noteDownload(desk.deps, desk.actor, resume);
    return { saved: true as const };
  }),
  pdfData: api.pdfData.handler(
    async ({ input }) => new Blob([await deps.pdfData.read(input.kind, input.name)]),
  ),
});

async function resumeOf(desk: Desk, id: Id): Promise<ShownResume> {
  const resume = await desk.deps.candidates.resume(desk.actor, id);
  if (resume === null) throw new AppError('NOT_FOUND', 'This résumé is not there any more.');
  return resume;
}
