import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import { createParserPool } from '@/electron/core/parser-pool/parser-pool';
import { findResources } from '@/electron/core/paths';
import { parsersFor } from '@/electron/core/parsers';
import type { ExtractedDocument } from '@/shared/domain/parsing/extracted-document';
import type { ParsedResume } from '@/shared/domain/parsing/parsed-resume';
import type { Parser } from '@/shared/usecases/ports/parser';
import { INSIDE } from './sets';

export interface ReadFile {
  readonly document: ExtractedDocument;
  readonly resume: ParsedResume;
}

/** "Present" means the same day in every run, so that the same files give the same figures. */
const NOW = new Date('2026-01-01T00:00:00Z');

/**
 * Reads files through the parse processes of the application, with every place. What is inside an archive or mail is named
 * `x.zip › its/path`; a file that cannot be read is left out and told to `unread`.
 */
export async function readFiles(
  files: readonly string[],
  programs: { readonly parseEntry: string; readonly resourcesDir: string },
  unread: (file: string, why: string) => void,
): Promise<ReadonlyMap<string, ReadFile>> {
  const resources = findResources(programs.resourcesDir);
  const staging = mkdtempSync(path.join(os.tmpdir(), 'longlist-eval-'));
  const parser = createParserPool({
    spawner: createNodeSpawner({ entry: programs.parseEntry }),
    settings: {
      pdfResourcesDir: resources.pdfDir,
      ocrDataDirs: [resources.ocrDir],
      memoryLimitBytes: 512 * 1024 * 1024,
      everyPlace: true,
    },
    clock: { now: () => NOW },
    size: parsersFor(os.availableParallelism(), os.totalmem()),
  });
  const found = new Map<string, ReadFile>();
  try {
    await Promise.all(
      files.map((file) => readInto(found, parser, { file, at: file }, staging, unread)),
    );
    return found;
  } finally {
    await parser.close();
    rmSync(staging, { recursive: true, force: true });
  }
}

async function readInto(
  found: Map<string, ReadFile>,
  parser: Parser,
  { file, at }: { readonly file: string; readonly at: string },
  staging: string,
  unread: (file: string, why: string) => void,
): Promise<void> {
  const request = {
    path: at,
    fileName: path.basename(file.split(INSIDE).at(-1) ?? file),
    ocrLanguages: ['eng'],
    stagingDir: staging,
  };
  const outcome = await parser.parse(request, new AbortController().signal);
  if (outcome.kind === 'failed') {
    unread(file, `${outcome.failure.code}: ${outcome.failure.message}`);
  } else if (outcome.kind === 'document') {
    found.set(file, { document: outcome.document, resume: outcome.resume });
  } else {
    for (const entry of outcome.entries) {
      const inside = { file: `${file}${INSIDE}${entry.name}`, at: entry.stagedPath };
      await readInto(found, parser, inside, staging, unread);
    }
  }
}
