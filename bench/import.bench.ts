import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createCore } from '@/electron/core/core';
import { silentLog } from '@/electron/core/log';
import { createNodeSpawner } from '@/electron/core/parser-pool/node-spawner';
import type { ImportProgress } from '@/shared/usecases/ports/import-runner';
import { writeCvs } from './make-cvs';

// How fast a folder of text PDFs and DOCX comes in, end to end: read, extract, parse, store, index. The yardstick is starting `pdftotext`
// once for each PDF of the folder, one after the other, before and after. `import 10000` takes ten thousand; `--pdf` takes the PDFs only.
// While it runs: how late the core's thread is, how long searches take, and the memory of all processes.

const COUNT = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 600);
const PDF_ONLY = process.argv.includes('--pdf');
const here = path.dirname(fileURLToPath(import.meta.url));
const programs = path.basename(here) === 'chunks' ? path.dirname(here) : here;
const folder = path.join(tmpdir(), `longlist-bench-cvs-${COUNT}`);
const MAKE = '--make-cvs';

if (process.argv.includes(MAKE)) {
  writeCvs(`${folder}.new`, COUNT);
  renameSync(`${folder}.new`, folder);
} else await main();

async function main(): Promise<void> {
  if (!existsSync(folder)) {
    rmSync(`${folder}.new`, { recursive: true, force: true });
    // In a process of its own: what making them needs is not counted as the import's memory.
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(COUNT), MAKE], {
      stdio: 'inherit',
    });
  }
  const files = filesIn(folder);
  const pdfs = files.filter((file) => file.endsWith('.pdf'));
  const chosen = PDF_ONLY ? pdfs : files;
  console.log(`${chosen.length} files (${pdfs.length} PDF), ${cpus().length} processors`);

  const yardsticks = [pdftotextEach(pdfs)];
  const result = await importAll(PDF_ONLY ? pdfs : [folder], chosen.length);
  // Before and after, because others may use the machine too: only a ratio in the same weather tells something.
  yardsticks.push(pdftotextEach(pdfs));
  const yardstick = {
    filesPerSecond: mean(yardsticks.map((each) => each.filesPerSecond)),
    processorMs: mean(yardsticks.map((each) => each.processorMs)),
  };
  console.log(
    `pdftotext, once per file   ${yardstick.filesPerSecond.toFixed(1)} files/s (${yardsticks.map((each) => each.filesPerSecond.toFixed(0)).join(' before, ')} after), ${yardstick.processorMs.toFixed(1)} ms of processor time a file`,
  );
  const ratio = result.filesPerSecond / yardstick.filesPerSecond;
  console.log(
    `import, end to end         ${result.filesPerSecond.toFixed(1)} files/s · ${ratio.toFixed(2)} × pdftotext (bar: 1)`,
  );
  console.log(`counts                     ${JSON.stringify(result.counts)}`);
  console.log(
    `processor time a file      core ${result.processor.core.toFixed(1)} ms, parsers ${result.processor.parsers.toFixed(1)} ms (machine load ${loadavg()[0]?.toFixed(1)})`,
  );
  console.log(
    `memory of all processes    peak ${mb(result.peak)} MB resident, ${mb(result.peakShared)} MB proportional (bar: 700)`,
  );
  console.log(
    `  first half, second half  ${mb(result.halves[0])} MB, ${mb(result.halves[1])} MB resident, mean (bar: flat)`,
  );
  console.log(
    `core thread late by        p99 ${ms(result.lateness.p99)}, at most ${ms(result.lateness.max)} (bar: 50 ms)`,
  );
  console.log(
    `search meanwhile           p50 ${ms(result.searches.p50)}, p95 ${ms(result.searches.p95)} (bar: 100 ms)`,
  );
}

function pdftotextEach(pdfs: readonly string[]): {
  readonly filesPerSecond: number;
  readonly processorMs: number;
} {
  const some = pdfs.slice(0, 500);
  const processor = endedChildrenMs();
  const begun = performance.now();
  for (const pdf of some) {
    const { status } = spawnSync('pdftotext', [pdf, '/dev/null']);
    if (status !== 0) throw new Error('pdftotext is not here: apt-get install poppler-utils');
  }
  return {
    filesPerSecond: some.length / ((performance.now() - begun) / 1000),
    processorMs: (endedChildrenMs() - processor) / some.length,
  };
}

