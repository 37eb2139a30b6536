import * as docx from '../formats/docx.mjs';
import { convert } from '../formats/office.mjs';
import * as drawn from '../formats/pdfkit.mjs';
import * as plain from '../formats/plain.mjs';
import { flatbed, photograph } from '../formats/scan.mjs';
import * as columns from './columns.mjs';
import * as one from './one-column.mjs';
import * as tables from './tables.mjs';

const printed =
  (layout, options) =>
  async (cv, { printer }) =>
    printer.pdf(layout(cv), options);

/** Chromium names the tags of table cells anew at each run; without tags the same table gives the same file. */
const UNTAGGED = { tagged: false };

/** An A4 page at 96 dots an inch, in CSS pixels; times two it is a scan of about 200 dpi. */
const SHEET = { width: 794, height: 1123 };

/** Layout name → bytes of the file. */
export const layouts = {
  classic: printed(one.classic),
  ats: printed(one.ats),
  spaced: printed(one.spaced),
  timeline: printed(one.timeline),
  banner: printed(one.banner),
  'header-footer': async (cv, { printer }) => {
    const { html, pdf } = one.headerFooter(cv);
    return printer.pdf(html, { ...pdf, preferCSSPageSize: false, format: 'A4' });
  },
  'sidebar-left': printed(columns.sidebarLeft),
  'sidebar-right': printed(columns.sidebarRight),
  'sidebar-after': printed(columns.sidebarAfter),
  'two-columns': printed(columns.twoColumns),
  poster: printed(columns.poster),
  cards: printed(columns.cards),
  margin: printed(columns.margin),
  tabular: printed(tables.tabular, UNTAGGED),
  europass: printed(tables.europass, UNTAGGED),
  declaration: printed(tables.declaration, UNTAGGED),
  ruled: printed(tables.ruled, UNTAGGED),
  formal: drawn.formal,
  typeset: drawn.typeset,
  blocks: drawn.blocks,
  'docx-simple': docx.simple,
  'docx-table': docx.table,
  'docx-text-boxes': docx.textBoxes,
  'docx-letterhead': docx.letterhead,
  'doc-simple': (cv) => convert(docx.simple(cv), 'doc'),
  'doc-table': (cv) => convert(docx.table(cv), 'doc'),
  'office-table': (cv) => convert(docx.table(cv), 'pdf'),
  'office-letterhead': (cv) => convert(docx.letterhead(cv), 'pdf'),
  odt: plain.odt,
  rtf: plain.rtf,
  'text-utf8': plain.textUtf8,
  'text-windows-1252': plain.textWindows1252,
  'web-page': plain.webPage,
  'mail-body': (cv) =>
    plain.mail({
      from: cv,
      subject: `Application: ${cv.headline}`,
      date: 'Mon, 4 Nov 2024 08:12:00 -0600',
      text: [
        'Dear hiring team,',
        '',
        'please find my résumé below.',
        '',
        'Kind regards,',
        cv.name,
        '',
        '',
        ...plain.textLines(cv),
      ].join('\r\n'),
    }),
  'mail-attachment': async (cv, context) =>
    plain.mail({
      from: cv,
      subject: `Candidatura: ${cv.headline}`,
      date: 'Tue, 5 Nov 2024 10:40:00 +0100',
      text: `Buenos días:\r\n\r\nAdjunto mi currículum para el puesto.\r\n\r\nUn saludo,\r\n${cv.name}\r\n`,
      attachments: [
        {
          name: context.file.inner.name,
          type: 'application/pdf',
          bytes: await layouts[context.file.inner.layout](cv, context),
        },
      ],
    }),
  'scan-pdf': async (cv, { printer }) => {
    const picture = await printer.picture(flatbed(tables.tabular(cv)), {
      ...SHEET,
      scale: 2.083,
      quality: 42,
    });
    return drawn.scanned(cv, [picture], { width: 595.28, height: 841.89 });
  },
  'scan-png': async (cv, { printer }) =>
    printer.picture(flatbed(one.timeline(cv), { turn: 0.5, grainy: 0 }), {
      ...SHEET,
      scale: 1.5625,
      type: 'png',
    }),
  photo: async (cv, { printer }) =>
    printer.picture(photograph(one.ats(cv)), { width: 900, height: 1230, scale: 1.9, quality: 50 }),
};
