import { fontFaces } from '../lib/fonts.mjs';

/** Pieces of HTML that several layouts share. A layout differs by order, markup and style. */

export function esc(text) {
  return String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function page({ cv, css, body, fonts, size = 'A4', margin = '16mm 18mm' }) {
  const faces = fonts
    .map((font) => (Array.isArray(font) ? fontFaces(font[0], font[1]) : fontFaces(font)))
    .join('\n');
  return `<!doctype html><html lang="${cv.lang}"><head><meta charset="utf-8"><title>${esc(cv.name)}</title><style>
${faces}
@page{size:${size};margin:${margin}}
*{box-sizing:border-box}
body{margin:0;font-size:10pt;line-height:1.5;color:#222;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1,h2,h3,p,ul,dl,dd{margin:0;padding:0}
ul{padding-left:14pt}
li{margin:1.5pt 0}
h2,.head{break-after:avoid}
a{color:inherit;text-decoration:none}
.entry{break-inside:avoid;margin-bottom:11pt}
${css}</style></head><body>${body}</body></html>`;
}

export const list = (items) =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${esc(item)}</li>`).join('')}</ul>`;

export const section = (title, inner, cls = '') =>
  inner === '' ? '' : `<section class="${cls}"><h2>${esc(title)}</h2>${inner}</section>`;

/** A link a person may click; e-mail addresses and sites become annotations in the PDF. */
export function contact(text) {
  const target = text.includes('@')
    ? `mailto:${text}`
    : text.includes('/') || /\.example\./.test(text)
      ? `https://${text}`
      : null;
  return target === null ? esc(text) : `<a href="${esc(target)}">${esc(text)}</a>`;
}

/** Title first, company and place below, dates to the right. */
export const jobsTitleFirst = (cv) =>
  cv.jobs
    .map(
      (job) =>
        `<div class="entry"><div class="row"><h3>${esc(job.title)}</h3><span class="when">${esc(job.when)}</span></div><p class="org">${esc(job.company)}, ${esc(job.location)}</p>${list(job.bullets)}</div>`,
    )
    .join('');

/** Company first, as is usual where the employer's name counts. */
export const jobsCompanyFirst = (cv) =>
  cv.jobs
    .map(
      (job) =>
        `<div class="entry"><div class="row"><h3>${esc(job.company)}</h3><span class="when">${esc(job.location)}</span></div><div class="row"><p class="org">${esc(job.title)}</p><span class="when">${esc(job.when)}</span></div>${list(job.bullets)}</div>`,
    )
    .join('');

/** Dates on a line of their own, title and company in one line. */
export const jobsDatesFirst = (cv) =>
  cv.jobs
    .map(
      (job) =>
        `<div class="entry"><p class="when">${esc(job.when)}</p><h3>${esc(job.title)}, ${esc(job.company)}</h3><p class="org">${esc(job.location)}</p>${list(job.bullets)}</div>`,
    )
    .join('');

export const schools = (cv) =>
  cv.schools
    .map(
      (entry) =>
        `<div class="entry"><div class="row"><h3>${esc(entry.course)}</h3><span class="when">${esc(entry.when)}</span></div><p class="org">${esc(entry.institution)}${entry.location ? `, ${esc(entry.location)}` : ''}</p></div>`,
    )
    .join('');

export const paragraph = (text) => (text === null ? '' : `<p>${esc(text)}</p>`);

export const inline = (items, separator = ', ') =>
  items.length === 0 ? '' : `<p>${items.map(esc).join(separator)}</p>`;

export const lines = (items) =>
  items.length === 0 ? '' : items.map((item) => `<p>${esc(item)}</p>`).join('');

/** A drawn portrait: head and shoulders in one colour. No photograph of anybody. */
export function portrait(colour, size = 84, shape = 'circle') {
  const body =
    shape === 'circle'
      ? `<circle cx="50" cy="50" r="50" fill="${colour}"/>`
      : `<rect width="100" height="100" fill="${colour}"/>`;
  return `<svg class="portrait" width="${size}" height="${size}" viewBox="0 0 100 100">${body}<circle cx="50" cy="40" r="17" fill="#fff" opacity=".75"/><path d="M18 92a32 32 0 0 1 64 0z" fill="#fff" opacity=".75"/></svg>`;
}

export const ROW =
  '.row{display:flex;justify-content:space-between;gap:12pt;align-items:baseline}.row .when{white-space:nowrap}';
