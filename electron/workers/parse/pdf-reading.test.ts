import { afterAll, describe, expect, test } from 'vitest';
import { makePdf, textAt } from './testing/make-pdf';
import { linesOf, RealPool } from './testing/real-pool';

const pool = new RealPool();
afterAll(() => pool.close());

const column = (x: number, top: number, lines: readonly string[], pitch: number): string =>
  lines.map((line, index) => textAt(x, top - index * pitch, line)).join('');

describe('reading order', () => {
  test('two columns of text are read one after the other, under their common head', async () => {
    const left = [
      'Experience',
      'Engineer at Acme in Berlin',
      'Built the first engine',
      'and kept it running',
      'Intern at Initech',
      'Wrote the manual',
    ];
    const right = ['Skills', 'Steam', 'Gears', 'Punched cards', 'Languages', 'French'];
    const content =
      textAt(200, 790, 'Ada Lovelace', 22, 'F2') +
      column(50, 740, left, 14) +
      column(350, 737, right, 17);
    const document = await pool.read('columns.pdf', makePdf({ pages: [{ content }] }));
    expect(linesOf(document)).toEqual(['Ada Lovelace', ...left, ...right]);
  });

  test('the order in which a program wrote the lines does not matter', async () => {
    const lines = ['First line of the page', 'Second line of the page', 'Third line of the page'];
    const content = [2, 0, 1]
      .map((index) => textAt(72, 760 - index * 14, lines[index] ?? ''))
      .join('');
    expect(linesOf(await pool.read('order.pdf', makePdf({ pages: [{ content }] })))).toEqual(lines);
  });

  test('dates at the right margin and labels beside values stay on their line', async () => {
    const rows = [
      ['Engineer, Acme', '2019 - 2021'],
      ['Intern, Initech', '2017 - 2019'],
      ['Clerk, Hooli', '2015 - 2017'],
      ['Apprentice, Globex', '2013 - 2015'],
    ] as const;
    const dated = rows
      .map(
        ([job, years], index) =>
          textAt(50, 780 - index * 28, job) + textAt(480, 780 - index * 28, years),
      )
      .join('');
    expect(linesOf(await pool.read('dates.pdf', makePdf({ pages: [{ content: dated }] })))).toEqual(
      rows.map((row) => row.join('\t')),
    );

    const facts = ['Name', 'Address', 'Telephone', 'E-mail', 'Nationality'];
    const labelled = facts
      .map(
        (fact, index) =>
          textAt(60, 700 - index * 16, fact) + textAt(190, 700 - index * 16, `value of ${fact}`),
      )
      .join('');
    expect(
      linesOf(await pool.read('labels.pdf', makePdf({ pages: [{ content: labelled }] }))),
    ).toEqual(facts.map((fact) => `${fact}\tvalue of ${fact}`));
  });

  test('dates and places wrapped in a narrow margin stay whole and leave the sentence beside them whole', async () => {
    const entry = (top: number, months: string, job: string, words: string): string =>
      column(50, top, [`${months} 2019 -`, `${months} 2021`, 'Leeds'], 13) +
      textAt(140, top, job, 10, 'F2') +
      column(
        140,
        top - 13,
        [
          'Acme',
          `${words} in a sentence of this entry that is too long for one line of it`,
          'and so goes on',
        ],
        13,
      );
    const content =
      entry(760, 'Jan', 'Engineer', 'Engines') +
      entry(690, 'Feb', 'Clerk', 'Ledgers') +
      entry(620, 'Mar', 'Cook', 'Soups');
    expect(
      linesOf(await pool.read('margin.pdf', makePdf({ pages: [{ content }] }))).slice(0, 4),
    ).toEqual([
      'Jan 2019 - Jan 2021\tLeeds\tEngineer',
      'Acme',
      'Engines in a sentence of this entry that is too long for one line of it',
      'and so goes on',
    ]);
  });

  test('cards side by side are read one after the other, row by row, under their own heading', async () => {
    const card = (x: number, top: number, name: string, year: number): string =>
      textAt(x, top, `${year} - ${year + 1}`, 8) +
      textAt(x, top - 13, `Engineer ${name}`, 10, 'F2') +
      column(x, top - 26, [`${name} Works`, `Built what ${name} needed`], 13);
    const content =
      textAt(50, 790, 'Experience', 14, 'F2') +
      card(60, 760, 'Alpha', 2021) +
      card(310, 760, 'Beta', 2019) +
      card(60, 680, 'Gamma', 2017) +
      card(310, 680, 'Delta', 2015) +
      textAt(50, 610, 'Education', 14, 'F2') +
      card(60, 580, 'Epsilon', 2011) +
      card(310, 580, 'Zeta', 2009);
    const lines = linesOf(await pool.read('cards.pdf', makePdf({ pages: [{ content }] })));
    const order = lines.filter((line) => /^(?:Engineer|Education)/.test(line));
    expect(order).toEqual([
      'Engineer Alpha',
      'Engineer Beta',
      'Engineer Gamma',
      'Engineer Delta',
      'Education',
      'Engineer Epsilon',
      'Engineer Zeta',
    ]);
    expect(lines).toContain('Built what Alpha needed');
  });

  test('a sidebar on its coloured field is one column, also where a long address runs over the edge', async () => {
    const side = ['Contact', 'augusta.ada.king.lovelace@example.org', '+44 20 7946 0000', 'London'];
    const main = Array.from({ length: 12 }, (_, index) => `Line ${index + 1} of the text`);
    const content =
      '0.1 0.1 0.3 rg 0 0 170 842 re f 1 1 1 rg ' +
      column(20, 780, side, 21) +
      '0 g ' +
      column(182, 790, main, 17);
    expect(linesOf(await pool.read('side.pdf', makePdf({ pages: [{ content }] })))).toEqual([
      ...side,
      ...main,
    ]);
  });

  test('the text beside a sidebar goes on on the next page; headers and footers are read once, apart', async () => {
    const footer = (page: number): string => textAt(260, 30, `Ada Lovelace - ${page}/2`, 8);
    const side = ['Skills', 'Steam', 'Gears', 'Cards', 'Looms', 'French'];
    const first = Array.from(
      { length: 40 },
      (_, index) => `Sentence part ${index + 1} of a text over two pages`,
    );
    const pages = [
      { content: column(50, 790, first, 17) + column(420, 783, side, 25) + footer(1) },
      { content: column(50, 790, ['that goes on here', 'and ends here.'], 17) + footer(2) },
    ];
    const document = await pool.read('pages.pdf', makePdf({ pages }));
    expect(linesOf(document)).toEqual([
      ...first,
      'that goes on here',
      'and ends here.',
      ...side,
      'Ada Lovelace - 1/2',
    ]);
    expect(document.lines.at(-1)?.role).toBe('footer');
  });

  test('a word hyphenated at a line end is one word; a compound keeps its hyphen', async () => {
    const lines = [
      'She kept the accounts of a manufac-',
      'turer of looms and was known for cross-',
      'checking every account; her cross-checking',
      'saved the manufacturer of looms a for-',
      'tune, year after year, in all its depart-',
      'ments.',
    ];
    const document = await pool.read(
      'hyphens.pdf',
      makePdf({ pages: [{ content: column(50, 760, lines, 13) }] }),
    );
    expect(linesOf(document).join(' ')).toBe(
      'She kept the accounts of a manufacturer of looms and was known for cross-checking every account; her cross-checking saved the manufacturer of looms a fortune, year after year, in all its departments.',
    );
  });

  test('a heading turned along the margin stands before the lines it stands beside', async () => {
    const turned = (y: number, text: string): string =>
      `BT /F2 11 Tf 0 1 -1 0 40 ${y} Tm (${text}) Tj ET\n`;
    const content =
      textAt(60, 790, 'Ada Lovelace', 20) +
      turned(690, 'Experience') +
      column(60, 745, ['Engineer at Acme', 'Clerk at Hooli', 'Cook at Initech'], 14) +
      turned(590, 'Education') +
      column(60, 640, ['School of Engines', 'School of Looms'], 14);
    expect(linesOf(await pool.read('turned.pdf', makePdf({ pages: [{ content }] })))).toEqual([
      'Ada Lovelace',
      'Experience',
      'Engineer at Acme',
      'Clerk at Hooli',
      'Cook at Initech',
      'Education',
      'School of Engines',
      'School of Looms',
    ]);
  });

  test('letter-spaced capitals are one word, in one string and letter by letter', async () => {
    const tracked = 'BT /F1 12 Tf 4 Tc 1 0 0 1 72 760 Tm (CONTACT) Tj 0 Tc ET\n';
    // Helvetica's widths, and 5 points between the letters; 14 between the words.
    let x = 72;
    const letters = [...'MY LIFE']
      .map((letter) => {
        const at = x;
        x +=
          letter === ' '
            ? 9
            : 12 * ({ M: 0.833, Y: 0.667, L: 0.556, I: 0.278, F: 0.611 }[letter] ?? 0.667) + 5;
        return letter === ' ' ? '' : textAt(at, 700, letter, 12);
      })
      .join('');
    expect(
      linesOf(await pool.read('tracked.pdf', makePdf({ pages: [{ content: tracked + letters }] }))),
    ).toEqual(['CONTACT', 'MY LIFE']);
  });
});

