import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/shared/kit/app-error';
import { asStorageError, errorCode } from './storage-errors';

/**
 * Unpacks the sample CVs into the workspace and answers with their folder there. In the application they lie inside its archive, whose files
 * can be listed and read but have no lasting identity that an import could go by; so they are imported from a folder like any other.
 * Errors (AppError): NOT_FOUND when this copy of Longlist has none; STORAGE_UNAVAILABLE.
 */
export async function copySamples(samplesDir: string, workspaceDir: string): Promise<string> {
  const target = path.join(workspaceDir, 'samples', 'Sample CVs');
  const unfinished = `${target}.new`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    const files = await copyFolder(samplesDir, unfinished);
    if (files === 0) throw noSamples();
    await rm(target, { recursive: true, force: true });
    await rename(unfinished, target);
    return target;
  } catch (error) {
    throw errorCode(error) === 'ENOENT' ? noSamples() : asStorageError(error);
  }
}

/** How many files were copied. Not `fs.cp` and not `opendir`: neither can look into the application's archive. */
async function copyFolder(from: string, to: string): Promise<number> {
  const entries = await readdir(from, { withFileTypes: true });
  await mkdir(to, { recursive: true, mode: 0o700 });
  let files = 0;
  for (const entry of entries) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) files += await copyFolder(source, target);
    else {
      await writeFile(target, await readFile(source), { mode: 0o600 });
      files += 1;
    }
  }
  return files;
}

const noSamples = (): AppError =>
  new AppError('NOT_FOUND', 'The sample CVs did not come with this copy of Longlist.');
