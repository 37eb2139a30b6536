import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import { createParserPool } from '@/electron/core/parser-pool/parser-pool';
import type { ExtractedDocument } from '@/shared/domain/parsing/extracted-document';
import type { ParseOutcome, Parser } from '@/shared/usecases/ports/parser';

const root = path.resolve(import.meta.dirname, '../../../..');

/** The pool and the built parse process as they are in use, on files that tests write. */
export class RealPool {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'longlist-parse-'));
  readonly #parser: Parser;
  #files = 0;

  constructor(size = 1) {
    this.#parser = createParserPool({
      spawner: createNodeSpawner({ entry: path.join(root, 'dist/node/parse.js') }),
      settings: {
        pdfResourcesDir: path.join(root, 'node_modules/pdfjs-dist'),
        ocrDataDirs: [path.join(root, 'node_modules/@tesseract.js-data/eng/4.0.0_best_int')],
        memoryLimitBytes: 512 * 1024 * 1024,
        everyPlace: true,
      },
      clock: { now: () => new Date('2026-03-01T00:00:00Z') },
      size,
    });
  }

  /** Reads bytes under a name, from a file that says nothing of the name. */
  parse(
    fileName: string,
    bytes: Uint8Array | string,
    ocrLanguages: readonly string[] = ['eng'],
  ): Promise<ParseOutcome> {
    this.#files += 1;
    const file = path.join(this.folder, `file-${this.#files}`);
    writeFileSync(file, bytes);
    return this.parsePath(file, fileName, ocrLanguages);
  }

  parsePath(
    file: string,
    fileName: string,
    ocrLanguages: readonly string[] = ['eng'],
  ): Promise<ParseOutcome> {
    return this.#parser.parse(
      { path: file, fileName, ocrLanguages, stagingDir: this.folder },
      new AbortController().signal,
    );
  }

  /** The document, or a thrown sentence that says why there is none. */
  async read(fileName: string, bytes: Uint8Array | string): Promise<ExtractedDocument> {
    return documentOf(await this.parse(fileName, bytes));
  }

  async close(): Promise<void> {
    await this.#parser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function documentOf(outcome: ParseOutcome): ExtractedDocument {
  if (outcome.kind === 'document') return outcome.document;
  throw new Error(
    outcome.kind === 'failed'
      ? `${outcome.failure.code}: ${outcome.failure.message}`
      : 'a container',
  );
}

export const linesOf = (document: ExtractedDocument): readonly string[] =>
  document.lines
    .map((line) => document.text.slice(line.start, line.end))
    .filter((line) => line !== '');
