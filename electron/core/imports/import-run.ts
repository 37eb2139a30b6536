import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SealedPlace } from '@/electron/core/keys/sealed-file';
import type { Log } from '@/electron/core/log';
import type { Storage } from '@/electron/core/storage';
import { isStorageError } from '@/electron/core/storage-errors';
import type { Change, Patch } from '@/shared/domain/history/change';
import { type CountKey, countKeyOf, moveCount } from '@/shared/domain/imports/counts';
import type { ImportCounts, ImportItem, Task } from '@/shared/domain/imports/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Clock, nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import type { ImportProgress } from '@/shared/usecases/ports/import-runner';
import type { PairReader } from '@/shared/usecases/ports/pair-reader';
import type { CandidateReader, ImportReader } from '@/shared/usecases/ports/readers';
import type { Store } from '@/shared/usecases/ports/store';
import type { CommitLane } from './commit-lane';
import { failedResult, finishItem, itemOfFound, requeueItem } from './item-rows';
import { type ErasedBefore, plannerFor } from './plan-item';
import { type ReadItemDeps, readItem } from './read-item';
import { type Found, scanPaths } from './scan';
import type { Slots } from './slots';
import { createSpeedMeter } from './speed-meter';
import { createStaging } from './staging';
import { beginSuspect } from './suspects';
import { createBell, createTurn } from './turns';

