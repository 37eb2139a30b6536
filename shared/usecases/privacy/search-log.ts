import type { AuditNote } from '@/shared/domain/audit/notes';
import type { BlindSettings } from '@/shared/domain/blind/settings';
import type { SearchLogEntry } from '@/shared/domain/privacy/records';
import { monthsLater } from '@/shared/domain/privacy/consent';
import { privacyOf, type PrivacySettings } from '@/shared/domain/privacy/settings';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';

/** A search somebody made: what they asked for, on which job, and how many were found. */
export type MadeSearch = Pick<SearchLogEntry, 'at' | 'text' | 'filters' | 'jobId' | 'total'> & {
  readonly by: Actor;
};

const BATCH = 500;

/** Writes searches down, where the workspace wants that. Errors: those of the store. */
export async function logSearches(
  deps: Pick<Deps, 'store' | 'workspace'>,
  searches: readonly MadeSearch[],
): Promise<void> {
  const [first] = searches;
  if (first === undefined || !(await settingsOf(deps)).searchLog) return;
  await deps.store.commit({
    actor: first.by,
    action: 'search.logged',
    changes: searches.map(({ by, ...search }) => ({
      op: 'insert',
      entity: 'searchLogEntry',
      row: { ...search, id: newId(), userId: by.id },
    })),
  });
}

/** Deletes what was written down longer ago than the workspace keeps it. Errors: those of the store, the signal's reason. */
export async function forgetOldSearches(
  deps: Pick<Deps, 'store' | 'workspace' | 'privacy' | 'clock' | 'nextTurn'>,
  actor: Actor,
  signal?: AbortSignal,
): Promise<number> {
  const { searchLogMonths } = await settingsOf(deps);
  const before = monthsLater(nowIso(deps.clock), -searchLogMonths);
  let forgotten = 0;
  for (;;) {
    signal?.throwIfAborted();
    const old = await deps.privacy.oldSearches(before, BATCH);
    if (old.length === 0) return forgotten;
    await deps.store.commit({
      actor,
      action: 'search.logged',
      changes: old.map(({ id, version }) => ({
        op: 'delete',
        entity: 'searchLogEntry',
        id,
        version,
      })),
    });
    forgotten += old.length;
    await deps.nextTurn();
  }
}

/** Changes what the workspace decided about people's data. Errors: NO_WORKSPACE, CONFLICT. */
export async function changePrivacy(
  deps: Pick<Deps, 'store' | 'workspace'>,
  actor: Actor,
  patch: { readonly [K in keyof PrivacySettings]?: PrivacySettings[K] | undefined },
): Promise<PrivacySettings> {
  const workspace = await deps.workspace.workspace();
  if (workspace === null) throw new AppError('NO_WORKSPACE', 'There is no workspace yet.');
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  // Entries of a patch of the settings, over whole settings, are settings.
  const privacy = {
    ...privacyOf(workspace.settings),
    ...Object.fromEntries(given),
  } as PrivacySettings;
  await deps.store.commit({
    actor,
    action: 'settings.changed',
    changes: [
      {
        op: 'update',
        entity: 'workspace',
        id: workspace.id,
        version: workspace.version,
        patch: { settings: { ...workspace.settings, privacy } },
      },
    ],
    ...(patch.blind !== undefined && { audit: [blindNote(workspace.id, patch.blind)] }),
  });
  return privacy;
}

/** From whom what is hidden from now on: the settings are one field, which would not say it. */
const blindNote = (workspaceId: Id, { roles, fields }: BlindSettings): AuditNote => ({
  action: 'settings.changed',
  entityType: 'workspace',
  entityId: workspaceId,
  metadata: { blindRoles: roles.join(', '), hiddenFields: fields.join(', ') },
});

async function settingsOf(deps: Pick<Deps, 'workspace'>): Promise<PrivacySettings> {
  const workspace = await deps.workspace.workspace();
  return privacyOf(workspace?.settings ?? {});
}
