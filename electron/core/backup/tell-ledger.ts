import { existsSync } from 'node:fs';
import type { Sqlite } from '@/db/sqlite/connection';
import { readErasures } from '@/db/sqlite/stores/privacy-replay';
import type { Keyring } from '@/electron/core/keys/keyring';
import type { Log } from '@/electron/core/log';
import { shelfIn } from './layout';
import { addToLedger } from './ledger';
import { removeErased } from './remove-old';

/** Erasures that follow each other go to the ledger together, after so many ms. */
const AFTER_MS = 500;

interface LedgerTellerDeps {
  readonly db: Sqlite;
  readonly workspaceDir: string;
  readonly keys: Keyring | 'plain';
  /** Every folder that backups were made into, that of today first. */
  readonly folders: () => readonly string[];
  /** Originals that went with erasures and may lie in backups still. */
  readonly erasedFiles: () => readonly string[];
  /** These went from all folders that there are. */
  readonly told: (files: readonly string[]) => void;
  /** Resolves when nothing else writes to the shelves. */
  readonly after: () => Promise<unknown>;
  readonly log: Log;
}

/** Tells erasures to every folder that backups were made into: at once where it can be reached, else with the next backup. */
export function createLedgerTeller(deps: LedgerTellerDeps): {
  readonly tellSoon: () => void;
  /** Tells what waits to be told, and resolves when all of it is. */
  readonly close: () => Promise<void>;
} {
  const { keys, log } = deps;
  let timer: NodeJS.Timeout | undefined;
  let telling: Promise<void> = Promise.resolve();

  const tell = async (): Promise<void> => {
    if (keys === 'plain') return;
    const erasures = readErasures(deps.db);
    const files = deps.erasedFiles();
    const [today = '', ...earlier] = deps.folders();
    let isTold = true;
    for (const folder of [today, ...earlier]) {
      const shelf = shelfIn(folder, keys.databaseId);
      if (!existsSync(shelf)) continue;
      try {
        await addToLedger(shelf, keys, { erasures, files });
        await removeErased(shelf, keys, deps.workspaceDir);
      } catch (error) {
        isTold = false;
        log.error('backup.ledger-not-written', error);
      }
    }
    if (isTold && files.length > 0 && existsSync(shelfIn(today, keys.databaseId))) {
      deps.told(files);
    }
  };
  const tellNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    telling = Promise.all([telling, deps.after()])
      .then(tell)
      .catch((error: unknown) => {
        log.error('backup.ledger-not-written', error);
      });
  };
  return {
    tellSoon: () => {
      clearTimeout(timer);
      timer = setTimeout(tellNow, AFTER_MS);
    },
    close: async () => {
      if (timer !== undefined) tellNow();
      await deps.after();
      await telling;
    },
  };
}
