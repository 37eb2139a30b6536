import { strToU8, zipSync } from 'fflate';

/**
 * Word files written as WordprocessingML by hand: small, the same at every run, and with the constructs
 * that matter to a reader (tables, tabs, headers, text boxes that Word stores twice).
 */

const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';
const DOC = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const esc = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const run = (text, props = '') =>
  `<w:r>${props ? `<w:rPr>${props}</w:rPr>` : ''}${String(text)
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${esc(part)}</w:t>`)
    .join('<w:tab/>')}</w:r>`;
const para = (inner, props = '') => `<w:p>${props ? `<w:pPr>${props}</w:pPr>` : ''}${inner}</w:p>`;
const styled = (style, text) => para(run(text), `<w:pStyle w:val="${style}"/>`);
const bullet = (text) =>
  para(
    run(text),
    '<w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  );
const BOLD = '<w:b/>';
const ITALIC = '<w:i/>';
const RIGHT_TAB = '<w:tabs><w:tab w:val="right" w:pos="9600"/></w:tabs><w:spacing w:before="140"/>';

/** Headings by style, title and date on one line with a right tab, company below. */
export function simple(cv) {
  const l = cv.labels;
  const out = [
    styled('Title', cv.name),
    para(run(cv.headline, ITALIC)),
    para(run(cv.contacts.join(' | '))),
  ];
  if (cv.summary) out.push(styled('Heading1', l.summary), para(run(cv.summary)));
  out.push(styled('Heading1', l.experience));
  for (const job of cv.jobs) {
    out.push(
      para(run(job.title, BOLD) + run(`\t${job.when}`), RIGHT_TAB),
      para(run(`${job.company}, ${job.location}`, ITALIC)),
      ...job.bullets.map(bullet),
    );
  }
  out.push(styled('Heading1', l.education));
  for (const entry of cv.schools)
    out.push(
      para(run(entry.course, BOLD) + run(`\t${entry.when}`), RIGHT_TAB),
      para(run(entry.institution)),
    );
  out.push(
    styled('Heading1', l.skills),
    ...cv.skills.map(bullet),
    styled('Heading1', l.languages),
    para(run(cv.languageLines.join(', '))),
  );
  if (cv.certLines.length)
    out.push(styled('Heading1', l.certifications), ...cv.certLines.map(bullet));
  return pack(cv, out.join(''));
}

/** Everything in tables: labels left, content right; a table within for the personal details. */
export function table(cv) {
  const l = cv.labels;
  const cell = (width, inner, fill = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : ''}</w:tcPr>${inner}</w:tc>`;
  const row = (left, right) =>
    `<w:tr>${cell(2700, para(run(left, BOLD)), 'EDF2F7')}${cell(6900, right)}</w:tr>`;
  const grid = (rows) =>
    `<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:color="A0AEC0"/>`).join('')}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="2700"/><w:gridCol w:w="6900"/></w:tblGrid>${rows.join('')}</w:tbl>${para('')}`;
  const personal = [
    [l.name, cv.name],
    [l.phone, cv.phone],
    [l.email, cv.email],
    [l.address, cv.address ?? cv.location],
    [l.born, cv.born],
    [l.nationality, cv.nationality],
    [l.links, cv.links.join(', ')],
  ].filter(([, value]) => value);
  const out = [
    styled('Title', l.cv),
    styled('Heading1', l.personal),
    grid(personal.map(([label, value]) => row(label, para(run(value))))),
    para(run(cv.headline, BOLD)),
    para(run(cv.summary)),
    styled('Heading1', l.experience),
    grid(
      cv.jobs.map((job) =>
        row(
          job.when,
          para(run(job.company, BOLD)) +
            para(run(`${job.title}, ${job.location}`)) +
            job.bullets.map(bullet).join(''),
        ),
      ),
    ),
    styled('Heading1', l.education),
    grid(
      cv.schools.map((entry) =>
        row(entry.when, para(run(entry.course, BOLD)) + para(run(entry.institution))),
      ),
    ),
    styled('Heading1', l.skills),
    grid([
      row(l.skills, para(run(cv.skills.join('; ')))),
      row(l.languages, cv.languageLines.map((line) => para(run(line))).join('')),
    ]),
  ];
  if (cv.certLines.length)
    out.push(styled('Heading1', l.certifications), ...cv.certLines.map(bullet));
  return pack(cv, out.join(''));
}

/** Name and contact in text boxes that float beside the text, as design templates do it. */
export function textBoxes(cv) {
  const l = cv.labels;
  const side = [
    run(l.contact, BOLD),
    ...cv.contacts.map((text) => run(text)),
    run(l.skills, BOLD),
    ...cv.skills.map((text) => run(text)),
    run(l.languages, BOLD),
    ...cv.languageLines.map((text) => run(text)),
  ]
    .map((inner) => para(inner))
    .join('');
  const out = [
    box(1, 0, 0, 6000000, 900000, styled('Title', cv.name) + para(run(cv.headline))),
    box(2, 4300000, 1000000, 1900000, 6400000, side),
  ];
  const narrow = '<w:ind w:right="3300"/>';
  const plain = (text, props = '') => para(run(text, props), narrow);
  out.push(
    para('', '<w:spacing w:before="1300"/>'),
    styled('Heading1', l.summary),
    plain(cv.summary),
    styled('Heading1', l.experience),
  );
  for (const job of cv.jobs)
    out.push(
      plain(job.when, ITALIC),
      plain(`${job.title} – ${job.company}, ${job.location}`, BOLD),
      ...job.bullets.map((text) =>
        para(
          run(text),
          `<w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="360" w:right="3300" w:hanging="360"/>`,
        ),
      ),
    );
  out.push(styled('Heading1', l.education));
  for (const entry of cv.schools)
    out.push(plain(entry.when, ITALIC), plain(entry.course, BOLD), plain(entry.institution));
  if (cv.certLines.length)
    out.push(styled('Heading1', l.certifications), ...cv.certLines.map((text) => plain(text)));
  return pack(cv, out.join(''));
}

/** Contact details in the page header, text below; company first. */
export function letterhead(cv) {
  const l = cv.labels;
  const out = [
    styled('Title', cv.name),
    para(run(cv.headline, ITALIC)),
    styled('Heading1', l.summary),
    para(run(cv.summary)),
    styled('Heading1', l.experience),
  ];
  for (const job of cv.jobs)
    out.push(
      para(run(`${job.company}, ${job.location}`, BOLD), '<w:spacing w:before="140"/>'),
      para(run(job.title, ITALIC) + run(` (${job.when})`)),
      ...job.bullets.map(bullet),
    );
  out.push(
    styled('Heading1', l.education),
    ...cv.schools.map((entry) =>
      para(run(`${entry.when}: `) + run(entry.course, BOLD) + run(`, ${entry.institution}`)),
    ),
  );
  out.push(
    styled('Heading1', l.skills),
    para(run(cv.skills.join(', '))),
    styled('Heading1', l.languages),
    para(run(cv.languageLines.join('\t'))),
  );
  if (cv.certLines.length)
    out.push(styled('Heading1', l.certifications), ...cv.certLines.map(bullet));
  return pack(cv, out.join(''), para(run(cv.contacts.join('   ')), '<w:jc w:val="right"/>'));
}

/** Word keeps a text box twice: as DrawingML and, for old readers, as VML. */
function box(id, x, y, width, height, inner) {
  const anchor = `<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="${id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:posOffset>${x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="margin"><wp:posOffset>${y}</wp:posOffset></wp:positionV><wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="${id}" name="Text Box ${id}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${id === 2 ? '<a:solidFill><a:srgbClr val="EAF2F0"/></a:solidFill>' : '<a:noFill/>'}</wps:spPr><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>`;
  const points = (emu) => Math.round(emu / 12700);
  const vml = `<w:pict><v:shape id="box${id}" style="position:absolute;margin-left:${points(x)}pt;margin-top:${points(y)}pt;width:${points(width)}pt;height:${points(height)}pt"><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${anchor}</w:drawing></mc:Choice><mc:Fallback>${vml}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
}