async function importAll(paths: readonly string[], count: number) {
  const workspaceDir = mkdtempSync(path.join(tmpdir(), 'longlist-bench-import-'));
  const core = await createCore({
    workspaceDir,
    resourcesDir: path.join(programs, '..', '..', 'resources'),
    parserSpawner: createNodeSpawner({ entry: path.join(programs, 'parse.js') }),
    queryEntry: path.join(programs, 'query.cjs'),
    version: 'bench',
    plain: true,
    log: silentLog,
    background: false,
  });
  try {
    const client = core.client();
    await client.workspace.create({ name: 'Bench', userName: 'Bench' });
    const { runner, actor } = core.session();
    const own = process.cpuUsage();
    const ended = endedChildrenMs();
    const memory = watchMemory();
    const late = monitorEventLoopDelay({ resolution: 5 });
    late.enable();
    const searching = searchMeanwhile(client);
    const begun = performance.now();
    const { task } = await runner.start(actor, { paths, origin: 'folder', label: 'Bench' });
    await runner.ended(task.id);
    const seconds = (performance.now() - begun) / 1000;
    late.disable();
    const spent = process.cpuUsage(own);
    const parsers = familyOf(process.pid).filter((pid) => pid !== process.pid);
    const processor = {
      core: (spent.user + spent.system) / 1000 / count,
      parsers:
        parsers.reduce((sum, pid) => sum + processorOf(pid), endedChildrenMs() - ended) / count,
    };
    const progress: ImportProgress = await runner.progress(task.id);
    return {
      filesPerSecond: count / seconds,
      counts: progress.counts,
      processor,
      ...memory.stop(),
      lateness: { p99: late.percentile(99) / 1e6, max: late.max / 1e6 },
      searches: await searching.stop(),
    };
  } finally {
    await core.close();
    rmSync(workspaceDir, { recursive: true, force: true });
  }
}

/** A person types while the import runs: a search every 200 ms. */
function searchMeanwhile(client: ReturnType<Awaited<ReturnType<typeof createCore>>['client']>) {
  const times: number[] = [];
  let running = true;
  const loop = (async () => {
    while (running) {
      const begun = performance.now();
      await client.candidates.search({
        text: 'engineer',
        sort: { by: 'relevance', direction: 'desc' },
      });
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  return {
    stop: async () => {
      running = false;
      await loop;
      times.sort((a, b) => a - b);
      const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;
      return { p50: at(0.5), p95: at(0.95) };
    },
  };
}

/**
 * Adds up the memory of this process and its children, twice a second, from /proc. The proportional share, for which the system walks
 * every page, only every five seconds: looked at more often it would be a twentieth of what is measured.
 */
function watchMemory() {
  const resident: number[] = [];
  let peakShared = 0;
  const look = (): void => {
    const family = familyOf(process.pid);
    if (resident.length % 10 === 9)
      peakShared = Math.max(peakShared, sumOf(family, proportionalOf));
    resident.push(sumOf(family, residentOf));
  };
  const timer = setInterval(look, 500);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      peakShared = Math.max(peakShared, sumOf(familyOf(process.pid), proportionalOf));
      const half = Math.ceil(resident.length / 2);
      return {
        peak: Math.max(...resident),
        peakShared,
        halves: [mean(resident.slice(0, half)), mean(resident.slice(half))] as const,
      };
    },
  };
}

function familyOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = statOf(Number(name))[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const family = [pid];
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  }
  return family;
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
}

function sumOf(pids: readonly number[], of: (pid: number) => number): number {
  return pids.reduce((sum, pid) => sum + of(pid), 0);
}

function residentOf(pid: number): number {
  return kilobytes(`/proc/${pid}/status`, 'VmRSS') * 1024;
}

function proportionalOf(pid: number): number {
  return kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss') * 1024;
}

function kilobytes(file: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readProc(file))?.[1] ?? 0);
}

/** Milliseconds of processor time since the process began; Linux counts it in hundredths of a second. */
function processorOf(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

/** The same of all children that have ended: parse processes are replaced while an import runs. */
function endedChildrenMs(): number {
  const fields = statOf(process.pid);
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * 10;
}

/** What the system tells of a process, from its state on. */
function statOf(pid: number): readonly string[] {
  const stat = readProc(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
}

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
