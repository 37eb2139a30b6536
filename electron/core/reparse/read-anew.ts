import { type SealedPlace, stagedIn } from '@/electron/core/keys/sealed-file';
import type { OriginalsStore } from '@/electron/core/originals-store';
import { documentFromStored, readingOf } from '@/shared/domain/reparse/reread-candidate';
import type { Parser } from '@/shared/usecases/ports/parser';
import type { ReadAnew } from '@/shared/usecases/ports/reparse-runner';

interface ReadAnewDeps {
  readonly originals: OriginalsStore;
  readonly parser: Parser;
  readonly ocrLanguages: () => Promise<readonly string[]>;
  /** A folder for what a file may unpack; nothing in it is kept. */
  readonly staging: () => Promise<SealedPlace>;
}

/**
 * Reads stored résumés again. From the original, whose lines and columns the text alone does not tell; where that is gone,
 * was changed, or cannot be read any more, from the text that was read from it the first time.
 * "Present" stays the day the résumé came: time passing is no difference between two parsers.
 */
export function createReadAnew(deps: ReadAnewDeps): ReadAnew {
  return async (resume, signal) => {
    const now = Date.parse(resume.storedAt);
    if (await deps.originals.isWhole(resume.sha256, signal)) {
      const staged = await deps.staging();
      const outcome = await deps.parser.parse(
        {
          ...(await deps.originals.source(resume.sha256)),
          fileName: resume.fileName,
          ocrLanguages: await deps.ocrLanguages(),
          ...stagedIn(staged),
          now,
        },
        signal,
      );
      if (outcome.kind === 'document') return readingOf(resume, outcome.document, outcome.resume);
    }
    // Loaded when it is needed: its word lists would make every start of the core slower.
    const { parseResume } = await import('@/shared/domain/parsing/parse-resume');
    const document = documentFromStored(resume);
    return readingOf(resume, document, parseResume(document, { now: new Date(now) }));
  };
}
