import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { instantSchema } from '@/shared/kit/clock';

/** What belongs to this computer and not to the workspace's records: where backups go, and how the last ones went. */
export const DEVICE_FILE = 'backup.json';

const count = z.number().int().nonnegative();

const deviceSchema = z.object({
  /** Null: in the workspace's own folder. */
  folder: z.string().max(4096).nullable(),
  automatic: z.boolean(),
  lastGood: z
    .object({
      at: instantSchema,
      name: z.string(),
      folder: z.string(),
      bytes: count,
      candidates: count,
      lacking: count,
    })
    .nullable(),
  /** Since the last good one. */
  failures: z
    .object({ count: count, at: instantSchema, code: z.string(), message: z.string() })
    .nullable(),
  /** Names of originals that erasures took and that the shelf could not be told of yet. */
  erasedFiles: z.array(z.string()),
  /** Folders that were chosen before: backups there are told of erasures, too. */
  earlierFolders: z.array(z.string()).max(5),
});
export type DeviceState = z.infer<typeof deviceSchema>;

const FIRST: DeviceState = {
  folder: null,
  automatic: true,
  lastGood: null,
  failures: null,
  erasedFiles: [],
  earlierFolders: [],
};

/** A file that is gone or cannot be read is as if it had never been: backups go on, into the usual folder. */
export function readDevice(workspaceDir: string): DeviceState {
  try {
    const text = readFileSync(path.join(workspaceDir, DEVICE_FILE), 'utf8');
    const read = deviceSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : FIRST;
  } catch {
    return FIRST;
  }
}

export function writeDevice(workspaceDir: string, state: DeviceState): void {
  const file = path.join(workspaceDir, DEVICE_FILE);
  writeFileSync(`${file}.part`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.part`, file);
}
