import path from 'node:path';
import { proposeJob, proposeJobFromFile } from '@/shared/usecases/jobs/propose-job';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api } from './door';

export { jobProposalsContract } from '@/shared/contract/api/job-proposals';

export const jobProposalsRouter = (
  api: Api['jobProposals'],
  deps: { readonly handles: FileHandles },
) => ({
  fromText: api.fromText.handler(async ({ context, input, signal }) =>
    proposeJob(context.desk().descriptions, input.text, signal),
  ),
  fromFile: api.fromFile.handler(async ({ context, input, signal }) => {
    const { descriptions } = context.desk();
    const [file = ''] = deps.handles.take(input.handle);
    return proposeJobFromFile(
      descriptions,
      { path: file, fileName: path.basename(file) },
      signal ?? new AbortController().signal,
    );
  }),
});
