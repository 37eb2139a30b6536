import type { Change } from '@/shared/domain/history/change';
import type { SavedView } from '@/shared/domain/searches/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Id, newId } from '@/shared/kit/ids';
import { fold, squeeze } from '@/shared/kit/text';
import type { Deps } from '@/shared/usecases/deps';

type ViewDeps = Pick<Deps, 'store' | 'searches'>;
type Saved = Promise<{ readonly id: Id; readonly commitId: Id }>;

/** Keeps how a list is looked at under a name of one's own. Errors: INVALID when one of the same list has that name already. */
export async function saveView(
  deps: ViewDeps,
  actor: Actor,
  { subject, name, view }: Pick<SavedView, 'subject' | 'name' | 'view'>,
): Saved {
  const row = {
    id: newId(),
    ownerId: actor.id,
    subject,
    name: await freeName(deps, actor, subject, name, null),
    view,
  };
  return commit(deps, actor, row.id, { op: 'insert', entity: 'savedView', row });
}

/** Renames it or keeps another look under its name. Errors: NOT_FOUND, CONFLICT, INVALID for a name in use. */
export async function changeView(
  deps: ViewDeps,
  actor: Actor,
  input: {
    readonly id: Id;
    readonly version: number;
    readonly name?: string | undefined;
    readonly view?: SavedView['view'] | undefined;
  },
): Saved {
  const { id, version, subject } = await found(deps, actor, input);
  const name =
    input.name === undefined ? undefined : await freeName(deps, actor, subject, input.name, id);
  return commit(deps, actor, id, {
    op: 'update',
    entity: 'savedView',
    id,
    version,
    patch: { ...(name !== undefined && { name }), ...(input.view && { view: input.view }) },
  });
}

/** Deletes it; the way back is undo. Errors: NOT_FOUND, CONFLICT. */
export async function deleteView(
  deps: ViewDeps,
  actor: Actor,
  input: { readonly id: Id; readonly version: number },
): Saved {
  const { id, version } = await found(deps, actor, input);
  return commit(deps, actor, id, { op: 'delete', entity: 'savedView', id, version });
}

async function commit(deps: ViewDeps, actor: Actor, id: Id, change: Change): Saved {
  const { commitId } = await deps.store.commit({
    actor,
    action: 'view.changed',
    changes: [change],
  });
  return { id, commitId };
}

async function found(
  deps: ViewDeps,
  actor: Actor,
  seen: { readonly id: Id; readonly version: number },
): Promise<SavedView> {
  const view = await deps.searches.view(actor, seen.id);
  if (view === null) throw new AppError('NOT_FOUND', 'This view is not there any more.');
  if (view.version !== seen.version) {
    throw new AppError(
      'CONFLICT',
      'This view was changed in the meantime. Nothing was saved; look at it again.',
    );
  }
  return view;
}

async function freeName(
  deps: ViewDeps,
  actor: Actor,
  subject: SavedView['subject'],
  given: string,
  own: Id | null,
): Promise<string> {
  const name = squeeze(given);
  const taken = (await deps.searches.views(actor, subject)).find(
    (view) => view.id !== own && squeeze(fold(view.name)) === squeeze(fold(name)),
  );
  if (taken !== undefined) {
    throw new AppError('INVALID', `There is a view named “${taken.name}” already.`);
  }
  return name;
}
