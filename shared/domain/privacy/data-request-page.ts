/** A table of the page: its title and its rows, as text. */
export interface PageSection {
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Everything held on a person as one page to read. Whatever stands in a record is shown as text: nothing in it is ever markup, and the
 * page forbids scripts and anything from elsewhere.
 */
export function dataRequestPage(
  about: { readonly name: string; readonly madeAt: string; readonly workspace: string },
  sections: readonly PageSection[],
): string {
  const filled = sections.filter(({ rows }) => rows.length > 0);
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(about.name)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escapeHtml(about.name === '' ? 'Somebody without a name' : about.name)}</h1>`,
    `<p>Everything that ${escapeHtml(about.workspace)} holds on this person, made ${escapeHtml(about.madeAt)}. The files they sent are in the folder “files”; data.json holds the same as this page for machines.</p>`,
    '<ul>',
    ...filled.map(
      ({ title, rows }, index) =>
        `<li><a href="#s${index}">${escapeHtml(title)}</a> (${rows.length})</li>`,
    ),
    '</ul>',
    ...filled.map(
      ({ title, rows }, index) =>
        `<section id="s${index}"><h2>${escapeHtml(title)}</h2>${rows.map(recordHtml).join('')}</section>`,
    ),
    '</body></html>\n',
  ].join('\n');
}

/** Text that is safe between tags and in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const STYLE =
  'body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}' +
  'dl{display:grid;grid-template-columns:12rem 1fr;gap:.15rem 1rem;border-top:1px solid #ccc;padding:.5rem 0;margin:0}' +
  'dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}';

function recordHtml(record: Readonly<Record<string, unknown>>): string {
  const facts = Object.entries(record).filter(([, value]) => !isEmpty(value));
  return `<dl>${facts
    .map(
      ([key, value]) => `<dt>${escapeHtml(wordsOf(key))}</dt><dd>${escapeHtml(textOf(value))}</dd>`,
    )
    .join('')}</dl>`;
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 1);

/** `consentGivenAt` → `consent given at`. */
const wordsOf = (key: string): string => key.replace(/([A-Z])/g, ' $1').toLowerCase();
