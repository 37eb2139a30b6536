/** What a file may cost. Everything here is checked before the expensive step it guards. */
export const LIMITS = {
  /** Bytes of one CV. */
  fileBytes: 25 * 1024 * 1024,
  /** Bytes of an archive or an e-mail that holds CVs. */
  containerBytes: 200 * 1024 * 1024,
  /** UTF-16 units of text taken from one CV; the rest is cut with a warning. */
  textLength: 2_000_000,
  /** UTF-16 units of one line; longer lines are broken, so that no later step meets a line of a megabyte. */
  lineLength: 4_000,
  pdfPages: 200,
  /** Pages of one file that are read by OCR. */
  ocrPages: 20,
  /** Pixels of a picture handed to OCR: a little over an A3 page at 200 dpi. Larger ones are drawn smaller. */
  ocrPixels: 8_000_000,
  /** Width × height of an image, in pixels, and the longest side. */
  imagePixels: 60_000_000,
  imageSide: 20_000,
  archiveEntries: 2_000,
  /** Inflated bytes of all entries of one archive together. */
  archiveTotalBytes: 1024 * 1024 * 1024,
  /** Inflated / packed bytes of one entry, looked at above `archiveRatioFloor` inflated bytes. */
  archiveRatio: 200,
  archiveRatioFloor: 1024 * 1024,
  /** Inflated bytes of one part (XML) of an office document. */
  officePartBytes: 64 * 1024 * 1024,
  xmlDepth: 256,
} as const;
