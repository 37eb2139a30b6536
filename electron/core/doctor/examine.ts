import os from 'node:os';
import { SCHEMA_VERSION, schemaVersionOf } from '@/db/sqlite/migrate';
import { hasOcrFile, type OcrData } from '@/electron/core/ocr-data';
import type { Desk } from '@/electron/core/router/door';
import type { Check } from '@/shared/contract/api/system';
import type { Parser } from '@/shared/usecases/ports/parser';
import { keychainState, type SecretStore } from '@/electron/core/keys/secret-store';
import { keyFileStates } from '@/electron/core/keys/key-file-store';
import { headInWords } from '@/shared/domain/audit/words';
import { checkKeys } from './check-keys';
import { checkOriginals } from './check-originals';
import { checkBackups, checkClock, checkDisk, checkJournal } from './check-places';
import { probeParser } from './parser-answers';

const KEYCHAIN_DEADLINE_MS = 3_000;

export interface Patient {
  /** The open workspace; null when there is none or it cannot be opened. */
  readonly desk: Pick<
    Desk,
    'deps' | 'database' | 'originals' | 'originalNames' | 'audit' | 'backups' | 'checkDatabase'
  > | null;
  /** Why there is no open workspace. */
  readonly unavailable: string;
  readonly parser: Parser;
  readonly ocr: OcrData;
  readonly workspaceDir: string;
  readonly secrets: SecretStore;
}

/** Looks at everything Longlist stands on and says of each part how it is, in a sentence, with what to do when it is not well. */
export async function examine(patient: Patient): Promise<readonly Check[]> {
  const { desk, unavailable, workspaceDir } = patient;
  const [originals, parser, ocr, disk, keychain] = await Promise.all([
    desk === null ? notOpened('originals', unavailable) : checkOriginals(desk, workspaceDir),
    checkParser(patient.parser),
    checkOcr(patient),
    checkDisk(workspaceDir, desk?.backups.state().folder ?? null),
    checkKeychain(patient.secrets, workspaceDir),
  ]);
  const storage =
    desk === null
      ? [notOpened('database', unavailable), notOpened('search-index', unavailable)]
      : [...(await checkStorage(desk)), await checkJournal(desk)];
  const kept = desk === null ? [] : [checkAudit(desk), checkBackups(desk), checkClock(desk)];
  return [
    checkRuntime(),
    ...storage,
    originals,
    checkKeys(workspaceDir),
    keychain,
    ...kept,
    disk,
    parser,
    ocr,
  ];
}

/**
 * Looks at every page of the database and at the bytes of every original: minutes on a big workspace. `onProgress` hears how far it is, 0 to
 * 1. Throws the signal's reason when it aborts.
 */
export async function examineAll(
  desk: NonNullable<Patient['desk']>,
  workspaceDir: string,
  how: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
): Promise<readonly Check[]> {
  how.onProgress(0);
  const storage = await checkStorage(desk);
  how.signal.throwIfAborted();
  const originals = await checkOriginals(desk, workspaceDir, {
    signal: how.signal,
    onProgress: (done) => how.onProgress(DATABASE_PART + (1 - DATABASE_PART) * done),
  });
  return [...storage, originals];
}
/** How much of it the database is, roughly. */
const DATABASE_PART = 0.2;

const notOpened = (id: Check['id'], why: string): Check => ({
  id,
  state: id === 'database' ? 'failed' : 'warning',
  message: id === 'database' ? why : 'Not looked at: the workspace is not open.',
});

function checkRuntime(): Check {
  const { node, electron } = process.versions;
  const runtime = electron ? `Electron ${electron} (Node ${node})` : `Node ${node}`;
  const message = `${runtime} on ${process.platform} ${process.arch}, ${os.availableParallelism()} processors.`;
  return { id: 'runtime', state: 'ok', message };
}

