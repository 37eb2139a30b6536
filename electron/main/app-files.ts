import path from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * The built file an address names, or null. Addresses of another host, with encoded dots or slashes that would leave
 * the folder, or of a type that is not served answer null.
 */
export function fileFor(root: string, address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.host !== 'longlist') return null;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const file = path.resolve(root, `.${name === '/' ? '/index.html' : name}`);
  const inside = file.startsWith(root + path.sep);
  return inside && path.extname(file) in CONTENT_TYPES ? file : null;
}

export const contentTypeOf = (file: string): string =>
  CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream';
