import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makePdf, textAt } from './testing/make-pdf';
import { documentOf, linesOf, RealPool } from './testing/real-pool';

const samples = path.resolve(import.meta.dirname, '../../../resources/samples');
const fonts = path.resolve(import.meta.dirname, '../../../node_modules/pdfjs-dist/standard_fonts');
const pool = new RealPool(2);
afterAll(() => pool.close());

const truthSchema = z.object({ file: z.string(), name: z.string().nullable() });

const files = readdirSync(path.join(samples, 'cvs'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.normalize('NFC').split(path.sep).join('/'))
  .filter((name) => statSync(path.join(samples, 'cvs', name)).isFile());

test('every sample is read, and the name its truth gives stands in its text', async () => {
  const truth = readFileSync(path.join(samples, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => truthSchema.parse(JSON.parse(line)));
  const missing: string[] = [];
  await Promise.all(
    files.map(async (file) => {
      const outcome = await pool.parsePath(path.join(samples, 'cvs', file), path.basename(file));
      if (outcome.kind === 'container') return;
      const document = documentOf(outcome);
      checkShape(document);
      const name = truth.find(
        (entry) => entry.file === file || entry.file.endsWith(`/${file}`),
      )?.name;
      // A scan is read by OCR, which may miss a letter of a name.
      if (name == null || document.ocrConfidence !== null) return;
      const text = bare(document.text);
      if (!name.split(/\s+/).every((part) => text.includes(bare(part))))
        missing.push(`${file}: ${name}`);
    }),
  );
  expect(files.length).toBeGreaterThanOrEqual(40);
  expect(missing).toEqual([]);
});

/** Offsets that do not hold would make every highlight in the window point at the wrong words. */
function checkShape(document: ReturnType<typeof documentOf>): void {
  expect(document.text).toBe(document.text.normalize('NFC'));
  let at = 0;
  for (const line of document.lines) {
    expect(line.start).toBe(at);
    at = line.end + 1;
    for (const piece of line.pieces) {
      expect(piece.start).toBeGreaterThanOrEqual(line.start);
      expect(piece.end).toBeLessThanOrEqual(line.end);
      expect(document.text.slice(piece.start, piece.end).trim()).not.toBe('');
    }
  }
  expect(at - 1).toBe(document.text.length);
}

const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\s/gu, '')
    .toLowerCase();

describe('OCR', () => {
  test('a picture of a page is read in the order of its columns, with places and a confidence', async () => {
    // A font that comes with a dependency: a bare machine has none.
    GlobalFonts.registerFromPath(path.join(fonts, 'LiberationSans-Regular.ttf'), 'Test Sans');
    const canvas = createCanvas(1_654, 2_339);
    const pen = canvas.getContext('2d');
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = 'black';
    pen.font = '64px "Test Sans"';
    pen.fillText('Katherine Johnson', 140, 200);
    pen.font = '34px "Test Sans"';
    const left = [
      'Computed orbits by hand',
      'Checked the machines',
      'Wrote the first report',
      'Trained her successors',
    ];
    const right = ['Mathematics', 'Geometry', 'Navigation', 'Teaching'];
    left.forEach((line, index) => pen.fillText(line, 140, 400 + index * 56));
    right.forEach((line, index) => pen.fillText(line, 1_000, 425 + index * 71));
    const document = await pool.read('scan.jpg', canvas.toBuffer('image/jpeg'));
    expect(linesOf(document)).toEqual(['Katherine Johnson', ...left, ...right]);
    expect(document.ocrConfidence).toBeGreaterThan(0.8);
    // 140 of 1,654 pixels across a page of 595 points.
    expect(document.lines[0]?.box?.x).toBeGreaterThan(46);
    expect(document.lines[0]?.box?.x).toBeLessThan(54);
  });

  test('a page with a line of text beside a picture of text is read by OCR; a photograph behind text is not', async () => {
    GlobalFonts.registerFromPath(path.join(fonts, 'LiberationSans-Regular.ttf'), 'Test Sans');
    const width = 1_240;
    const height = 1_600;
    const canvas = createCanvas(width, height);
    const pen = canvas.getContext('2d');
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, width, height);
    const plain = canvas.toBuffer('image/jpeg');
    pen.fillStyle = 'black';
    pen.font = '34px "Test Sans"';
    const scanned = Array.from(
      { length: 8 },
      (_, index) => `Katherine computed orbit number ${index + 1} by hand`,
    );
    // A hair off the straight, as scans are.
    pen.rotate(0.008);
    scanned.forEach((line, index) => pen.fillText(line, 120, 160 + index * 60));
    const jpeg = canvas.toBuffer('image/jpeg');
    const stamp = textAt(60, 40, 'Scanned with an app that leaves its name here', 9);
    const content = `q 595 0 0 768 0 74 cm /Im1 Do Q ${stamp}`;
    const mixed = await pool.read(
      'mixed.pdf',
      makePdf({ pages: [{ content, picture: { jpeg, width, height } }] }),
    );
    expect(mixed.ocrConfidence).toBeGreaterThan(0.8);
    expect(linesOf(mixed).slice(0, 8)).toEqual(scanned);

    const photo = await pool.read(
      'photo.pdf',
      makePdf({ pages: [{ content, picture: { jpeg: plain, width, height } }] }),
    );
    expect(photo.ocrConfidence).toBeNull();
    expect(linesOf(photo)).toEqual(['Scanned with an app that leaves its name here']);
  });
});
