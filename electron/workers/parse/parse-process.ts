import { TesseractOcr } from './extract/ocr/tesseract-reader';
import { warmUpPdf } from './extract/pdf/pdf-session';
import { leanOutcome } from './lean-outcome';
import { parseFile } from './parse-file';
import { serveParser } from './parse-server';
import { standBack } from './stand-back';

/**
 * Wall clock for an ordinary file, and for each page that is read by OCR on top of it. A page takes 3 s of CPU, and this process stands
 * back for all others: on a busy computer that is half a minute.
 */
const BASE_MS = 20_000;
const OCR_PAGE_MS = 45_000;

standBack();
serveParser((settings) => {
  const ocr = new TesseractOcr(settings.ocrDataDirs);
  return {
    warmUp: warmUpPdf,
    parse: async ({ request, now, startOcr }) => {
      const outcome = await parseFile(request, {
        pdfResourcesDir: settings.pdfResourcesDir,
        ocr,
        now,
        expectOcr: (pages) => startOcr(BASE_MS + pages * OCR_PAGE_MS),
      });
      return settings.everyPlace === true ? outcome : leanOutcome(outcome);
    },
  };
});
