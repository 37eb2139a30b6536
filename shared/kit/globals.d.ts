// The few globals that every place this code runs in (Node, Electron, browser) has, and ES2023 alone does not name.
// Declared here by hand so that `shared/` can be compiled without the DOM's or Node's types.
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(
    type: 'abort',
    listener: () => void,
    options?: { readonly once?: boolean },
  ): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
interface Blob {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}
declare const Blob: {
  new (parts?: readonly unknown[], options?: { readonly type?: string }): Blob;
};