function pack(cv, body, header = null) {
  const font = cv.font ?? 'Calibri';
  const section = `<w:sectPr>${header === null ? '' : '<w:headerReference w:type="default" r:id="rId3"/>'}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1100" w:right="1150" w:bottom="1000" w:left="1150" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>`;
  const style = (id, name, size, extra, run = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${extra}</w:pPr><w:rPr>${run}<w:sz w:val="${size}"/></w:rPr></w:style>`;
  const styles = `${HEAD}<w:styles ${NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/><w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="40"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('Title', 'Title', 44, '<w:spacing w:after="60"/>', '<w:b/><w:color w:val="1F3A5F"/>')}${style('Heading1', 'heading 1', 26, '<w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="0"/>', '<w:b/><w:color w:val="1F3A5F"/>')}${style('ListBullet', 'List Bullet', 21, '')}</w:styles>`;
  const numbering = `${HEAD}<w:numbering ${NS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const over = (path, type) =>
    `<Override PartName="/word/${path}.xml" ContentType="${DOC}.${type}+xml"/>`;
  const rel = (id, type, target) =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${over('document', 'document.main')}${over('styles', 'styles')}${over('numbering', 'numbering')}${header === null ? '' : over('header1', 'header')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rel('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/document.xml': `${HEAD}<w:document ${NS}><w:body>${body}${section}</w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rel('rId1', 'styles', 'styles.xml')}${rel('rId2', 'numbering', 'numbering.xml')}${header === null ? '' : rel('rId3', 'header', 'header1.xml')}</Relationships>`,
    ...(header === null ? {} : { 'word/header1.xml': `${HEAD}<w:hdr ${NS}>${header}</w:hdr>` }),
  };
  return zipParts(parts);
}

/** A ZIP with a fixed clock, so that the same parts give the same bytes. */
export function zipParts(parts) {
  const entries = Object.entries(parts).map(([path, part]) => [
    path,
    [
      typeof part === 'string' ? strToU8(part) : new Uint8Array(part),
      { mtime: '2024-11-04T09:00:00', level: path === 'mimetype' ? 0 : 9 },
    ],
  ]);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}
