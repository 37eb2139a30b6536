import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { openForReading } from '@/db/sqlite/open';
import { createCandidateSearch } from '@/db/sqlite/search/candidate-search';
import { createWorkspaceReader } from '@/db/sqlite/stores/workspace-reader';
import { candidateSearchRequestSchema } from '@/shared/domain/candidates/views';
import { systemClock } from '@/shared/kit/clock';
import { keptProfile, keptVocabulary } from './make-workspace';

// From a key press to painted results, through the whole stack: the real window with 100,000 candidates (or the number given), typed at
// letter by letter. And the memory of all processes after that, against the smallest Electron window there is: pages that processes share
// (Electron's own program, 200 MB) are counted once, as the computer has them once. The sum of what each has mapped is printed beside it.

const PEOPLE = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 100_000);
const BAR_MS = 100;
const MEMORY_BAR_MB = 400;

const repo = path.resolve(import.meta.dirname, '../..');
// The electron package's main export is the path of its executable.
const electron = createRequire(import.meta.url)('electron') as unknown as string;

const profile = await keptProfile(PEOPLE);
const queries = await expected(typedTexts());
const { keys, missing, memory } = figuresOf(
  await run('typing-main.mjs', { BENCH_QUERIES: JSON.stringify(queries) }),
);
const [, bareShared, bareResident] =
  /memory (\d+) (\d+)/.exec(await run('bare-main.mjs', {}))?.map(Number) ?? [];
const times = keys.map(({ ms }) => ms).toSorted((a, b) => a - b);
const at = (share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
console.log(
  `${times.length} keys with ${PEOPLE} candidates: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, longest ${at(1).toFixed(0)} ms from key to painted results (bar ${BAR_MS} ms at p95): ${at(0.95) <= BAR_MS && missing.length === 0 ? 'met' : 'missed'}`,
);
console.log(
  `slowest: ${keys
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, 6)
    .map(({ typed, ms }) => `${typed} ${ms.toFixed(0)}`)
    .join(' · ')}`,
);
if (missing.length > 0) console.log(`not seen within 5 s: ${missing.join(' · ')}`);
const more = memory.shared - (bareShared ?? Number.NaN);
console.log(
  `memory of all processes ${memory.shared.toFixed(0)} MB, bare Electron ${bareShared} MB: ${more.toFixed(0)} MB more (bar ${MEMORY_BAR_MB}): ${more <= MEMORY_BAR_MB ? 'met' : 'missed'}`,
);
console.log(
  `  summed over processes, shared pages once for each: ${memory.resident.toFixed(0)} MB, bare Electron ${bareResident} MB: ${(memory.resident - (bareResident ?? Number.NaN)).toFixed(0)} MB more`,
);

/** Names, skills, common and rare words, as people type them. */
function typedTexts(): readonly string[] {
  const { words, skills, given, family, places } = keptVocabulary();
  const from = (list: readonly string[], ranks: readonly number[]): readonly string[] =>
    ranks.map((rank) => (list[rank] ?? '').toLowerCase());
  return [
    ...from(words, [7, 20, 60, 300, 900, 4000]),
    ...from(
      skills.map(({ name }) => name),
      [0, 3, 8, 12, 40],
    ),
    ...from(given, [0, 5, 80]).map((name, index) => `${name} ${family[index * 9]?.toLowerCase()}`),
    ...from(
      places.map(({ city }) => city),
      [2, 9],
    ),
    `${words[15]} ${words[350]}`,
  ].filter((text) => /^[a-z ]{2,24}$/.test(text));
}

/** How many the window will find after each letter: asked of the same database in this process, as the window asks it. */
async function expected(
  texts: readonly string[],
): Promise<readonly { readonly text: string; readonly totals: readonly number[] }[]> {
  const db = openForReading(path.join(profile, 'workspace', 'longlist.db'), 'plain');
  const search = createCandidateSearch(db, { clock: systemClock });
  const user = await createWorkspaceReader(db).localUser();
  if (user === null) throw new Error('The workspace has no user');
  const totalOf = async (text: string): Promise<number> => {
    const request = candidateSearchRequestSchema.parse({ text, limit: 1 });
    return (await search.search(user, request)).total;
  };
  const queries = [];
  for (const text of texts) {
    const totals: number[] = [];
    for (let end = 1; end <= text.length; end++) totals.push(await totalOf(text.slice(0, end)));
    queries.push({ text, totals });
  }
  db.close();
  return queries;
}

interface Figures {
  readonly keys: readonly { readonly typed: string; readonly ms: number }[];
  /** What was typed when no answer came. */
  readonly missing: readonly string[];
  /** Of all processes, in MB. */
  readonly memory: { readonly shared: number; readonly resident: number };
}

function figuresOf(output: string): Figures {
  const figures = /^figures (.+)$/m.exec(output)?.[1];
  if (figures === undefined) {
    throw new Error(`The application ended without figures. ${output.slice(-500)}`);
  }
  // Written by typing-main.mjs in this shape.
  return JSON.parse(figures) as Figures;
}

/** What an Electron main prints until it ends, or until it says that it is usable. */
function run(main: string, env: Readonly<Record<string, string>>): Promise<string> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    electron,
    [...root, `--user-data-dir=${profile}`, path.join(repo, 'bench', 'electron', main)],
    {
      stdio: ['ignore', 'pipe', process.env['BENCH_VERBOSE'] ? 'inherit' : 'ignore'],
      env: { ...process.env, ...env },
    },
  );
  return new Promise((resolve) => {
    const deadline = setTimeout(() => child.kill('SIGKILL'), 300_000);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('memory ')) child.kill('SIGTERM');
    });
    child.once('exit', () => {
      clearTimeout(deadline);
      resolve(output);
    });
  });
}
