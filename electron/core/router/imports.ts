import { stat } from 'node:fs/promises';
import path from 'node:path';
import { copySamples } from '@/electron/core/copy-samples';
import {
  importItems,
  importView,
  listImports,
  requireImport,
} from '@/shared/usecases/imports/import-views';
import { requireFolder, watchedFoldersOf } from '@/shared/usecases/imports/watched-folders';
import { labelOf } from '@/shared/usecases/imports/label-of';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api } from './door';

export { importsContract, watchedFoldersContract } from '@/shared/contract/api/imports';

export interface ImportsRouterDeps {
  readonly handles: FileHandles;
  readonly samplesDir: string;
  readonly workspaceDir: string;
}

export const importsRouter = (api: Api['imports'], deps: ImportsRouterDeps) => ({
  start: api.start.handler(async ({ context, input }) => {
    const { runner, actor } = context.desk();
    const paths = deps.handles.take(input.handle);
    const origin = (await anyFolder(paths)) ? 'folder' : 'upload';
    const label = labelOf(paths.map((one) => path.basename(one) || one));
    return importView(await runner.start(actor, { paths, origin, label }));
  }),
  startSamples: api.startSamples.handler(async ({ context }) => {
    const { runner, actor } = context.desk();
    const samples = await copySamples(deps.samplesDir, deps.workspaceDir);
    const request = { paths: [samples], origin: 'sample', label: 'Sample CVs' } as const;
    return importView(await runner.start(actor, request));
  }),
  list: api.list.handler(({ context, input }) => {
    const { deps: desk, runner, actor } = context.desk();
    return listImports({ ...desk, runner }, actor, input.limit);
  }),
  get: api.get.handler(async ({ context, input }) => {
    const { runner, actor, deps: desk } = context.desk();
    await requireImport(desk, actor, input.id);
    return importView(await runner.progress(input.id));
  }),
  items: api.items.handler(({ context, input }) => {
    const { deps: desk, runner, actor } = context.desk();
    return importItems({ ...desk, runner }, actor, input);
  }),
  pause: api.pause.handler(async ({ context, input }) => {
    const { runner, actor, deps: desk } = context.desk();
    await requireImport(desk, actor, input.id);
    return importView(await runner.pause(actor, input.id));
  }),
  resume: api.resume.handler(async ({ context, input }) => {
    const { runner, actor, deps: desk } = context.desk();
    await requireImport(desk, actor, input.id);
    return importView(await runner.resume(actor, input.id));
  }),
  cancel: api.cancel.handler(async ({ context, input }) => {
    const { runner, actor, deps: desk } = context.desk();
    await requireImport(desk, actor, input.id);
    return importView(await runner.cancel(actor, input.id));
  }),
  retry: api.retry.handler(async ({ context, input }) => {
    const { runner, actor, deps: desk } = context.desk();
    await requireImport(desk, actor, input.id);
    return importView(await runner.retry(actor, input.id, input.itemId));
  }),
});

export const watchedFoldersRouter = (
  api: Api['watchedFolders'],
  deps: Pick<ImportsRouterDeps, 'handles'>,
) => ({
  list: api.list.handler(async ({ context }) => {
    const { deps: desk, actor } = context.desk();
    return [...(await watchedFoldersOf(desk, actor))];
  }),
  add: api.add.handler(({ context, input }) => {
    const { watcher, actor } = context.desk();
    const [folder = ''] = deps.handles.take(input.handle);
    return watcher.add(actor, { path: folder, polling: input.polling });
  }),
  pause: api.pause.handler(async ({ context, input }) => {
    const { watcher, actor, deps: desk } = context.desk();
    await requireFolder(desk, actor, input.id);
    return watcher.pause(actor, input.id);
  }),
  resume: api.resume.handler(async ({ context, input }) => {
    const { watcher, actor, deps: desk } = context.desk();
    await requireFolder(desk, actor, input.id);
    return watcher.resume(actor, input.id);
  }),
  remove: api.remove.handler(async ({ context, input }) => {
    const { watcher, actor, deps: desk } = context.desk();
    await requireFolder(desk, actor, input.id);
    await watcher.remove(actor, input.id);
    return { removed: true as const };
  }),
});

async function anyFolder(paths: readonly string[]): Promise<boolean> {
  for (const one of paths) {
    const isFolder = await stat(one).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder) return true;
  }
  return false;
}
