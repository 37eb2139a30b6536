import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReadFailure } from '../read-failure';
import type { OcrReader } from './ocr-reader';
import { toOcrPage } from './ocr-words';
import { type LanguageData, TesseractThread } from './tesseract-thread';

/**
 * OCR by tesseract.js in a thread of this process, kept warm between files and started again only when the languages change.
 * Language data come from the folders given; nothing is fetched and nothing is cached on disk.
 */
export class TesseractOcr {
  readonly #dataDirs: readonly string[];
  #thread: Promise<TesseractThread> | null = null;
  #languages = '';

  constructor(dataDirs: readonly string[]) {
    this.#dataDirs = dataDirs;
  }

  reader(languages: readonly string[]): OcrReader {
    return {
      read: async (image, pointsPerPixel) => {
        const thread = await this.#threadFor(languages.length === 0 ? ['eng'] : languages);
        return toOcrPage(await thread.recognise(image), pointsPerPixel);
      },
    };
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    this.#languages = '';
    await (await thread?.catch(() => undefined))?.close();
  }

  async #threadFor(languages: readonly string[]): Promise<TesseractThread> {
    const key = languages.join('+');
    if (this.#thread !== null && this.#languages === key) return this.#thread;
    await this.close();
    const data = await Promise.all(languages.map((code) => this.#loadLanguage(code)));
    this.#languages = key;
    this.#thread = startThread(data);
    this.#thread.catch(() => {
      this.#thread = null;
    });
    return this.#thread;
  }

  async #loadLanguage(code: string): Promise<LanguageData> {
    // A code becomes part of a path: letters, digits and underscores only (`chi_sim`).
    if (/^[a-z0-9_]{2,20}$/i.test(code))
      for (const folder of this.#dataDirs) {
        const path = join(folder, `${code}.traineddata.gz`);
        if (await exists(path)) return { code, data: new Uint8Array(await readFile(path)) };
      }
    throw new ReadFailure(
      'OCR_LANGUAGE_MISSING',
      `This is a scan, and the data to read "${code.slice(0, 20)}" are not installed. Add the language in Settings, then retry.`,
    );
  }
}

async function startThread(languages: readonly LanguageData[]): Promise<TesseractThread> {
  const thread = new TesseractThread();
  await thread.start(languages);
  return thread;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
