import { createHmac } from 'node:crypto';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkspaceDatabase } from '@/db/sqlite/open';
import type { Keyring } from '@/electron/core/keys/keyring';
import type {
  AnswersPlace,
  ImpactAnswers,
  ImpactReply,
  ImpactTask,
} from '@/electron/workers/adverse-impact/messages';
import type {
  AnswersPreview,
  ImpactReport,
  ImpactRequest,
  ImpactSelection,
  ImpactStatus,
} from '@/shared/domain/adverse-impact/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Clock, nowIso } from '@/shared/kit/clock';
import { type Id, newId } from '@/shared/kit/ids';

/** The database of what people said of themselves, in the folder of a workspace. */
export const ANSWERS_FILE = 'self-identification.db';

/**
 * The only way to what people said of themselves. Each question is a thread of its own that opens the store, answers with figures, and ends;
 * nothing of the store stays in the core. It is of the session and not among the dependencies of use-cases, so that none can ask it.
 * Errors of all: WORKSPACE_DAMAGED, STORAGE_UNAVAILABLE, TIMEOUT; those of reading a file: INVALID.
 */
export interface ImpactDesk {
  readonly status: () => Promise<ImpactStatus>;
  readonly report: (actor: Actor, request: ImpactRequest) => Promise<ImpactReport>;
  /** Writes a CSV of who to write to: code, name, e-mail address, job. */
  readonly saveCodes: (
    actor: Actor,
    selection: ImpactSelection,
    target: string,
  ) => Promise<{ readonly rows: number }>;
  readonly preview: (file: string) => Promise<AnswersPreview>;
  /** Errors: NOT_FOUND for a preview that is not the last one, CONFLICT for a file that changed since. */
  readonly accept: (previewId: Id) => Promise<{ readonly people: number }>;
  readonly withdraw: (codes: readonly string[]) => Promise<{ readonly people: number }>;
  readonly forgetAll: () => Promise<{ readonly people: number }>;
  /** Takes out what was said for these applications, whose people are erased. */
  readonly forget: (applicationIds: readonly Id[]) => Promise<{ readonly people: number }>;
  /** What was said for these applications, for the person themselves. */
  readonly said: (applicationIds: readonly Id[]) => Promise<ImpactAnswers['said']>;
}

export function createImpactDesk(given: {
  readonly workspaceDir: string;
  readonly keys: Keyring | 'plain';
  readonly database: Pick<WorkspaceDatabase, 'path' | 'key' | 'databaseId'>;
  /** The built query thread, beside which the one for this lies. */
  readonly queryEntry: string;
  readonly clock: Clock;
}): ImpactDesk {
  const { keys, database, clock } = given;
  const entry = path.join(path.dirname(given.queryEntry), 'impact-thread.js');
  const main = { file: database.path, key: database.key };
  let looked: { readonly id: Id; readonly path: string; readonly sha256: string } | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  // Asked for each time: keys are wiped when the workspace is locked.
  const answers = (): AnswersPlace => ({
    file: path.join(given.workspaceDir, ANSWERS_FILE),
    key: keys === 'plain' ? keys : keys.key('self-identification'),
    codesKey:
      keys === 'plain'
        ? keyWithoutKeys(database.databaseId)
        : keys.key('self-identification-codes'),
  });
  /** One after the other: two threads that write would meet. */
  const ask = <Kind extends ImpactTask['kind']>(
    task: Omit<Extract<ImpactTask, { readonly kind: Kind }>, 'answers'>,
  ): Promise<ImpactAnswers[Kind]> => {
    // Leaving out a field of a union's member and putting it back is more than the compiler follows.
    const asked = turn.then(() => runTask(entry, { ...task, answers: answers() } as ImpactTask));
    turn = asked.catch(() => undefined);
    // Made by the work of that name on the other side; the contract's output is validated at the door.
    return asked as Promise<ImpactAnswers[Kind]>;
  };

  return {
    status: () => ask<'status'>({ kind: 'status' }),
    report: (actor, request) =>
      ask<'report'>({
        kind: 'report',
        main,
        actor: counting(actor),
        request,
        now: nowIso(clock),
      }),
    saveCodes: (actor, selection, target) =>
      ask<'save-codes'>({ kind: 'save-codes', main, actor, selection, target }),
    preview: async (file) => {
      const { sha256, ...preview } = await ask<'preview'>({
        kind: 'preview',
        main,
        csv: { path: file },
      });
      looked = { id: newId(), path: file, sha256 };
      return { ...preview, id: looked.id };
    },
    accept: async (previewId) => {
      if (looked?.id !== previewId) {
        throw new AppError('NOT_FOUND', 'This file is not at hand any more. Choose it again.');
      }
      const { id: _, ...csv } = looked;
      const day = nowIso(clock).slice(0, 10);
      const accepted = await ask<'accept'>({ kind: 'accept', main, csv, day });
      looked = null;
      return accepted;
    },
    withdraw: (codes) => ask<'withdraw'>({ kind: 'withdraw', codes }),
    forgetAll: () => ask<'forget-all'>({ kind: 'forget-all' }),
    forget: (applicationIds) => ask<'forget'>({ kind: 'forget', applicationIds }),
    said: (applicationIds) => ask<'said'>({ kind: 'said', applicationIds }),
  };
}

/**
 * Figures tell of nobody: who may see them needs no right to the candidates that are counted, so that somebody can look after them who
 * sees no candidate. A limit to one client holds.
 */
const counting = (actor: Actor): Actor => {
  const { permissions: _, ...rest } = actor;
  return rest;
};

/** A hundred thousand applications take a few seconds on a slow computer. */
const DEADLINE_MS = 120_000;

function runTask(entry: string, task: ImpactTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: task });
    let ended = false;
    const end = (act: () => void): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      act();
      void worker.terminate();
    };
    const timer = setTimeout(
      () =>
        end(() => reject(new AppError('TIMEOUT', 'The figures took too long and were stopped.'))),
      DEADLINE_MS,
    );
    // Posted by our own thread, which knows nothing but these.
    worker.once('message', (reply: ImpactReply) =>
      end(() => {
        if (reply.outcome === 'answer') resolve(reply.value);
        else if (reply.outcome === 'refused') reject(new AppError(reply.code, reply.message));
        else reject(new Error(`Impact thread: ${reply.message}`));
      }),
    );
    worker.once('error', (error) => end(() => reject(error)));
    worker.once('exit', () => end(() => reject(new Error('The impact thread ended unasked'))));
  });
}

/** What codes are made with in a workspace that is kept in clear: it has no secret. */
const keyWithoutKeys = (databaseId: string): Uint8Array =>
  createHmac('sha256', 'longlist-self-identification').update(databaseId).digest();
