import { readJobFile } from '@/electron/cli/job-file';
import {
  EXIT,
  type ExitCode,
  plain,
  print,
  printJson,
  say,
  UsageError,
} from '@/electron/cli/output';
import { openCore, type Surroundings } from '@/electron/cli/surroundings';
import { PARTS } from '@/shared/domain/matching/score-types';
import { type RankedPage, type RankedRow, rankRequestSchema } from '@/shared/domain/matching/views';
import { idSchema } from '@/shared/kit/ids';

interface WorkspaceRankOptions {
  readonly workspace?: string | undefined;
  readonly job: string;
  readonly top?: number | undefined;
  readonly asOf?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Shown unless told otherwise, and read at a time. */
const USUAL = 20;
const A_PAGE = 200;

/** Everybody of the workspace against one of its jobs, or one of a file, best first. */
export async function rankWorkspace(
  place: Surroundings,
  options: WorkspaceRankOptions,
): Promise<ExitCode> {
  if (options.asOf !== undefined)
    throw new UsageError('--as-of goes with --candidates; a workspace is counted to this month');
  const isId = idSchema.safeParse(options.job).success;
  const file = isId ? null : await readJobFile(options.job);
  for (const notice of file?.notices ?? []) say(`longlist: ${notice}`);
  const core = await openCore(place, options, { reading: true });
  try {
    const asked = { jobId: isId ? options.job : null, criteria: file?.criteria ?? null };
    const top = options.top ?? USUAL;
    const rows: RankedRow[] = [];
    let page: RankedPage;
    do {
      const limit = Math.min(A_PAGE, top - rows.length);
      const request = rankRequestSchema.parse({
        ...asked,
        applicants: true,
        offset: rows.length,
        limit,
      });
      page = await core.client().matching.rank(request);
      rows.push(...page.rows);
    } while (page.rows.length > 0 && rows.length < top);
    if (page.making !== null) {
      const share = Math.floor(page.making * 100);
      say(
        `longlist: ${share} % of the candidates are ready to be ranked; open Longlist for the rest.`,
      );
    }
    if (options.json === true) printJson(forPrograms(page, rows));
    else {
      for (const row of rows) printRow(row, page);
      print(`${page.compared} ranked.`);
    }
    return EXIT.ok;
  } finally {
    await core.close();
  }
}

const points = (hundredths: number): number => hundredths / 100;
const written = (hundredths: number): string => points(hundredths).toFixed(2);

/** Under the names that the ranking of a file has. */
function forPrograms(page: RankedPage, rows: readonly RankedRow[]) {
  const named = (row: RankedRow, status: string): readonly string[] =>
    row.criteria.filter((one) => one.status === status).map(({ key }) => nameOf(page, key));
  return {
    weights: page.weights,
    compared: page.compared,
    candidates: rows.map((row) => ({
      rank: row.place,
      candidate: row.id,
      name: row.name,
      score: points(row.score),
      parts: Object.fromEntries(PARTS.map((part) => [part, points(row.parts[part].points)])),
      most: Object.fromEntries(PARTS.map((part) => [part, points(row.parts[part].most)])),
      mustHaves: row.mustHaves,
      met: named(row, 'met'),
      partly: named(row, 'partly'),
      missing: named(row, 'missing'),
      unknown: named(row, 'unknown'),
    })),
  };
}

function nameOf({ asks }: RankedPage, key: string): string {
  return key.startsWith('skill:') ? (asks.find((one) => one.key === key)?.asked ?? key) : key;
}

function printRow(row: RankedRow, page: RankedPage): void {
  const parts = PARTS.filter((part) => row.parts[part].likeness !== null)
    .map((part) => `${part} ${written(row.parts[part].points)}`)
    .join(' · ');
  print(
    `${String(row.place).padStart(4)}. ${written(row.score).padStart(6)}  ${plain(row.name || '(no name)')}  ${row.id}`,
  );
  print(`        ${parts === '' ? 'nothing is asked for' : parts}`);
  for (const status of ['met', 'partly', 'missing', 'unknown'] as const) {
    const names = row.criteria
      .filter((one) => one.status === status)
      .map(({ key }) => nameOf(page, key));
    if (names.length > 0) print(`        ${status}: ${plain(names.join('; '))}`);
  }
}
