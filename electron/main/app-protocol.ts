import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentTypeOf, fileFor } from './app-files';

export const APP_ORIGIN = 'app://longlist';

/** What the window may load and do. No network at all: everything comes through its port to the core. */
const CONTENT_SECURITY_POLICY = [
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

/** Makes `app:` a standard, secure scheme. Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built window, and nothing beside it, under `app://longlist/`. */
export function serveAppProtocol(root: string): void {
  protocol.handle('app', async (request) => {
    const file = fileFor(root, request.url);
    if (!file) return refused(404);
    try {
      const body = await readFile(file);
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': contentTypeOf(file),
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      });
    } catch {
      // A name the window asks for that was not built: it learns no more than that.
      return refused(404);
    }
  });
}

const refused = (status: number): Response =>
  new Response(null, { status, headers: { 'content-security-policy': CONTENT_SECURITY_POLICY } });
