import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { explanationText } from '@/electron/cli/explanation';
import { newSecret } from '@/electron/core/keys/keyring';
import { contentKeyIn, type SealedPlace, stagedIn } from '@/electron/core/keys/sealed-file';
import { interruption } from '@/electron/cli/interruption';
import { EXIT, type ExitCode, print, UsageError } from '@/electron/cli/output';
import { type Surroundings, workspaceDirOf } from '@/electron/cli/surroundings';
import { scanPaths } from '@/electron/core/imports/scan';
import { createOcrData } from '@/electron/core/ocr-data';
import { findResources } from '@/electron/core/paths';
import { openParser, parsersFor } from '@/electron/core/parsers';
import { explainResume } from '@/shared/domain/parsing/explain-resume';
import { toParseLine } from '@/shared/domain/parsing/parse-line';
import { systemClock } from '@/shared/kit/clock';
import type { ParseFailure, ParseOutcome, Parser } from '@/shared/usecases/ports/parser';

interface ParseOptions {
  readonly ocr: string;
  /** Tell how each file was read instead of what it holds. */
  readonly explain: boolean;
  /** For programs: an explanation as one JSON object a line. */
  readonly json: boolean;
}

/** How many files a process has in line while one is read. */
const AHEAD = 3;
const MAX_DEPTH = 3;

/**
 * `longlist parse`: one JSON object a line for each file, in the order given, or how it was read; a file that cannot be read
 * says why.
 */
export async function parseCommand(
  place: Surroundings,
  given: readonly string[],
  options: ParseOptions,
): Promise<ExitCode> {
  const languages = languagesOf(options.ocr);
  if (options.json && !options.explain) {
    throw new UsageError('--json goes with --explain; without it parse prints JSON as it is');
  }
  const interrupted = interruption();
  // What is unpacked lies there encrypted with a key that nobody keeps: an end in the middle leaves nothing to read.
  const staging = {
    path: await mkdtemp(path.join(os.tmpdir(), 'longlist-parse-')),
    key: newSecret(),
  };
  const size = parsersFor(os.availableParallelism(), os.totalmem());
  const resources = findResources(place.resourcesDir);
  const parser = openParser({
    parserSpawner: place.parserSpawner,
    resources,
    ocr: createOcrData(workspaceDirOf({}), resources.ocrDir),
    clock: systemClock,
    size,
    everyPlace: options.explain,
  });
  const show = options.explain ? explained(options.json) : asParseLine;
  const read = (file: FileToRead): Promise<readonly string[]> =>
    linesOf(parser, file, { languages, staging, depth: 1, show }, interrupted);
  let readable = 0;
  try {
    const files = filesOf(given, interrupted);
    for await (const lines of inOrder(files, read, size * AHEAD)) {
      for (const line of lines) {
        if (!line.startsWith(FAILED)) readable += 1;
        print(line.replace(FAILED, ''));
      }
    }
  } catch (error) {
    if (interrupted.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    await parser.close();
    await rm(staging.path, { recursive: true, force: true });
  }
  return readable > 0 ? EXIT.ok : EXIT.failed;
}

/** Marks a line that stands for a file that could not be read; taken off before printing. */
const FAILED = '\u0000';

interface FileToRead {
  readonly path: string;
  /** As it is printed. */
  readonly file: string;
  readonly failure: ParseFailure | null;
  /** Opens what was unpacked. */
  readonly contentKey?: Uint8Array | null;
}

/** Files as given; folders walked, their files named under the folder as it was given. */
async function* filesOf(
  given: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<FileToRead, void, undefined> {
  for (const one of given) {
    const root = path.resolve(one);
    const isFolder = await stat(root).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    for await (const found of scanPaths([root], signal)) {
      const file = isFolder ? path.join(one, found.displayPath) : one;
      yield { path: found.path, file, failure: found.failure };
    }
  }
}

type Show = (file: string, outcome: Extract<ParseOutcome, { kind: 'document' }>) => string;

const asParseLine: Show = (file, { document, resume }) =>
  JSON.stringify(toParseLine(file, resume, document.text));

/** The stages are gone through again here: a file's text is harmless, and nothing but this command needs what they decided. */
const explained =
  (json: boolean): Show =>
  (file, { document }) => {
    const explanation = explainResume(document, { now: systemClock.now() });
    return json
      ? JSON.stringify({ file, ...explanation })
      : explanationText(file, document, explanation);
  };

interface How {
  readonly languages: readonly string[];
  readonly staging: SealedPlace;
  readonly depth: number;
  readonly show: Show;
}

async function linesOf(
  parser: Parser,
  file: FileToRead,
  how: How,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (file.failure !== null) return [failureLine(file.file, file.failure)];
  const outcome = await parser.parse(
    {
      path: file.path,
      fileName: path.basename(file.file),
      ocrLanguages: how.languages,
      contentKey: file.contentKey ?? null,
      ...stagedIn(how.staging),
    },
    signal,
  );
  switch (outcome.kind) {
    case 'document':
      return [how.show(file.file, outcome)];
    case 'failed':
      return [failureLine(file.file, outcome.failure)];
    case 'container': {
      if (how.depth > MAX_DEPTH) {
        const message = 'Archives inside archives are opened three deep.';
        return [failureLine(file.file, { code: 'ARCHIVE_BOMB', message })];
      }
      const lines: string[] = [];
      for (const entry of outcome.entries) {
        const inside = {
          path: entry.stagedPath,
          contentKey: await contentKeyIn({ path: entry.stagedPath, key: how.staging.key }),
          file: `${file.file} › ${entry.name}`,
          failure: null,
        };
        lines.push(...(await linesOf(parser, inside, { ...how, depth: how.depth + 1 }, signal)));
        await rm(entry.stagedPath, { force: true });
      }
      for (const { name, failure } of outcome.skipped) {
        lines.push(failureLine(`${file.file} › ${name}`, failure));
      }
      return lines;
    }
  }
}

const failureLine = (file: string, { code, message }: ParseFailure): string =>
  FAILED + JSON.stringify({ file, error: { code, message } });

/** Works on up to `width` things at once and yields the results in the order of the things. */
async function* inOrder<T, R>(
  things: AsyncIterable<T>,
  work: (thing: T) => Promise<R>,
  width: number,
): AsyncGenerator<R, void, undefined> {
  const running: Promise<R>[] = [];
  for await (const thing of things) {
    const result = work(thing);
    // Looked at in its turn; until then a failure must not count as nobody's.
    result.catch(() => undefined);
    running.push(result);
    const first = running.length >= width ? running.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of running) yield await result;
}

function languagesOf(text: string): readonly string[] {
  const languages = text.split(',').map((code) => code.trim());
  if (languages.length > 5 || languages.some((code) => !/^[a-z_]{3,12}$/.test(code))) {
    throw new UsageError('--ocr takes up to five language codes, as in eng,deu');
  }
  return languages;
}
