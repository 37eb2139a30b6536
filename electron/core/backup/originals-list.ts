import path from 'node:path';
import { readFile, stat } from 'node:fs/promises';
import { ORIGINALS } from '@/electron/core/originals-store';
import { errorCode } from '@/electron/core/storage-errors';
import { entriesIn } from './files';
import { ORIGINALS_LIST } from './layout';

/** An original file as it lies in a workspace: under its keyed name, with the bytes it has sealed. */
export interface ListedOriginal {
  readonly name: string;
  readonly bytes: number;
}

/** Every original in the workspace, by name. */
export async function originalsIn(workspaceDir: string): Promise<readonly ListedOriginal[]> {
  const root = path.join(workspaceDir, ORIGINALS);
  const found: ListedOriginal[] = [];
  for (const folder of await entriesIn(root)) {
    if (!/^[0-9a-f]{2}$/.test(folder.name)) continue;
    const names = (await entriesIn(path.join(root, folder.name)))
      .map(({ name }) => name)
      .filter((name) => /^[0-9a-f]{64}$/.test(name));
    const sizes = await Promise.all(
      names.map((name) => sizeOf(path.join(root, folder.name, name))),
    );
    // Null: erased meanwhile.
    found.push(...names.flatMap((name, at) => pair(name, sizes[at] ?? null)));
  }
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const pair = (name: string, bytes: number | null): readonly ListedOriginal[] =>
  bytes === null ? [] : [{ name, bytes }];

/** Bytes of a file, null when it is not there. */
export async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

export const listText = (originals: readonly ListedOriginal[]): string =>
  originals.map(({ name, bytes }) => `${name} ${bytes}\n`).join('');

/** The list of a backup whose files are those of its manifest. Lines that are none are passed over. */
export async function readList(folder: string): Promise<readonly ListedOriginal[]> {
  const text = await readFile(path.join(folder, ORIGINALS_LIST), 'utf8');
  return text.split('\n').flatMap((line) => {
    const match = /^([0-9a-f]{64}) (\d{1,15})$/.exec(line);
    return match === null ? [] : [{ name: match[1] ?? '', bytes: Number(match[2]) }];
  });
}
