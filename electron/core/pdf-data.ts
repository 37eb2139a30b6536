import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/shared/kit/app-error';

export interface PdfData {
  /** A character map or standard font of pdf.js by its name. Errors: NOT_FOUND for a name that is not in its folder. */
  readonly read: (kind: 'cmap' | 'font', name: string) => Promise<Uint8Array>;
}

/** Serves pdf.js's own data and nothing else: a name counts only when it is in the folder's list. */
export function createPdfData(pdfDir: string): PdfData {
  const folders = {
    cmap: path.join(pdfDir, 'cmaps'),
    font: path.join(pdfDir, 'standard_fonts'),
  };
  const lists = new Map<string, Promise<ReadonlySet<string>>>();
  const namesIn = (folder: string): Promise<ReadonlySet<string>> => {
    const list =
      lists.get(folder) ??
      readdir(folder).then(
        (names) => new Set(names),
        () => new Set<string>(),
      );
    lists.set(folder, list);
    return list;
  };

  return {
    read: async (kind, name) => {
      const folder = folders[kind];
      // pdf.js asks for a character map by its bare name.
      const file = kind === 'cmap' && !name.includes('.') ? `${name}.bcmap` : name;
      if (!(await namesIn(folder)).has(file)) {
        throw new AppError('NOT_FOUND', 'The PDF view has no such data.');
      }
      return readFile(path.join(folder, file));
    },
  };
}
