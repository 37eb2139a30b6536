import iconv from 'iconv-lite';
import { zipParts } from './docx.mjs';

/** Formats without a page: text, RTF, ODT, HTML and mail. */

/** The CV as lines of text, the way people type one into a mail or an editor. */
export function textLines(cv) {
  const l = cv.labels;
  const head = (title) => ['', title.toUpperCase(), '-'.repeat(title.length)];
  return [
    cv.name,
    cv.headline,
    '',
    ...cv.contacts,
    ...(cv.summary ? [...head(l.summary), cv.summary] : []),
    ...head(l.experience),
    ...cv.jobs.flatMap((job) => [
      `${job.when}   ${job.title}`,
      `${job.company}, ${job.location}`,
      ...job.bullets.map((item) => `  * ${item}`),
      '',
    ]),
    ...head(l.education).slice(1),
    ...cv.schools.flatMap((entry) => [`${entry.when}   ${entry.course}`, entry.institution]),
    ...head(l.skills),
    cv.skills.join(', '),
    ...head(l.languages),
    ...cv.languageLines.map((line) => line.replace(' – ', ': ')),
    ...(cv.certLines.length ? [...head(l.certifications), ...cv.certLines] : []),
  ];
}

export const textUtf8 = (cv) => Buffer.from(`${textLines(cv).join('\n')}\n`, 'utf8');

/** What Windows editors of the last century wrote, and old CVs still are. */
export const textWindows1252 = (cv) =>
  iconv.encode(`${textLines(cv).join('\r\n')}\r\n`, 'windows-1252');

export function rtf(cv) {
  const l = cv.labels;
  const enc = (text) =>
    [...text]
      .map((letter) => {
        const code = letter.codePointAt(0);
        if ('\\{}'.includes(letter)) return `\\${letter}`;
        if (code < 128) return letter;
        // RTF counts in signed 16 bits; what old readers cannot show becomes a question mark.
        return code < 256 ? `\\'${code.toString(16)}` : `\\u${code > 32767 ? code - 65536 : code}?`;
      })
      .join('');
  const head = (title) => `\\pard\\sb220\\sa60\\b\\fs26\\cf1 ${enc(title)}\\b0\\fs21\\cf0\\par\n`;
  const line = (text, style = '') =>
    `\\pard\\sa40 ${style}${enc(text)}${style ? '\\b0\\i0' : ''}\\par\n`;
  const item = (text, indent = 360) =>
    `\\pard\\li${indent}\\fi-360\\sa20 \\bullet\\tab ${enc(text)}\\par\n`;
  const out = [
    '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\colortbl;\\red31\\green58\\blue95;}\\paperw11906\\paperh16838\\viewkind4\\uc1\\fs21\n',
    `\\pard\\sa60\\b\\fs40 ${enc(cv.name)}\\b0\\fs21\\par\n`,
    line(cv.headline, '\\i '),
    ...cv.contacts.map((text) => line(text)),
    head(l.summary),
    line(cv.summary),
    head(l.experience),
    ...cv.jobs.flatMap((job) => [
      `\\pard\\tx2600\\li2600\\fi-2600 ${enc(job.when)}\\tab\\b ${enc(job.title)}\\b0\\par\n`,
      `\\pard\\li2600 ${enc(`${job.company}, ${job.location}`)}\\par\n`,
      ...job.bullets.map((text) => item(text, 2960)),
    ]),
    head(l.education),
    ...cv.schools.flatMap((entry) => [
      `\\pard\\tx2600\\li2600\\fi-2600 ${enc(entry.when)}\\tab\\b ${enc(entry.course)}\\b0\\par\n`,
      `\\pard\\li2600 ${enc(entry.institution)}\\par\n`,
    ]),
    head(l.skills),
    ...cv.skills.map((text) => item(text)),
    head(l.languages),
    line(cv.languageLines.join(', ')),
    ...(cv.certLines.length
      ? [head(l.certifications), ...cv.certLines.map((text) => item(text))]
      : []),
    '}',
  ];
  return Buffer.from(out.join(''), 'latin1');
}

