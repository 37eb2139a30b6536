import { access } from 'node:fs/promises';
import { type SealedPlace, stagedIn } from '@/electron/core/keys/sealed-file';
import type { OriginalsStore } from '@/electron/core/originals-store';
import type { ImportItem } from '@/shared/domain/imports/records';
import type { ParseFailure, ParseOutcome, Parser } from '@/shared/usecases/ports/parser';
import type { ImportReader } from '@/shared/usecases/ports/readers';
import type { Gate } from './slots';
import { copySource, readSealed, readSource, SourceFailure, writeCopy } from './source-file';

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
  how: { readonly ocrLanguages: readonly string[]; readonly staged: SealedPlace },
  signal: AbortSignal,
): Promise<{ readonly reading: ItemReading; readonly leave: () => void }> {
  const source = await sourceOf(deps, item, how.staged);
  for (let start = 1; ; start++) {
    let leave: () => void = () => undefined;
    try {
      const { content, ...facts } =
        typeof source === 'string' ? await readSource(source, signal) : await readSealed(source);
      leave = await deps.sameBytes.enter(facts.sha256, signal);
      const known = await deps.imports.resumeByHash(facts.sha256);
      if (known !== null && (await deps.originals.isWhole(facts.sha256, signal))) {
        const { sha256, bytes } = facts;
        return { reading: { kind: 'already_here', sha256, bytes, known }, leave };
      }
      const temp = deps.originals.newTempPath();
      try {
        const copied = await copy(deps.originals, source, content, facts.sha256, temp, signal);
        if (copied === null) {
          leave();
          if (start < MAX_STARTS) continue;
          return { reading: failed(null, STILL_CHANGING), leave: () => undefined };
        }
        if (known !== null) {
          // The résumé is known but its original had gone from the store: this brings it back.
          await deps.originals.keep(temp, facts.sha256);
          return { reading: { kind: 'already_here', ...facts, known }, leave };
        }
        const at = { path: temp, contentKey: copied.contentKey };
        const reading = await parseCopy(deps, item, at, facts, how, signal);
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
  temp: { readonly path: string; readonly contentKey: Uint8Array | null },
  facts: { readonly sha256: string; readonly bytes: number },
  how: { readonly ocrLanguages: readonly string[]; readonly staged: SealedPlace },
  signal: AbortSignal,
): Promise<ItemReading> {
  const { sha256, bytes } = facts;
  const outcome = await deps.parser.parse(
    {
      ...temp,
      fileName: item.fileName,
      ocrLanguages: how.ocrLanguages,
      ...stagedIn(how.staged),
    },
    signal,
  );
  switch (outcome.kind) {
    case 'failed':
      return failed(sha256, outcome.failure);
    case 'container':
      return { kind: 'container', sha256, outcome };
    case 'document':
      await deps.originals.keep(temp.path, sha256);
      return { kind: 'document', sha256, bytes, outcome };
  }
}

/** A copy of our own, sealed; null when the source is another by now. `contentKey` opens it. */
async function copy(
  originals: OriginalsStore,
  source: string | SealedPlace,
  content: Buffer | null,
  sha256: string,
  temp: string,
  signal: AbortSignal,
): Promise<{ readonly contentKey: Uint8Array | null } | null> {
  if (content !== null || typeof source !== 'string') {
    const sealer = originals.newSealer();
    await writeCopy(content ?? Buffer.alloc(0), temp, sealer);
    return sealer;
  }
  const copied = await copySource(source, temp, originals.newSealer, signal);
  return copied.sha256 === sha256 ? copied : null;
}

/** Where the bytes are: the file itself, what was unpacked of an archive, or the store when that has gone and the bytes are there. */
async function sourceOf(
  deps: ReadItemDeps,
  item: ImportItem,
  staged: SealedPlace,
): Promise<string | SealedPlace> {
  if (item.parentId === null) return item.path;
  const unpacked = { path: item.path, key: staged.key };
  if (item.sha256 === null) return unpacked;
  const there = await access(item.path).then(
    () => true,
    () => false,
  );
  return !there && (await deps.originals.has(item.sha256))
    ? deps.originals.placeOf(item.sha256)
    : unpacked;
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
