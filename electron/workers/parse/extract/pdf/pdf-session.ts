import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { installPdfPolyfills } from './pdf-polyfills';

/**
 * One PDF opened in pdf.js's worker half, spoken to directly. The other half of pdf.js (its display layer, 25,000 lines
 * made for a browser) is not loaded: it copies every message, streams text through web streams and gives neither colour nor
 * font weight. The protocol is that of the exact version pinned in package.json; `createDocumentHandler` checks it.
 */
export interface PdfSession {
  readonly numPages: number;
  readonly page: (index: number) => Promise<PdfPageInfo>;
  /** Every drawing operation of a page, in order, with glyphs resolved to Unicode. */
  readonly operators: (index: number) => Promise<OperatorList>;
  /** The links of all pages. Cheap once the pages' operators were read; read alone, pdf.js would go over all text again. */
  readonly links: () => Promise<readonly PdfLink[]>;
  /** By the name that `setFont` operations carry. */
  readonly fonts: ReadonlyMap<string, PdfFont>;
  readonly close: () => Promise<void>;
}

export interface PdfPageInfo {
  /** x0, y0, x1, y1 in user space. */
  readonly view: readonly [number, number, number, number];
  readonly rotate: number;
  readonly userUnit: number;
}

export interface OperatorList {
  readonly fns: readonly number[];
  readonly args: readonly (readonly unknown[] | null)[];
}

export interface PdfLink {
  readonly pageIndex: number;
  readonly url?: string;
  readonly unsafeUrl?: string;
  readonly rect?: readonly number[];
}

export interface PdfFont {
  readonly name: string;
  readonly bold: boolean;
  readonly vertical: boolean;
  readonly ascent: number;
  readonly descent: number;
  /** Text space units per glyph unit, horizontally and vertically; 0.001 unless the font says otherwise. */
  readonly unitX: number;
  readonly unitY: number;
}

/** How pdf.js says that a file needs a password; `name` is the exception's. */
export const PASSWORD_EXCEPTION = 'PasswordException';

const PDFJS_VERSION = '5.5.207';
const INTENT_DISPLAY = 0x02;
const LINK_ANNOTATION = 2;
const INTENT_OPERATORS_ONLY = 0x100;
const CALLBACK_DATA = 1;
const STREAM = { close: 3, enqueue: 4, error: 5, startComplete: 8 } as const;

interface Message {
  readonly action?: string;
  readonly callback?: number;
  readonly callbackId?: number;
  readonly stream?: number;
  readonly streamId?: number;
  readonly success?: boolean;
  readonly chunk?: { readonly fnArray: number[]; readonly argsArray: (unknown[] | null)[] };
  readonly data?: unknown;
  readonly reason?: unknown;
}

let sessions = 0;

export interface PdfSessionOptions {
  readonly resourcesDir: string;
  /** Images above this many pixels are passed over; 1 keeps every image out. */
  readonly maxImagePixels: number;
}

