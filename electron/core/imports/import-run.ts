import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log } from '@/electron/core/log';
import { asStorageError, isStorageError } from '@/electron/core/storage-errors';
import type { Change, Patch } from '@/shared/domain/history/change';
import { type CountKey, countKeyOf, moveCount } from '@/shared/domain/imports/counts';
import { identityOf } from '@/shared/domain/imports/decide-outcome';
import type { ImportCounts, ImportItem, Task } from '@/shared/domain/imports/records';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Clock, nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';
import {
  type ItemResult,
  NO_RESULT,
  planReadResume,
} from '@/shared/usecases/imports/plan-read-resume';
import type { ImportProgress } from '@/shared/usecases/ports/import-runner';
import type { ImportReader } from '@/shared/usecases/ports/readers';
import type { Store } from '@/shared/usecases/ports/store';
import type { CommitLane, LanePlan } from './commit-lane';
import {
  failedResult,
  finishItem,
  INSIDE,
  itemOfFound,
  itemsOfContainer,
  requeueItem,
} from './item-rows';
import { type ItemReading, type ReadItemDeps, readItem } from './read-item';
import { type Found, scanPaths } from './scan';
import type { Slots } from './slots';
import { createSpeedMeter } from './speed-meter';

export interface RunDeps extends Omit<ReadItemDeps, 'imports'> {
  readonly store: Store;
  readonly imports: ImportReader;
  readonly lane: CommitLane;
  /** Places for files in hand, shared by all imports. */
  readonly slots: Slots;
  readonly actor: () => Actor;
  readonly ocrLanguages: () => Promise<readonly string[]>;
  /** Folder in which entries of archives wait for their turn. */
  readonly stagingRoot: string;
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
const MAX_ARCHIVE_DEPTH = 3;

type Mode = 'running' | 'paused' | 'cancelled' | 'closed' | 'done';

/** Takes up an import where its rows say it stands, and carries it to its end. `changed` is called at every step. */
export function startImportRun(
  deps: RunDeps,
  start: { readonly task: Task; readonly counts: ImportCounts },
  changed: (progress: ImportProgress, last: boolean) => void,
): ImportRun {
  let task = start.task;
  let counts = start.counts;
  let mode: Mode = task.state === 'paused' ? 'paused' : 'running';
  let work = new AbortController();
  let listing = new AbortController();
  let loop: Promise<void> = Promise.resolve();
  let speed = createSpeedMeter();
  const inHand = new Set<Id>();
  const files = new Set<Promise<void>>();
  const bell = createBell();
  const taskTurn = createTurn();
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
      for (const item of page) {
        if (inHand.has(item.id)) continue;
        const release = await deps.slots.take(signal).catch(() => null);
        if (release === null || mode !== 'running') {
          release?.();
          return;
        }
        take(item, release, signal);
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
    const stagingDir = await stagingReady();
    const ocrLanguages = await deps.ocrLanguages();
    const { reading, leave } = await readItem(deps, item, { ocrLanguages, stagingDir }, signal);
    if (signal.aborted) {
      leave();
      throw signal.reason;
    }
    const how = await plannerFor(item, reading);
    let outcome: CountKey | null = null;
    let children: readonly CountKey[] = [];
    await deps.lane.submit({
      keys: how.keys,
      plan: async () => {
        const { plan, result, inside } = await how.plan();
        outcome = countKeyOf(result);
        children = inside;
        return plan;
      },
      committed: () => {
        leave();
        inHand.delete(item.id);
        for (const key of children) counts = moveCount(counts, null, key);
        if (outcome !== null) speed.count();
        moved('working', outcome);
        bell.ring();
        if (item.parentId !== null && outcome !== 'failed') void dropStaged(item);
      },
      failed: (error) => {
        leave();
        giveBack(item, error, signal);
      },
    });
  };

  interface Planned {
    readonly plan: LanePlan;
    readonly result: Pick<ItemResult, 'state' | 'outcome'>;
    readonly inside: readonly CountKey[];
  }
  interface Planner {
    readonly keys: readonly string[];
    readonly plan: () => Promise<Planned>;
  }

  const plannerFor = async (item: ImportItem, reading: ItemReading): Promise<Planner> => {
    const end = (result: ItemResult, bytes?: number, extra: readonly Change[] = []): Planned => ({
      plan: {
        action: 'import.ran',
        changes: [
          finishItem(
            item,
            result,
            { sha256: reading.sha256, ...(bytes !== undefined && { bytes }) },
            deps.clock.now(),
          ),
          ...extra,
        ],
      },
      result,
      inside: [],
    });
    switch (reading.kind) {
      case 'failed':
        return { keys: [], plan: async () => end(failedResult(reading.failure)) };
      case 'already_here': {
        const { candidateId, candidateName, resumeId } = reading.known;
        const known = { candidateId, candidateName, resumeId };
        const result = { ...NO_RESULT, ...known, state: 'done', outcome: 'already_here' } as const;
        return { keys: [], plan: async () => end(result, reading.bytes) };
      }
      case 'container':
        return { keys: [], plan: async () => expand(item, reading, end) };
      case 'document':
        return documentPlanner(item, reading, end);
    }
  };

  const expand = (
    item: ImportItem,
    reading: Extract<ItemReading, { kind: 'container' }>,
    end: (result: ItemResult, bytes?: number, extra?: readonly Change[]) => Planned,
  ): Planned => {
    const { entries, skipped } = reading.outcome;
    if (entries.length + skipped.length === 0) {
      return end(failedResult({ code: 'NO_TEXT', message: 'There is no file inside to import.' }));
    }
    if (item.displayPath.split(INSIDE).length > MAX_ARCHIVE_DEPTH) {
      const message = 'Archives inside archives are opened three deep. Unpack it and import that.';
      return end(failedResult({ code: 'ARCHIVE_BOMB', message }));
    }
    const rows = itemsOfContainer(item, entries, skipped, deps.clock.now());
    const inserts = rows.map((row): Change => ({ op: 'insert', entity: 'importItem', row }));
    const opened = end({ ...NO_RESULT, state: 'expanded', outcome: null }, undefined, inserts);
    const inside = rows.map(countKeyOf).filter((key) => key !== null);
    return { ...opened, inside };
  };

  const documentPlanner = async (
    item: ImportItem,
    reading: Extract<ItemReading, { kind: 'document' }>,
    end: (result: ItemResult, bytes?: number) => Planned,
  ): Promise<Planner> => {
    const { outcome, sha256, bytes } = reading;
    const identity = identityOf(outcome.resume);
    const origin = { kind: task.origin, path: await originPathOf(item) };
    const resume = {
      resumeId: newId(),
      fileName: item.fileName,
      mediaType: outcome.mediaType,
      bytes,
      sha256,
      origin,
      document: outcome.document,
      parsed: outcome.resume,
      at: deps.clock.now(),
    };
    return {
      keys: [
        ...identity.contacts.map(({ kind, key }) => `${kind}:${key}`),
        ...(identity.name === '' ? [] : [`name:${identity.name}`]),
        `place:${origin.path}`,
      ],
      plan: async () => {
        const planned = await planReadResume(deps, deps.actor(), resume, identity, sourceKind());
        const ended = end(planned.item, bytes);
        return {
          ...ended,
          plan: {
            action: planned.action,
            changes: [...planned.changes, ...ended.plan.changes],
          },
        };
      },
    };
  };

  const sourceKind = () =>
    task.origin === 'upload' ? 'upload' : task.origin === 'sample' ? 'sample' : 'folder';

  /** Where a person finds the file: for what was inside an archive, the archive's place and the name in it. */
  const originPathOf = async (item: ImportItem): Promise<string> => {
    if (item.parentId === null) return item.path;
    const parent = await deps.imports.item(item.parentId);
    if (parent === null) return item.displayPath;
    const name = item.displayPath.slice(parent.displayPath.length + INSIDE.length);
    return `${await originPathOf(parent)}${INSIDE}${name}`;
  };

  const dropStaged = (item: ImportItem): Promise<void> =>
    rm(item.path, { force: true }).catch(() => undefined);

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
    if (!isStorageError(error)) deps.log.error('import.halted', error, { taskId: task.id });
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
    if (counts.failed === 0) await removeStaging();
    end();
  };

