/** Files that the system or an office program leaves beside a person's own; never a CV. */
const SYSTEM_FILES = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
  '$recycle.bin',
  'system volume information',
  '__macosx',
]);

/** Half-written files of browsers and of cloud clients: the finished one comes under its own name. */
const UNFINISHED = /\.(tmp|temp|part|partial|crdownload|download|opdownload|swp|lock)$/i;

/**
 * Whether a file or folder is passed over without being counted: hidden ones, what the system keeps (`.DS_Store`,
 * `Thumbs.db`), lock files of office programs (`~$letter.docx`) and unfinished downloads.
 */
export function isPassedOver(name: string): boolean {
  if (name.startsWith('.') || name.startsWith('~$') || name.startsWith('.~lock')) return true;
  return SYSTEM_FILES.has(name.toLowerCase()) || UNFINISHED.test(name);
}
