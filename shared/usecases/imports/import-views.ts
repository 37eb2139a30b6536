import { reachesWork } from '@/shared/domain/access/policy';
import type { Actor } from '@/shared/domain/workspace/records';
import type { ImportItemView, ImportView } from '@/shared/contract/api/imports';
import { askedBy } from '@/shared/domain/candidates/missing-information';
import type { ImportItem, ImportOutcome } from '@/shared/domain/imports/records';
import { AppError } from '@/shared/kit/app-error';
import type { Id } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { ImportProgress, ImportRunner } from '@/shared/usecases/ports/import-runner';

/** An import as a screen shows it: without the paths it reads from. */
export function importView(progress: ImportProgress): ImportView {
  const { task, counts, filesPerMinute, secondsLeft } = progress;
  const { id, version, state, label, origin, scanned, startedAt, finishedAt, error } = task;
  return {
    id,
    version,
    state,
    label,
    origin,
    scanned,
    counts,
    startedAt,
    finishedAt,
    error,
    filesPerMinute,
    secondsLeft,
  };
}

/** Imports that those see who began them, newest first. */
export async function listImports(
  deps: Pick<Deps, 'imports'> & { readonly runner: ImportRunner },
  actor: Actor,
  limit: number,
): Promise<ImportView[]> {
  const tasks = (await deps.imports.tasks(MOST_TASKS))
    .filter(({ createdBy }) => reachesWork(actor, createdBy))
    .slice(0, limit);
  return Promise.all(tasks.map(async (task) => importView(await deps.runner.progress(task.id))));
}

const MOST_TASKS = 1000;

/** Whether an import is the actor's to see and to control. Errors: NOT_FOUND. */
export async function requireImport(
  deps: Pick<Deps, 'imports'>,
  actor: Actor,
  taskId: Id,
): Promise<void> {
  const task = await deps.imports.task(taskId);
  if (task === null || !reachesWork(actor, task.createdBy)) {
    throw new AppError('NOT_FOUND', 'This import is not there any more.');
  }
}

interface ItemsQuery {
  readonly taskId: Id;
  readonly outcome: ImportOutcome | null;
  readonly state: 'waiting' | 'working' | 'done' | 'cancelled' | null;
  readonly afterId: Id | null;
  readonly limit: number;
}

/**
 * A page of an import's files. Those in hand at this moment are shown as `working`; their rows say `waiting`, so that a
 * crash leaves nothing to put right. Archives that were opened are left out: their files are listed instead.
 * Errors: NOT_FOUND for an unknown import.
 */
export async function importItems(
  deps: Pick<Deps, 'imports' | 'candidates'> & { readonly runner: ImportRunner },
  actor: Actor,
  query: ItemsQuery,
): Promise<ImportItemView[]> {
  await requireImport(deps, actor, query.taskId);
  const inHand = deps.runner.inHand(query.taskId);
  const items =
    query.state === 'working'
      ? await itemsInHand(deps, inHand, query)
      : await itemsStored(deps, inHand, query);
  const resumeIds = items.map(({ resumeId }) => resumeId).filter((id) => id !== null);
  const notices = await deps.imports.notices(resumeIds);
  const people = items.map(({ candidateId }) => candidateId).filter((id) => id !== null);
  const reached = await deps.candidates.levels(actor, 'candidate', people);
  // Who was given to another owner since is not named to whoever brought them in.
  return items.map((item) =>
    itemView(
      item.candidateId === null || reached.has(item.candidateId)
        ? item
        : { ...item, candidateId: null, candidateName: null, resumeId: null },
      notices,
    ),
  );
}

/** Reads on until the page is full: a short page means that there are no more. */
async function itemsStored(
  deps: Pick<Deps, 'imports'>,
  inHand: ReadonlySet<Id>,
  query: ItemsQuery,
): Promise<readonly ImportItem[]> {
  const shown: ImportItem[] = [];
  let afterId = query.afterId;
  for (;;) {
    const items: readonly ImportItem[] = await deps.imports.items({
      taskId: query.taskId,
      limit: query.limit,
      ...(query.state !== null && { state: query.state }),
      ...(query.outcome !== null && { outcome: query.outcome }),
      ...(afterId !== null && { afterId }),
    });
    for (const item of items) {
      const working = inHand.has(item.id) && item.state === 'waiting';
      const state = working ? 'working' : item.state;
      if (state === 'expanded' || (query.state !== null && state !== query.state)) continue;
      shown.push({ ...item, state });
      if (shown.length === query.limit) return shown;
    }
    afterId = items.at(-1)?.id ?? null;
    if (afterId === null) return shown;
  }
}

async function itemsInHand(
  deps: Pick<Deps, 'imports'>,
  inHand: ReadonlySet<Id>,
  query: ItemsQuery,
): Promise<readonly ImportItem[]> {
  const ids = [...inHand].sort().filter((id) => query.afterId === null || id > query.afterId);
  const items = await Promise.all(ids.slice(0, query.limit).map((id) => deps.imports.item(id)));
  return items.filter((item) => item !== null).map((item) => ({ ...item, state: 'working' }));
}

function itemView(
  item: ImportItem,
  notices: ReadonlyMap<Id, ImportItemView['notices']>,
): ImportItemView {
  const { path: _path, sha256: _sha256, ...view } = item;
  // What is asked of a person already is not said a second time.
  const unsaid = (notices.get(item.resumeId ?? '') ?? []).filter(
    ({ code }) => !item.missing.includes(askedBy(code) ?? ''),
  );
  return { ...view, notices: unsaid };
}
