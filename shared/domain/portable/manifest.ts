import { z } from 'zod';
import { instantSchema } from '@/shared/kit/clock';
import { idSchema } from '@/shared/kit/ids';

/** Of a full export: docs/full-export.md. One more for each change that an older Longlist would read wrongly. */
export const EXPORT_FORMAT = 1;

/** What lies in a full export, beside the folder of originals. */
export const EXPORT_FILES = {
  database: 'longlist.sqlite',
  candidates: 'candidates.jsonl',
  applications: 'applications.jsonl',
  jobs: 'jobs.jsonl',
  clients: 'clients.jsonl',
  originals: 'originals.jsonl',
  audit: 'audit.jsonl',
  readMe: 'README.txt',
} as const;
export const MANIFEST = 'manifest.json';
export const ORIGINALS_FOLDER = 'originals';

const count = z.number().int().nonnegative();

const exportedFileSchema = z.object({
  /** From the folder of the export, with `/` between folders. */
  path: z.string().max(1000).refine(isPlainPath),
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ExportedFile = z.infer<typeof exportedFileSchema>;

const exportCountsSchema = z.object({
  candidates: count,
  applications: count,
  jobs: count,
  clients: count,
  originals: count,
  /** Originals that the workspace did not have any more, or that were damaged. */
  missingOriginals: count,
  /** Private notes of others than who exported: they are not in it. */
  privateNotesLeftOut: count,
});
export type ExportCounts = z.infer<typeof exportCountsSchema>;

export const manifestSchema = z.object({
  kind: z.literal('longlist-export'),
  format: z.number().int().positive(),
  /** Version of the tables in `longlist.sqlite`. */
  schema: z.number().int().positive(),
  madeAt: instantSchema,
  /** The Longlist that made it. */
  version: z.string().max(100),
  databaseId: idSchema,
  workspace: z.string().max(200),
  /** Whether one had to sign in there. */
  guarded: z.boolean(),
  counts: exportCountsSchema,
  files: z.array(exportedFileSchema).max(5_000_000),
});
export type Manifest = z.infer<typeof manifestSchema>;

/**
 * Whether a path of a manifest stays in the folder of the export, on every system: names between slashes, none of them `.` or `..`, no
 * backslash, colon or control character in them.
 */
export function isPlainPath(path: string): boolean {
  return path
    .split('/')
    .every(
      (name) =>
        name !== '' && name !== '.' && name !== '..' && !/[\\:\p{Cc}\u2028\u2029]/u.test(name),
    );
}
