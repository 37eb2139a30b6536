import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Desk } from '@/electron/core/router/door';
import { nameOfOriginal, ORIGINALS } from '@/electron/core/originals-store';
import type { Check } from '@/shared/contract/api/system';

type Kept = Pick<Desk, 'deps' | 'database' | 'originals' | 'originalNames'>;

/** Originals whose bytes are read and compared with their hash when it is not asked for all of them. */
const SAMPLE = 20;
const A_PAGE = 500;
/** A file that came in so long ago, in ms, belongs to somebody by now. */
const JUST_CAME = 3_600_000;

/**
 * Whether every CV has its original file, and every file belongs to one. Of the bytes some are read and compared with their hash; with
 * `all`, those of every file. Throws the signal's reason when it aborts.
 */
export async function checkOriginals(
  { deps, database, originals, originalNames }: Kept,
  workspaceDir: string,
  all: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void } | null = null,
): Promise<Check> {
  // Before the records: a file that comes in meanwhile is then at least not one too many.
  const files = await filesIn(path.join(workspaceDir, ORIGINALS));
  const total = Number(
    database.db.prepare('SELECT count(DISTINCT sha256) FROM resume').pluck().get(),
  );
  const page = database.db
    .prepare('SELECT DISTINCT sha256 FROM resume WHERE sha256 > ? ORDER BY sha256 LIMIT ?')
    .pluck();
  const signal = all?.signal ?? new AbortController().signal;
  const step = Math.max(1, Math.floor(total / SAMPLE));
  let seen = 0;
  let missing = 0;
  let looked = 0;
  let bad = 0;
  for (let after = ''; ; ) {
    const hashes = page.all(after, A_PAGE).map(String);
    for (const sha256 of hashes) {
      signal.throwIfAborted();
      const isThere =
        files.delete(nameOfOriginal(sha256, originalNames)) || (await originals.has(sha256));
      if (!isThere) missing += 1;
      else if (all !== null || seen % step === 0) {
        looked += 1;
        if (!(await originals.isWhole(sha256, signal))) bad += 1;
      }
      seen += 1;
    }
    all?.onProgress(total === 0 ? 1 : seen / total);
    if (hashes.length < A_PAGE) break;
    after = hashes.at(-1) ?? '';
    await deps.nextTurn();
  }
  return verdict({
    total,
    missing,
    looked,
    bad,
    left: await countOld(files.values()),
  });
}

function verdict(found: {
  readonly total: number;
  readonly missing: number;
  readonly looked: number;
  readonly bad: number;
  readonly left: number;
}): Check {
  const { total, missing, looked, bad, left } = found;
  const say = (state: Check['state'], message: string): Check => ({
    id: 'originals',
    state,
    message:
      left === 0
        ? message
        : `${message} ${left === 1 ? '1 file more belongs' : `${left} files more belong`} to nobody here, which does no harm.`,
  });
  if (total === 0) return say('ok', 'No original files are kept yet.');
  if (missing + bad > 0) {
    const wrong = [
      ...(missing > 0 ? [`${missing} of ${total} original files are missing`] : []),
      ...(bad > 0 ? [`${bad} of ${looked} that were looked at are changed or damaged`] : []),
    ];
    return say(
      'failed',
      `${wrong.join(', ')}. Import those files again, or restore a backup; text and fields of the CVs are kept.`,
    );
  }
  return say(
    'ok',
    `All ${total} original files are there; ${looked === total ? 'all' : looked} of them were read and are whole.`,
  );
}

/** The files of the store by their names, without what is being copied. */
async function filesIn(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const folder of await readdir(root).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of await readdir(path.join(root, folder)).catch(() => []))
      files.set(name, path.join(root, folder, name));
  }
  return files;
}

/** An import keeps its files before it saves whose they are. */
async function countOld(files: Iterable<string>): Promise<number> {
  let old = 0;
  for (const file of files) {
    const stats = await stat(file).catch(() => null);
    if (stats !== null && Date.now() - stats.mtimeMs > JUST_CAME) old += 1;
  }
  return old;
}
