import { TesseractOcr } from './extract/ocr/tesseract-reader';
import { warmUpPdf } from './extract/pdf/pdf-session';
import { leanOutcome } from './lean-outcome';
import { parseFile } from './parse-file';
import { serveParser } from './parse-server';
import { standBack } from './stand-back';

/** CPU for what an ordinary file has, and for each page that is read by OCR on top of it: one takes 3 s, on a slow computer ten. */
const BASE_MS = 20_000;
const OCR_PAGE_MS = 30_000;

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
