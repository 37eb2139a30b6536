import {
  getDocument,
  type PDFDocumentLoadingTask,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Reads a character map, a standard font or a picture decoder by name; the window has no network to fetch them with. */
export type ReadPdfData = (kind: 'cmap' | 'font' | 'wasm', name: string) => Promise<Blob>;

/** Larger pictures are left out of a page: decoding one takes four bytes a pixel. */
const MAX_IMAGE_PIXELS = 50_000_000;

/**
 * Starts reading a PDF. It runs no script of the file and fetches nothing: the content security policy forbids both, and so
 * do these settings. The worker alone may compile WebAssembly, for pdf.js's own decoders of scanned pictures
 * (docs/decisions/scanned-pictures.md). Whoever calls destroys the task.
 */
export function loadPdf(bytes: ArrayBuffer, read: ReadPdfData): PDFDocumentLoadingTask {
  return getDocument({
    data: new Uint8Array(bytes),
    worker: sharedWorker(),
    CMapReaderFactory: cMapReader(read),
    cMapUrl: './',
    StandardFontDataFactory: byFileName('font', read),
    standardFontDataUrl: './',
    // The same shapes on every computer, whatever fonts it has.
    useSystemFonts: false,
    useWorkerFetch: false,
    isEvalSupported: false,
    useWasm: true,
    WasmFactory: byFileName('wasm', read),
    wasmUrl: './',
    enableXfa: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    verbosity: VerbosityLevel.ERRORS,
  });
}

let worker: PDFWorker | null = null;

/** One worker serves every document of the window; it is made with the first one. */
function sharedWorker(): PDFWorker {
  if (worker === null || worker.destroyed) {
    // Given as a port: by address pdf.js would wrap it in a blob: script, which the policy refuses.
    const port = new Worker(workerUrl, { type: 'module', name: 'pdf' });
    port.addEventListener('error', () => {
      worker = null;
    });
    worker = PDFWorker.create({ port });
  }
  return worker;
}

function cMapReader(read: ReadPdfData) {
  return class {
    async fetch({ name }: { readonly name: string }) {
      return { cMapData: await bytesOf(read('cmap', name)), isCompressed: true };
    }
  };
}

function byFileName(kind: 'font' | 'wasm', read: ReadPdfData) {
  return class {
    fetch({ filename }: { readonly filename: string }) {
      return bytesOf(read(kind, filename));
    }
  };
}

const bytesOf = async (blob: Promise<Blob>): Promise<Uint8Array> =>
  new Uint8Array(await (await blob).arrayBuffer());
