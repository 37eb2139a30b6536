import { setImmediate as nextTurn } from 'node:timers/promises';
import { createTurn } from '@/electron/core/imports/turns';
import type { Log } from '@/electron/core/log';
import { PARSER } from '@/shared/domain/parsing/parser';
import { addToSummary } from '@/shared/domain/reparse/differences';
import type { Reparse, ReparseItem } from '@/shared/domain/reparse/records';
import type { Change, Patch } from '@/shared/domain/history/change';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError, isAppError } from '@/shared/kit/app-error';
import { nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import type { ReadAnew, ReparseRunner } from '@/shared/usecases/ports/reparse-runner';
import { applyReadings } from '@/shared/usecases/reparse/apply-readings';
import { applied } from '@/shared/usecases/reparse/decide-item';
import { type CandidateLook, lookAtCandidate } from '@/shared/usecases/reparse/look-at-candidate';
import { atOnce } from './at-once';

export interface CoreReparseRunner extends ReparseRunner {
  /** Takes up what the last process left unfinished. */
  readonly recover: () => Promise<void>;
  /** Resolves when nothing is at work any more. */
  readonly ended: () => Promise<void>;
  /** Stops without a mark in the database: the next start goes on from the rows. */
  readonly close: () => Promise<void>;
}

type RunnerDeps = Pick<Deps, 'store' | 'imports' | 'reparse' | 'clock'> & {
  readonly readAnew: ReadAnew;
  readonly actor: () => Actor;
  /** How many candidates are looked at at once. */
  readonly width: number;
  readonly log: Log;
};

/** Candidates between two writings of how far it is: a crash costs looking at so many again. */
const BATCH = 20;
const DELETE_BATCH = 200;

/** Runs the one look at résumés of an older parser that there is at a time. Everything it knows is in rows. */
export function createReparseRunner(deps: RunnerDeps): CoreReparseRunner {
  let work: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null;
  const inTurn = createTurn();

  const begin = (run: Reparse): void => {
    const stop = new AbortController();
    const steps = run.state === 'applying' ? applyOn(run, stop.signal) : lookOn(run, stop.signal);
    const ended = steps
      .catch((error: unknown) => halt(run.id, error, stop.signal))
      .finally(() => {
        work = null;
      });
    work = { stop, ended };
  };
  const end = async (): Promise<void> => {
    work?.stop.abort(new DOMException('Reading anew was stopped', 'AbortError'));
    await work?.ended;
  };

  const write = (changes: readonly Change[]): Promise<unknown> =>
    deps.store.commit({ actor: deps.actor(), action: 'resume.reparsed', changes });
  const update = (run: Reparse, patch: Patch<'reparse'>): Change => ({
    op: 'update',
    entity: 'reparse',
    id: run.id,
    version: run.version,
    patch,
  });
  const latest = async (): Promise<Reparse> => {
    const run = await deps.reparse.latest();
    if (run === null) throw new AppError('NOT_FOUND', 'There is nothing that was looked at.');
    return run;
  };

  /** Looks at one batch after the other, from where the row says it stands. */
  const lookOn = async (from: Reparse, signal: AbortSignal): Promise<void> => {
    let run = from;
    for (;;) {
      const ids = await deps.reparse.outdated(run.parserVersion, run.cursor, BATCH);
      const last = ids.at(-1);
      if (last === undefined) break;
      const looks = await atOnce(ids, deps.width, (id) => lookAt(id, run.parserVersion, signal));
      signal.throwIfAborted();
      const found = looks.filter((look) => look !== null && look !== 'failed');
      await write([
        ...found.map(
          (look): Change => ({
            op: 'insert',
            entity: 'reparseItem',
            row: itemOf(run.id, look),
          }),
        ),
        update(run, {
          cursor: last,
          looked: run.looked + ids.length,
          failed: run.failed + looks.filter((look) => look === 'failed').length,
          summary: found.reduce((sum, look) => addToSummary(sum, look.differences), run.summary),
        }),
      ]);
      run = await latest();
    }
    await write([update(run, { state: 'ready', finishedAt: nowIso(deps.clock) })]);
  };

  const lookAt = async (
    id: Id,
    parserVersion: string,
    signal: AbortSignal,
  ): Promise<CandidateLook | 'failed' | null> => {
    try {
      return await lookAtCandidate(deps, id, parserVersion, signal);
    } catch (error) {
      // A disk that does not answer is no candidate's fault; anything else must not keep the rest from being looked at.
      if (signal.aborted || isAppError(error)) throw error;
      deps.log.error('reparse.look-failed', error, { candidateId: id });
      return 'failed';
    }
  };

  const applyOn = async (run: Reparse, signal: AbortSignal): Promise<void> => {
    let after: Id | null = null;
    for (;;) {
      const items: readonly ReparseItem[] = await deps.reparse.toApply(run.id, after, BATCH);
      const last = items.at(-1);
      if (last === undefined) break;
      after = last.id;
      for (const item of items) {
        signal.throwIfAborted();
        await applyOne(item, run.bulkId);
        // Commits are synchronous underneath: a search that waits gets its turn between two of them.
        await nextTurn();
      }
    }
    const stored = await latest();
    await write([update(stored, { state: 'ready', finishedAt: nowIso(deps.clock), error: null })]);
  };

  const applyOne = async (item: ReparseItem, bulkId: Id | null): Promise<void> => {
    const application = {
      candidateId: item.candidateId,
      readings: item.readings,
      also: (commitId: Id) => [applied(item, commitId)],
      ...(bulkId !== null && { partOf: bulkId }),
    };
    for (let attempt = 1; ; attempt++) {
      try {
        await applyReadings(deps, deps.actor(), application);
        return;
      } catch (error) {
        if (!isAppError(error)) throw error;
        // Deleted since, or decided by hand in this moment: there is nothing left to do.
        if (error.code === 'NOT_FOUND') return;
        const again = await deps.reparse.item(item.id);
        if (error.code !== 'CONFLICT' || attempt === 3) throw error;
        if (again === null || again.version !== item.version) return;
      }
    }
  };

  /** It waits for a person and says why. On a full disk this cannot be written either: the next start goes on all the same. */
  const halt = async (runId: Id, error: unknown, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return;
    if (!isAppError(error)) deps.log.error('reparse.halted', error, { reparseId: runId });
    const message = isAppError(error)
      ? error.message
      : 'Something unexpected stopped it. What is stored is as it was; start it again to go on.';
    const run = await deps.reparse.latest();
    if (run?.id !== runId) return;
    await write([update(run, { error: message })]).catch(() => undefined);
  };

  const forget = async (run: Reparse): Promise<void> => {
    for (;;) {
      const items = await deps.reparse.itemVersions(run.id, DELETE_BATCH);
      if (items.length === 0) break;
      await write(items.map((item) => ({ op: 'delete', entity: 'reparseItem', ...item })));
      await nextTurn();
    }
    const { id, version } = await latest();
    await write([{ op: 'delete', entity: 'reparse', id, version }]);
  };

  const start = async (): Promise<void> => {
    if (work !== null) throw new AppError('INVALID', 'It is at work already.');
    const before = await deps.reparse.latest();
    if (before?.state === 'reading' && before.parserVersion === PARSER.version) {
      await write([update(before, { error: null })]);
    } else {
      if (before !== null) await forget(before);
      await write([{ op: 'insert', entity: 'reparse', row: await newRun() }]);
    }
    begin(await latest());
  };
  const newRun = async () => ({
    id: newId(),
    parserVersion: PARSER.version,
    state: 'reading' as const,
    cursor: null,
    total: await deps.reparse.countOutdated(PARSER.version),
    looked: 0,
    failed: 0,
    summary: {},
    bulkId: null,
    startedAt: nowIso(deps.clock),
    finishedAt: null,
    error: null,
  });

  return {
    start: () => inTurn(start),
    stop: () =>
      inTurn(async () => {
        await end();
        const run = await deps.reparse.latest();
        if (run?.state === 'reading') await forget(run);
        if (run?.state === 'applying') await write([update(run, { state: 'ready', error: null })]);
      }),
    applyAll: () =>
      inTurn(async () => {
        const run = await deps.reparse.latest();
        // Standing still at `applying` it goes on, as the same deed.
        if (run === null || work !== null || run.state === 'reading') {
          throw new AppError('INVALID', 'There is nothing to apply yet.');
        }
        const bulkId = run.state === 'applying' ? run.bulkId : newId();
        await write([update(run, { state: 'applying', bulkId, error: null })]);
        begin(await latest());
      }),
    recover: () =>
      inTurn(async () => {
        const run = await deps.reparse.latest();
        if (run === null || run.state === 'ready') return;
        // Looked at by a parser that is itself outdated by now.
        if (run.parserVersion !== PARSER.version) await forget(run);
        else begin(run);
      }),
    ended: async () => {
      await work?.ended;
    },
    close: () => inTurn(end),
  };
}

const itemOf = (reparseId: Id, look: CandidateLook) => ({
  id: newId(),
  reparseId,
  candidateId: look.candidateId,
  candidateName: look.candidateName,
  state: look.differences.length === 0 ? ('same' as const) : ('open' as const),
  commitId: null,
  differences: [...look.differences],
  readings: [...look.readings],
});
