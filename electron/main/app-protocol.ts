import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentTypeOf, fileFor, policyOf } from './app-files';

export const APP_ORIGIN = 'app://longlist';

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
          'content-security-policy': policyOf(file),
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
  new Response(null, { status, headers: { 'content-security-policy': policyOf(null) } });
