import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

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
  parse: 'electron/workers/parse/parse-process.ts',
  'backup-thread': 'electron/workers/backup/backup-thread.ts',
  'duplicates-thread': 'electron/workers/duplicates/duplicates-thread.ts',
  'impact-thread': 'electron/workers/adverse-impact/impact-thread.ts',
  'keys-thread': 'electron/workers/keys/keys-thread.ts',
  'password-thread': 'electron/workers/passwords/password-thread.ts',
  'portable-thread': 'electron/workers/portable/portable-thread.ts',
  cli: 'electron/cli/longlist.ts',
};

/** Those whose compiled code is kept between starts, one script each, and what runs them from it. */
const scripts = {
  'cached-program': 'electron/cached-program.ts',
  core: 'electron/core/core-process.ts',
  query: 'electron/workers/query/query-thread.ts',
};

/** `vite build --mode renderer | node | core | query | cached-program | preload`, which is what scripts/build.mjs runs; `bench` bundles one benchmark (LONGLIST_BENCH), `eval` one evaluation (LONGLIST_EVAL). */
export default defineConfig(({ mode }) => {
  if (mode === 'node') return nodePrograms('dist/node', nodeEntries);
  // Each by itself: together they would share pieces, and a piece is no script that can be run from compiled code.
  if (mode in scripts)
    return nodePrograms('dist/node', { [mode]: scripts[mode as keyof typeof scripts] }, 'cjs');
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
    plugins: [
      pureSchemas(),
      schemasOnDemand(),
      react(),
      tailwindcss(),
      optimizeLocales.vite({ locales: ['en-US'] }),
    ],
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
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // What the first screen needs is one file: each more is a question to the main process while everything else starts too.
              { name: 'start', tags: ['$initial'], priority: 1 },
              // And what several of the rest share is another.
              { name: 'shared', minShareCount: 2 },
            ],
          },
        },
      },
    },
  };
}

/**
 * Says of every schema that making it does nothing else, so that the bundler leaves out those that nobody uses: a module that is there for one
 * list of words would bring all its schemas along, and the window would make each of them when it starts.
 */
function pureSchemas(): Plugin {
  const ours = [inRepo('shared') + path.sep, inRepo('renderer') + path.sep];
  return {
    name: 'pure-schemas',
    enforce: 'pre',
    transform(code, id) {
      if (!ours.some((folder) => id.startsWith(folder)) || !code.includes("from 'zod'"))
        return null;
      // Only comments are put in, on the same line: the map of what was before still holds but for a few columns.
      return { code: code.replaceAll(SCHEMA_MADE, '/* #__PURE__ */ $&'), map: null };
    },
  };
}

/** `z.object(` and `personSchema.pick(`, where an expression begins. */
const SCHEMA_MADE = /(?<![\w.$])(?:z|\w+Schema)(?=\s*\.\w+\()/g;

function nodePrograms(
  outDir: string,
  entries: Readonly<Record<string, string>>,
  format: 'esm' | 'cjs' = 'esm',
): UserConfig {
  const ending = format === 'cjs' ? 'cjs' : 'js';
  const outside = format === 'cjs' ? external.filter((name) => name !== DRIVER) : external;
  return {
    root,
    resolve: { alias },
    plugins:
      format === 'cjs'
        ? [dataOnDemand(), schemasOnDemand(), databaseDriver(), plainLetters()]
        : [dataOnDemand()],
    // Bundling all else keeps node_modules out of the package and makes the start a few file reads.
    ssr: { noExternal: true, external: outside.filter((entry) => typeof entry === 'string') },
    build: {
      ssr: true,
      outDir: inRepo(outDir),
      emptyOutDir: format === 'esm',
      // The files of `dataOnDemand`; Vite would leave them out.
      ssrEmitAssets: true,
      target: 'node20',
      sourcemap: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, inRepo(file)]),
        ),
        external: outside,
        // V8 takes a function in brackets for one that is called at once, and compiles it and keeps it with the rest: those of modules are called
        // when they are asked for.
        optimization: { pifeForModuleWrappers: false },
        output: {
          format,
          entryFileNames: `[name].${ending}`,
          chunkFileNames: `chunks/[name]-[hash].${ending}`,
          // Without comments and indents there is a third less to read with every start; names stay, for the log.
          ...(format === 'cjs' && {
            minify: { compress: false, mangle: false, codegen: true },
            // A piece in a file of its own would require the program, which is nobody's module, and so run it a second time. A module that is
            // imported on demand is in the one file too, and runs when it is asked for.
            codeSplitting: false,
          }),
        },
      },
    },
  };
}

/**
 * The tables under resources/ (skills, titles, places, names) stay files of their own beside the programs, read when somebody first looks
 * into them: most starts never do, and each program and thread would hold all of them as text.
 */
