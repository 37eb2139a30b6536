import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Log } from '@/electron/core/log';
import { asStorageError } from '@/electron/core/storage-errors';
import { clockIsBelieved } from '@/shared/domain/privacy/retention';
import type { RetentionStatus } from '@/shared/domain/privacy/views';
import type { Actor } from '@/shared/domain/workspace/records';
import { AppError } from '@/shared/kit/app-error';
import { type Instant, instantSchema } from '@/shared/kit/clock';
import type { ErasureDeps } from '@/shared/usecases/privacy/erase-candidate';
import { applyRetention } from '@/shared/usecases/privacy/retention';
import { forgetOldSearches } from '@/shared/usecases/privacy/search-log';
import type { Deps } from '@/shared/usecases/deps';
import { notifyOfRetention } from '@/shared/usecases/privacy/notify';

/** How long after the start the rules are looked at, and how often it is asked whether a day is over, in ms. */
const FIRST = 60_000;
const EVERY = 60 * 60_000;
const DAY = 24 * 60 * 60_000;

const stateSchema = z.object({ lastRunAt: instantSchema });

export interface RetentionKeeper {
  readonly start: () => void;
  readonly status: () => Promise<RetentionStatus>;
  /**
   * Looks at the rules now. `clockIsRight`: somebody says so after it jumped. Errors: CONFLICT while nobody did, or while one is under
   * way.
   */
  readonly run: (
    actor: Actor,
    how: { readonly clockIsRight: boolean },
  ) => Promise<{ readonly quarantined: number; readonly erased: number; readonly due: number }>;
  readonly close: () => Promise<void>;
}

type KeeperDeps = ErasureDeps &
  Pick<Deps, 'candidates' | 'workspace' | 'notifications'> & {
    readonly workspaceDir: string;
    readonly actor: () => Actor;
    readonly log: Log;
  };

/**
 * Looks at the retention rules once a day. A clock that jumped by more than 30 days since the last look, or since anything was written,
 * is not believed: nothing is done until an administrator says that it is right.
 */
export function createRetentionKeeper(deps: KeeperDeps): RetentionKeeper {
  const file = path.join(deps.workspaceDir, 'retention.json');
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let work: Promise<unknown> | null = null;

  /** As far as is known: a state that was lost is no reason to believe any clock. */
  const lastSeen = async (): Promise<Instant | null> =>
    readState(file)?.lastRunAt ?? (await deps.privacy.lastWritten());

  const status = async (): Promise<RetentionStatus> => {
    const seen = await lastSeen();
    const now = deps.clock.now();
    return {
      lastRunAt: readState(file)?.lastRunAt ?? null,
      clockJumped: !clockIsBelieved(seen, now),
      lastSeenAt: seen,
      now: now.toISOString(),
    };
  };

  const run: RetentionKeeper['run'] = async (actor, { clockIsRight }) => {
    if (work !== null) throw new AppError('CONFLICT', 'The rules are being looked at already.');
    const looking = async (): ReturnType<RetentionKeeper['run']> => {
      if (!clockIsRight && !clockIsBelieved(await lastSeen(), deps.clock.now())) {
        throw new AppError(
          'CONFLICT',
          'The clock of this computer jumped by more than 30 days. Nothing was done; confirm that its date is right.',
          { reason: 'clock' },
        );
      }
      const done = await applyRetention(deps, actor, stop.signal);
      await forgetOldSearches(deps, actor, stop.signal);
      await writeState(file, deps.clock.now().toISOString());
      if (done.quarantined + done.due > 0) await notifyOfRetention(deps, done);
      return done;
    };
    const looked = looking().finally(() => {
      work = null;
    });
    work = looked.catch(() => undefined);
    return looked;
  };

  const daily = async (): Promise<void> => {
    const last = readState(file)?.lastRunAt;
    if (last !== undefined && Math.abs(deps.clock.now().getTime() - Date.parse(last)) < DAY) return;
    try {
      await run(deps.actor(), { clockIsRight: false });
    } catch (error) {
      if (error instanceof AppError) deps.log.info('retention.not-run', { code: error.code });
      else if (!stop.signal.aborted) deps.log.error('retention.failed', error);
    }
  };

  return {
    start: () => {
      const again = (after: number): void => {
        timer = setTimeout(() => {
          void daily().finally(() => {
            if (!stop.signal.aborted) again(EVERY);
          });
        }, after);
        timer.unref();
      };
      again(FIRST);
    },
    status,
    run,
    close: async () => {
      stop.abort();
      clearTimeout(timer);
      await work;
    },
  };
}

function readState(file: string): z.infer<typeof stateSchema> | null {
  if (!existsSync(file)) return null;
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

async function writeState(file: string, lastRunAt: Instant): Promise<void> {
  try {
    await writeFile(`${file}.part`, JSON.stringify({ lastRunAt }), { mode: 0o600 });
    await rename(`${file}.part`, file);
  } catch (error) {
    throw asStorageError(error);
  }
}
