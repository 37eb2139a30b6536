import { readdirSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import {
  makeDocx,
  makeLyingZip,
  makePngHeader,
  makeRawDocx,
  paragraph,
  zip,
} from './testing/make-documents';
import { makePdf, textAt } from './testing/make-pdf';
import { documentOf, linesOf, RealPool } from './testing/real-pool';

const pool = new RealPool(2);
afterAll(() => pool.close());

const GOOD_PDF = makePdf({
  pages: [{ content: textAt(72, 760, 'Ada Lovelace, analyst of engines') }],
});
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const zeros = (megabytes: number): Buffer => deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024));

const billionLaughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">${'bcdefghij'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
  .join('')}]><w:document ${NAMESPACE}><w:body>${paragraph('&j;')}</w:body></w:document>`;

const encrypted = makePdf({
  pages: [{ content: textAt(72, 760, 'secret') }],
  trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
});

/** Each would, without its check, hang, fill memory or the disk, or be read as something it is not. */
const HOSTILE: readonly (readonly [name: string, bytes: Uint8Array | string, code: string])[] = [
  [
    'zip bomb by ratio.zip',
    makeLyingZip([{ name: 'a.txt', packed: zeros(400), states: 400 * 1024 * 1024 }]),
    'ARCHIVE_BOMB',
  ],
  [
    'zip bomb in total.zip',
    makeLyingZip(
      Array.from({ length: 40 }, (_, index) => ({
        name: `${index}.txt`,
        packed: Buffer.alloc(300_000),
        states: 40 * 1024 * 1024,
      })),
    ),
    'ARCHIVE_BOMB',
  ],
  [
    'too many entries.zip',
    makeLyingZip(
      Array.from({ length: 2_001 }, (_, index) => ({
        name: `${index}`,
        packed: Buffer.alloc(0),
        states: 0,
      })),
    ),
    'ARCHIVE_BOMB',
  ],
  [
    'docx bomb.docx',
    makeLyingZip([{ name: 'word/document.xml', packed: zeros(300), states: 300 * 1024 * 1024 }]),
    'ARCHIVE_BOMB',
  ],
  [
    'docx that lies about its size.docx',
    makeLyingZip([{ name: 'word/document.xml', packed: zeros(60), states: 1_000 }]),
    'ARCHIVE_BOMB',
  ],
  ['billion laughs.docx', makeRawDocx(billionLaughs), 'UNSAFE_CONTENT'],
  [
    'external entity.docx',
    makeRawDocx(
      `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${NAMESPACE}><w:body>${paragraph('&x;')}</w:body></w:document>`,
    ),
    'UNSAFE_CONTENT',
  ],
  [
    'ten thousand deep.docx',
    makeRawDocx(
      `<w:document ${NAMESPACE}>${'<w:p>'.repeat(10_000)}${'</w:p>'.repeat(10_000)}</w:document>`,
    ),
    'UNSAFE_CONTENT',
  ],
  [
    'ten thousand deep.rtf',
    `{\\rtf1 ${'{'.repeat(10_000)}x${'}'.repeat(10_000)}}`,
    'UNSAFE_CONTENT',
  ],
  ['broken.docx', makeRawDocx('<w:document><w:body>'), 'CORRUPT'],
  ['empty.pdf', '', 'EMPTY_FILE'],
  ['header only.pdf', '%PDF-1.7\n', 'CORRUPT'],
  ['half.pdf', GOOD_PDF.subarray(0, GOOD_PDF.length / 2), 'CORRUPT'],
  ['encrypted.pdf', encrypted, 'PASSWORD_PROTECTED'],
  [
    '300 pages.pdf',
    makePdf({ pages: Array.from({ length: 300 }, () => ({ content: '' })) }),
    'TOO_MANY_PAGES',
  ],
  ['blank.pdf', makePdf({ pages: [{ content: '' }] }), 'NO_TEXT'],
  ['huge.png', makePngHeader(60_000, 60_000), 'TOO_LARGE'],
  ['no pixels.png', makePngHeader(100, 100), 'CORRUPT'],
  [
    'program.pdf',
    Buffer.concat([Buffer.from('7f454c46020101000000000000000000', 'hex'), Buffer.alloc(500, 7)]),
    'UNSUPPORTED_TYPE',
  ],
  [
    'noise.txt',
    Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7_919) % 32)),
    'UNSUPPORTED_TYPE',
  ],
  ['spaces.txt', '   \n\t\n', 'NO_TEXT'],
  ['nothing inside.zip', zip({ '__MACOSX/._x': 'x' }), 'EMPTY_FILE'],
  ['26 MB.txt', Buffer.alloc(26 * 1024 * 1024, 'a '), 'TOO_LARGE'],
];

test('hostile files each get their outcome and a sentence, and the good files among them are read', async () => {
  const jobs = HOSTILE.flatMap(([name, bytes]) => [
    pool.parse(name, bytes),
    pool.parse('good.pdf', GOOD_PDF),
  ]);
  const outcomes = await Promise.all(jobs);
  const seen = outcomes
    .filter((_, index) => index % 2 === 0)
    .map((outcome, index) => [
      HOSTILE[index]?.[0],
      outcome.kind === 'failed' ? outcome.failure.code : outcome.kind,
    ]);
  expect(seen).toEqual(HOSTILE.map(([name, , code]) => [name, code]));
  for (const outcome of outcomes) {
    if (outcome.kind === 'failed') expect(outcome.failure.message).toMatch(/^[A-Z].{25,}[.]$/s);
    else expect(documentOf(outcome).text).toBe('Ada Lovelace, analyst of engines');
  }
});

describe('what is odd but can be read', () => {
  test('a PDF that lost its last bytes is read all the same', async () => {
    const lines = linesOf(await pool.read('cut.pdf', GOOD_PDF.subarray(0, GOOD_PDF.length - 20)));
    expect(lines).toEqual(['Ada Lovelace, analyst of engines']);
  });

  test('JavaScript, an open action and a launch action in a PDF do nothing', async () => {
    const pdf = makePdf({
      pages: [{ content: textAt(72, 700, 'Grace Hopper') }],
      catalog:
        '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); while\\(true\\){}) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >>',
    });
    expect((await pool.read('js.pdf', pdf)).text).toBe('Grace Hopper');
  });

  test('content decides, not the name: a PDF called .docx and text called .pdf', async () => {
    expect((await pool.read('really a pdf.docx', GOOD_PDF)).mediaType).toBe('application/pdf');
    expect((await pool.read('really text.pdf', 'Edsger Dijkstra\nProgrammer')).mediaType).toBe(
      'text/plain',
    );
  });

  test('entry names of an archive never become paths', async () => {
    const before = readdirSync(pool.folder).length;
    const outcome = await pool.parse(
      'slip.zip',
      zip({
        '../../../../tmp/evil.txt': 'Alan Turing, mathematician',
        '/etc/cron.d/evil.txt': 'Alonzo Church, logician',
        'C:\\evil.txt': 'Kurt Gödel, logician',
      }),
    );
    if (outcome.kind !== 'container') throw new Error('not unpacked');
    expect(outcome.entries.map((entry) => entry.name)).toContain('../../../../tmp/evil.txt');
    for (const entry of outcome.entries)
      expect(entry.stagedPath).toMatch(new RegExp(`^${pool.folder}/[0-9a-f-]{36}$`));
    // The archive itself and its three entries: nothing else was written here, nothing elsewhere.
    expect(readdirSync(pool.folder).length).toBe(before + 4);
  });

  test('an archive inside an archive is unpacked, one deeper is not, and a bad entry does not spoil the others', async () => {
    const innermost = zip({ 'deep.txt': 'Too deep to be read' });
    const inner = zip({ 'inner.txt': 'Barbara Liskov, professor', 'innermost.zip': innermost });
    const outcome = await pool.parse(
      'outer.zip',
      zip({
        'cvs/inner.zip': inner,
        'cvs/good.pdf': GOOD_PDF,
        'cvs/empty.pdf': '',
        'cvs/video.bin': Buffer.alloc(900, 3),
      }),
    );
    if (outcome.kind !== 'container') throw new Error('not unpacked');
    expect(outcome.entries.map((entry) => entry.name).sort()).toEqual([
      'cvs/good.pdf',
      'cvs/inner.zip/inner.txt',
    ]);
    expect(outcome.skipped.map((entry) => [entry.name, entry.failure.code]).sort()).toEqual([
      ['cvs/empty.pdf', 'EMPTY_FILE'],
      ['cvs/inner.zip/innermost.zip', 'ARCHIVE_BOMB'],
      ['cvs/video.bin', 'UNSUPPORTED_TYPE'],
    ]);
  });

  test('NUL bytes, overrides of direction and other controls leave the text; right-to-left letters stay', async () => {
    const document = await pool.read(
      'odd.txt',
      'Name:\u0000 Nora\u0007 \u202egpj.exe\u202c\nעברית and العربية\n=cmd|x <img onerror=1> __proto__',
    );
    expect(linesOf(document)).toEqual([
      'Name: Nora gpj.exe',
      'עברית and العربية',
      '=cmd|x <img onerror=1> __proto__',
    ]);
  });

  test('a line of a million characters is broken, and no character is lost', async () => {
    const text = 'x1y2z3 '.repeat(150_000).trim();
    const document = await pool.read('long.txt', text);
    expect(Math.max(...document.lines.map((line) => line.end - line.start))).toBeLessThanOrEqual(
      4_000,
    );
    expect(document.text.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
    expect(document.warnings.map((warning) => warning.code)).toEqual(['LONG_LINES']);
  });

  test('text beyond two million characters is cut with a warning', async () => {
    const document = await pool.read(
      'endless.txt',
      `${'A line of an endless file.\n'.repeat(100_000)}`,
    );
    expect(document.text.length).toBeLessThanOrEqual(2_000_000);
    expect(document.warnings.map((warning) => warning.code)).toContain('TEXT_CUT');
  });

  test.each([
    [
      'UTF-8 read as Windows-1252 and saved',
      Buffer.from('JÃ¼rgen MÃ¼ller, BÃ¤cker in KÃ¶ln', 'utf8'),
      'Jürgen Müller, Bäcker in Köln',
    ],
    [
      'Windows-1252',
      Buffer.from('J\xfcrgen M\xfcller, B\xe4cker in K\xf6ln und anderswo', 'latin1'),
      'Jürgen Müller, Bäcker in Köln und anderswo',
    ],
    ['UTF-16 with a mark', Buffer.from('\ufeffZoë Ångström', 'utf16le'), 'Zoë Ångström'],
    [
      'UTF-16 without a mark',
      Buffer.from('Zoe Angstrom, physicist', 'utf16le'),
      'Zoe Angstrom, physicist',
    ],
    ['decomposed letters', Buffer.from('Zoe\u0308 A\u030angstro\u0308m', 'utf8'), 'Zoë Ångström'],
  ])('encodings: %s', async (_name, bytes, expected) => {
    expect((await pool.read('cv.txt', bytes)).text).toBe(expected);
  });

  test('remote templates and external relations of a DOCX are not followed', async () => {
    const relations = `<Relationships><Relationship Id="r1" Type="x/attachedTemplate" Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/><Relationship Id="r2" Type="x/header" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;
    const docx = makeDocx(paragraph('Katherine Johnson'), {
      'word/_rels/document.xml.rels': relations,
    });
    expect((await pool.read('template.docx', docx)).text).toBe('Katherine Johnson');
  });

  test('a file that is gone says so', async () => {
    const outcome = await pool.parsePath(`${pool.folder}/never-was`, 'gone.pdf');
    expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'UNREADABLE' } });
  });

  test('a scan in a language without data says which', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const outcome = await pool.parse('scan.png', png, ['tlh']);
    expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'OCR_LANGUAGE_MISSING' } });
  });
});
