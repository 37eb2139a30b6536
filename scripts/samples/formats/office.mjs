import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Real Word 97 files and Writer's own PDFs: both come out of LibreOffice (Debian: apt-get install
 * libreoffice-writer-nogui), because nothing written by hand has the quirks of a real export.
 */
export function convert(docx, target) {
  const folder = mkdtempSync(join(tmpdir(), 'longlist-office-'));
  try {
    const source = join(folder, 'cv.docx');
    writeFileSync(source, docx);
    const filter = target === 'doc' ? 'doc:MS Word 97' : 'pdf:writer_pdf_Export';
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        source,
      ],
      {
        stdio: 'pipe',
        timeout: 120_000,
        env: { ...process.env, SOURCE_DATE_EPOCH: '1730710800' },
      },
    );
    const bytes = readFileSync(join(folder, `cv.${target}`));
    return target === 'pdf' ? withoutClock(bytes) : bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writer stamps the time and ids made from it; fixed ones of equal length keep the files the same. */
function withoutClock(bytes) {
  const text = bytes
    .toString('latin1')
    .replace(/\(D:\d{14}/g, '(D:20241104090000')
    .replace(/(\/ID \[|\/DocChecksum)[^\]>]*(>[^\]]*\])?/g, (part) =>
      part.replace(/[0-9A-F]{32}/g, '0'.repeat(32)),
    );
  return Buffer.from(text, 'latin1');
}