/** The database file and, apart from it, the search index inside. */
async function checkStorage(
  desk: Pick<Desk, 'database' | 'checkDatabase'>,
): Promise<readonly Check[]> {
  const version = sqliteVersion(desk);
  const problems = await desk.checkDatabase().catch(() => null);
  if (problems === null) return [interrupted('database'), interrupted('search-index')];
  const index = problems.filter((problem) => problem.includes('search index'));
  const rest = problems.filter((problem) => !problem.includes('search index'));
  const journal = desk.database.notices.includes('journal-missing')
    ? ' Its journal file had been removed: the newest changes before that may be missing.'
    : '';
  return [
    rest.length > 0
      ? {
          id: 'database',
          state: 'failed',
          message: `The database is damaged: ${rest[0]}. Restore a backup: Settings, Backup.`,
        }
      : {
          id: 'database',
          state: journal === '' ? 'ok' : 'warning',
          message: `The database is whole (SQLite ${version}, tables of version ${schemaVersionOf(desk.database.db)}; this Longlist writes ${SCHEMA_VERSION}).${journal}`,
        },
    index.length > 0
      ? {
          id: 'search-index',
          state: 'failed',
          message: `The search index is not right: ${index[0]}. Nothing is lost; the index can be built anew.`,
        }
      : {
          id: 'search-index',
          state: 'ok',
          message: 'The search index is whole and holds every candidate.',
        },
  ];
}

/** Whether the audit log is the one that was signed; whether every entry is, the audit screen checks. */
function checkAudit({ audit }: Pick<Desk, 'audit'>): Check {
  const { entries, head, gaps } = audit.state();
  const gap = gaps.findLast(({ action }) => action === 'audit.gap-found');
  const now = headInWords(head, entries);
  if (now !== null) return { id: 'audit', state: 'failed', message: now };
  if (gap !== undefined) {
    const message = `On ${gap.at} the audit log was not the one that had been signed; it went on from there. The audit screen says what was found.`;
    return { id: 'audit', state: 'warning', message };
  }
  return {
    id: 'audit',
    state: 'ok',
    message: `The audit log has ${entries} entries and ends where it was signed.`,
  };
}

/** The thread that looked stopped, or took too long: that says nothing of the database. */
const interrupted = (id: Check['id']): Check => ({
  id,
  state: 'warning',
  message: 'The check was interrupted before its end. Run it again.',
});

function sqliteVersion(desk: Pick<Desk, 'database'>): string {
  const version = desk.database.db.prepare('SELECT sqlite_version()').pluck().get();
  return typeof version === 'string' ? version : 'of unknown version';
}

async function checkParser(parser: Parser): Promise<Check> {
  const answer = await probeParser(parser);
  return answer === null
    ? { id: 'parser', state: 'ok', message: 'A parse process started and read a test CV.' }
    : {
        id: 'parser',
        state: 'failed',
        message: `The parse process does not work (${answer}). Install Longlist again.`,
      };
}

async function checkOcr({ ocr, desk }: Patient): Promise<Check> {
  const workspace = await desk?.deps.workspace.workspace();
  const wanted = workspace?.settings.ocrLanguages ?? ['eng'];
  const missing: string[] = [];
  for (const code of wanted) {
    const found = await Promise.all(ocr.dirs.map((dir) => hasOcrFile(dir, code)));
    if (!found.includes(true)) missing.push(code);
  }
  return missing.length === 0
    ? { id: 'ocr', state: 'ok', message: `Data for reading scans is here: ${wanted.join(', ')}.` }
    : {
        id: 'ocr',
        state: missing.length === wanted.length ? 'failed' : 'warning',
        message: `No data for reading scans in ${missing.join(', ')}. Add it in Settings, or choose other languages.`,
      };
}

async function checkKeychain(secrets: SecretStore, workspaceDir: string): Promise<Check> {
  const say = (state: Check['state'], message: string): Check => ({
    id: 'keychain',
    state,
    message,
  });
  const isNeeded = keyFileStates(workspaceDir).keys?.slots.some(({ kind }) => kind === 'keychain');
  const without = isNeeded
    ? 'It opens this workspace: unlock it, or open the workspace with the recovery key and set a passphrase.'
    : 'Nothing needs it: the workspace is not opened by it.';
  switch (await keychainState(secrets, KEYCHAIN_DEADLINE_MS)) {
    case 'works':
      return say('ok', "The system's keychain answers.");
    case 'unavailable':
      return say(
        isNeeded ? 'warning' : 'ok',
        `The system's keychain is not there or locked. ${without}`,
      );
    case 'no-answer':
      return say(
        'warning',
        `The system's keychain did not answer in time; it may wait for its password. ${without}`,
      );
  }
}