/** Opens a PDF. Rejects with pdf.js's own exception (`PasswordException`, `InvalidPDFException` …). */
export async function openPdf(data: Uint8Array, options: PdfSessionOptions): Promise<PdfSession> {
  const { WorkerMessageHandler } = await loadPdfWorker();
  sessions += 1;
  const docId = `d${sessions}`;
  const fonts = new Map<string, PdfFont>();
  const calls = new Map<number, PromiseWithResolversOf<unknown>>();
  const streams = new Map<number, StreamInFlight>();
  const opened = withResolvers<unknown>();
  let deliver: (event: { readonly data: unknown }) => void = () => undefined;
  let nextId = 1;

  const send = (message: Readonly<Record<string, unknown>>): void =>
    deliver({ data: { sourceName: docId, targetName: `${docId}_worker`, ...message } });

  const answer = async (message: Message): Promise<void> => {
    try {
      const data = handleRequest(message, options.resourcesDir);
      send({ callback: CALLBACK_DATA, callbackId: message.callbackId, data });
    } catch (reason) {
      send({ callback: 2, callbackId: message.callbackId, reason });
    }
  };

  const receive = (message: Message): void => {
    if (message.stream !== undefined) return receiveStream(streams, message);
    if (message.callback !== undefined) {
      const call = calls.get(message.callbackId ?? -1);
      calls.delete(message.callbackId ?? -1);
      if (message.callback === CALLBACK_DATA) call?.resolve(message.data);
      else call?.reject(message.reason);
      return;
    }
    if (message.callbackId !== undefined) {
      void answer(message);
      return;
    }
    if (message.action === 'GetDoc') opened.resolve(message.data);
    else if (message.action === 'DocException') opened.reject(message.data);
    else if (message.action === 'commonobj') rememberFont(fonts, message.data);
  };

  WorkerMessageHandler.createDocumentHandler(
    {
      docId,
      apiVersion: PDFJS_VERSION,
      data,
      password: null,
      disableAutoFetch: true,
      rangeChunkSize: 65_536,
      length: data.length,
      docBaseUrl: null,
      enableXfa: false,
      evaluatorOptions: {
        maxImageSize: options.maxImagePixels,
        disableFontFace: false,
        ignoreErrors: true,
        isOffscreenCanvasSupported: false,
        isImageDecoderSupported: false,
        canvasMaxAreaInBytes: -1,
        fontExtraProperties: false,
        useSystemFonts: false,
        useWasm: false,
        useWorkerFetch: false,
        cMapUrl: 'cmaps/',
        standardFontDataUrl: 'standard_fonts/',
        wasmUrl: null,
        iccUrl: null,
      },
    },
    {
      // The protocol's own messages: shapes are those of the pinned version.
      postMessage: (message) => receive(message as Message),
      addEventListener: (_type, listener) => {
        deliver = listener;
      },
    },
  );

  const call = (action: string, payload: unknown): Promise<unknown> => {
    const pending = withResolvers<unknown>();
    const callbackId = nextId++;
    calls.set(callbackId, pending);
    send({ action, callbackId, data: payload });
    return pending.promise;
  };

  send({ action: 'Ready' });
  try {
    // `GetDoc` carries `{ pdfInfo: { numPages } }`.
    const info = (await opened.promise) as { readonly pdfInfo: { readonly numPages: number } };
    return {
      numPages: info.pdfInfo.numPages,
      page: async (pageIndex) => (await call('GetPage', { pageIndex })) as PdfPageInfo,
      operators: async (pageIndex) => {
        const fns: number[] = [];
        const args: (unknown[] | null)[] = [];
        const inFlight: StreamInFlight = { ...withResolvers<void>(), fns, args };
        const streamId = nextId++;
        streams.set(streamId, inFlight);
        send({
          action: 'GetOperatorList',
          streamId,
          desiredSize: Number.POSITIVE_INFINITY,
          data: {
            pageId: pageIndex,
            pageIndex,
            intent: INTENT_DISPLAY | INTENT_OPERATORS_ONLY,
            cacheKey: String(pageIndex),
            annotationStorage: null,
            modifiedIds: new Set(),
          },
        });
        await inFlight.promise;
        return { fns, args };
      },
      links: async () =>
        ((await call('GetAnnotationsByType', {
          types: new Set([LINK_ANNOTATION]),
          pageIndexesToSkip: null,
        })) ?? []) as PdfLink[],
      fonts,
      close: async () => {
        await call('Terminate', null);
      },
    };
  } catch (error) {
    void call('Terminate', null).catch(() => undefined);
    throw error;
  }
}

async function loadPdfWorker() {
  installPdfPolyfills();
  return import('pdfjs-dist/build/pdf.worker.mjs');
}

/** Loads pdf.js, so that the first file does not wait for it. */
export async function warmUpPdf(): Promise<void> {
  await loadPdfWorker();
}

interface StreamInFlight extends PromiseWithResolversOf<void> {
  readonly fns: number[];
  readonly args: (unknown[] | null)[];
}

interface PromiseWithResolversOf<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

function withResolvers<T>(): PromiseWithResolversOf<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

