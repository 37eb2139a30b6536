import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { asTargetError } from '@/electron/core/storage-errors';
import type { SearchLogView } from '@/shared/domain/privacy/views';
import { safeCell } from '@/shared/domain/tables/safe-cell';
import type { Actor } from '@/shared/domain/workspace/records';
import { isAppError } from '@/shared/kit/app-error';
import { newId } from '@/shared/kit/ids';
import type { Deps } from '@/shared/usecases/deps';
import { noteExport } from '@/shared/usecases/exports/note-export';

const PAGE = 200;
const HEADER = ['at', 'user', 'text', 'filters', 'job', 'found'];

/** Writes the whole search log to a file, newest first. The target appears whole or not at all. Errors: STORAGE_UNAVAILABLE. */
export async function exportSearchLog(
  deps: Pick<Deps, 'privacy' | 'store'>,
  actor: Actor,
  { format }: { readonly format: 'csv' | 'json' },
  target: string,
): Promise<{ readonly entries: number }> {
  let entries = 0;
  const beside = path.join(path.dirname(target), `.longlist-${newId()}.part`);
  const file = createWriteStream(beside, { mode: 0o600, flags: 'wx' });
  const counted = async function* (): AsyncGenerator<SearchLogView> {
    for await (const entry of all(deps)) {
      entries += 1;
      yield entry;
    }
  };
  try {
    if (format === 'csv') await pipeline(csvRows(counted()), stringify({ bom: true }), file);
    else await pipeline(jsonPieces(counted()), file);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw isAppError(error) ? error : asTargetError(error);
  }
  await noteExport(deps, actor, { kind: 'search-log', format, rows: entries });
  return { entries };
}

async function* all(deps: Pick<Deps, 'privacy'>): AsyncGenerator<SearchLogView> {
  let before: { readonly at: string; readonly id: string } | null = null;
  for (;;) {
    const page: readonly SearchLogView[] = await deps.privacy.searchLog({
      userId: null,
      containing: '',
      before,
      limit: PAGE,
    });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    before = { at: last.at, id: last.id };
  }
}

async function* csvRows(entries: AsyncIterable<SearchLogView>): AsyncGenerator<readonly string[]> {
  yield HEADER;
  for await (const { at, userName, text, filters, jobTitle, total } of entries) {
    yield [at, userName, text, JSON.stringify(filters), jobTitle ?? '', String(total)].map(
      safeCell,
    );
  }
}

async function* jsonPieces(entries: AsyncIterable<SearchLogView>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const entry of entries) {
    yield `${before}${JSON.stringify(entry)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
