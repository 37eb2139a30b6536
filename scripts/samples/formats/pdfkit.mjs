import PDFDocument from 'pdfkit';
import { fontBytes } from '../lib/fonts.mjs';

/** PDFs drawn by hand: other fonts, other text order and other operators than a browser prints. */

const DATE = new Date('2024-11-04T09:00:00Z');

function draw(cv, options, paint) {
  return new Promise((resolve, reject) => {
    const info = { Title: cv.name, Author: cv.name, CreationDate: DATE, ModDate: DATE };
    const doc = new PDFDocument({ size: 'A4', info, ...options });
    const chunks = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    paint(doc);
    doc.end();
  });
}

/** Times from the reader's own fonts, dates in the left margin, dense and sober. */
export function formal(cv) {
  return draw(cv, { margins: { top: 56, bottom: 56, left: 62, right: 62 } }, (doc) => {
    const l = cv.labels;
    const left = 62;
    const text = 168;
    const width = doc.page.width - text - 62;
    doc.font('Times-Bold').fontSize(18).text(cv.name, { align: 'center' });
    doc.font('Times-Italic').fontSize(11).text(cv.headline, { align: 'center' });
    doc.font('Times-Roman').fontSize(10.5).text(cv.contacts.join('  |  '), { align: 'center' });
    const head = (title) => {
      if (doc.y > doc.page.height - 130) doc.addPage();
      doc.moveDown(0.8).font('Times-Bold').fontSize(11.5).text(title.toUpperCase(), left, doc.y);
      doc
        .moveTo(left, doc.y + 1)
        .lineTo(doc.page.width - 62, doc.y + 1)
        .lineWidth(0.6)
        .stroke();
      doc.moveDown(0.4);
    };
    head(l.summary);
    doc.font('Times-Roman').fontSize(10.5).text(cv.summary, left, doc.y, { align: 'justify' });
    head(l.experience);
    for (const job of cv.jobs) {
      if (doc.y > doc.page.height - 120) doc.addPage();
      const top = doc.y;
      doc.font('Times-Roman').fontSize(10.5).text(job.when, left, top, { width: 102 });
      doc
        .font('Times-Bold')
        .text(job.company, text, top, { width, continued: true })
        .font('Times-Roman')
        .text(`, ${job.location}`);
      doc.font('Times-Italic').text(job.title, text, doc.y, { width });
      doc.font('Times-Roman').list(job.bullets, text, doc.y, {
        width,
        bulletRadius: 1.4,
        textIndent: 10,
        bulletIndent: 4,
      });
      doc.moveDown(0.5);
    }
    head(l.education);
    for (const entry of cv.schools) {
      const top = doc.y;
      doc.font('Times-Roman').fontSize(10.5).text(entry.when, left, top, { width: 102 });
      doc.font('Times-Bold').text(entry.institution, text, top, { width });
      doc.font('Times-Roman').text(entry.course, text, doc.y, { width }).moveDown(0.4);
    }
    for (const [title, items, glue] of [
      [l.skills, cv.skills, ', '],
      [l.languages, cv.languageLines, '; '],
      [l.certifications, cv.certLines, '; '],
    ]) {
      if (items.length === 0) continue;
      head(title);
      doc.font('Times-Roman').fontSize(10.5).text(items.join(glue), left, doc.y);
    }
  });
}

/** The look of typeset academic CVs: old-style serif, real ligatures, small headings with a rule, hanging dates. */
export function typeset(cv) {
  return draw(
    cv,
    { margins: { top: 64, bottom: 64, left: 70, right: 70 }, bufferPages: true },
    (doc) => {
      doc.registerFont('text', fontBytes('eb-garamond', 400));
      doc.registerFont('bold', fontBytes('eb-garamond', 600));
      doc.registerFont('italic', fontBytes('eb-garamond', 400, 'italic'));
      const l = cv.labels;
      const right = doc.page.width - 70;
      doc.font('bold').fontSize(24).text(cv.name, { align: 'center' });
      doc
        .font('text')
        .fontSize(10.5)
        .text(cv.contacts.join('  ⋄  '.replace('⋄', '·')), { align: 'center' });
      const head = (title) => {
        if (doc.y > doc.page.height - 140) doc.addPage();
        doc.moveDown(0.7).font('bold').fontSize(13).fillColor('#1d3557').text(title, 70, doc.y);
        doc.moveTo(70, doc.y).lineTo(right, doc.y).lineWidth(0.5).strokeColor('#1d3557').stroke();
        doc.fillColor('black').moveDown(0.35);
      };
      const pair = (first, second, font) => {
        const top = doc.y;
        doc.font(font).fontSize(11);
        const room = right - 70 - doc.widthOfString(second) - 16;
        doc.text(first, 70, top, { width: room });
        const after = doc.y;
        doc.text(second, 70, top, { width: right - 70, align: 'right' });
        doc.y = Math.max(after, doc.y);
      };
      const bullets = (items) => {
        for (const item of items)
          doc
            .font('text')
            .fontSize(10.5)
            .text('–', 80, doc.y, { continued: true })
            .text(` ${item}`, { indent: 0, width: right - 84 });
      };
      doc
        .moveDown(0.6)
        .font('italic')
        .fontSize(11)
        .text(cv.headline, 70, doc.y, { align: 'center' });
      doc.moveDown(0.4).font('text').text(cv.summary, { align: 'justify' });
      head(l.education);
      for (const entry of cv.schools) {
        pair(entry.institution, entry.when, 'bold');
        pair(entry.course, entry.location ?? '', 'italic');
        doc.moveDown(0.25);
      }
      head(l.experience);
      for (const job of cv.jobs) {
        if (doc.y > doc.page.height - 130) doc.addPage();
        pair(job.title, job.when, 'bold');
        pair(job.company, job.location, 'italic');
        bullets(job.bullets);
        doc.moveDown(0.4);
      }
      head(l.skills);
      doc.font('text').fontSize(10.5).text(cv.skills.join(', '), 70, doc.y);
      head(l.languages);
      doc.font('text').fontSize(10.5).text(cv.languageLines.join(', '), 70, doc.y);
      if (cv.certLines.length > 0) {
        head(l.certifications);
        bullets(cv.certLines);
      }
      if (cv.publications.length > 0) {
        head(l.publications);
        bullets(cv.publications);
      }
      const { count } = doc.bufferedPageRange();
      for (let index = 0; index < count; index++) {
        doc.switchToPage(index);
        doc.page.margins.bottom = 0;
        doc
          .font('text')
          .fontSize(9)
          .text(`${cv.name} – ${index + 1} / ${count}`, 70, doc.page.height - 42, {
            align: 'center',
            width: right - 70,
          });
      }
    },
  );
}

