import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Page } from 'tesseract.js';
import { blockNetwork } from '../../block-network';

export interface LanguageData {
  readonly code: string;
  /** The `.traineddata` file, gzipped or not. */
  readonly data: Uint8Array;
}

interface Reply {
  readonly jobId: string;
  readonly status: 'resolve' | 'reject' | 'progress';
  readonly data: unknown;
}

/**
 * tesseract.js's thread, spoken to directly: its own `createWorker` cannot start from language data given as bytes (it
 * initialises with the bytes in the place of the language's name), and from a path it can take them from one folder only.
 */
export class TesseractThread {
  readonly #worker = new Worker(threadSource(), {
    eval: true,
    env: {},
    stdout: true,
    stderr: true,
  });
  readonly #jobs = new Map<
    string,
    { readonly resolve: (value: unknown) => void; readonly reject: (reason: Error) => void }
  >();
  #next = 0;

  constructor() {
    this.#worker.on('message', (reply: Reply) => {
      const job = this.#jobs.get(reply.jobId);
      if (job === undefined || reply.status === 'progress') return;
      this.#jobs.delete(reply.jobId);
      if (reply.status === 'resolve') job.resolve(reply.data);
      else job.reject(new Error(`OCR: ${String(reply.data)}`));
    });
    this.#worker.on('error', (error) => this.#failAll(error));
    this.#worker.on('exit', () => this.#failAll(new Error('OCR: the thread ended')));
    this.#worker.unref();
  }

  async start(languages: readonly LanguageData[]): Promise<void> {
    await this.#run('load', { options: { lstmOnly: true, logging: false } });
    await this.#run('loadLanguage', {
      langs: languages,
      options: { langPath: '/', cacheMethod: 'none', gzip: true, lstmOnly: true },
    });
    const names = languages.map((language) => language.code).join('+');
    // Engine mode 1: the neural network only, which is all the data hold.
    await this.#run('initialize', { langs: names, oem: 1, config: {} });
    await this.#run('setParameters', {
      params: { tessedit_pageseg_mode: '3', user_defined_dpi: '200' },
    });
  }

  /** Reads a PNG or JPEG. */
  async recognise(image: Uint8Array): Promise<Page> {
    const output = { text: false, blocks: true, hocr: false, tsv: false };
    // The thread answers with its documented page object.
    return (await this.#run('recognize', { image, options: {}, output })) as Page;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #run(action: string, payload: unknown): Promise<unknown> {
    const jobId = `${action}-${this.#next++}`;
    return new Promise((resolve, reject) => {
      this.#jobs.set(jobId, { resolve, reject });
      this.#worker.postMessage({ workerId: 'ocr', jobId, action, payload });
    });
  }

  #failAll(error: Error): void {
    for (const job of this.#jobs.values()) job.reject(error);
    this.#jobs.clear();
  }
}

/**
 * A thread has modules of its own, so the network is blocked there too before anything else runs. The script loads its parts
 * by `require`, so it is taken from its package, not from this bundle.
 */
function threadSource(): string {
  const script = createRequire(import.meta.url).resolve(
    'tesseract.js/src/worker-script/node/index.js',
  );
  return `(${blockNetwork.toString()})(); require(${JSON.stringify(script)});`;
}
