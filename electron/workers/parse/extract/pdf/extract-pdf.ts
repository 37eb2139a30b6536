import type { Box } from '@/shared/domain/parsing/extracted-document';
import { DocumentBuilder } from '../document-builder';
import { addTextLines } from '../layout/add-text-lines';
import { orderPages } from '../layout/order-pages';
import type { PageToOrder } from '../layout/page';
import type { Word } from '../layout/word';
import { LIMITS } from '../limits';
import type { OcrPage } from '../ocr/ocr-reader';
import { corrupt, passwordProtected, ReadFailure } from '../read-failure';
import type { ExtractContext, TextExtractor } from '../text-extractor';
import { apply, viewMatrix } from './matrix';
import { type PageText, readPageText } from './page-text';
import {
  openPdf,
  PASSWORD_EXCEPTION,
  type PdfLink,
  type PdfPageInfo,
  type PdfSession,
} from './pdf-session';
import { rasterisePages } from './rasterise';

const EXTRACTOR = { name: 'pdf.js', version: '5.5.207-2' } as const;
/** Fewer letters than this on a page and the page is looked at as a picture. */
const LETTERS_WORTH_READING = 20;
/** A page with fewer may be a picture of text with a line or two beside it ("Scanned by …", a stamp, a page number). */
const FEW_LETTERS = 250;
/** Share of the page that such a picture takes at least. */
const PICTURE_OF_TEXT = 0.4;
/** Share of glyphs without a character above which the text layer is not believed. */
const UNMAPPED_TOO_MANY = 0.3;

/** Reads PDF by pdf.js: text with its place, links, hidden text; pages without text by OCR. */
export const pdfExtractor: TextExtractor = {
  mediaTypes: ['application/pdf'],
  extract: async (bytes, context) => {
    const session = await open(bytes, context);
    try {
      if (session.numPages > LIMITS.pdfPages)
        throw new ReadFailure(
          'TOO_MANY_PAGES',
          `This PDF has ${session.numPages} pages and Longlist reads CVs of up to ${LIMITS.pdfPages}. Cut out the CV and import that.`,
        );
      return await readDocument(session, bytes, context);
    } finally {
      await session.close().catch(() => undefined);
    }
  },
};

async function open(bytes: Uint8Array, context: ExtractContext): Promise<PdfSession> {
  try {
    return await openPdf(bytes, { resourcesDir: context.pdfResourcesDir, maxImagePixels: 1 });
  } catch (error) {
    if (error instanceof Error && error.name === PASSWORD_EXCEPTION) throw passwordProtected('PDF');
    throw corrupt('PDF');
  }
}

interface ReadPage {
  readonly number: number;
  readonly text: PageText;
  readonly info: PdfPageInfo;
}

async function readDocument(session: PdfSession, bytes: Uint8Array, context: ExtractContext) {
  const pages: ReadPage[] = [];
  let broken = 0;
  for (let index = 0; index < session.numPages; index += 1) {
    try {
      pages.push(await readPage(session, index));
    } catch {
      broken += 1;
    }
  }
  if (pages.length === 0) throw corrupt('PDF');
  const links = await session.links().catch(() => []);
  const checked = await lookBehindWhiteText(pages, bytes, context);

  const builder = new DocumentBuilder();
  if (broken > 0)
    builder.warn(
      'PAGES_UNREADABLE',
      `${broken} of ${session.numPages} pages are damaged and were passed over.`,
    );
  for (const page of checked)
    builder.pages.push({ width: page.text.width, height: page.text.height });
  const ocr = await readPictures(checked, bytes, context, builder);
  addTextLines(
    builder,
    orderPages(checked.map((page) => pageToOrder(builder, page, ocr.get(page.number)))),
  );
  for (const page of checked) {
    addLinks(
      builder,
      page,
      links.filter((link) => link.pageIndex === page.number - 1),
    );
  }
  return builder.finish('application/pdf', EXTRACTOR, meanConfidence(ocr));
}

async function readPage(session: PdfSession, index: number): Promise<ReadPage> {
  const info = await session.page(index);
  const operators = await session.operators(index);
  return {
    number: index + 1,
    info,
    text: readPageText(info, operators, session.fonts),
  };
}

/**
 * Images are left out of the first reading because decoding them costs more than all text. Where light text seems to stand
 * on nothing, or where a page holds little text, and the file holds images, those pages are read once more with the images in
 * their place.
 */
async function lookBehindWhiteText(
  pages: readonly ReadPage[],
  bytes: Uint8Array,
  context: ExtractContext,
): Promise<readonly ReadPage[]> {
  // Letters hidden by their colour, not by the "invisible" rendering mode that a scanner's text layer uses.
  const doubtful = pages.filter(
    (page) =>
      countLetters(page.text.words, (word) => word.hidden === 'invisible-ink') >
        page.text.invisibleLetters || hasFewLetters(page.text),
  );
  if (doubtful.length === 0 || !mentionsImage(bytes)) return pages;
  const session = await openPdf(new Uint8Array(bytes), {
    resourcesDir: context.pdfResourcesDir,
    maxImagePixels: LIMITS.imagePixels,
  });
  try {
    const again = new Map<number, ReadPage>();
    for (const page of doubtful)
      again.set(page.number, await readPage(session, page.number - 1).catch(() => page));
    return pages.map((page) => again.get(page.number) ?? page);
  } finally {
    await session.close().catch(() => undefined);
  }
}