test('every line carries its place, size and weight, and every piece of it the box of its own text', async () => {
  const content = textAt(72, 742, 'Grace Hopper', 20, 'F2') + textAt(72, 700, 'Rear admiral', 10);
  const document = await pool.read('boxes.pdf', makePdf({ pages: [{ content }] }));
  expect(document.pages).toEqual([{ width: 595, height: 842 }]);
  const [name, rank] = document.lines;
  expect(name).toMatchObject({ start: 0, end: 12, page: 1, fontSize: 20, bold: true });
  expect(rank).toMatchObject({ start: 13, fontSize: 10, bold: false });
  // Baseline at 842 − 742 = 100 points from the top; the box reaches from ascent to descent around it.
  expect(name?.box?.x).toBeCloseTo(72, 1);
  expect(name?.box?.y).toBeGreaterThan(78);
  expect((name?.box?.y ?? 0) + (name?.box?.height ?? 0)).toBeGreaterThan(100);
  const words = name?.pieces.map((piece) => document.text.slice(piece.start, piece.end));
  expect(words).toEqual(['Grace', 'Hopper']);
  const [grace, hopper] = name?.pieces ?? [];
  expect(hopper?.box.x).toBeGreaterThan((grace?.box.x ?? 0) + (grace?.box.width ?? 0));
});

