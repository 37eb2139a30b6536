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

/**
 * Serves the built window, and nothing beside it, under `app://longlist/`.
 *
 * Not by `protocol.handle`: its Response objects make Node load its whole HTTP client, on the thread and in the moment in which the
 * window waits for its first file (docs/decisions/start-time.md).
 */
export function serveAppProtocol(root: string): void {
  protocol.registerBufferProtocol('app', ({ url }, answer) => {
    const file = fileFor(root, url);
    const refuse = (): void =>
      answer({ statusCode: 404, headers: headersOf(null), data: Buffer.from('Not found') });
    if (file === null) return refuse();
    // A name the window asks for that was not built: it learns no more than that.
    readFile(file).then((data) => answer({ data, headers: headersOf(file) }), refuse);
  });
}

const headersOf = (file: string | null): Record<string, string> => ({
  'content-type': file === null ? 'text/plain' : contentTypeOf(file),
  'content-security-policy': policyOf(file),
  'x-content-type-options': 'nosniff',
});
