import { DocumentBuilder } from './document-builder';
import { addTextLines } from './layout/add-text-lines';
import { orderPages } from './layout/order-pages';
import { LIMITS } from './limits';
import { corrupt, ReadFailure } from './read-failure';
import type { TextExtractor } from './text-extractor';

const EXTRACTOR = { name: 'ocr', version: 'tesseract.js-7-2' } as const;
/** Width of an A4 page in points: what a picture of a CV shows. */
const PAGE_WIDTH = 595;
/** Pictures whose longer side has fewer pixels are enlarged: the letters are too small for OCR as they are. */
const SMALL_SIDE = 1_600;

/** Reads PNG and JPEG by OCR. The size is looked at before a pixel is decoded. */
export const imageExtractor: TextExtractor = {
  mediaTypes: ['image/png', 'image/jpeg'],
  extract: async (bytes, context) => {
    const png = bytes[0] === 0x89;
    const size = png ? pngSize(bytes) : jpegSize(bytes);
    if (size === null || size.width < 1 || size.height < 1) throw corrupt('image');
    if (
      size.width > LIMITS.imageSide ||
      size.height > LIMITS.imageSide ||
      size.width * size.height > LIMITS.imagePixels
    )
      throw new ReadFailure(
        'TOO_LARGE',
        `This image has ${size.width} × ${size.height} pixels, more than Longlist reads. Save it smaller and import that.`,
      );
    context.expectOcr(1);
    const scale = scaleFor(size);
    const picture = scale === 1 ? bytes : await rescale(bytes, size, scale);
    const pointsPerPixel = PAGE_WIDTH / (size.width * scale);
    const page = await context.ocr.read(picture, pointsPerPixel);
    const builder = new DocumentBuilder();
    const height = Math.round((PAGE_WIDTH * size.height) / size.width);
    builder.pages.push({ width: PAGE_WIDTH, height });
    addTextLines(builder, orderPages([{ number: 1, height, words: page.words, panels: [] }]));
    return builder.finish(png ? 'image/png' : 'image/jpeg', EXTRACTOR, page.confidence);
  },
};

interface Size {
  readonly width: number;
  readonly height: number;
}

function scaleFor(size: Size): number {
  const pixels = size.width * size.height;
  if (pixels > LIMITS.ocrPixels) return Math.sqrt(LIMITS.ocrPixels / pixels);
  return Math.max(size.width, size.height) < SMALL_SIDE ? 2 : 1;
}

async function rescale(bytes: Uint8Array, size: Size, scale: number): Promise<Uint8Array> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(Buffer.from(bytes)).catch(() => {
    throw corrupt('image');
  });
  const canvas = createCanvas(Math.round(size.width * scale), Math.round(size.height * scale));
  const drawing = canvas.getContext('2d');
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer('image/png');
}

function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 24) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The size stands in the frame header (SOF), which comes after any number of other segments. */
function jpegSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const frame =
      marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const bare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
    at += bare ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}
