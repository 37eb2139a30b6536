import type { WorkspaceStatus } from '@/shared/contract/api/workspace';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { NewWorkspace } from '@/shared/usecases/workspace/create-workspace';
import { updateSettings } from '@/shared/usecases/workspace/update-settings';
import type { Api } from './door';

export interface WorkspaceRouterDeps {
  readonly handles: FileHandles;
  readonly status: () => Promise<WorkspaceStatus>;
  /** Answers with the recovery key. Errors (AppError): CONFLICT when there is one already, INVALID. */
  readonly create: (
    input: NewWorkspace & { readonly passphrase?: string | undefined },
  ) => Promise<string>;
}

export const workspaceRouter = (api: Api['workspace'], deps: WorkspaceRouterDeps) => ({
  status: api.status.handler(() => deps.status()),
  create: api.create.handler(async ({ input }) => {
    const recoveryKey = await deps.create(input);
    return { status: await deps.status(), recoveryKey };
  }),
  updateSettings: api.updateSettings.handler(({ context, input }) => {
    const { deps: desk, actor } = context.desk();
    return updateSettings(desk, actor, input);
  }),
  owners: api.owners.handler(async ({ context }) => {
    const { deps: desk } = context.desk();
    return (await desk.workspace.owners()).map(({ id, name }) => ({ id, name }));
  }),
  ocrLanguages: api.ocrLanguages.handler(async ({ context }) => [
    ...(await context.desk().ocr.languages()),
  ]),
  addOcrLanguage: api.addOcrLanguage.handler(({ context, input }) => {
    const { ocr } = context.desk();
    const [file = ''] = deps.handles.take(input.handle);
    return ocr.add(file);
  }),
});