/** The words of a page that a person sees; hidden ones are reported. */
function pageToOrder(
  builder: DocumentBuilder,
  page: ReadPage,
  picture: OcrPage | undefined,
): PageToOrder {
  const { words, invisibleLetters, panels, height } = page.text;
  const whole = { number: page.number, height, panels };
  if (picture !== undefined) return { ...whole, words: picture.words };
  const visible = words.filter((word) => word.hidden === null);
  // A scan with a text layer: the picture is what a person sees, and the invisible words say what is written in it.
  if (invisibleLetters > 50 && countLetters(visible, () => true) * 10 < invisibleLetters) {
    builder.warn(
      'SCAN_TEXT_LAYER',
      'This is a scan; its text is the one the scanner put behind the picture.',
    );
    const layer = words.filter((word) => word.hidden === null || word.hidden === 'invisible-ink');
    return { ...whole, words: layer };
  }
  reportHidden(builder, words);
  return { ...whole, words: visible };
}

/** Hidden words in the order drawn, run together by kind. */
function reportHidden(builder: DocumentBuilder, words: readonly Word[]): void {
  let kind: Word['hidden'] = null;
  let run: string[] = [];
  const flush = (): void => {
    if (kind !== null) builder.addHidden(kind, run.join(' '));
    run = [];
  };
  for (const word of words) {
    if (word.hidden !== kind) {
      flush();
      kind = word.hidden;
    }
    if (kind !== null) run.push(word.text);
  }
  flush();
}

function addLinks(builder: DocumentBuilder, page: ReadPage, links: readonly PdfLink[]): void {
  for (const link of links) {
    const url = link.url ?? link.unsafeUrl;
    if (url === undefined || link.rect === undefined) continue;
    const box = viewBox(page.info, link.rect);
    const under = page.text.words.filter((word) => {
      const x = word.x + word.width / 2;
      const y = word.y + word.height / 2;
      return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    });
    builder.addLink(url, under.map((word) => word.text).join(' '), page.number, box);
  }
}

/** A rectangle in user space as a box on the page as seen. */
function viewBox(info: PdfPageInfo, rect: readonly number[]): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect;
  const view = viewMatrix(info);
  const [ax, ay] = apply(view, x0, y0);
  const [bx, by] = apply(view, x1, y1);
  return {
    x: round(Math.min(ax, bx)),
    y: round(Math.min(ay, by)),
    width: round(Math.abs(bx - ax)),
    height: round(Math.abs(by - ay)),
  };
}

async function readPictures(
  pages: readonly ReadPage[],
  bytes: Uint8Array,
  context: ExtractContext,
  builder: DocumentBuilder,
): Promise<ReadonlyMap<number, OcrPage>> {
  const wanted = pages.filter((page) => needsOcr(page.text, bytes));
  const chosen = wanted.slice(0, LIMITS.ocrPages);
  if (wanted.length > chosen.length)
    builder.warn(
      'OCR_PAGES_CUT',
      `Only the first ${LIMITS.ocrPages} of ${wanted.length} scanned pages were read.`,
    );
  const read = new Map<number, OcrPage>();
  if (chosen.length === 0) return read;
  context.expectOcr(chosen.length);
  for await (const picture of rasterisePages(
    bytes,
    chosen.map((page) => page.number),
    context.pdfResourcesDir,
  )) {
    const found = await context.ocr.read(picture.png, picture.pointsPerPixel);
    const page = chosen.find((one) => one.number === picture.page);
    // A photograph or a pattern behind the text says no more than the text itself.
    const letters = countLetters(found.words, () => true);
    if (page === undefined || !hasFewLetters(page.text) || letters > 2 * readableLetters(page.text))
      read.set(picture.page, found);
  }
  return read;
}

function needsOcr(text: PageText, bytes: Uint8Array): boolean {
  if (text.glyphs > 40 && text.unmappedGlyphs > UNMAPPED_TOO_MANY * text.glyphs) return true;
  if (hasFewLetters(text) && text.pictureShare >= PICTURE_OF_TEXT) return true;
  return readableLetters(text) < LETTERS_WORTH_READING && mentionsImage(bytes);
}

const readableLetters = (text: PageText): number =>
  countLetters(text.words, (word) => word.hidden === null) + text.invisibleLetters;

const hasFewLetters = (text: PageText): boolean => {
  const letters = readableLetters(text);
  return letters >= LETTERS_WORTH_READING && letters < FEW_LETTERS;
};

const meanConfidence = (pages: ReadonlyMap<number, OcrPage>): number | null => {
  if (pages.size === 0) return null;
  let sum = 0;
  for (const page of pages.values()) sum += page.confidence;
  return sum / pages.size;
};

const countLetters = (words: readonly Word[], when: (word: Word) => boolean): number =>
  words.reduce((sum, word) => (when(word) ? sum + word.text.length : sum), 0);

/** The dictionary of an image is never packed inside another stream, so its name stands in the file in plain letters. */
const mentionsImage = (bytes: Uint8Array): boolean => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return /\/(?:Subtype\s*)?\/?Image\b/.test(buffer.toString('latin1')) || buffer.includes('\nBI\n');
};

const round = (value: number): number => Math.round(value * 100) / 100;
