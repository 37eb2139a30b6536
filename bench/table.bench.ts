import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createCore } from '@/electron/core/core';
import { silentLog } from '@/electron/core/log';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import { fold } from '@/shared/kit/text';
import { keptProfile, keptVocabulary } from './make-workspace';
import { mulberry32, zipf } from './random';

// How fast a table comes in: the look at what would become of its rows, and with `--import` the import itself, into a copy of a kept
// workspace. `table 100000` looks at so many rows, `--people 100000` beside so many candidates. Of the rows one in twenty is somebody known
// from an earlier row. While it runs: how late the core's thread is.

const numberAfter = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const ROWS = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 20_000);
const PEOPLE = numberAfter('--people', 10_000);
const IMPORTS = process.argv.includes('--import');
const here = path.dirname(fileURLToPath(import.meta.url));
const programs = path.basename(here) === 'chunks' ? path.dirname(here) : here;

const dir = mkdtempSync(path.join(tmpdir(), 'longlist-bench-table-'));
try {
  await main();
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const file = path.join(dir, 'people.csv');
  writeFileSync(file, tableOf(ROWS));
  console.log(`${ROWS} rows, ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  const kept = path.join(await keptProfile(PEOPLE), 'workspace');
  const workspaceDir = IMPORTS ? path.join(dir, 'workspace') : kept;
  if (IMPORTS) cpSync(kept, workspaceDir, { recursive: true });
  const core = await createCore({
    workspaceDir,
    resourcesDir: path.resolve('resources'),
    parserSpawner: createNodeSpawner({ entry: path.join(programs, 'parse.js') }),
    queryEntry: path.join(programs, 'query.cjs'),
    version: 'bench',
    plain: true,
    log: silentLog,
    background: false,
    parsers: 1,
  });
  try {
    const client = core.client();
    let started = performance.now();
    const draft = await client.tables.open({ handle: core.grantHandle([file]) });
    console.log(`opened in ${Math.round(performance.now() - started)} ms`);
    const targets = draft.columns.map(({ target }) => target);

    await measured('dry run', async () => {
      let view = await client.tables.check({ id: draft.id, targets });
      while (view.check.state === 'running') {
        await new Promise((resolve) => setTimeout(resolve, 100));
        view = await client.tables.draft({ id: draft.id });
      }
      return view.check;
    });
    if (IMPORTS) {
      await measured('import', async () => {
        const { id } = await client.tables.start({ id: draft.id, targets });
        await core.session().tables.ended();
        return client.tables.get({ id });
      });
      started = performance.now();
      const target = core.grantHandle([path.join(dir, 'out.csv')]);
      const { total } = await client.candidates.search({});
      const selection = { kind: 'search' as const, request: {}, total };
      const columns = ['name', 'email', 'company', 'title'] as const;
      const done = await client.tables.export({
        selection,
        format: 'csv',
        columns: [...columns],
        handle: target,
      });
      console.log(
        `export       ${done.candidates} candidates in ${((performance.now() - started) / 1000).toFixed(1)} s`,
      );
    } else await client.tables.discard({ id: draft.id });
  } finally {
    await core.close();
  }
}

async function measured(
  what: string,
  work: () => Promise<{ readonly counts: object }>,
): Promise<void> {
  const late = monitorEventLoopDelay({ resolution: 1 });
  late.enable();
  const started = performance.now();
  const cpu = process.cpuUsage();
  const { counts } = await work();
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  late.disable();
  console.log(
    `${what.padEnd(12)} ${(ROWS / seconds).toFixed(0)} rows/s, ${((used.user + used.system) / 1000 / ROWS).toFixed(2)} ms of processor time a row; thread late ${(late.percentile(99) / 1e6).toFixed(0)} ms at the 99th percentile, ${(late.max / 1e6).toFixed(0)} ms at most; ${JSON.stringify(counts)}`,
  );
}

/** Somebody a row, with what other systems export of a person. */
function tableOf(rows: number): string {
  const random = mulberry32(7);
  const vocabulary = keptVocabulary();
  const lines = ['Name,E-mail,Phone,Company,Job title,City,Skills,Tags,Notes'];
  const earlier: string[] = [];
  for (let row = 0; row < rows; row++) {
    const known = earlier[Math.floor(random() * earlier.length * 20)];
    if (known !== undefined) {
      lines.push(known);
      continue;
    }
    const name = `${zipf(random, vocabulary.given)} ${zipf(random, vocabulary.family)}`;
    const email = `${fold(name).replaceAll(' ', '.')}${Math.floor(random() * 1e7)}@table.example`;
    const phone = `+44 7${Math.floor(random() * 9e8 + 1e8)}`;
    const skills = Array.from({ length: 5 }, () => zipf(random, vocabulary.skills).name);
    const cells = [
      name,
      email,
      phone,
      zipf(random, vocabulary.companies),
      zipf(random, vocabulary.titles),
      zipf(random, vocabulary.places).city,
      skills.join(', '),
      'table',
      `From the old system, row ${row}`,
    ];
    const line = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    if (earlier.length < 5000) earlier.push(line);
    lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}