export interface RunDeps extends Omit<ReadItemDeps, 'imports'> {
  readonly store: Store;
  readonly imports: ImportReader;
  readonly pairs: PairReader;
  readonly candidates: Pick<CandidateReader, 'levels'>;
  readonly erasedBefore: ErasedBefore;
  readonly lane: CommitLane;
  /** Places for files in hand, shared by all imports. */
  readonly slots: Slots;
  readonly actor: () => Actor;
  readonly ocrLanguages: () => Promise<readonly string[]>;
  /** Folder in which entries of archives wait for their turn. */
  readonly stagingRoot: SealedPlace;
  readonly storage: Pick<Storage, 'suspect'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** One import at work. */
export interface ImportRun {
  readonly progress: () => ImportProgress;
  readonly inHand: () => ReadonlySet<Id>;
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  /** Ends it: what is in hand is dropped, what waits is cancelled, what was loaded stays. */
  readonly cancel: () => Promise<void>;
  /** Adds files of a watched folder. False when the import has ended in the meantime: nothing was added. */
  readonly add: (files: readonly Found[]) => Promise<boolean>;
  /** Puts failed files back in the queue. False when the import has ended in the meantime: nothing was changed. */
  readonly requeue: (items: readonly ImportItem[]) => Promise<boolean>;
  /** Stops without a mark in the database: the next start takes it up again. */
  readonly close: () => Promise<void>;
  /** Resolves when it is done, cancelled or closed. */
  readonly ended: Promise<void>;
}

const ITEM_BATCH = 100;
const CANCEL_BATCH = 200;

type Mode = 'running' | 'paused' | 'cancelled' | 'closed' | 'done';

/** Takes up an import where its rows say it stands, and carries it to its end. `changed` is called at every step. */
export function startImportRun(
  deps: RunDeps,
  start: { readonly task: Task; readonly counts: ImportCounts; readonly suspects: number },
  changed: (progress: ImportProgress, last: boolean) => void,
): ImportRun {
  let task = start.task;
  let counts = start.counts;
  let suspects = start.suspects;
  let mode: Mode = task.state === 'paused' ? 'paused' : 'running';
  let work = new AbortController();
  let listing = new AbortController();
  let loop: Promise<void> = Promise.resolve();
  let speed = createSpeedMeter();
  const inHand = new Set<Id>();
  const files = new Set<Promise<void>>();
  const bell = createBell();
  const taskTurn = createTurn();
  const controlTurn = createTurn();
  const staging = createStaging(deps.stagingRoot, task.id);
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });

  const progress = (): ImportProgress => {
    const filesPerMinute = mode === 'running' ? speed.perMinute() : null;
    const left = counts.waiting + counts.working;
    const secondsLeft =
      filesPerMinute === null || !task.scanned ? null : (left / filesPerMinute) * 60;
    return { task, counts, filesPerMinute, secondsLeft };
  };
  const moved = (from: CountKey | null, to: CountKey | null): void => {
    counts = moveCount(counts, from, to);
    changed(progress(), false);
  };
  const saveTask = (patch: Patch<'task'>): Promise<void> =>
    taskTurn(async () => {
      await deps.store.commit({
        actor: deps.actor(),
        action: 'import.controlled',
        changes: [{ op: 'update', entity: 'task', id: task.id, version: task.version, patch }],
      });
      // Read again: a row that already said so was not given a new version.
      task = (await deps.imports.task(task.id)) ?? task;
      changed(progress(), true);
    });

  /** Runs until there is nothing left to do or somebody says stop. */
  const carryOn = async (): Promise<void> => {
    const signal = work.signal;
    const scanning = task.scanned
      ? Promise.resolve()
      : scan(AbortSignal.any([signal, listing.signal]))
          .catch(halt)
          .finally(bell.ring);
    do {
      await feed(signal);
      await Promise.all(files);
      await deps.lane.flush();
      // A file of a watched folder may have come while the last ones were written.
    } while (mode === 'running' && !signal.aborted && counts.waiting + counts.working > 0);
    await scanning;
    if (mode === 'running' && !signal.aborted) await finish();
  };
  const go = (): void => {
    work = new AbortController();
    listing = new AbortController();
    speed = createSpeedMeter();
    loop = carryOn().catch(halt);
  };

  const scan = async (signal: AbortSignal): Promise<void> => {
    const known = await deps.imports.knownPaths(task.id);
    let batch: Found[] = [];
    for await (const found of scanPaths(task.paths, signal)) {
      if (known.has(found.path)) continue;
      batch.push(found);
      if (batch.length < ITEM_BATCH) continue;
      await addItems(batch);
      batch = [];
    }
    await addItems(batch);
    await saveTask({ scanned: true });
  };

  const addItems = async (found: readonly Found[]): Promise<void> => {
    const rows = found.map((file) => itemOfFound(task.id, file, deps.clock.now()));
    await write(
      rows.map((row) => ({ op: 'insert', entity: 'importItem', row })),
      rows.map((row) => [null, countKeyOf(row)] as const),
    );
  };

  /** Writes item rows. They are counted first, so that an import does not end between the writing and the counting. */
  const write = async (
    changes: readonly Change[],
    moves: readonly (readonly [CountKey | null, CountKey | null])[],
  ): Promise<void> => {
    if (changes.length === 0) return;
    for (const [from, to] of moves) counts = moveCount(counts, from, to);
    try {
      await deps.store.commit({ actor: deps.actor(), action: 'import.ran', changes });
    } catch (error) {
      for (const [from, to] of moves) counts = moveCount(counts, to, from);
      throw error;
    }
    changed(progress(), false);
    bell.ring();
    await nextTurn();
  };

  /** Hands waiting items to free places in the order of their ids, over and over until none is left. */
  const feed = async (signal: AbortSignal): Promise<void> => {
    let after: Id | null = null;
    while (mode === 'running' && !signal.aborted) {
      const page: readonly ImportItem[] = await deps.imports.items({
        taskId: task.id,
        state: 'waiting',
        limit: ITEM_BATCH,
        ...(after !== null && { afterId: after }),
      });
      // Told apart now, not later: a file in hand may be written, and out of hand, while places are waited for.
      const idle = page.filter((item) => !inHand.has(item.id));
      for (const item of idle) {
        const release = await deps.slots.take(signal).catch(() => null);
        if (release === null || mode !== 'running') {
          release?.();
          return;
        }
        if (suspects > 0) await takeAlone(item, release, signal);
        else take(item, release, signal);
      }
      const last = page.at(-1);
      if (last) {
        after = last.id;
        continue;
      }
      // Ids are given before rows are written, so one may turn up behind the place already passed: look from the start.
      if (after !== null) {
        after = null;
        await nextTurn();
        if (counts.waiting > 0) continue;
      }
      if (task.scanned && counts.waiting === 0 && counts.working === 0) return;
      await bell.rung();
    }
  };

  /** After an unclean end: one file at a time, so that the one that causes the next is known. */
  const takeAlone = async (
    item: ImportItem,
    release: () => void,
    signal: AbortSignal,
  ): Promise<void> => {
    suspects -= 1;
    try {
      const begun = await beginSuspect(deps, item);
      if (begun.kind === 'given-up') {
        await write([begun.change], [['waiting', 'failed']]);
        release();
        return;
      }
      take(begun.item, release, signal);
    } catch (error) {
      release();
      throw error;
    }
    await Promise.all(files);
    await deps.lane.flush();
  };

  const take = (item: ImportItem, release: () => void, signal: AbortSignal): void => {
    inHand.add(item.id);
    moved('waiting', 'working');
    const file = processItem(item, signal)
      .catch((error: unknown) => giveBack(item, error, signal))
      .finally(() => {
        release();
        files.delete(file);
        bell.ring();
      });
    files.add(file);
  };

  /** Resolves when the item is decided; the lane writes it soon after. */
  const processItem = async (item: ImportItem, signal: AbortSignal): Promise<void> => {
    const staged = await staging.ready();
    const ocrLanguages = await deps.ocrLanguages();
    const { reading, leave } = await readItem(deps, item, { ocrLanguages, staged }, signal);
    if (signal.aborted) {
      leave();
      throw signal.reason;
    }
    const how = await plannerFor(deps, task, item, reading);
    let outcome: CountKey | null = null;
    let children: readonly CountKey[] = [];
    await deps.lane.submit({
      actor: deps.actor(),
      keys: how.keys,
      plan: async () => {
        const planned = await how.plan();
        outcome = planned.end;
        children = planned.inside;
        return planned.plan;
      },
      committed: () => {
        leave();
        inHand.delete(item.id);
        for (const key of children) counts = moveCount(counts, null, key);
        if (outcome !== null) speed.count();
        moved('working', outcome);
        bell.ring();
        if (item.parentId !== null && outcome !== 'failed') void staging.drop(item.path);
      },
      failed: (error) => {
        leave();
        giveBack(item, error, signal);
      },
    });
  };

  /** The item goes back into the queue (stopped, or the disk is full) or ends as failed (a defect of ours). */
  const giveBack = (item: ImportItem, error: unknown, signal: AbortSignal): void => {
    const back = (): void => {
      if (inHand.delete(item.id)) moved('working', 'waiting');
    };
    if (signal.aborted) return back();
    if (error instanceof AppError && error.code !== 'INVALID' && error.code !== 'CONFLICT') {
      back();
      halt(error);
      return;
    }
    const reference = newId();
    deps.log.error('import.item-failed', error, { reference, taskId: task.id, itemId: item.id });
    const message = `Longlist could not take this file in. The rest goes on; retry, or report reference ${reference}.`;
    const change = finishItem(
      item,
      failedResult({ code: 'UNREADABLE', message }),
      { sha256: null },
      deps.clock.now(),
    );
    void deps.lane.submit({
      actor: deps.actor(),
      keys: [],
      plan: async () => ({ action: 'import.ran', changes: [change] }),
      committed: () => {
        if (inHand.delete(item.id)) moved('working', 'failed');
        bell.ring();
      },
      failed: (again) => {
        back();
        halt(again);
      },
    });
  };

  /** Nothing can be written, or something is badly wrong: the import waits for a person and says why. */
  const halt = (error: unknown): void => {
    if (mode !== 'running') return;
    mode = 'paused';
    work.abort(new DOMException('The import was paused', 'AbortError'));
    bell.ring();
    if (isStorageError(error)) deps.storage.suspect(error);
    else deps.log.error('import.halted', error, { taskId: task.id });
    const message =
      error instanceof AppError
        ? error.message
        : 'Something unexpected stopped the import. What was imported is kept; resume to go on.';
    task = { ...task, state: 'paused', error: message };
    changed(progress(), true);
    // On a full disk this cannot be written either: the row says `running`, and the next start takes it up.
    saveTask({ state: 'paused', error: message }).catch(() => undefined);
  };

  const finish = async (): Promise<void> => {
    mode = 'done';
    try {
      await saveTask({ state: 'done', finishedAt: nowIso(deps.clock), error: null });
    } catch (error) {
      mode = 'running';
      throw error;
    }
    if (counts.failed === 0) await staging.remove();
    end();
  };

  const stop = async (next: Mode): Promise<void> => {
    mode = next;
    work.abort(new DOMException('The import was stopped', 'AbortError'));
    bell.ring();
    await loop;
    await Promise.all(files);
    await deps.lane.flush();
  };

  const cancelWaiting = async (): Promise<void> => {
    for (;;) {
      const waiting = await deps.imports.items({
        taskId: task.id,
        state: 'waiting',
        limit: CANCEL_BATCH,
      });
      if (waiting.length === 0) return;
      await write(
        waiting.map(({ id, version }) => ({
          op: 'update',
          entity: 'importItem',
          id,
          version,
          patch: { state: 'cancelled' },
        })),
        waiting.map(() => ['waiting', 'cancelled'] as const),
      );
    }
  };

  if (mode === 'running') go();
  return {
    progress,
    inHand: () => inHand,
    ended,
    pause: () =>
      controlTurn(async () => {
        if (mode !== 'running') return;
        mode = 'paused';
        listing.abort(new DOMException('The import was paused', 'AbortError'));
        bell.ring();
        // Files in hand are finished: they are seconds from their end, and starting them again would cost more.
        await saveTask({ state: 'paused', error: null });
      }),
    resume: () =>
      controlTurn(async () => {
        if (mode !== 'paused') return;
        await loop;
        await Promise.all(files);
        await saveTask({ state: 'running', error: null });
        mode = 'running';
        go();
        changed(progress(), true);
      }),
    cancel: () =>
      controlTurn(async () => {
        if (mode !== 'running' && mode !== 'paused') return;
        await stop('cancelled');
        await cancelWaiting();
        await saveTask({ state: 'cancelled', finishedAt: nowIso(deps.clock), error: null });
        await staging.remove();
        end();
      }),
    add: async (found) => {
      if (mode !== 'running' && mode !== 'paused') return false;
      await addItems(found);
      return true;
    },
    requeue: async (items) => {
      if (mode !== 'running' && mode !== 'paused') return false;
      await write(
        items.map(requeueItem),
        items.map(() => ['failed', 'waiting'] as const),
      );
      return true;
    },
    close: async () => {
      if (mode === 'running' || mode === 'paused') await stop('closed');
      end();
    },
  };
}
