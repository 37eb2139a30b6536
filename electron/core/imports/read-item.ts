import { access } from 'node:fs/promises';
import type { OriginalsStore } from '@/electron/core/originals-store';
import type { ImportItem } from '@/shared/domain/imports/records';
import type { ParseFailure, ParseOutcome, Parser } from '@/shared/usecases/ports/parser';
import type { ImportReader } from '@/shared/usecases/ports/readers';
import type { Gate } from './slots';
import { copySource, hashSource, readSource, SourceFailure, writeCopy } from './source-file';

type Known = NonNullable<Awaited<ReturnType<ImportReader['resumeByHash']>>>;

/** What was found in a file, before it is decided whose it is. */
export type ItemReading =
  | {
      readonly kind: 'already_here';
      readonly sha256: string;
      readonly bytes: number;
      readonly known: Known;
    }
  | { readonly kind: 'failed'; readonly sha256: string | null; readonly failure: ParseFailure }
  | {
      readonly kind: 'container';
      readonly sha256: string;
      readonly outcome: Extract<ParseOutcome, { kind: 'container' }>;
    }
  | {
      readonly kind: 'document';
      readonly sha256: string;
      readonly bytes: number;
      readonly outcome: Extract<ParseOutcome, { kind: 'document' }>;
    };

export interface ReadItemDeps {
  readonly imports: Pick<ImportReader, 'resumeByHash'>;
  readonly originals: OriginalsStore;
  readonly parser: Parser;
  /** Lets one of several copies of the same bytes through at a time. */
  readonly sameBytes: Gate;
}

/** How often a file that changes between hashing and copying is started afresh. */
const MAX_STARTS = 3;

/**
 * Reads one file: hash, "already here?", a copy of our own, and the parse of that copy. The source is only ever read. When the
 * file turns out to be a CV its original is in the store for certain when this resolves.
 *
 * `leave` has to be called when the item is written or given up: until then other copies of the same bytes wait.
 * Throws STORAGE_UNAVAILABLE (AppError) when our own copy cannot be written, the signal's reason when it aborts.
 */
export async function readItem(
  deps: ReadItemDeps,
  item: ImportItem,
  how: { readonly ocrLanguages: readonly string[]; readonly stagingDir: string },
  signal: AbortSignal,
): Promise<{ readonly reading: ItemReading; readonly leave: () => void }> {
  const source = await sourceOf(deps, item);
  for (let start = 1; ; start++) {
    let leave: () => void = () => undefined;
    try {
      const { content, ...facts } = await readSource(source, signal);
      leave = await deps.sameBytes.enter(facts.sha256, signal);
      const known = await deps.imports.resumeByHash(facts.sha256);
      if (known !== null && (await isWhole(deps.originals, facts.sha256, signal))) {
        const { sha256, bytes } = facts;
        return { reading: { kind: 'already_here', sha256, bytes, known }, leave };
      }
      const temp = deps.originals.newTempPath();
      try {
        if (content !== null) await writeCopy(content, temp);
        else if ((await copySource(source, temp, signal)).sha256 !== facts.sha256) {
          leave();
          if (start < MAX_STARTS) continue;
          return { reading: failed(null, STILL_CHANGING), leave: () => undefined };
        }
        if (known !== null) {
          // The résumé is known but its original had gone from the store: this brings it back.
          await deps.originals.keep(temp, facts.sha256);
          return { reading: { kind: 'already_here', ...facts, known }, leave };
        }
        const reading = await parseCopy(deps, item, temp, facts, how, signal);
        return { reading, leave };
      } finally {
        await deps.originals.discard(temp);
      }
    } catch (error) {
      leave();
      if (!(error instanceof SourceFailure)) throw error;
      return { reading: failed(null, error.failure), leave: () => undefined };
    }
  }
}

async function parseCopy(
  deps: ReadItemDeps,
  item: ImportItem,
  temp: string,
  facts: { readonly sha256: string; readonly bytes: number },
  how: { readonly ocrLanguages: readonly string[]; readonly stagingDir: string },
  signal: AbortSignal,
): Promise<ItemReading> {
  const { sha256, bytes } = facts;
  const outcome = await deps.parser.parse(
    {
      path: temp,
      fileName: item.fileName,
      ocrLanguages: how.ocrLanguages,
      stagingDir: how.stagingDir,
    },
    signal,
  );
  switch (outcome.kind) {
    case 'failed':
      return failed(sha256, outcome.failure);
    case 'container':
      return { kind: 'container', sha256, outcome };
    case 'document':
      await deps.originals.keep(temp, sha256);
      return { kind: 'document', sha256, bytes, outcome };
  }
}

/** Whether the store has the bytes, unharmed: else this very file can bring them back. */
const isWhole = (
  originals: OriginalsStore,
  sha256: string,
  signal: AbortSignal,
): Promise<boolean> =>
  hashSource(originals.pathOf(sha256), signal).then(
    (stored) => stored.sha256 === sha256,
    (error: unknown) => {
      if (error instanceof SourceFailure) return false;
      throw error;
    },
  );

/** Where the bytes are: the source, or the store when a staged copy has gone and the bytes are there. */
async function sourceOf(deps: ReadItemDeps, item: ImportItem): Promise<string> {
  if (item.parentId === null || item.sha256 === null) return item.path;
  const there = await access(item.path).then(
    () => true,
    () => false,
  );
  return !there && (await deps.originals.has(item.sha256))
    ? deps.originals.pathOf(item.sha256)
    : item.path;
}

const STILL_CHANGING: ParseFailure = {
  code: 'UNREADABLE',
  message: 'The file changed while it was read. Retry when it is finished.',
};

const failed = (sha256: string | null, failure: ParseFailure): ItemReading => ({
  kind: 'failed',
  sha256,
  failure,
});
