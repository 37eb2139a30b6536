/**
 * Aborts when Ctrl-C or a request to end comes. Listens until the process ends: `npx longlist` passes on the Ctrl-C that the terminal
 * has sent already, so it comes twice, and the second must not cut off what the first is ending.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort(new DOMException('Interrupted', 'AbortError'));
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return controller.signal;
}
