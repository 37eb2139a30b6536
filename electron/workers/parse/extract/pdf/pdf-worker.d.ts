/** pdf.js ships no types for its worker half. Only what the session below uses is named. */
declare module 'pdfjs-dist/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    readonly createDocumentHandler: (
      parameters: Readonly<Record<string, unknown>>,
      port: {
        readonly postMessage: (message: unknown) => void;
        readonly addEventListener: (
          type: string,
          listener: (event: { readonly data: unknown }) => void,
        ) => void;
      },
    ) => string;
  };
}
