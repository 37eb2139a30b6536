import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/shared/kit/app-error';

export interface PdfData {
  /** A character map, standard font or picture decoder of pdf.js by its name. Errors: NOT_FOUND for a name that is not in its folder. */
  readonly read: (kind: 'cmap' | 'font' | 'wasm', name: string) => Promise<Uint8Array>;
}

/** For what scanners write: JBIG2 and fax (CCITT G3, G4), and JPEG 2000, which pdf.js cannot show without. */
const DECODERS: readonly string[] = ['jbig2.wasm', 'openjpeg.wasm'];

/** Serves pdf.js's own data and nothing else: a name counts only when it is in the folder's list. */
export function createPdfData(pdfDir: string): PdfData {
  const folders = {
    cmap: path.join(pdfDir, 'cmaps'),
    font: path.join(pdfDir, 'standard_fonts'),
    wasm: path.join(pdfDir, 'wasm'),
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
      // The folder of decoders holds scripts too: only these two programs are ever handed to the window.
      const allowed = kind !== 'wasm' || DECODERS.includes(file);
      if (!allowed || !(await namesIn(folder)).has(file)) {
        throw new AppError('NOT_FOUND', 'The PDF view has no such data.');
      }
      return readFile(path.join(folder, file));
    },
  };
}
