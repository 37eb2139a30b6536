import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { createCanvas } from '@napi-rs/canvas';
import { LIMITS } from '../limits';
import { installPdfPolyfills } from './pdf-polyfills';

export interface PagePicture {
  readonly page: number;
  readonly png: Uint8Array;
  readonly pointsPerPixel: number;
}

const DPI = 200;
/** The longer side of an A4 page at that density. A page said to be larger is mostly a scan that was not told its scale. */
const LONG_SIDE = 2_340;

/**
 * Draws pages (numbers from 1) at 200 dpi for OCR, one after the other. The display half of pdf.js and the canvas are loaded
 * here and nowhere else, when the first scan comes.
 */
export async function* rasterisePages(
  bytes: Uint8Array,
  pages: readonly number[],
  resourcesDir: string,
): AsyncGenerator<PagePicture> {
  const { pdfjs, createCanvas } = await loadDisplay();
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer over.
    data: new Uint8Array(bytes),
    // Named one by one: in a utility process pdf.js takes itself to be in a browser and would look for a DOM.
    CanvasFactory: canvasFactory(createCanvas),
    FilterFactory: NoFilters,
    CMapReaderFactory: fileReader(join(resourcesDir, 'cmaps')),
    StandardFontDataFactory: fileReader(join(resourcesDir, 'standard_fonts')),
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: LIMITS.imagePixels,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Scanners write JPEG 2000, which pdf.js reads with WebAssembly only, and fax and JBIG2, which it reads faster so.
    useWasm: true,
    WasmFactory: fileReader(join(resourcesDir, 'wasm')),
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  const document = await task.promise;
  try {
    for (const number of pages) {
      const page = await document.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      // A poster of a page is drawn smaller, never larger than the cap on pictures.
      const scale = Math.min(
        DPI / 72,
        Math.max(1, LONG_SIDE / Math.max(plain.width, plain.height, 1)),
        Math.sqrt(LIMITS.ocrPixels / Math.max(1, plain.width * plain.height)),
      );
      const viewport = page.getViewport({ scale });
      const canvas = createCanvas(
        Math.max(1, Math.ceil(viewport.width)),
        Math.max(1, Math.ceil(viewport.height)),
      );
      // `never`: pdf.js's types ask for the browser's canvas element, whose drawing interface @napi-rs/canvas has.
      await page.render({
        canvas: canvas as never,
        viewport,
        background: 'white',
      }).promise;
      yield { page: number, png: canvas.toBuffer('image/png'), pointsPerPixel: 1 / scale };
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
}

async function loadDisplay() {
  installPdfPolyfills();
  const canvas = await import('@napi-rs/canvas');
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData'] as const)
    Object.defineProperty(globalThis, name, {
      value: canvas[name],
      configurable: true,
      writable: true,
    });
  // The worker half registers itself on globalThis and then runs in this thread.
  await import('pdfjs-dist/build/pdf.worker.mjs');
  const pdfjs = await import('pdfjs-dist/build/pdf.mjs');
  return { pdfjs, createCanvas: canvas.createCanvas };
}

type CreateCanvas = typeof createCanvas;
interface CanvasAndContext {
  canvas: { width: number; height: number } | null;
  context: unknown;
}

const canvasFactory = (createCanvas: CreateCanvas) =>
  class {
    create(width: number, height: number): CanvasAndContext {
      const canvas = createCanvas(Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
      return { canvas, context: canvas.getContext('2d') };
    }
    reset(target: CanvasAndContext, width: number, height: number): void {
      if (target.canvas === null) return;
      target.canvas.width = Math.max(1, Math.ceil(width));
      target.canvas.height = Math.max(1, Math.ceil(height));
    }
    destroy(target: CanvasAndContext): void {
      target.canvas = null;
      target.context = null;
    }
  };

/** Colour filters of the browser; a page for OCR does without. */
class NoFilters {
  addFilter = (): string => 'none';
  addHCMFilter = (): string => 'none';
  addAlphaFilter = (): string => 'none';
  addLuminosityFilter = (): string => 'none';
  addKnockoutFilter = (): string => 'none';
  addHighlightHCMFilter = (): string => 'none';
  destroy = (): void => undefined;
}

const fileReader = (folder: string) =>
  class {
    async fetch(request: { readonly name?: string; readonly filename?: string }): Promise<unknown> {
      if (request.name !== undefined) {
        const bytes = await readFile(join(folder, `${basename(request.name)}.bcmap`));
        return { cMapData: new Uint8Array(bytes), isCompressed: true };
      }
      return new Uint8Array(await readFile(join(folder, basename(request.filename ?? ''))));
    }
  };
