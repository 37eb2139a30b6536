import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

const root = path.dirname(fileURLToPath(import.meta.url));
const inRepo = (place: string): string => path.join(root, place);

/** `@/…` is the top of the repository. The slash keeps scoped packages such as @napi-rs out of it. */
const alias = [{ find: /^@\//, replacement: `${root}/` }];

/**
 * What stays outside the bundles and is found in node_modules at run time: native addons, the module Electron brings, and tesseract.js,
 * which starts its worker from a file of its own.
 */
const external = [
  'electron',
  'better-sqlite3',
  '@napi-rs/canvas',
  /^keytar(\/|$)/,
  'tesseract.js',
  /^node:/,
  ...builtinModules,
];

/** The programs that run on Node or in Electron's Node processes: output name → entry. */
const nodeEntries = {
  main: 'electron/main/main.ts',
  core: 'electron/core/core-process.ts',
  parse: 'electron/workers/parse/parse-process.ts',
  query: 'electron/workers/query/query-thread.ts',
  'duplicates-thread': 'electron/workers/duplicates/duplicates-thread.ts',
  cli: 'electron/cli/longlist.ts',
};

/** `vite build --mode renderer | node | preload`, which is what scripts/build.mjs runs; `bench` bundles one benchmark (LONGLIST_BENCH), `eval` one evaluation (LONGLIST_EVAL). */
export default defineConfig(({ mode }) => {
  if (mode === 'node') return nodePrograms('dist/node', nodeEntries);
  if (mode === 'bench') return nodePrograms('dist/bench', benchEntry());
  if (mode === 'eval') return nodePrograms('dist/eval', evalEntries());
  if (mode === 'preload') return preload();
  return renderer();
});

function renderer(): UserConfig {
  return {
    root: inRepo('renderer'),
    // The page is served from app://longlist/, and from a folder in the offline packet: relative addresses suit both.
    base: './',
    resolve: { alias },
    // React Aria brings its few own words in 34 languages; the texts of the window are English.
    plugins: [react(), tailwindcss(), optimizeLocales.vite({ locales: ['en-US'] })],
    build: {
      outDir: inRepo('dist/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      // data: addresses would have to be allowed in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
    },
  };
}

function nodePrograms(outDir: string, entries: Readonly<Record<string, string>>): UserConfig {
  return {
    root,
    resolve: { alias },
    // Bundling all else keeps node_modules out of the package and makes the start a few file reads.
    ssr: { noExternal: true, external: external.filter((entry) => typeof entry === 'string') },
    build: {
      ssr: true,
      outDir: inRepo(outDir),
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, inRepo(file)]),
        ),
        external,
        output: {
          format: 'esm',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  };
}

function preload(): UserConfig {
  return {
    root,
    resolve: { alias },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir: inRepo('dist/preload'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: false,
      rolldownOptions: {
        input: inRepo('electron/preload/preload.ts'),
        external: ['electron'],
        // A sandboxed preload script is one CommonJS file: it can require nothing but electron.
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  };
}

function benchEntry(): Readonly<Record<string, string>> {
  const name = process.env['LONGLIST_BENCH'] ?? '';
  return { [name]: `bench/${name}.bench.ts`, ...nodeEntries };
}

/** With the parse process, in which the files are read as in the application. */
function evalEntries(): Readonly<Record<string, string>> {
  const name = process.env['LONGLIST_EVAL'] ?? '';
  return { [`${name}-eval`]: `eval/${name}.eval.ts`, parse: nodeEntries.parse };
}
