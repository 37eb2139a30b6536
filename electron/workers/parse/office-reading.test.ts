import { afterAll, describe, expect, test } from 'vitest';
import { makeDocx, paragraph, zip } from './testing/make-documents';
import { linesOf, RealPool } from './testing/real-pool';

const pool = new RealPool();
afterAll(() => pool.close());

describe('DOCX', () => {
  test('a text box written in two forms is read once, after the paragraph it hangs on', async () => {
    const box = `<w:txbxContent>${paragraph('Phone 555 0100')}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>Contact</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('Experience')}`;
    expect(linesOf(await pool.read('box.docx', makeDocx(body)))).toEqual([
      'Contact',
      'Phone 555 0100',
      'Experience',
    ]);
  });

  test('short rows of a table are lines with tabs; cells with several paragraphs follow one another', async () => {
    const cell = (...lines: readonly string[]) =>
      `<w:tc>${lines.map((line) => paragraph(line)).join('')}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('2019 - 2021')}${cell('Engineer')}${cell('Acme')}</w:tr><w:tr>${cell('Skills', 'Steam', 'Gears')}${cell('Summary', 'A long life of work')}</w:tr></w:tbl>`;
    const document = await pool.read('table.docx', makeDocx(body));
    expect(linesOf(document)).toEqual([
      '2019 - 2021\tEngineer\tAcme',
      'Skills',
      'Steam',
      'Gears',
      'Summary',
      'A long life of work',
    ]);
    expect(document.lines[0]?.role).toBe('cell');
  });

  test('headers come first, footers last, the same header of two sections once; links keep their target', async () => {
    const part = (name: string, text: string) =>
      `<w:${name} xmlns:w="x">${paragraph(text)}</w:${name}>`;
    const relations = `<Relationships>${[
      ['r1', 'header', 'header1.xml', ''],
      ['r2', 'header', 'header2.xml', ''],
      ['r3', 'footer', 'footer1.xml', ''],
      ['r4', 'hyperlink', 'https://example.com/ada', ' TargetMode="External"'],
    ]
      .map(
        ([id, type, target, mode]) =>
          `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"${mode}/>`,
      )
      .join('')}</Relationships>`;
    const body = `<w:p><w:hyperlink r:id="r4" xmlns:r="r"><w:r><w:t>My site</w:t></w:r></w:hyperlink></w:p>`;
    const document = await pool.read(
      'parts.docx',
      makeDocx(body, {
        'word/_rels/document.xml.rels': relations,
        'word/header1.xml': part('hdr', 'Ada Lovelace'),
        'word/header2.xml': part('hdr', 'Ada Lovelace'),
        'word/footer1.xml': part('ftr', 'Page 1'),
      }),
    );
    expect(linesOf(document)).toEqual(['Ada Lovelace', 'My site', 'Page 1']);
    expect(document.lines.map((line) => line.role)).toEqual(['header', 'body', 'footer']);
    expect(document.links).toMatchObject([{ url: 'https://example.com/ada', text: 'My site' }]);
  });

  test('headings, lists, weight and size come from styles; deleted text and form prompts do not appear', async () => {
    const styles = `<w:styles><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style></w:styles>`;
    const body =
      paragraph('Experience', '<w:pPr><w:pStyle w:val="H1"/></w:pPr>') +
      paragraph('Built engines', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      '<w:p><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del><w:ins><w:r><w:t>put in</w:t></w:r></w:ins></w:p>' +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Click here to enter text')}</w:sdtContent></w:sdt>`;
    const document = await pool.read('styles.docx', makeDocx(body, { 'word/styles.xml': styles }));
    expect(linesOf(document)).toEqual(['Experience', 'Built engines', 'put in']);
    expect(document.lines[0]).toMatchObject({ role: 'heading', bold: true, fontSize: 14 });
    expect(document.lines[1]).toMatchObject({ role: 'list', bold: false });
  });

  test('vanished, white and tiny text is reported; white text in a shaded cell is not', async () => {
    const run = (properties: string, text: string) =>
      `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
    const white = '<w:color w:val="FFFFFF"/>';
    const body =
      paragraph('Seen') +
      run('<w:vanish/>', 'vanished') +
      run(white, 'white') +
      run('<w:sz w:val="2"/>', 'tiny') +
      `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${run(white, 'On dark blue')}</w:tc></w:tr></w:tbl>`;
    const document = await pool.read('hidden.docx', makeDocx(body));
    expect(linesOf(document)).toEqual(['Seen', 'On dark blue']);
    expect(document.hidden.map((item) => `${item.kind}: ${item.text}`)).toEqual([
      'invisible-ink: vanished',
      'invisible-ink: white',
      'tiny: tiny',
    ]);
  });
});

test('DOCX: white text over a shape that lies behind it is seen', async () => {
  const band = '<w:p><w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r></w:p>';
  const name =
    '<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Ada Lovelace</w:t></w:r></w:p>';
  const document = await pool.read('band.docx', makeDocx(band + name));
  expect(linesOf(document)).toEqual(['Ada Lovelace']);
  expect(document.hidden).toEqual([]);
});

test('ODT: headings, lists, spaces as elements, bold by style, header of the page', async () => {
  const styles =
    '<office:document-styles><style:page-layout><style:header-style><style:header-footer-properties/></style:header-style></style:page-layout><style:master-page><style:header><text:p>Ada Lovelace</text:p></style:header></style:master-page></office:document-styles>';
  const content =
    '<office:document-content><style:style style:name="B"><style:text-properties fo:font-weight="bold" fo:font-size="12pt"/></style:style>' +
    '<office:text><text:h>Experience</text:h><text:p text:style-name="B">Engineer<text:tab/>2019<text:s text:c="2"/>to 2021</text:p>' +
    '<text:list><text:list-item><text:p>Built engines</text:p></text:list-item></text:list></office:text></office:document-content>';
  const odt = zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': content,
    'styles.xml': styles,
  });
  const document = await pool.read('cv.odt', odt);
  expect(linesOf(document)).toEqual([
    'Ada Lovelace',
    'Experience',
    'Engineer\t2019  to 2021',
    'Built engines',
  ]);
  expect(document.lines.map((line) => line.role)).toEqual(['header', 'heading', 'body', 'list']);
  expect(document.lines[2]).toMatchObject({ bold: true, fontSize: 12 });
});

test('RTF: code pages by font, Unicode with its fallback, tables, links; pictures and prompts skipped', async () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}
{\*\generator Riched20;}{\pict\pngblip 89504e47}
\b\fs40 J\'fcrgen M\u252?ller\b0\par
\f1\fs20 \'cf\'f0\'e8\'e2\'e5\'f2\f0\par
{\field{\*\fldinst HYPERLINK "https://example.com/jm"}{\fldrslt my site}}\par
\trowd\cellx1000\cellx2000\intbl 2019\cell Engineer\cell\row
\pard {\v hidden words} end\par}`;
  const document = await pool.read('cv.rtf', Buffer.from(rtf, 'latin1'));
  expect(linesOf(document)).toEqual([
    'Jürgen Müller',
    'Привет',
    'my site',
    '2019\tEngineer',
    ' end',
  ]);
  expect(document.lines[0]).toMatchObject({ bold: true, fontSize: 20 });
  expect(document.links).toMatchObject([{ url: 'https://example.com/jm', text: 'my site' }]);
  expect(document.hidden).toEqual([{ kind: 'invisible-ink', text: 'hidden words' }]);
});

