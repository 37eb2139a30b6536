import type { Actor, Settings } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import type { Deps } from '@/shared/usecases/deps';

/** Settings named in the patch take its values; the rest stay. Errors: NO_WORKSPACE, CONFLICT. */
export async function updateSettings(
  deps: Pick<Deps, 'store' | 'workspace'>,
  actor: Actor,
  patch: { readonly [K in keyof Settings]?: Settings[K] | undefined },
): Promise<Settings> {
  const workspace = await deps.workspace.workspace();
  if (workspace === null) throw new AppError('NO_WORKSPACE', 'There is no workspace yet.');
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  // Entries of a patch of Settings, over whole Settings, are Settings.
  const settings = { ...workspace.settings, ...Object.fromEntries(given) } as Settings;
  await deps.store.commit({
    actor,
    action: 'settings.changed',
    changes: [
      {
        op: 'update',
        entity: 'workspace',
        id: workspace.id,
        version: workspace.version,
        patch: { settings },
      },
    ],
  });
  return settings;
}
