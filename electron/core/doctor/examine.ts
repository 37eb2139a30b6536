import { stat, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { hasOcrFile, type OcrData } from '@/electron/core/ocr-data';
import type { Desk } from '@/electron/core/router/door';
import type { Check } from '@/shared/contract/api/system';
import type { Parser } from '@/shared/usecases/ports/parser';
import { keychainState, type SecretStore } from '@/electron/core/keys/secret-store';
import { headInWords } from '@/shared/domain/audit/words';
import { probeParser } from './parser-answers';

/** Below this an import of a few thousand CVs would fill the disk. */
const LOW_DISK_BYTES = 1024 * 1024 * 1024;
const SAMPLE = 20;
const KEYCHAIN_DEADLINE_MS = 3_000;

export interface Patient {
  /** The open workspace; null when there is none or it cannot be opened. */
  readonly desk: Pick<
    Desk,
    'deps' | 'actor' | 'database' | 'originals' | 'audit' | 'checkDatabase'
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
  const { desk, unavailable } = patient;
  const [originals, parser, ocr, disk, keychain] = await Promise.all([
    desk === null ? notOpened('originals', unavailable) : checkOriginals(desk),
    checkParser(patient.parser),
    checkOcr(patient),
    checkDisk(patient.workspaceDir),
    checkKeychain(patient.secrets),
  ]);
  const storage =
    desk === null
      ? [notOpened('database', unavailable), notOpened('search-index', unavailable)]
      : [...(await checkStorage(desk)), checkAudit(desk)];
  return [checkRuntime(), ...storage, originals, parser, ocr, disk, keychain];
}

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
          message: `The database is damaged: ${rest[0]}. Restore a backup from the workspace's backups folder.`,
        }
      : {
          id: 'database',
          state: journal === '' ? 'ok' : 'warning',
          message: `The database is whole (SQLite ${version}).${journal}`,
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

/** Reads the originals of some candidates and compares each with its hash. */
async function checkOriginals({
  deps,
  actor,
  originals,
}: Pick<Desk, 'deps' | 'actor' | 'originals'>): Promise<Check> {
  const tasks = await deps.imports.tasks(5);
  const resumeIds: string[] = [];
  for (const task of tasks) {
    for (const outcome of ['loaded', 'updated', 'missing_information'] as const) {
      const items = await deps.imports.items({ taskId: task.id, outcome, limit: SAMPLE });
      for (const item of items) if (item.resumeId !== null) resumeIds.push(item.resumeId);
    }
  }
  let looked = 0;
  let bad = 0;
  for (const id of resumeIds.slice(0, SAMPLE)) {
    const resume = await deps.candidates.resume(actor, id);
    if (resume === null) continue;
    looked += 1;
    const whole = await originals.read(resume.sha256).then(
      () => true,
      () => false,
    );
    if (!whole) bad += 1;
  }
  if (looked === 0) {
    return { id: 'originals', state: 'ok', message: 'No original files are kept yet.' };
  }
  return bad === 0
    ? { id: 'originals', state: 'ok', message: `${looked} original files looked at, all whole.` }
    : {
        id: 'originals',
        state: 'failed',
        message: `${bad} of ${looked} original files are missing or changed. Import those files again to restore them.`,
      };
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

async function checkDisk(workspaceDir: string): Promise<Check> {
  const disk = await statfs(await nearestFolder(workspaceDir)).catch(() => null);
  if (disk === null) {
    return { id: 'disk', state: 'warning', message: 'The free space cannot be read here.' };
  }
  const free = disk.bavail * disk.bsize;
  const gigabytes = (free / 1024 ** 3).toFixed(1);
  return free < LOW_DISK_BYTES
    ? {
        id: 'disk',
        state: 'warning',
        message: `Only ${gigabytes} GB are free. Make room before a large import.`,
      }
    : { id: 'disk', state: 'ok', message: `${gigabytes} GB are free.` };
}

/** The workspace's folder, or the nearest one above it that is there already. */
async function nearestFolder(folder: string): Promise<string> {
  const there = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  const above = path.dirname(folder);
  return there || above === folder ? folder : nearestFolder(above);
}

async function checkKeychain(secrets: SecretStore): Promise<Check> {
  switch (await keychainState(secrets, KEYCHAIN_DEADLINE_MS)) {
    case 'works':
      return { id: 'keychain', state: 'ok', message: "The system's keychain answers." };
    case 'unavailable':
      return {
        id: 'keychain',
        state: 'warning',
        message: "The system's keychain is not there or locked. Nothing needs it yet.",
      };
    case 'no-answer':
      return {
        id: 'keychain',
        state: 'warning',
        message: "The system's keychain did not answer in time; it may wait for its password.",
      };
  }
}
