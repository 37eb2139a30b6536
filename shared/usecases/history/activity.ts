import type {
  ActivityEntry,
  ActivityPage,
  ActivityRequest,
} from '@/shared/domain/history/activity';
import { shortFields } from '@/shared/domain/history/short-fields';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Deps } from '@/shared/usecases/deps';
import { findRecord } from '@/shared/usecases/find-record';
import type { ActivitySubject } from '@/shared/usecases/ports/job-reader';

/** What happened to a job or a client and to the candidates on it, newest first. Errors: NOT_FOUND. */
export async function activity(
  deps: Pick<Deps, 'candidates' | 'jobs'>,
  actor: Actor,
  subject: ActivitySubject,
  request: ActivityRequest,
): Promise<ActivityPage> {
  await findRecord(deps, actor, subject, request.id);
  const deeds = (await deps.jobs.deeds(actor, subject, request)).map(
    (entry): ActivityEntry => ({
      kind: 'deed',
      id: entry.commitId,
      at: entry.at,
      actorName: entry.actorName,
      action: entry.action,
      undone: entry.undoneBy !== null,
      fields: [...shortFields(entry)],
    }),
  );
  const steps = await deps.jobs.steps(actor, subject, request);
  const entries = [...deeds, ...steps].toSorted(newestFirst).slice(0, request.limit);
  const last = entries.at(-1);
  const isEnd = deeds.length + steps.length <= entries.length && entries.length < request.limit;
  return {
    entries,
    nextBefore: isEnd || last === undefined ? null : { at: last.at, id: last.id },
  };
}

const newestFirst = (a: ActivityEntry, b: ActivityEntry): number =>
  a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1;
