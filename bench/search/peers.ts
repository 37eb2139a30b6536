import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Sqlite } from '@/db/sqlite/connection';
import type { CandidateSearchPage } from '@/shared/domain/candidates/views';
import type { Vocabulary } from '../vocabulary';
import { percentile, time } from './measure';
import { askPostgres, type PeerQuery } from './postgres';

const timesSchema = z.record(z.string(), z.array(z.number()));

/**
 * The same searches over the same texts in Xapian and PostgreSQL, where they are installed; ours in full, with rows, snippets and total.
 * Prints CPU ms (for PostgreSQL: the server's own time) and how ours stands to theirs.
 */
export async function comparePeers(
  db: Sqlite,
  people: number,
  vocabulary: Vocabulary,
  ask: (asked: {
    readonly text: string;
    readonly sort: { by: 'relevance'; direction: 'desc' };
  }) => Promise<CandidateSearchPage>,
): Promise<void> {
  const dir = path.join(tmpdir(), `longlist-bench-peers-${people}`);
  mkdirSync(dir, { recursive: true });
  const texts = writeTexts(db, path.join(dir, 'texts.jsonl'));
  const queries = queriesOf(vocabulary);
  const xapian = askXapian(texts, dir, queries);
  const postgres = askPostgres(texts, dir, queries);
  for (const name of new Set(queries.map((query) => query.name))) {
    const asked = queries.filter((query) => query.name === name);
    const { cpu } = await time(`${name}: Longlist`, asked.length * RUNS, (n) =>
      ask({ text: typed(asked[n % asked.length]), sort: { by: 'relevance', direction: 'desc' } }),
    );
    const ours = percentile(cpu, 0.5);
    tell(name, 'Xapian', ours, xapian?.[name]);
    tell(name, 'PostgreSQL', ours, postgres?.[name]);
    if (xapian?.[name] !== undefined) tellWorst(name, asked.length, cpu, xapian[name]);
  }
}
const RUNS = 5;

/** The query of a kind that stands worst against Xapian, each by the median of its runs: theirs come query by query, ours in turns. */
function tellWorst(
  name: string,
  queries: number,
  ours: readonly number[],
  theirs: readonly number[],
): void {
  const runs = theirs.length / queries;
  const ratios = Array.from({ length: queries }, (_, query) => {
    const own = ours.filter((_time, n) => n % queries === query);
    const other = theirs.slice(query * runs, (query + 1) * runs);
    return percentile(own, 0.5) / percentile(other, 0.5);
  });
  console.log(
    `  ${name}: at worst ${Math.max(...ratios).toFixed(2)} × Xapian (must ≤ 2 × for a word of every CV)`,
  );
}

function tell(
  name: string,
  peer: string,
  ours: number,
  theirs: readonly number[] | undefined,
): void {
  if (theirs === undefined) {
    console.log(`  ${name}: ${peer} is not installed here`);
    return;
  }
  const median = percentile(theirs, 0.5);
  console.log(
    `  ${name}: ${peer} ${median.toFixed(2)} ms, ours ${ours.toFixed(2)} ms = ${(ours / median).toFixed(2)} × theirs`,
  );
}

const queriesOf = ({ words }: Vocabulary): readonly PeerQuery[] => {
  const word = (rank: number): string => words[rank] ?? '';
  const ten = Array.from({ length: 10 }, (_, n) => n);
  return [
    ...ten.map((n) => ({ name: 'word of every CV', words: [word(n)], join: 'and' as const })),
    ...ten.map((n) => ({
      name: 'middling word',
      words: [word(400 + n * 9)],
      join: 'and' as const,
    })),
    ...ten.map((n) => ({
      name: 'three common words',
      words: [word(n), word(11 + n), word(22 + n)],
      join: 'and' as const,
    })),
    ...ten.map((n) => ({
      name: 'five words, any',
      words: [9, 60, 300, 900, 3000].map((rank) => word(rank + n)),
      join: 'or' as const,
    })),
  ];
};

const typed = (query: PeerQuery | undefined): string =>
  query === undefined ? '' : `${query.words.join(query.join === 'or' ? ' OR ' : ' ')} `;

function writeTexts(db: Sqlite, file: string): string {
  if (existsSync(file)) return file;
  const out = openSync(`${file}.part`, 'w');
  for (const text of db.prepare('SELECT text FROM resume ORDER BY rowid').pluck().iterate()) {
    writeSync(out, `${JSON.stringify(text)}\n`);
  }
  closeSync(out);
  spawnSync('mv', [`${file}.part`, file]);
  return file;
}

function askXapian(
  texts: string,
  dir: string,
  queries: readonly PeerQuery[],
): Record<string, readonly number[]> | null {
  const file = path.join(dir, 'queries.json');
  writeFileSync(file, JSON.stringify(queries));
  const asked = spawnSync(
    '/usr/bin/python3',
    [path.resolve('bench/search/ask_xapian.py'), texts, path.join(dir, 'xapian'), file],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  // Without the module or without Python there is no such peer here.
  return asked.status === 0 ? timesSchema.parse(JSON.parse(asked.stdout)) : null;
}
