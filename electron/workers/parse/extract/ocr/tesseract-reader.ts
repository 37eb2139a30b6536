import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'tesseract.js';
import type { Word } from '../layout/word';
import { ReadFailure } from '../read-failure';
import type { OcrPage, OcrReader } from './ocr-reader';
import { type LanguageData, TesseractThread } from './tesseract-thread';

/** Words below this confidence (0–100) are specks and lines taken for letters. */
const LEAST_CONFIDENCE = 30;

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
        return toPage(await thread.recognise(image), pointsPerPixel);
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

function toPage(data: Page, scale: number): OcrPage {
  const words: Word[] = [];
  let sum = 0;
  let letters = 0;
  for (const block of data.blocks ?? [])
    for (const paragraph of block.paragraphs)
      for (const line of paragraph.lines) {
        const size = Math.max(1, (line.bbox.y1 - line.bbox.y0) * scale * 0.8);
        // A scan is never quite straight: the middle of the line stands for all of it, so that its words share a row.
        const baseline = (line.baseline.y0 + line.baseline.y1) / 2;
        for (const word of line.words) {
          if (word.text.trim() === '' || word.confidence < LEAST_CONFIDENCE) continue;
          sum += word.confidence * word.text.length;
          letters += word.text.length;
          words.push({
            text: word.text,
            x: word.bbox.x0 * scale,
            y: word.bbox.y0 * scale,
            width: (word.bbox.x1 - word.bbox.x0) * scale,
            height: (word.bbox.y1 - word.bbox.y0) * scale,
            baseline: baseline * scale,
            fontSize: size,
            bold: false,
            tracking: 0,
            angle: 0,
            hidden: null,
          });
        }
      }
  return { words, confidence: letters === 0 ? 0 : Math.min(1, sum / letters / 100) };
}