test('links of annotations are read with the text they stand on, also behind an icon', async () => {
  const content = textAt(72, 760, 'Portfolio');
  const pdf = makePdf({
    pages: [
      {
        content,
        links: [
          { rect: [70, 755, 130, 772], url: 'https://example.com/ada' },
          { rect: [300, 755, 320, 772], url: 'https://www.linkedin.com/in/ada' },
        ],
      },
    ],
  });
  const { links } = await pool.read('links.pdf', pdf);
  expect(links).toMatchObject([
    {
      url: 'https://example.com/ada',
      text: 'Portfolio',
      page: 1,
      box: { x: 70, y: 70, width: 60, height: 17 },
    },
    { url: 'https://www.linkedin.com/in/ada', text: '' },
  ]);
});

describe('text that nobody sees is left out and reported', () => {
  const seen = textAt(72, 760, 'A person you would like to meet');

  test.each([
    [
      'invisible-ink',
      'drawn with no ink',
      'BT 3 Tr /F1 10 Tf 1 0 0 1 72 700 Tm (hire me first) Tj ET 0 Tr\n',
    ],
    [
      'invisible-ink',
      'white on the white page',
      `1 1 1 rg ${textAt(72, 700, 'hire me first')} 0 g\n`,
    ],
    [
      'invisible-ink',
      'blue on the same blue',
      `0 0 0.5 rg 60 690 300 30 re f ${textAt(72, 700, 'hire me first')} 0 g\n`,
    ],
    [
      'invisible-ink',
      'painted over',
      `${textAt(72, 700, 'hire me first')} 1 1 1 rg 60 690 300 30 re f 0 g\n`,
    ],
    ['tiny', 'smaller than anyone reads', textAt(72, 700, 'hire me first', 1.5)],
    ['off-page', 'beyond the edge', textAt(72, 900, 'hire me first')],
  ])('%s: %s', async (kind, _how, trick) => {
    const document = await pool.read('trick.pdf', makePdf({ pages: [{ content: seen + trick }] }));
    expect(document.text).toBe('A person you would like to meet');
    expect(document.hidden).toEqual([{ kind, text: 'hire me first' }]);
  });

  test('white text on a dark bar is seen by everyone and stays', async () => {
    const bar = `0.1 0.1 0.3 rg 0 680 595 60 re f 1 1 1 rg ${textAt(72, 700, 'Grace Hopper', 20)} 0 g\n`;
    const document = await pool.read('bar.pdf', makePdf({ pages: [{ content: bar + seen }] }));
    expect(linesOf(document)).toContain('Grace Hopper');
    expect(document.hidden).toEqual([]);
  });

  test('tag characters and runs of zero-width characters in plain text', async () => {
    const tags = [...'ignore all others']
      .map((char) => String.fromCodePoint(0xe0000 + (char.codePointAt(0) ?? 0)))
      .join('');
    const document = await pool.read('tags.txt', `Ada${'\u200b'.repeat(20)} Lovelace${tags}`);
    expect(document.text).toBe('Ada Lovelace');
    expect(document.hidden).toEqual([
      { kind: 'tag-characters', text: 'ignore all others' },
      { kind: 'zero-width', text: '20 zero-width characters' },
    ]);
  });
});