  /** The folder for what comes out of archives; names in it are made by the parser and never repeat. */
  let stagingMade: Promise<string> | null = null;
  const stagingReady = (): Promise<string> => {
    const folder = path.join(deps.stagingRoot, task.id);
    stagingMade ??= mkdir(folder, { recursive: true, mode: 0o700 }).then(
      () => folder,
      (error: unknown) => {
        stagingMade = null;
        throw asStorageError(error);
      },
    );
    return stagingMade;
  };

  const removeStaging = (): Promise<void> =>
    rm(path.join(deps.stagingRoot, task.id), { recursive: true, force: true }).catch(
      () => undefined,
    );

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
    pause: async () => {
      if (mode !== 'running') return;
      mode = 'paused';
      listing.abort(new DOMException('The import was paused', 'AbortError'));
      bell.ring();
      // Files in hand are finished: they are seconds from their end, and starting them again would cost more.
      await saveTask({ state: 'paused', error: null });
    },
    resume: async () => {
      if (mode !== 'paused') return;
      await loop;
      await Promise.all(files);
      await saveTask({ state: 'running', error: null });
      mode = 'running';
      go();
      changed(progress(), true);
    },
    cancel: async () => {
      if (mode !== 'running' && mode !== 'paused') return;
      await stop('cancelled');
      await cancelWaiting();
      await saveTask({ state: 'cancelled', finishedAt: nowIso(deps.clock), error: null });
      await removeStaging();
      end();
    },
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

/** Wakes one waiter; a ring that nobody waited for is kept for the next. */
function createBell(): { readonly ring: () => void; readonly rung: () => Promise<void> } {
  let pending = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      if (wake) wake();
      else pending = true;
      wake = null;
    },
    rung: () =>
      new Promise((resolve) => {
        if (pending) {
          pending = false;
          resolve();
        } else wake = resolve;
      }),
  };
}

/** Runs pieces of work one after the other. */
function createTurn(): (work: () => Promise<void>) => Promise<void> {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };
}
