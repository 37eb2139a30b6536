import { createParserPool } from '@/electron/core/parser-pool/parser-pool';
import type { ParserSpawner } from '@/electron/core/parser-pool/parser-spawner';
import type { Clock } from '@/shared/kit/clock';
import type { Parser } from '@/shared/usecases/ports/parser';
import type { OcrData } from './ocr-data';
import type { Resources } from './paths';

/** Resident bytes a parse process may take; it ends itself above. */
const PARSER_MEMORY = 512 * 1024 * 1024;
/** Beside the parsers run the core, the query threads and the window. */
const MEMORY_A_PARSER = 1024 * 1024 * 1024;

/** A parse process keeps one processor busy. */
export function parsersFor(processors: number, memoryBytes: number): number {
  return Math.max(1, Math.min(4, processors, Math.floor(memoryBytes / MEMORY_A_PARSER)));
}

/** The parse processes; none is started before the first file comes. */
export function openParser(options: {
  readonly parserSpawner: ParserSpawner;
  readonly resources: Resources;
  readonly ocr: Pick<OcrData, 'dirs'>;
  readonly clock: Clock;
  readonly size: number;
  /** Documents come with the place of every word, to look at how a file was read. */
  readonly everyPlace?: boolean;
}): Parser {
  return createParserPool({
    spawner: options.parserSpawner,
    settings: {
      pdfResourcesDir: options.resources.pdfDir,
      ocrDataDirs: options.ocr.dirs,
      memoryLimitBytes: PARSER_MEMORY,
      everyPlace: options.everyPlace ?? false,
    },
    clock: options.clock,
    size: options.size,
  });
}