export function odt(cv) {
  const l = cv.labels;
  const esc = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const NS =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"';
  const p = (text, style = 'Standard') =>
    `<text:p text:style-name="${style}">${esc(text)}</text:p>`;
  const h = (text) =>
    `<text:h text:style-name="Heading" text:outline-level="1">${esc(text)}</text:h>`;
  const bullets = (items) =>
    `<text:list>${items.map((item) => `<text:list-item>${p(item)}</text:list-item>`).join('')}</text:list>`;
  const rows = (entries) =>
    `<table:table><table:table-column table:style-name="narrow"/><table:table-column table:style-name="wide"/>${entries.map(([left, right]) => `<table:table-row><table:table-cell>${p(left)}</table:table-cell><table:table-cell>${right}</table:table-cell></table:table-row>`).join('')}</table:table>`;
  const personal = [
    [l.address, cv.address ?? cv.location],
    [l.phone, cv.phone],
    [l.email, cv.email],
    [l.born, cv.born],
    [l.nationality, cv.nationality],
  ].filter(([, value]) => value);
  const body = [
    p(cv.name, 'Name'),
    p(cv.headline),
    h(l.personal),
    rows(personal.map(([label, value]) => [label, p(value)])),
    h(l.summary),
    p(cv.summary),
    h(l.experience),
    rows(
      cv.jobs.map((job) => [
        job.when,
        p(job.title, 'Strong') + p(`${job.company}, ${job.location}`) + bullets(job.bullets),
      ]),
    ),
    h(l.education),
    rows(cv.schools.map((entry) => [entry.when, p(entry.course, 'Strong') + p(entry.institution)])),
    h(l.skills),
    bullets(cv.skills),
    h(l.languages),
    p(cv.languageLines.join(', ')),
    ...(cv.certLines.length ? [h(l.certifications), bullets(cv.certLines)] : []),
  ].join('');
  const style = (name, size, weight, extra = '') =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:margin-top="${extra || '0cm'}" fo:margin-bottom="0.1cm"/><style:text-properties fo:font-size="${size}pt" fo:font-weight="${weight}" style:font-name="Liberation Sans" fo:font-family="Liberation Sans"/></style:style>`;
  const column = (name, width) =>
    `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`;
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NS}><office:automatic-styles>${style('Standard', 10.5, 'normal')}${style('Name', 22, 'bold')}${style('Heading', 13, 'bold', '0.5cm')}${style('Strong', 10.5, 'bold')}${column('narrow', '4.5cm')}${column('wide', '12.5cm')}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
  return zipParts({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': content,
    'META-INF/manifest.xml': manifest,
  });
}

/** A page saved from a personal site: navigation, style and a script around the CV. */
export function webPage(cv) {
  const l = cv.labels;
  const esc = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const ul = (items) => `<ul>${items.map((item) => `<li>${esc(item)}</li>`).join('')}</ul>`;
  return Buffer.from(
    `<!DOCTYPE html>
<html lang="${cv.lang}"><head><meta charset="utf-8"><title>Résumé of ${esc(cv.name)}</title>
<style>body{font-family:Georgia,serif;max-width:46em;margin:2em auto}h2{color:#355}nav{display:none}</style>
<script>document.documentElement.dataset.ready = 'yes';</script></head>
<body><nav><a href="#work">Work</a> <a href="#contact">Contact</a></nav>
<h1>${esc(cv.name)}</h1><p><em>${esc(cv.headline)}</em></p>
<address id="contact">${esc(cv.location)}<br><a href="tel:${cv.phone.replace(/\D/g, '')}">${esc(cv.phone)}</a><br><a href="mailto:${cv.email}">${cv.email}</a></address>
<h2>${l.summary}</h2><p>${esc(cv.summary)}</p>
<h2 id="work">${l.experience}</h2>
${cv.jobs.map((job) => `<h3>${esc(job.title)}, ${esc(job.company)}</h3><p>${esc(job.location)} &middot; ${esc(job.when)}</p>${ul(job.bullets)}`).join('\n')}
<h2>${l.education}</h2>
<table>${cv.schools.map((entry) => `<tr><td>${esc(entry.when)}</td><td><b>${esc(entry.course)}</b><br>${esc(entry.institution)}</td></tr>`).join('')}</table>
<h2>${l.skills}</h2>${ul(cv.skills)}
<h2>${l.languages}</h2><p>${cv.languageLines.map(esc).join(', ')}</p>
<h2>${l.certifications}</h2>${ul(cv.certLines)}
</body></html>
`,
    'utf8',
  );
}

/** A mail; `attachments` are {name, type, bytes}. Without any, the body is the CV. */
export function mail({ from, subject, date, text, attachments = [] }) {
  const word = (value) =>
    /^[\x20-\x7e]*$/.test(value)
      ? value
      : `=?UTF-8?B?${Buffer.from(value, 'utf8').toString('base64')}?=`;
  const base64 = (bytes) =>
    Buffer.from(bytes)
      .toString('base64')
      .replace(/.{1,76}/g, '$&\r\n');
  const head = [
    `From: ${word(from.name)} <${from.email}>`,
    'To: Applications <jobs@example.com>',
    `Subject: ${word(subject)}`,
    `Date: ${date}`,
    `Message-ID: <${Buffer.from(subject).toString('hex').slice(0, 24)}@mail.example.com>`,
    'MIME-Version: 1.0',
  ];
  const body = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(text, 'utf8')),
  ];
  if (attachments.length === 0) return Buffer.from([...head, ...body].join('\r\n'), 'utf8');
  const edge = '----=_sample_part';
  const parts = attachments.flatMap(({ name, type, bytes }) => [
    `--${edge}`,
    `Content-Type: ${type}; name="${word(name)}"`,
    `Content-Disposition: attachment; filename="${word(name)}"`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(bytes),
  ]);
  return Buffer.from(
    [
      ...head,
      `Content-Type: multipart/mixed; boundary="${edge}"`,
      '',
      `--${edge}`,
      ...body,
      ...parts,
      `--${edge}--`,
      '',
    ].join('\r\n'),
    'utf8',
  );
}