/** Helvetica in two columns; the narrow left column is written after everything else. */
export function blocks(cv) {
  return draw(cv, { margins: { top: 40, bottom: 30, left: 40, right: 40 } }, (doc) => {
    const l = cv.labels;
    const accent = cv.accent ?? '#9a3412';
    const wide = { x: 226, width: doc.page.width - 226 - 40 };
    const narrow = { x: 40, width: 150 };
    doc.rect(0, 0, doc.page.width, 96).fill(accent);
    const head = (column, title) => {
      doc
        .moveDown(0.8)
        .font('Helvetica-Bold')
        .fontSize(13)
        .fillColor(accent)
        .text(title, column.x, doc.y, { width: column.width });
      doc.moveDown(0.25).fillColor('#222');
    };
    doc.y = 104;
    head(wide, l.summary);
    doc.font('Helvetica').fontSize(11).text(cv.summary, wide.x, doc.y, { width: wide.width });
    head(wide, l.experience);
    for (const job of cv.jobs) {
      doc
        .font('Helvetica-Bold')
        .fontSize(11.5)
        .text(
          `${job.title} at ${job.company}`.replace(' at ', cv.lang === 'en' ? ' at ' : ', '),
          wide.x,
          doc.y,
          { width: wide.width },
        );
      doc
        .font('Helvetica-Oblique')
        .fontSize(10)
        .fillColor('#666')
        .text(`${job.when} | ${job.location}`, { width: wide.width })
        .fillColor('#222');
      doc
        .font('Helvetica')
        .fontSize(11)
        .list(job.bullets, wide.x, doc.y + 2, {
          width: wide.width,
          bulletRadius: 1.5,
          textIndent: 9,
          bulletIndent: 2,
        });
      doc.moveDown(0.5);
    }
    head(wide, l.education);
    for (const entry of cv.schools) {
      doc
        .font('Helvetica-Bold')
        .fontSize(11.5)
        .text(entry.course, wide.x, doc.y, { width: wide.width });
      doc
        .font('Helvetica')
        .fontSize(11)
        .text(`${entry.institution}, ${entry.when}`, { width: wide.width })
        .moveDown(0.3);
    }
    doc.y = 104;
    for (const [title, items] of [
      [l.contact, cv.contacts],
      [l.skills, cv.skills],
      [l.languages, cv.languageLines],
      [l.certifications, cv.certLines],
    ]) {
      if (items.length === 0) continue;
      head(narrow, title);
      doc.font('Helvetica').fontSize(10);
      for (const item of items)
        doc.text(item, narrow.x, doc.y, { width: narrow.width, paragraphGap: 2 });
    }
    doc
      .moveTo(208, 112)
      .lineTo(208, doc.page.height - 50)
      .lineWidth(0.6)
      .strokeColor('#ddd')
      .stroke();
    doc.fillColor('white').font('Helvetica-Bold').fontSize(25).text(cv.name, 40, 26);
    doc.font('Helvetica').fontSize(12).text(cv.headline, 40, 60);
  });
}

/** A page that is only a picture: what a scanner makes. */
export function scanned(cv, pictures, { width, height }) {
  return draw(cv, { size: [width, height], margin: 0, autoFirstPage: false }, (doc) => {
    for (const picture of pictures)
      doc.addPage({ size: [width, height], margin: 0 }).image(picture, 0, 0, { width, height });
  });
}
