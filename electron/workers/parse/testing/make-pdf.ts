/** Builds small PDFs for tests: one content stream a page, Helvetica in regular and bold, links, extra dictionary entries. */
export interface TestPage {
  /** PDF operators; text is drawn with fonts /F1 (regular) and /F2 (bold). */
  readonly content: string;
  readonly links?: readonly {
    readonly rect: readonly [number, number, number, number];
    readonly url: string;
  }[];
  /** Drawn with `/Im1 Do`. */
  readonly picture?: TestPicture;
}

export interface TestPicture {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface TestPdf {
  readonly pages: readonly TestPage[];
  readonly catalog?: string;
  readonly trailer?: string;
}

export function makePdf(pdf: TestPdf): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add(`<< /Type /Catalog /Pages 2 0 R ${pdf.catalog ?? ''} >>`);
  add('');
  const regular = add(
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  );
  const bold = add(
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  );
  const kids = pdf.pages.map((page) => {
    const content = add(
      `<< /Length ${Buffer.byteLength(page.content, 'latin1')} >>\nstream\n${page.content}\nendstream`,
    );
    const links = (page.links ?? []).map((link) =>
      add(
        `<< /Type /Annot /Subtype /Link /Rect [${link.rect.join(' ')}] /Border [0 0 0] /A << /S /URI /URI (${link.url}) >> >>`,
      ),
    );
    const picture = page.picture === undefined ? null : add(imageObject(page.picture));
    const images = picture === null ? '' : `/XObject << /Im1 ${picture} 0 R >>`;
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Annots [${links.map((id) => `${id} 0 R`).join(' ')}] /Resources << /Font << /F1 ${regular} 0 R /F2 ${bold} 0 R >> ${images} >> >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  let text = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = Buffer.byteLength(text, 'latin1');
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = Buffer.byteLength(text, 'latin1');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${pdf.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const imageObject = ({ jpeg, width, height }: TestPicture): string =>
  `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${jpeg.toString('latin1')}\nendstream`;

/** Operators that write one line at a place, in points from the bottom left. */
export const textAt = (
  x: number,
  y: number,
  text: string,
  size = 10,
  font: 'F1' | 'F2' = 'F1',
): string =>
  `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`;
