import { isOnOneDisk } from '@/electron/core/backup/files';
import type { RestoreDesk } from '@/electron/core/backup/restore-desk';
import { Stopped } from '@/electron/core/backup/run-task';
import { lastRestore } from '@/electron/core/backup/swap-in';
import type { Session } from '@/electron/core/session';
import { can } from '@/shared/domain/access/policy';
import { AppError } from '@/shared/kit/app-error';
import type { FileHandles } from '@/shared/usecases/ports/file-handles';
import type { Api, Desk } from './door';

export { backupContract } from '@/shared/contract/api/backup';

export interface BackupRouterDeps {
  readonly handles: FileHandles;
  readonly restoreDesk: RestoreDesk;
  /** The open workspace, or null. */
  readonly opened: () => Session | null;
  readonly workspaceDir: string;
}

export const backupRouter = (
  api: Api['backup'],
  { handles, restoreDesk: desk, opened, workspaceDir }: BackupRouterDeps,
) => {
  const folderOf = (handle: string): string => {
    const [folder = ''] = handles.take(handle);
    return folder;
  };
  /** Where a workspace is open, restoring is for those who look after backups. */
  const assertMayRestore = async (who: () => Desk): Promise<void> => {
    const session = opened();
    if (session === null) return;
    await session.signedIn.settled();
    if (can(who().actor, 'backup.manage')) return;
    throw new AppError('FORBIDDEN', 'Your role does not allow this.');
  };
  return {
    state: api.state.handler(async ({ context }) => {
      const { lastGood, ...state } = context.desk().backups.state();
      const restored = lastRestore(workspaceDir);
      return {
        ...state,
        isSameDisk: await isOnOneDisk(state.folder, workspaceDir),
        lastGood: lastGood && { ...lastGood },
        lastRestore: restored && { ...restored },
      };
    }),
    list: api.list.handler(async ({ context }) => {
      const keyring = desk.keyringNow();
      return (await context.desk().backups.list()).map((one) => desk.found.view(one, keyring));
    }),
    change: api.change.handler(async ({ context, input }) => {
      const { backups, actor } = context.desk();
      const { handle, automatic } = input;
      const folder = typeof handle === 'string' ? folderOf(handle) : handle;
      await backups.change(actor, { folder, automatic });
      return {};
    }),
    make: api.make.handler(async ({ context, input }) => {
      const { backups, actor } = context.desk();
      const folder = input.handle === undefined ? undefined : folderOf(input.handle);
      const made = await unlessStopped(() => backups.make(actor, { folder }));
      return { made: made && { ...made, candidates: made.counts.candidates } };
    }),
    stop: api.stop.handler(({ context }) => {
      context.desk().backups.stop();
      return {};
    }),
    verify: api.verify.handler(async ({ context, input }) => {
      const { backups } = context.desk();
      const { backup, keyring } = await desk.open(input.id);
      try {
        const report = await unlessStopped(() => backups.verify(backup, keyring));
        return report && { ...report, flaws: [...report.flaws] };
      } finally {
        keyring.wipe();
      }
    }),
    find: api.find.handler(async ({ context, input }) => {
      await assertMayRestore(context.desk);
      return [...(await desk.find(input.handle === null ? null : folderOf(input.handle)))];
    }),
    plan: api.plan.handler(async ({ context, input }) => {
      await assertMayRestore(context.desk);
      return desk.plan(input.id, input.key);
    }),
    restore: api.restore.handler(async ({ context, input }) => {
      await assertMayRestore(context.desk);
      await desk.restore(input.id, { given: input.key, typed: input.typed });
      return {};
    }),
    outcome: api.outcome.handler(() => {
      const failed = desk.outcome();
      return { failed: failed && { code: failed.code, message: failed.message } };
    }),
  };
};

/** Null: somebody stopped it. */
async function unlessStopped<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stopped) return null;
    throw error;
  }
}