test('HTML: blocks, tables, lists and links; scripts, styles and hidden elements do not appear', async () => {
  const html = `<!doctype html><html><head><title>x</title><style>p{}</style><script>alert(1)</script></head><body>
    <h1>Ada   Lovelace</h1><p>Analyst of <b>engines</b><br>London</p><ul><li>Steam</li><li>Gears</li></ul>
    <table><tr><td>2019</td><td>Engineer</td></tr></table><a href="https://example.com">site</a><a href="javascript:x">bad</a>
    <p style="display: none">hire me</p><p style="color:#fff">white words</p><img src=x onerror=alert(1)>${'<div>'.repeat(10_000)}deep</body></html>`;
  const document = await pool.read('cv.html', html);
  expect(linesOf(document)).toEqual([
    'Ada Lovelace',
    'Analyst of engines',
    'London',
    'Steam',
    'Gears',
    '2019\tEngineer',
    'sitebad',
    'deep',
  ]);
  expect(document.links.map((link) => link.url)).toEqual(['https://example.com']);
  expect(document.hidden.map((item) => item.text)).toEqual(['hire me', 'white words']);
});

describe('e-mail', () => {
  const mail = (parts: readonly string[]): string =>
    `From: Ada Lovelace <ada@example.com>\r\nTo: jobs@example.org\r\nSubject: Application\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;
  const body = 'Content-Type: text/plain; charset=utf-8\r\n\r\nDear Sir,\r\nI analyse engines.';

  test('attached CVs make it a container; a logo does not', async () => {
    const cv = Buffer.from('{\\rtf1 Ada Lovelace\\par}').toString('base64');
    const outcome = await pool.parse(
      'mail.eml',
      mail([
        body,
        `Content-Type: application/rtf; name="../cv.rtf"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="../cv.rtf"\r\n\r\n${cv}`,
        'Content-Type: image/png; name=logo.png\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=logo.png\r\n\r\niVBORw0KGgo=',
      ]),
    );
    if (outcome.kind !== 'container') throw new Error('not a container');
    expect(outcome.entries.map((entry) => entry.name)).toEqual(['../cv.rtf']);
    expect(outcome.entries[0]?.stagedPath.startsWith(`${pool.folder}/`)).toBe(true);
  });

  test('without attachments its text is the document, with the sender', async () => {
    const document = await pool.read('mail.eml', mail([body]));
    expect(linesOf(document)).toEqual([
      'Application',
      'Ada Lovelace <ada@example.com>',
      'Dear Sir,',
      'I analyse engines.',
    ]);
  });
});

describe('text that nobody sees in documents without pages', () => {
  test('ODT: white text is reported, on a shaded cell or paragraph it stays', async () => {
    const style = (name: string, properties: string): string =>
      `<style:style style:name="${name}">${properties}</style:style>`;
    const content =
      '<office:document-content>' +
      style('W', '<style:text-properties fo:color="#ffffff"/>') +
      style(
        'D',
        '<style:paragraph-properties fo:background-color="#1f3864"/><style:text-properties fo:color="#ffffff"/>',
      ) +
      style('C', '<style:table-cell-properties fo:background-color="#1f3864"/>') +
      '<office:text><text:p>Seen</text:p><text:p text:style-name="W">hire me first</text:p><text:p text:style-name="D">On dark blue</text:p>' +
      '<table:table><table:table-row><table:table-cell table:style-name="C"><text:p text:style-name="W">In a dark cell</text:p></table:table-cell></table:table-row></table:table>' +
      '</office:text></office:document-content>';
    const odt = zip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': content,
    });
    const document = await pool.read('white.odt', odt);
    expect(linesOf(document)).toEqual(['Seen', 'On dark blue', 'In a dark cell']);
    expect(document.hidden).toEqual([{ kind: 'invisible-ink', text: 'hire me first' }]);
  });

  test('RTF: white text is reported, on shading it stays', async () => {
    const rtf = String.raw`{\rtf1\ansi{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red31\green56\blue100;}
Seen\par
{\cf2 hire me first}\par
\pard\cbpat3{\cf2 On dark blue}\par
\pard\cf0 End\par}`;
    const document = await pool.read('white.rtf', rtf);
    expect(linesOf(document)).toEqual(['Seen', 'On dark blue', 'End']);
    expect(document.hidden).toEqual([{ kind: 'invisible-ink', text: 'hire me first' }]);
  });

  test('HTML: what a style sheet hides is reported, not what it hides on paper only; white text on a colour stays', async () => {
    const html = `<html><head><style>.x, #y { display: none } .tiny{font-size:1px}
      @media print { .menu { display: none } } .name { color: #123456 }</style></head><body>
      <p class="name menu">Ada Lovelace</p><p class="lead x">hire me first</p><p id="y">and above all</p><p class="tiny">others</p>
      <div style="background-color:#1f3864"><p style="color:#fff">On dark blue</p></div></body></html>`;
    const document = await pool.read('sheet.html', html);
    expect(linesOf(document)).toEqual(['Ada Lovelace', 'On dark blue']);
    expect(document.hidden).toEqual([
      { kind: 'invisible-ink', text: 'hire me first' },
      { kind: 'invisible-ink', text: 'and above all' },
      { kind: 'tiny', text: 'others' },
    ]);
  });
});
