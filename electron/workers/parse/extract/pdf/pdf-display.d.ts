/** The display half of pdf.js at the path it really has; its types live at the package's main entry. */
declare module 'pdfjs-dist/build/pdf.mjs' {
  export * from 'pdfjs-dist';
}
