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

/** What the window may load and do. No network at all: everything comes through its port to the core. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * What the PDF worker may do: compile WebAssembly, which pdf.js needs for the pictures that scanners write, and nothing else. It can
 * load no further script, not even ours (docs/decisions/scanned-pictures.md).
 */
const PDF_WORKER_POLICY = "default-src 'none'; script-src 'wasm-unsafe-eval'";

/** The content security policy a built file is served under. A worker lives under the policy of its own script. */
export const policyOf = (file: string | null): string =>
  file !== null && PDF_WORKER.test(path.basename(file)) ? PDF_WORKER_POLICY : PAGE_POLICY;

/** As Vite names it: the file of pdf.js with a hash. */
const PDF_WORKER = /^pdf\.worker\.min-[\w-]+\.mjs$/;