function receiveStream(streams: Map<number, StreamInFlight>, message: Message): void {
  const stream = streams.get(message.streamId ?? -1);
  if (stream === undefined) return;
  if (message.stream === STREAM.enqueue && message.chunk !== undefined) {
    for (const fn of message.chunk.fnArray) stream.fns.push(fn);
    for (const args of message.chunk.argsArray) stream.args.push(args);
  } else if (message.stream === STREAM.close) stream.resolve();
  else if (message.stream === STREAM.error) stream.reject(message.reason);
  else if (message.stream === STREAM.startComplete && message.success !== true)
    stream.reject(message.reason);
}

/** pdf.js asks for its own data files (standard fonts, character maps) by bare name; a password it asks for in vain. */
function handleRequest(message: Message, resourcesDir: string): unknown {
  if (message.action !== 'FetchBinaryData') throw new Error(`not offered: ${message.action}`);
  // The shape of this request in the pinned version.
  const request = message.data as {
    readonly type: string;
    readonly filename?: string;
    readonly name?: string;
  };
  if (request.type === 'cMapReaderFactory') {
    const path = join(resourcesDir, 'cmaps', `${basename(request.name ?? '')}.bcmap`);
    return { cMapData: readDataFile(path), isCompressed: true };
  }
  // Widths and letters of the standard fonts are in pdf.js itself; their outlines, which nobody draws here, cost as much as
  // the rest of a small file. Only the two fonts of signs name their letters in the outlines' own tables.
  if (request.type === 'standardFontDataFactory' && /Symbol|Dingbats/.test(request.filename ?? ''))
    return readDataFile(join(resourcesDir, 'standard_fonts', basename(request.filename ?? '')));
  throw new Error(`not offered: ${request.type}`);
}

const dataFiles = new Map<string, Uint8Array>();

function readDataFile(path: string): Uint8Array {
  const known = dataFiles.get(path);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(readFileSync(path));
  dataFiles.set(path, bytes);
  return bytes;
}

function rememberFont(fonts: Map<string, PdfFont>, data: unknown): void {
  // `[name, 'Font', { data: ArrayBuffer } | { error }]`
  const [name, kind, exported] = data as [
    string,
    string,
    { readonly data?: ArrayBuffer } | undefined,
  ];
  if (kind === 'Font' && exported?.data instanceof ArrayBuffer)
    fonts.set(name, decodeFont(exported.data));
}

const BOLD_NAME = /bold|black|heavy|semib|demi|cmbx|ecbx|sfbx|lmbx|[-,]bd|medi(?:um)?(?:ital)?$/i;

/** Reads the few facts wanted from pdf.js's packed font record (FontInfo in its obj-bin-transform). */
function decodeFont(buffer: ArrayBuffer): PdfFont {
  const view = new DataView(buffer);
  const flag = (index: number): boolean =>
    ((view.getUint8(index >> 2) >> ((index * 2) % 8)) & 3) === 2;
  const numbers = 3;
  const bbox = numbers + 3 * 8;
  const matrix = bbox + 1 + 2 * 4;
  const hasMatrix = view.getUint8(matrix) !== 0;
  const unitX = hasMatrix ? view.getFloat64(matrix + 1, true) : 0.001;
  const unitY = hasMatrix ? view.getFloat64(matrix + 1 + 3 * 8, true) : 0.001;
  const name = decodeName(view, matrix + 1 + 8 * 6 + 1 + 2 * 3);
  return {
    name,
    bold: flag(1) || flag(0) || BOLD_NAME.test(name.replace(/^[A-Z]{6}\+/, '')),
    vertical: flag(9),
    ascent: view.getFloat64(numbers),
    descent: view.getFloat64(numbers + 16),
    unitX: unitX === 0 ? 0.001 : unitX,
    unitY: unitY === 0 ? 0.001 : Math.abs(unitY),
  };
}

/** The strings stand after a 4-byte total length, each with a 4-byte length: fallback name, loaded name, type, name. */
function decodeName(view: DataView, offset: number): string {
  let at = offset + 4;
  for (let index = 0; index < 3; index += 1) at += 4 + view.getUint32(at);
  const length = view.getUint32(at);
  return Buffer.from(view.buffer, view.byteOffset + at + 4, length).toString('utf8');
}