function dataOnDemand(): Plugin {
  const tables = inRepo('resources') + path.sep;
  return {
    name: 'data-on-demand',
    enforce: 'pre',
    load(id) {
      if (!id.startsWith(tables) || !id.endsWith('.json') || id.includes('messages')) return null;
      const fileName = `data/${path.relative(tables, id).replaceAll(path.sep, '-')}`;
      this.emitFile({ type: 'asset', fileName, source: readFileSync(id, 'utf8') });
      // Renamed, so that Vite does not take what is returned for JSON.
      return { code: tableOnDemand(fileName), moduleType: 'js', map: null };
    },
  };
}

/**
 * Makes each schema under shared/, and each table of the database's schema, when somebody first looks into it. A module that is there for
 * its rules brings its records' schemas along, and making all of them took the core a fifth of the time in which its program comes up
 * (docs/decisions/start-time.md).
 */
function schemasOnDemand(): Plugin {
  const ours = [inRepo('shared') + path.sep, inRepo('db/sqlite/schema') + path.sep];
  return {
    name: 'schemas-on-demand',
    resolveId: (id) => (id === ON_DEMAND ? id : null),
    load: (id) => (id === ON_DEMAND ? ON_DEMAND_CODE : null),
    transform(code, id) {
      if (!ours.some((folder) => id.startsWith(folder)) || !SCHEMA_LIBRARY.test(code)) return null;
      let text = `import { schemaOnDemand } from '${ON_DEMAND}';`;
      let at = 0;
      for (const statement of this.parse(code).body) {
        const declared =
          statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
        if (declared?.type !== 'VariableDeclaration') continue;
        for (const { init } of declared.declarations) {
          const made = init ? code.slice(init.start, init.end) : '';
          if (!init || !SCHEMA.test(made)) continue;
          text += `${code.slice(at, init.start)}/* #__PURE__ */ schemaOnDemand(() => ${made})`;
          at = init.end;
        }
      }
      // Everything stays on its line: the map of what was before still holds but for the columns.
      return at === 0 ? null : { code: text + code.slice(at), map: null };
    },
  };
}

const SCHEMA_LIBRARY = /from ["'](?:zod|drizzle-orm\/sqlite-core)["']/;
/** An expression that makes a schema: `z.object(…)…`, `personSchema.pick(…)`, `sqliteTable(…)`; not `personSchema.parse(…)`, which uses one. */
const SCHEMA = /^(?:(?:z|\w+Schema)\s*\.(?!parse\()\w+|sqliteTable)\(/;
const ON_DEMAND = '\0schema-on-demand';
const ON_DEMAND_CODE = `
export const schemaOnDemand = (make) => {
  let made = null;
  const schema = () => (made ??= make());
  return new Proxy({}, {
    get: (_, key) => schema()[key],
    set: (_, key, value) => Reflect.set(schema(), key, value),
    has: (_, key) => key in schema(),
    getPrototypeOf: () => Reflect.getPrototypeOf(schema()),
  });
};
`;

/**
 * Puts the database driver's own script into the programs that are one script, where it runs from compiled code; in a dozen files of its own it
 * is found, read and compiled with every start. Only its addon stays outside, and is looked for where the package has it instead of after
 * a report on the whole process.
 */
function databaseDriver(): Plugin {
  return {
    name: 'database-driver',
    load: (id) => (id.endsWith(`${DRIVER}/lib/binding.js`) ? ADDON_CODE : null),
  };
}

const DRIVER = 'better-sqlite3';
const ADDON_CODE = `
const path = require('node:path');
let addon = null;
exports.getBinding = () =>
  (addon ??= require(path.join(__dirname, '../../node_modules/${DRIVER}/prebuilds', process.platform + '-' + process.arch + '.node')));
`;

/** Writes letters beyond ASCII as escapes: text of bytes alone is read without being decoded, and takes half the memory. */
function plainLetters(): Plugin {
  return {
    name: 'plain-letters',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(BEYOND_ASCII, escaped);
      }
    },
  };
}

/** Unit by unit, as a character beyond the first 65,536 is written with two escapes. */
const BEYOND_ASCII = /[^\x00-\x7f]/g;
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A module whose default export is an object that reads its file when it is first looked into. */
const tableOnDemand = (fileName: string): string => `
import { readFileSync } from 'node:fs';
let table = null;
const file = new URL(import.meta.url.includes('/chunks/') ? '../${fileName}' : './${fileName}', import.meta.url);
const read = () => (table ??= JSON.parse(readFileSync(file, 'utf8')));
export default new Proxy({}, {
  get: (_, key) => read()[key],
  has: (_, key) => key in read(),
  ownKeys: () => Reflect.ownKeys(read()),
  getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(read(), key),
});
`;

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
  return { [name]: `bench/${name}.bench.ts`, ...nodeEntries, query: scripts.query };
}

/** With the parse process, in which the files are read as in the application. */
function evalEntries(): Readonly<Record<string, string>> {
  const name = process.env['LONGLIST_EVAL'] ?? '';
  return { [`${name}-eval`]: `eval/${name}.eval.ts`, parse: nodeEntries.parse };
}
