import type { OriginalsStore } from '@/electron/core/originals-store';
import type { CandidateSource } from '@/shared/domain/candidates/records';
import type { Change } from '@/shared/domain/history/change';
import { type CountKey, countKeyOf } from '@/shared/domain/imports/counts';
import { type ContactKey, identityOf } from '@/shared/domain/imports/decide-outcome';
import type { ImportItem, Task } from '@/shared/domain/imports/records';
import { ERASED_BEFORE } from '@/shared/domain/privacy/known-again';
import type { Actor } from '@/shared/domain/workspace/records';
import type { Clock } from '@/shared/kit/clock';
import { newId } from '@/shared/kit/ids';
import {
  type ItemResult,
  NO_RESULT,
  WITH_ANOTHER_OWNER,
  planReadResume,
} from '@/shared/usecases/imports/plan-read-resume';
import type { PairReader } from '@/shared/usecases/ports/pair-reader';
import type { CandidateReader, ImportReader } from '@/shared/usecases/ports/readers';
import { type erasedBefore, keptOutMessage } from '@/shared/usecases/privacy/returned';
import type { LanePlan } from './commit-lane';
import { failedResult, finishItem, INSIDE, itemsOfContainer } from './item-rows';
import type { ItemReading } from './read-item';

export interface PlannedItem {
  readonly plan: LanePlan;
  /** Under which count the item ends; null for an archive that was opened. */
  readonly end: CountKey | null;
  /** Under which counts the files begin that were inside it. */
  readonly inside: readonly CountKey[];
}

export interface ItemPlanner {
  /** What others might recognise the person by. */
  readonly keys: readonly string[];
  readonly plan: () => Promise<PlannedItem>;
}

interface PlanDeps {
  readonly originals: Pick<OriginalsStore, 'remove'>;
  readonly erasedBefore: ErasedBefore;
  readonly imports: ImportReader;
  readonly pairs: PairReader;
  readonly candidates: Pick<CandidateReader, 'levels'>;
  readonly actor: () => Actor;
  readonly clock: Clock;
}

/** Whether a file or the person in it is known as somebody who was erased. */
export type ErasedBefore = (
  contacts: readonly ContactKey[],
  files: readonly string[],
) => ReturnType<typeof erasedBefore>;

const MAX_ARCHIVE_DEPTH = 3;

/** Prepares the decision about a file that was read. It is taken, against the database as it then is, by calling `plan`. */
export async function plannerFor(
  deps: PlanDeps,
  task: Task,
  item: ImportItem,
  reading: ItemReading,
): Promise<ItemPlanner> {
  switch (reading.kind) {
    case 'failed': {
      const result = failedResult(reading.failure);
      return { keys: [], plan: async () => ending(deps, item, reading, result) };
    }
    case 'already_here': {
      const { candidateId, candidateName, resumeId } = reading.known;
      const reached = (await deps.candidates.levels(deps.actor(), 'candidate', [candidateId])).has(
        candidateId,
      );
      const known = reached ? { candidateId, candidateName, resumeId } : WITH_ANOTHER_OWNER;
      const result = { ...NO_RESULT, ...known, state: 'done', outcome: 'already_here' } as const;
      return { keys: [], plan: async () => ending(deps, item, reading, result) };
    }
    case 'container':
      return { keys: [], plan: async () => expand(deps, item, reading) };
    case 'document':
      return planDocument(deps, task, item, reading);
  }
}

function ending(
  deps: PlanDeps,
  item: ImportItem,
  reading: ItemReading,
  result: ItemResult,
): PlannedItem {
  const facts = {
    sha256: reading.sha256,
    ...('bytes' in reading && { bytes: reading.bytes }),
  };
  const change = finishItem(item, result, facts, deps.clock.now());
  return {
    plan: { action: 'import.ran', changes: [change] },
    end: countKeyOf(result),
    inside: [],
  };
}

function expand(
  deps: PlanDeps,
  item: ImportItem,
  reading: Extract<ItemReading, { kind: 'container' }>,
): PlannedItem {
  const { entries, skipped } = reading.outcome;
  const refuse = (code: string, message: string): PlannedItem =>
    ending(deps, item, reading, failedResult({ code, message }));
  if (entries.length + skipped.length === 0) {
    return refuse('NO_TEXT', 'There is no file inside to import.');
  }
  if (item.displayPath.split(INSIDE).length > MAX_ARCHIVE_DEPTH) {
    return refuse(
      'ARCHIVE_BOMB',
      'Archives inside archives are opened three deep. Unpack it and import that.',
    );
  }
  const rows = itemsOfContainer(item, entries, skipped, deps.clock.now());
  const opened = ending(deps, item, reading, { ...NO_RESULT, state: 'expanded', outcome: null });
  return {
    ...opened,
    plan: {
      ...opened.plan,
      changes: [
        ...opened.plan.changes,
        ...rows.map((row): Change => ({ op: 'insert', entity: 'importItem', row })),
      ],
    },
    inside: rows.map(countKeyOf).filter((key) => key !== null),
  };
}

async function planDocument(
  deps: PlanDeps,
  task: Task,
  item: ImportItem,
  reading: Extract<ItemReading, { kind: 'document' }>,
): Promise<ItemPlanner> {
  const { outcome, sha256, bytes } = reading;
  const identity = identityOf(outcome.resume);
  const origin = { kind: task.origin, path: await originPathOf(deps, item) };
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
      const erased = await deps.erasedBefore(identity.contacts, [sha256]);
      if (erased !== null) {
        await deps.originals.remove(sha256);
        const message = keptOutMessage(erased);
        const result = failedResult({ code: ERASED_BEFORE, message });
        return ending(deps, item, reading, { ...result, missing: [erased.id] });
      }
      const {
        action,
        changes,
        item: result,
      } = await planReadResume(deps, deps.actor(), resume, identity, sourceOf(task));
      const ended = ending(deps, item, reading, result);
      return { ...ended, plan: { action, changes: [...changes, ...ended.plan.changes] } };
    },
  };
}

function sourceOf(task: Task): CandidateSource {
  switch (task.origin) {
    case 'upload':
    case 'sample':
      return task.origin;
    case 'folder':
    case 'watched':
    case 'command-line':
      return 'folder';
  }
}

/** Where a person finds the file: for what was inside an archive, the archive's place and the name in it. */
async function originPathOf(deps: PlanDeps, item: ImportItem): Promise<string> {
  if (item.parentId === null) return item.path;
  const parent = await deps.imports.item(item.parentId);
  if (parent === null) return item.displayPath;
  const name = item.displayPath.slice(parent.displayPath.length + INSIDE.length);
  return `${await originPathOf(deps, parent)}${INSIDE}${name}`;
}
