// Makes a migration from the difference between db/sqlite/schema and the last snapshot, makes its tables STRICT, and writes every
// migration into migrations/index.ts. `node db/generate.mjs <name>`; `--custom` for an empty one to fill by hand; `--index` after filling.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const migrations = path.join(root, 'db/sqlite/migrations');
const args = process.argv.slice(2);
const name = args.find((argument) => !argument.startsWith('--'));

if (!args.includes('--index')) {
  if (name === undefined) {
    console.error('usage: node db/generate.mjs <name> [--custom] | --index');
    process.exit(2);
  }
  const before = new Set(sqlFiles());
  await bundleSchema();
  const kit = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/drizzle-kit/bin.cjs'),
      'generate',
      '--name',
      name,
      ...(args.includes('--custom') ? ['--custom'] : []),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (kit.status !== 0) process.exit(kit.status ?? 1);
  for (const file of sqlFiles().filter((file) => !before.has(file))) makeStrict(file);
}
writeIndex();

function bundleSchema() {
  return build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
    build: {
      ssr: path.join(root, 'db/sqlite/schema/index.ts'),
      outDir: path.join(root, 'node_modules/.cache/longlist-schema'),
      rollupOptions: { output: { entryFileNames: 'schema.mjs' } },
    },
  });
}

function sqlFiles() {
  return readdirSync(migrations)
    .filter((file) => file.endsWith('.sql'))
    .sort();
}

/**
 * drizzle-kit cannot write STRICT (drizzle-orm issue 202): every CREATE TABLE of a fresh migration gets it here, once. A table whose key
 * is made of several columns is all key, and gets WITHOUT ROWID too.
 */
function makeStrict(file) {
  const place = path.join(migrations, file);
  const text = readFileSync(place, 'utf8');
  const strict = text.replace(/^(CREATE TABLE [^;]*?\n\));/gm, (_, table) => {
    const allKey = /\n\tPRIMARY KEY\(/.test(table);
    return `${table} STRICT${allKey ? ', WITHOUT ROWID' : ''};`;
  });
  writeFileSync(place, strict);
}

/** The SQL as strings in a module: bundles carry it along, and no path has to be found inside a package. */
function writeIndex() {
  const entries = sqlFiles().map((file) => ({
    name: file.replace(/\.sql$/, ''),
    sql: readFileSync(path.join(migrations, file), 'utf8'),
  }));
  const lines = entries.map(
    (entry) =>
      `  {\n    name: ${JSON.stringify(entry.name)},\n    sql: ${JSON.stringify(entry.sql)},\n  },`,
  );
  writeFileSync(
    path.join(migrations, 'index.ts'),
    `// Written by db/generate.mjs from the .sql files beside it. Frozen once released: add migrations, never change one.\nexport const MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = [\n${lines.join('\n')}\n];\n`,
  );
}
