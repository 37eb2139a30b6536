import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { AppError } from '@/shared/kit/app-error';
import { newId } from '@/shared/kit/ids';
import { asStorageError } from './storage-errors';

export interface OcrData {
  readonly languages: () => Promise<
    readonly { readonly code: string; readonly bundled: boolean }[]
  >;
  /** Copies a checked `.traineddata(.gz)` file into the workspace. Errors: INVALID, STORAGE_UNAVAILABLE. */
  readonly add: (file: string) => Promise<{ readonly code: string }>;
  /** Folders that hold `<language>.traineddata.gz`, the workspace's own first. */
  readonly dirs: readonly string[];
}

const DATA_FILE = /^([a-z_]{3,12})\.traineddata(\.gz)?$/i;
/** The largest of Tesseract's own files is about 65 MB. */
const MAX_BYTES = 128 * 1024 * 1024;

export function createOcrData(workspaceDir: string, bundledDir: string): OcrData {
  const own = path.join(workspaceDir, 'ocr');
  return {
    dirs: [own, bundledDir],
    languages: async () => {
      const bundled = await codesIn(bundledDir);
      const added = (await codesIn(own)).filter((code) => !bundled.includes(code));
      return [
        ...bundled.map((code) => ({ code, bundled: true })),
        ...added.map((code) => ({ code, bundled: false })),
      ].sort((a, b) => (a.code < b.code ? -1 : 1));
    },
    add: async (file) => {
      const code = DATA_FILE.exec(path.basename(file))?.[1]?.toLowerCase();
      if (code === undefined) {
        throw notOcrData('Its name has to be the language, as in deu.traineddata.gz.');
      }
      const packed = await checkedPacked(await readBounded(file));
      await writeOwn(own, `${code}.traineddata.gz`, packed);
      return { code };
    },
  };
}

async function codesIn(dir: string): Promise<readonly string[]> {
  const names = await readdir(dir).catch(() => []);
  return names.flatMap((name) => {
    const match = DATA_FILE.exec(name);
    return match?.[1] !== undefined && match[2] !== undefined ? [match[1].toLowerCase()] : [];
  });
}

async function readBounded(file: string): Promise<Buffer> {
  try {
    const handle = await open(file, 'r');
    try {
      const stats = await handle.stat();
      if (!stats.isFile() || stats.size > MAX_BYTES) throw notOcrData('It is too large.');
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw notOcrData('It could not be read.');
  }
}

/** The data as .gz, checked to be what Tesseract reads. */
async function checkedPacked(bytes: Buffer): Promise<Buffer> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = isGzip
    ? await promisify(gunzip)(bytes, { maxOutputLength: MAX_BYTES }).catch(() => {
        throw notOcrData('It is damaged.');
      })
    : bytes;
  if (!isTrainedData(plain)) throw notOcrData('It holds something else.');
  return isGzip ? bytes : promisify(gzip)(plain);
}

/**
 * A traineddata file begins with the number of its parts (32 bits, little-endian) and that many 64-bit offsets, -1 for a
 * part that is not there (tesseract: src/ccutil/tessdatamanager.cpp).
 */
function isTrainedData(bytes: Buffer): boolean {
  if (bytes.length < 1024) return false;
  const parts = bytes.readUInt32LE(0);
  if (parts < 1 || parts > 64) return false;
  let present = 0;
  for (let part = 0; part < parts; part++) {
    const offset = bytes.readBigInt64LE(4 + part * 8);
    if (offset === -1n) continue;
    if (offset < BigInt(4 + parts * 8) || offset > BigInt(bytes.length)) return false;
    present += 1;
  }
  return present > 0;
}

async function writeOwn(dir: string, name: string, bytes: Buffer): Promise<void> {
  const temp = path.join(dir, `.${newId()}.part`);
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const handle = await open(temp, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temp, path.join(dir, name));
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw asStorageError(error);
  }
}

const notOcrData = (why: string): AppError =>
  new AppError('INVALID', `This is not OCR data for Tesseract. ${why} Nothing was added.`);

/** Whether the data of a language is there to be read, for the system check. */
export const hasOcrFile = (dir: string, code: string): Promise<boolean> =>
  stat(path.join(dir, `${code}.traineddata.gz`)).then(
    (stats) => stats.size > 0,
    () => false,
  );
