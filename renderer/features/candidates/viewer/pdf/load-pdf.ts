import {
  getDocument,
  type PDFDocumentLoadingTask,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Reads a character map or a standard font by name; the window has no network to fetch them with. */
export type ReadPdfData = (kind: 'cmap' | 'font', name: string) => Promise<Blob>;

/** Larger pictures are left out of a page: decoding one takes four bytes a pixel. */
const MAX_IMAGE_PIXELS = 50_000_000;

/**
 * Starts reading a PDF. It runs no script of the file, fetches nothing and compiles nothing: the content security
 * policy forbids all three, and so do these settings. Whoever calls destroys the task.
 */
export function loadPdf(bytes: ArrayBuffer, read: ReadPdfData): PDFDocumentLoadingTask {
  return getDocument({
    data: new Uint8Array(bytes),
    worker: sharedWorker(),
    CMapReaderFactory: cMapReader(read),
    cMapUrl: './',
    StandardFontDataFactory: fontReader(read),
    standardFontDataUrl: './',
    // The same shapes on every computer, whatever fonts it has.
    useSystemFonts: false,
    useWorkerFetch: false,
    isEvalSupported: false,
    useWasm: false,
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

function fontReader(read: ReadPdfData) {
  return class {
    fetch({ filename }: { readonly filename: string }) {
      return bytesOf(read('font', filename));
    }
  };
}

const bytesOf = async (blob: Promise<Blob>): Promise<Uint8Array> =>
  new Uint8Array(await (await blob).arrayBuffer());
