import type { FromCore, ToCore } from './core-messages';

/** The part of Electron's MessagePortMain that is used here: this folder never imports `electron`. */
export interface CorePort {
  readonly on: {
    (event: 'message', listener: (message: { readonly data: unknown }) => void): void;
    (event: 'close', listener: () => void): void;
  };
  readonly postMessage: (message: unknown) => void;
  readonly start: () => void;
  readonly close: () => void;
}

/** The line to main that Electron gives a utility process; null under plain Node. */
export interface ParentPort {
  readonly post: (message: FromCore) => void;
  readonly onMessage: (listener: (message: ToCore, port: CorePort | null) => void) => void;
}

export function parentPort(): ParentPort | null {
  // Electron adds it to `process` in utility processes; Node's own types do not know it.
  const { parentPort: port } = process as unknown as { readonly parentPort?: RawParentPort };
  if (!port) return null;
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) =>
      port.on('message', ({ data, ports }) => listener(data, ports[0] ?? null)),
  };
}

interface RawParentPort {
  readonly on: (
    event: 'message',
    listener: (event: { readonly data: ToCore; readonly ports: readonly CorePort[] }) => void,
  ) => void;
  readonly postMessage: (message: FromCore) => void;
}
