import { existsSync } from 'node:fs';
import path from 'node:path';
import type { HandleStore } from '@/electron/core/handle-store';
import type { KeyDesk } from '@/electron/core/keys/key-desk';
import { slotsIn } from '@/electron/core/keys/key-slots';
import type { Opening } from '@/electron/core/opening';
import type { OpenedExport } from '@/electron/core/portable/open-export';
import { readManifest } from '@/electron/core/portable/read-export';
import type { WorkspaceStatus } from '@/shared/contract/api/workspace';
import { isPlainPath } from '@/shared/domain/portable/manifest';
import { safeName } from '@/shared/domain/portable/safe-name';
import { AppError } from '@/shared/kit/app-error';
import { ownCredential, provePassword } from '@/shared/usecases/people/own-password';
import type { NewAdmin } from '@/shared/usecases/portable/take-over';
import type { Api, Desk } from './door';

export { portableContract } from '@/shared/contract/api/portable';

export interface PortableRouterDeps {
  readonly handles: HandleStore;
  readonly version: string;
  readonly keys: KeyDesk;
  readonly opening: Opening;
  readonly status: () => Promise<WorkspaceStatus>;
  /** A command of the command line: whoever runs it has proved who they are for this one deed. */
  readonly isCommand: boolean;
  readonly openExport: (
    input: {
      readonly folder: string;
      readonly passphrase: string | null;
      readonly admin: NewAdmin | null;
    },
    how: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
  ) => Promise<OpenedExport>;
}

export const portableRouter = (api: Api['portable'], deps: PortableRouterDeps) => {
  const { handles, keys, opening } = deps;
  let opened: number | null = null;

  return {
    export: api.export.handler(async ({ context, input, signal }) => {
      const desk = context.desk();
      const workspace = await desk.deps.workspace.workspace();
      const [parent = ''] = handles.take(input.handle);
      // What was typed wrongly is typed again, and the folder stays chosen.
      handles.register(input.handle, [parent]);
      if (input.typed.trim() !== workspace?.name.trim()) {
        throw new AppError(
          'INVALID',
          'The name of the workspace was not typed. Nothing was written.',
          {
            reason: 'typed',
          },
        );
      }
      if (input.name !== null && (input.name.includes('/') || !isPlainPath(input.name))) {
        throw new AppError('INVALID', 'A folder cannot have this name. Nothing was written.');
      }
      const guarded = desk.signedIn.isGuarded();
      if (!deps.isCommand) await prove(desk, keys, guarded, input);
      handles.take(input.handle);
      const target = path.join(parent, input.name ?? nameOfDay(parent, desk.deps.clock.now()));
      const about = { target, guarded, version: deps.version };
      const { counts, files, bytes } = await desk.portable.write(desk.actor, about, signal);
      return { folder: path.basename(target), counts, files, bytes };
    }),
    progress: api.progress.handler(() => ({
      done: opened ?? opening.opened()?.portable.progress() ?? null,
    })),
    look: api.look.handler(async ({ input }) => {
      refuseWhereOneIs(opening);
      const folders = handles.take(input.handle);
      const { manifest } = await readManifest(folders[0] ?? '');
      const { workspace, madeAt, version, guarded, counts, files } = manifest;
      return {
        workspace,
        madeAt,
        version,
        guarded,
        counts,
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        handle: handles.grant(folders),
      };
    }),
    open: api.open.handler(async ({ input, signal }) => {
      refuseWhereOneIs(opening);
      const [folder = ''] = handles.take(input.handle);
      try {
        const { recoveryKey, opened: result } = await opening.adopt((given) => {
          opened = 0;
          return deps.openExport(
            {
              folder,
              passphrase: input.passphrase ?? given,
              admin: input.admin ?? null,
            },
            {
              signal: signal ?? new AbortController().signal,
              onProgress: (done) => {
                opened = done;
              },
            },
          );
        });
        // Whoever has just chosen the password is at the desk, as after making a workspace.
        const { signedIn, deps: desk } = opening.session();
        const admin =
          input.admin === undefined
            ? null
            : await desk.people.userByEmail(input.admin.email.trim().toLowerCase());
        if (admin !== null) await signedIn.enter(admin.id);
        return { status: await deps.status(), recoveryKey, counts: result.counts };
      } catch (error) {
        // What was refused can be mended without choosing the folder again.
        handles.register(input.handle, [folder]);
        throw error;
      } finally {
        opened = null;
      }
    }),
  };
};

function refuseWhereOneIs(opening: Opening): void {
  if (opening.isEmpty()) return;
  throw new AppError(
    'CONFLICT',
    'There is a workspace here already. An export opens where there is none.',
  );
}

/** That it is the person whose desk it is who takes everything out of it. */
async function prove(
  { deps, actor }: Desk,
  keys: KeyDesk,
  guarded: boolean,
  given: { readonly password?: string | undefined; readonly passphrase?: string | undefined },
): Promise<void> {
  if (guarded) {
    const { credential } = await ownCredential(deps, actor.id);
    await provePassword(deps, credential, given.password ?? '');
  } else if (slotsIn(keys.file()).passphrase) {
    const keyring = await keys.openWith({ passphrase: given.passphrase ?? '' });
    keyring.wipe();
  }
}

/** A name that no folder there has yet. */
function nameOfDay(parent: string, now: Date): string {
  const day = safeName(`Longlist export ${now.toISOString().slice(0, 10)}`);
  for (let n = 1; ; n++) {
    const name = n === 1 ? day : `${day} ${n}`;
    if (!existsSync(path.join(parent, name))) return name;
  }
}
