import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A search that every engine can be asked in its own language. */
export interface PeerQuery {
  readonly name: string;
  readonly words: readonly string[];
  readonly join: 'and' | 'or' | 'phrase';
}

const INSTALLED = '/usr/lib/postgresql';
const PORT = '54329';

/**
 * Times the queries as PostgreSQL's full-text search answers them: a GIN index over `to_tsvector('simple', text)`, the best 50 by `ts_rank`
 * with their texts. Uses Debian's server in a cluster of its own in `dir`; null where there is none.
 */
export function askPostgres(
  texts: string,
  dir: string,
  queries: readonly PeerQuery[],
): Record<string, readonly number[]> | null {
  const bin = binaries();
  if (bin === null) return null;
  const data = path.join(dir, 'postgres');
  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    mkdirSync(data, { recursive: true });
    chmodSync(dir, 0o755);
    asServer('chown', ['-R', 'postgres', data], true);
    asServer(path.join(bin, 'initdb'), ['-D', data, '-A', 'trust']);
  }
  asServer(path.join(bin, 'pg_ctl'), [
    '-D',
    data,
    '-w',
    '-l',
    path.join(data, 'log'),
    '-o',
    `-p ${PORT} -k ${data} -c shared_buffers=2GB -c work_mem=256MB -c maintenance_work_mem=1GB`,
    'start',
  ]);
  try {
    const sql = (text: string): string => {
      const file = path.join(dir, 'ask.sql');
      writeFileSync(file, text);
      const ran = spawnSync(
        path.join(bin, 'psql'),
        ['-h', data, '-p', PORT, '-U', 'postgres', '-At', '-f', file],
        { encoding: 'utf8', maxBuffer: 1e8 },
      );
      return ran.stdout;
    };
    if (!sql("SELECT to_regclass('cv_words')").includes('cv_words')) load(sql, texts, dir);
    return ask(sql, queries);
  } finally {
    asServer(path.join(bin, 'pg_ctl'), ['-D', data, '-m', 'fast', 'stop']);
  }
}

function binaries(): string | null {
  if (!existsSync(INSTALLED)) return null;
  const version = readdirSync(INSTALLED).toSorted().at(-1);
  const bin = version === undefined ? null : path.join(INSTALLED, version, 'bin');
  return bin !== null && existsSync(path.join(bin, 'initdb')) ? bin : null;
}

/** The server refuses to run as root. */
function asServer(command: string, args: readonly string[], asRoot = false): void {
  const [program, ...rest] = asRoot
    ? [command, ...args]
    : ['runuser', '-u', 'postgres', '--', command, ...args];
  spawnSync(program ?? '', rest, { stdio: 'ignore' });
}

function load(sql: (text: string) => string, texts: string, dir: string): void {
  const copy = path.join(dir, 'texts.copy');
  const escaped = (text: string): string =>
    text
      .replaceAll('\\', '\\\\')
      .replaceAll('\n', '\\n')
      .replaceAll('\t', '\\t')
      .replaceAll('\r', '\\r');
  writeFileSync(
    copy,
    readFileSync(texts, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `${escaped(String(JSON.parse(line)))}\n`)
      .join(''),
  );
  sql(`CREATE TABLE cv (id serial PRIMARY KEY, text text);
    \\copy cv(text) FROM '${copy}'
    ALTER TABLE cv ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple', text)) STORED;
    CREATE INDEX cv_words ON cv USING gin (words);
    VACUUM ANALYZE cv;`);
}

function ask(
  sql: (text: string) => string,
  queries: readonly PeerQuery[],
): Record<string, readonly number[]> {
  const answer: Record<string, number[]> = {};
  for (const { name, words, join } of queries) {
    const query = words.join({ and: ' & ', or: ' | ', phrase: ' <-> ' }[join]);
    const one = `EXPLAIN (ANALYZE, TIMING OFF) SELECT id, text FROM cv, to_tsquery('simple', '${query}') q WHERE words @@ q ORDER BY ts_rank(words, q) DESC LIMIT 50;\n`;
    const times = [
      ...sql(`SET max_parallel_workers_per_gather = 0;\n${one.repeat(4)}`).matchAll(
        /Execution Time: ([\d.]+) ms/g,
      ),
    ].map(([, ms]) => Number(ms));
    (answer[name] ??= []).push(...times.slice(1));
  }
  return answer;
}
